/** Sends a template to whoever asked for it, filled for somebody made up. */
import type { JobKind } from '../../kernel/work.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { User } from '../identity/user.ts';
import { Channel } from '../interactions/channel.ts';
import { senderOf } from '../interactions/queue-message.ts';
import { Job } from '../jobs/job.ts';
import { MailTemplateText } from './mail-template-text.ts';
import { MailTemplate } from './mail-template.ts';
import { ownOrganization } from './own-organization.ts';
import { NO_LINK } from './preview-mail.ts';
import { dataOf, MailRenderer, SAMPLE } from './render-mail.ts';

export const sendTest: JobKind = {
  name: 'mailTemplate.sendTest',
  description: 'Sends a template to the address of whoever asked for it.',
  async run({ id, subjectId }, work) {
    const mail = await work.step(async (transaction) => {
      const { all, actor, ports, now } = transaction;
      const [wording] = await all(MailTemplateText, { id: subjectId ?? '' });
      const [job] = await all(Job, { id });
      const [user] = job?.startedBy ? await all(User, { id: job.startedBy.id }) : [];
      if (!wording || !user) return null;
      const [template] = await all(MailTemplate, { id: wording.template.id });
      const [channel] = (await all(Channel, job?.given ? { id: job.given } : { kind: 'EMAIL', active: true })).filter(({ address }) => address !== null);
      if (!channel) throw new Refusal('CHANNEL_CANNOT_SEND', 'There is no active e-mail channel with an address to send from.');
      const organization = await ownOrganization(transaction);
      const { subject, html, text, language } = new MailRenderer(wording).render(dataOf(SAMPLE, { campaign: { name: template?.name ?? '' }, organization, unsubscribeUrl: NO_LINK }));
      return {
        tenant: actor.tenant, name: ports.mail.nameOf(actor.tenant, id), from: { name: channel.senderName ?? organization.name, address: senderOf(channel) },
        to: [{ name: user.name, address: user.email }], subject, html, text, language, date: now(),
      };
    });
    const outcome = mail && await work.ports.mail.send(mail);
    if (outcome && (outcome.outcome === 'REFUSED' || outcome.outcome === 'POSTPONED')) throw new Refusal('TEST_NOT_SENT', `The mail server did not take it: ${outcome.reason}`);
    await work.step(async (_, job) => job.advance(1));
  },
};
