/** Campaigns of the organisation of `fill`: one that is planned by a filter, one for customers who are named, whose members and suppression Rapport itself made. */
import { Customer } from '../../src/crm/customers/customer.ts';
import { CampaignMember } from '../../src/crm/campaigns/campaign-member.ts';
import { CampaignVariant } from '../../src/crm/campaigns/campaign-variant.ts';
import { Campaign } from '../../src/crm/campaigns/campaign.ts';
import { ReturnedMail } from '../../src/crm/interactions/returned-mail.ts';
import { OptOut } from '../../src/crm/campaigns/opt-out.ts';
import { Suppression } from '../../src/crm/campaigns/suppression.ts';
import { Job } from '../../src/crm/jobs/job.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import type { TestApp } from './app.ts';
import type { Made, Make } from './world.ts';

interface Surroundings {
  readonly make: Make;
  readonly word: string;
  readonly customer: string;
}

export async function fillCampaigns({ app }: TestApp, tenant: string, { make, word, customer }: Surroundings): Promise<void> {
  const { channel } = await make<Made<'channel'>>('channelCreate', 'channel { id }', { kind: 'EMAIL', name: `News ${word}`, address: `news@own-${word}.example` });
  const { mailTemplate } = await make<Made<'mailTemplate'>>('mailTemplateCreate', 'mailTemplate { id }', { name: `Template ${word}`, fallbackLanguage: 'en' });
  await make('mailTemplateTextSet', 'mailTemplateText { id }', {
    templateId: mailTemplate.id, language: 'en', subject: `News of ${word}`, html: `<p>${word} {{ customer.name }} {{ unsubscribeUrl }}</p>`, text: `${word} {{ unsubscribeUrl }}`,
  });
  const plan = (name: string, more: object) => make<Made<'campaign'>>('campaignPlan', 'campaign { id }', {
    name: `${name} ${word}`, goal: `Goal of ${word}`, budget: { amount: '100', currency: 'CZK' }, channelId: channel.id, startsOn: '2026-11-01', endsOn: '2027-12-31', sendFrom: '08:00',
    variants: [{ name: `A ${word}`, templateId: mailTemplate.id }], ...more,
  });
  await plan('Filtered', { audience: { filter: { or: [{ kind: { eq: 'PERSON' } }] }, tagged: [`tag ${word}`] } });
  await plan('Named', { audience: { customerIds: [customer] } });
  await make('campaignPolicySet', 'campaignPolicy { id }', { mostMails: 5 });
  await asSystem(app.host, tenant, 'test', async ({ all, get, add, now }) => {
    const [first] = await all(Campaign, {});
    const campaign = await get(Campaign, first?.id ?? '');
    const [variant] = await all(CampaignVariant, { campaign: campaign.id });
    const [one, other] = await all(Customer, {});
    if (!variant || !one || !other) throw new Error('a campaign without what it is made of');
    const at = now();
    const facts = { campaign, dueAt: at, address: `reader@${word}.example`, addressKey: `reader@${word}.example`, domain: `${word}.example` };
    const member = add(CampaignMember.enrol({ ...facts, customer: one, variant, status: 'QUEUED' }));
    member.begin('claim', `key ${word}`, at);
    member.conclude('claim', { outcome: 'SENT', refused: [], knownAs: null }, at);
    member.bounce('5.1.1', `No ${word} here`, at);
    add(CampaignMember.enrol({ campaign, customer: other, dueAt: at, status: 'EXCLUDED', exclusion: 'NO_ADDRESS' }));
    const suppression = add(Suppression.add(`reader@${word}.example`, { reason: 'UNSUBSCRIBED', source: 'LINK', note: `Note ${word}`, member }));
    add(OptOut.of(suppression, one));
    add(ReturnedMail.of(member.id, { statusCode: '5.1.1', reason: `No ${word} here`, dead: [`reader@${word}.example`] }));
    campaign.work(add(Job.queue({ kind: word, subject: campaign })));
  });
}
