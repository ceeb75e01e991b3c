/** What a campaign is made of while it is planned: whom it is for, and what they get. */
import type { Transaction } from '../../kernel/context.ts';
import { ANY } from '../../kernel/predicates.ts';
import { Hidden, Refusal } from '../../kernel/refusal.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { randomBytes } from 'node:crypto';
import { Customer } from '../customers/customer.ts';
import { Channel } from '../interactions/channel.ts';
import { AudienceCondition, fieldsCompared, MOST_CONDITIONS } from './audience-condition.ts';
import { AudienceCustomer } from './audience-customer.ts';
import { CampaignVariant, MOST_VARIANTS } from './campaign-variant.ts';
import type { AudienceInput, CampaignPlanInput, CampaignUpdateInput, CampaignVariantInput } from './campaign.inputs.ts';
import { MOST_NAMED } from './campaign.inputs.ts';
import { Campaign } from './campaign.ts';
import { MailTemplate } from './mail-template.ts';
import { ownOrganization } from './own-organization.ts';

const MOST_NAMED_IN_ALL = 100_000;

export async function planCampaign({ audience, variants, channelId, ...details }: CampaignPlanInput, transaction: Transaction): Promise<Campaign> {
  const { add, actor } = transaction;
  const { timeZone, baseCurrency } = await ownOrganization(transaction);
  const campaign = add(Campaign.plan({
    ...details, timeZone: details.timeZone ?? timeZone, currency: baseCurrency, channel: await channelOf(channelId ?? null, transaction),
    owner: actor.kind === 'USER' ? { id: actor.id } : null, seed: randomBytes(16).toString('hex'),
  }));
  if (audience) await chooseAudience(campaign, audience, transaction);
  if (variants) await chooseVariants(campaign, variants, transaction);
  return campaign;
}

export async function updateCampaign(input: CampaignUpdateInput, transaction: Transaction): Promise<Campaign> {
  const { campaignId, expectedVersion, audience, variants, channelId, ...details } = input;
  const campaign = await transaction.get(Campaign, campaignId, expectedVersion);
  campaign.update({ ...details, channel: channelId ? await channelOf(channelId, transaction) : undefined });
  if (audience) await chooseAudience(campaign, audience, transaction);
  if (variants) await chooseVariants(campaign, variants, transaction);
  return campaign;
}

async function chooseAudience(campaign: Campaign, { filter, tagged, customerIds }: AudienceInput, transaction: Transaction): Promise<void> {
  const { all, add, remove, flush, actor } = transaction;
  const chosen = filter != null || (tagged?.length ?? 0) > 0;
  if (chosen === (customerIds != null)) {
    throw new Refusal('AUDIENCE_AMBIGUOUS', 'An audience is chosen by `filter` and `tagged`, or named by `customerIds`: give one of the two.', { field: ['audience'] });
  }
  for (const name of fieldsCompared(filter ?? ANY)) if (actor.hidden.has(`Customer.${name}`)) throw new Hidden(`Customer.${name}`);
  campaign.recompose();
  // The parts of a condition before the condition itself.
  for (const condition of (await all(AudienceCondition, { campaign: campaign.id }, MOST_CONDITIONS)).toReversed()) remove(condition);
  for (const named of await all(AudienceCustomer, { campaign: campaign.id }, MOST_NAMED_IN_ALL)) remove(named);
  await flush();
  if (customerIds) {
    await nameCustomers(campaign, customerIds, transaction);
    return;
  }
  const conditions = AudienceCondition.of(campaign, filter ?? ANY, tagged ?? []);
  if (conditions.length > MOST_CONDITIONS) throw new Refusal('TOO_MANY_CONDITIONS', `An audience is chosen by at most ${MOST_CONDITIONS} conditions; these are ${conditions.length}.`, { field: ['audience', 'filter'] });
  conditions.forEach(add);
}

