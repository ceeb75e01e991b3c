/**
 * What the demo shop mails: a campaign that is over, in five languages, with answers, a bounce and somebody who took
 * themselves off, and one that is planned for the winter. Nothing is sent: what became of the first is written down as
 * the job would have written it.
 */
import type { App } from '../app.ts';
import { concerns } from '../crm/customers/concerns.ts';
import { CampaignMember } from '../crm/campaigns/campaign-member.ts';
import { Campaign } from '../crm/campaigns/campaign.ts';
import { enrolNext } from '../crm/campaigns/enrol-members.ts';
import { MailTemplateText } from '../crm/campaigns/mail-template-text.ts';
import { MailTemplate } from '../crm/campaigns/mail-template.ts';
import { suppressAddress } from '../crm/campaigns/suppress-address.ts';
import { splitId } from '../kernel/ids.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import type { Run } from './load.ts';
import type { RunAt } from './load-opportunities.ts';

const HOUR_MS = 3_600_000;
const HOURS_AGO = 500;
const marketer = 'eva@kolibrik.example';

const html = (greeting: string, body: string, off: string): string =>
  `<h1>${greeting}</h1>\n<p>${body}</p>\n<p><small><a href="{{ unsubscribeUrl }}">${off}</a></small></p>`;

type Texts = Readonly<Record<string, readonly [subject: string, greeting: string, body: string]>>;

const OFF: Readonly<Record<string, string>> = { cs: 'Odhlásit odběr', de: 'Abmelden', pl: 'Wypisz mnie', en: 'Unsubscribe', 'zh-Hans': '退订' };

const plain: Texts = {
  cs: ['Nová sklizeň z Guji je tady', 'Dobrý den, {{ customer.greetingName }}', 'Dorazila nová sklizeň z etiopské Guji. Přijďte ochutnat, nebo si řekněte o vzorek.'],
  de: ['Die neue Ernte aus Guji ist da', 'Guten Tag, {{ customer.greetingName }}', 'Die neue Ernte aus dem äthiopischen Guji ist da. Kommen Sie probieren, oder lassen Sie sich eine Probe schicken.'],
  pl: ['Nowe zbiory z Guji już są', 'Dzień dobry, {{ customer.greetingName }}', 'Dotarły nowe zbiory z etiopskiego Guji. Zapraszamy na degustację, wyślemy też próbkę.'],
  en: ['The new Guji harvest is here', 'Hello {{ customer.greetingName }}', 'The new harvest from Guji in Ethiopia has arrived. Come and taste it, or ask us for a sample.'],
  'zh-Hans': ['古吉新产季咖啡豆到货', '{{ customer.greetingName }}，您好', '埃塞俄比亚古吉新产季咖啡豆已到货。欢迎前来品鉴，也可向我们索取样品。'],
};
const personal: Texts = Object.fromEntries(Object.entries(plain).map(([language, [subject, ...rest]]) => [language, [`{{ customer.greetingName }}: ${subject}`, ...rest]]));

export async function addCampaigns(app: App, tenant: string, run: Run, runAt: RunAt, users: ReadonlyMap<string, string>): Promise<void> {
  const channelId = await run.id('channelCreate', { kind: 'EMAIL', name: 'News', address: 'news@kolibrik.example', senderName: 'Kolibřík' });
  const eva = users.get(marketer) ?? '';
  const template = async (name: string, texts: Texts): Promise<string> => {
    const templateId = await runAt(HOURS_AGO + 30, eva, 'mailTemplateCreate', { name, fallbackLanguage: 'en' }, 'mailTemplate');
    for (const [language, [subject, greeting, body]] of Object.entries(texts)) {
      await runAt(HOURS_AGO + 29, eva, 'mailTemplateTextSet', { templateId, language, subject, html: html(greeting, body, OFF[language] ?? 'Unsubscribe') }, 'mailTemplateText');
    }
    return templateId;
  };
  const [a, b] = [await template('New harvest', plain), await template('New harvest, by name', personal)];
  const variants = [{ name: 'Plain subject', templateId: a }, { name: 'By name', templateId: b }];
  const harvest = await runAt(HOURS_AGO + 26, eva, 'campaignPlan', {
    name: 'New harvest from Guji', goal: 'Twenty kilos of Guji in wholesale by the end of the year.', budget: { amount: '300.00', currency: 'EUR' },
    channelId, variants, sendFrom: '08:00', sendUntil: '18:00', holdOutPercent: 20, audience: { filter: { not: { stage: { eq: 'FORMER' } } } },
  }, 'campaign');
  await carryOut(app, tenant, splitId(harvest)?.id ?? '');
  await runAt(40, eva, 'campaignPlan', {
    name: 'Winter tasting', goal: 'Thirty guests at the tasting in January.', budget: { amount: '12000.00', currency: 'CZK' }, channelId,
    startsOn: '2027-01-04', endsOn: '2027-01-31', sendFrom: '09:00', sendUntil: '16:30', weekdaysOnly: true, variants: [{ name: 'A', templateId: b }],
    audience: { filter: { stage: { in: ['CLIENT', 'PROSPECT'] }, or: [{ language: { startsWith: 'cs' } }, { language: { startsWith: 'de' } }] } },
  }, 'campaign');
}

/** As the job does it, mail servers apart. */
async function carryOut(app: App, tenant: string, id: string): Promise<void> {
  const at = (hoursLater: number): Date => new Date(app.host.now().getTime() - (HOURS_AGO - hoursLater) * HOUR_MS);
  await asSystem({ ...app.host, now: () => at(0) }, tenant, 'demo', async (transaction) => {
    const campaign = await transaction.get(Campaign, id);
    const texts = await transaction.all(MailTemplateText, {});
    for (const template of new Set(texts.map((text) => text.template.id))) (await transaction.get(MailTemplate, template)).freeze(at(0));
    campaign.launch(at(0), at(0));
    campaign.start(at(0));
    await enrolNext(campaign, transaction);
    await transaction.flush();
    const members = await transaction.all(CampaignMember, { campaign: id, status: 'QUEUED' });
    for (const [i, member] of members.entries()) {
      member.begin('demo', '', at(0.1));
      if (!member.conclude('demo', { outcome: 'SENT', refused: [], knownAs: null }, at(0.1))) continue;
      concerns(transaction, member.customer, member, at(0.1));
      if (i % 6 === 1) member.reply(at(3 + i));
      if (i === 2) member.bounce('5.2.1', '550 5.2.1 Mailbox disabled', at(0.2));
      if (i === 5) {
        member.unsubscribe(at(5));
        await suppressAddress(member.address ?? '', { reason: 'UNSUBSCRIBED', source: 'LINK', member }, transaction);
      }
    }
    campaign.finish(at(0.3));
  });
}