async function chooseVariants(campaign: Campaign, variants: readonly CampaignVariantInput[], { all, add, remove }: Transaction): Promise<void> {
  const names = variants.map(({ name }) => name.toLowerCase());
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0) throw new Refusal('VARIANT_NAME_TAKEN', `Two variants are called ${variants[twice]?.name}.`, { field: ['variants', String(twice), 'name'] });
  const templates = await all(MailTemplate, { id: variants.map(({ templateId }) => templateId) });
  const found = variants.map(({ name, templateId, weight }, i) => {
    const template = templates.find(({ id }) => id === templateId);
    if (!template) throw new Refusal('TEMPLATE_NOT_FOUND', 'There is no such template in this organisation.', { field: ['variants', String(i), 'templateId'] });
    return CampaignVariant.of({ campaign, name, weight: weight ?? 1, template });
  });
  campaign.recompose();
  for (const variant of await all(CampaignVariant, { campaign: campaign.id }, MOST_VARIANTS)) remove(variant);
  found.forEach(add);
}

/** Adds customers to a list that is named one by one. */
export async function addCustomers(campaign: Campaign, customerIds: readonly string[], transaction: Transaction): Promise<void> {
  const [condition] = await transaction.all(AudienceCondition, { campaign: campaign.id }, 1);
  if (condition) throw new Refusal('AUDIENCE_AMBIGUOUS', 'The audience of this campaign is chosen by a filter: nobody is named for it.', { field: ['customerIds'] });
  campaign.refuseLaunched();
  const [before] = await transaction.tally(AudienceCustomer, { by: [], where: { field: 'campaign', is: 'eq', value: campaign.id } });
  const more = await nameCustomers(campaign, customerIds, transaction);
  if (more === 0) return;
  if ((before?.count ?? 0) + more > MOST_NAMED_IN_ALL) {
    throw new Refusal('TOO_MANY_CUSTOMERS', `At most ${MOST_NAMED_IN_ALL} customers are named for a campaign. Choose more by a filter or by tags.`, { field: ['customerIds'] });
  }
  campaign.recompose();
}

export async function removeCustomers(campaign: Campaign, customerIds: readonly string[], { all, remove }: Transaction): Promise<void> {
  campaign.recompose();
  const named = await all(AudienceCustomer, { campaign: campaign.id, customer: customerIds.map((id) => ({ id })) }, MOST_NAMED);
  const missing = customerIds.findIndex((id) => !named.some(({ customer }) => customer.id === id));
  if (missing >= 0) throw new Refusal('CUSTOMER_NOT_FOUND', 'There is no such customer among those who are named for this campaign.', { field: ['customerIds', String(missing)] });
  named.forEach(remove);
}

/** How many of them were not named yet. */
async function nameCustomers(campaign: Campaign, customerIds: readonly string[], { all, add }: Transaction): Promise<number> {
  const wanted = [...new Set(customerIds)];
  const customers = new Set((await all(Customer, { id: wanted }, MOST_NAMED)).map(({ id }) => id));
  const missing = customerIds.findIndex((id) => !customers.has(id));
  if (missing >= 0) throw new Refusal('CUSTOMER_NOT_FOUND', 'There is no such customer within your reach.', { field: ['customerIds', String(missing)] });
  const named = new Set((await all(AudienceCustomer, { campaign: campaign.id, customer: wanted.map((id) => ({ id })) }, MOST_NAMED)).map(({ customer }) => customer.id));
  const others = wanted.filter((id) => !named.has(id));
  for (const id of others) add(AudienceCustomer.of(campaign, { id }));
  return others.length;
}

/** Not locked: many send on it at a time. */
export async function channelOf(id: string | null, { all }: Transaction): Promise<Channel> {
  const channels = await all(Channel, id === null ? { kind: 'EMAIL', active: true } : { id });
  if (id !== null && channels.length === 0) throw new Refusal('CHANNEL_NOT_FOUND', 'There is no such channel in this organisation.', { field: ['channelId'] });
  const able = channels.filter(({ kind, address }) => kind === 'EMAIL' && address && 'value' in emailAddress.read(address));
  const [channel] = able;
  if (channel && able.length === 1) return channel;
  throw new Refusal('CHANNEL_CANNOT_SEND', id !== null ? 'Mails are sent from an e-mail channel that has an address.'
    : able.length === 0 ? 'There is no active e-mail channel with an address to send from.' : 'Several channels can send: name one by `channelId`.', { field: ['channelId'] });
}
