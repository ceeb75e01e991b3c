/**
 * The next mails of a campaign: one transaction asks once more who may be mailed and marks them as being sent; then they are
 * handed over; then another transaction keeps what came of it. Each takes a bounded number of statements and announces
 * the campaign once, however many members got further.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { MailParty } from '../../kernel/ports.ts';
import { domainOf } from '../../kernel/values/email-address.ts';
import { concerns } from '../customers/concerns.ts';
import { Customer } from '../customers/customer.ts';
import { markAddressUndeliverable } from '../customers/mark-address.ts';
import { Channel } from '../interactions/channel.ts';
import { messageKey } from '../interactions/mail-message-id.ts';
import { senderOf } from '../interactions/queue-message.ts';
import { CampaignMember } from './campaign-member.ts';
import type { CampaignPolicy } from './campaign-policy.ts';
import { CampaignVariant } from './campaign-variant.ts';
import { Campaign } from './campaign.ts';
import { roomOf, takeTurn } from './claim-turn.ts';
import type { DomainPace } from './domain-pace.ts';
import { judge, type Verdict } from './eligibility.ts';
import { ofTheServer, refusalOfSender, type Arrival, type Departure } from './hand-over.ts';
import { Faulty } from './liquid.ts';
import { MailTemplateText } from './mail-template-text.ts';
import { MailTemplate } from './mail-template.ts';
import { ownOrganization } from './own-organization.ts';
import { dataOf, MailRenderer, wordingFor, type RenderedMail } from './render-mail.ts';

/** Who is in flight when a process dies is UNCERTAIN: so there are few. */
const AT_ONCE = 20;
/** Looked at for those of domains that may be written to. */
const CANDIDATES = 200;

/** What all mails of a campaign have in common, read once by who sends. */
export interface Stationery {
  readonly from: MailParty;
  readonly wordings: ReadonlyMap<string, readonly MailRenderer[]>;
  readonly fallbacks: ReadonlyMap<string, string>;
  readonly policy: Pick<CampaignPolicy, 'domainPerMinute' | 'domainConnections'>;
}

export async function stationeryOf(campaign: Campaign, policy: CampaignPolicy, transaction: Transaction): Promise<Stationery> {
  const { all } = transaction;
  const [channel] = await all(Channel, { id: campaign.channel.id });
  if (!channel) throw new Error('a campaign without a channel');
  const variants = await all(CampaignVariant, { campaign: campaign.id });
  const templates = await all(MailTemplate, { id: variants.map(({ template }) => template.id) });
  const texts = await all(MailTemplateText, { template: templates.map(({ id }) => ({ id })) });
  const fallbacks = new Map(templates.map(({ id, fallbackLanguage }) => [id, fallbackLanguage]));
  const of = <V>(value: (template: string) => V): Map<string, V> => new Map(variants.map(({ id, template }) => [id, value(template.id)]));
  return {
    from: { name: channel.senderName ?? (await ownOrganization(transaction)).name, address: senderOf(channel) },
    wordings: of((template) => texts.filter((text) => text.template.id === template).map((text) => new MailRenderer(text))),
    fallbacks: of((template) => fallbacks.get(template) ?? ''),
    policy,
  };
}

export interface Sending {
  readonly campaign: string;
  readonly claim: string;
  readonly pace: DomainPace;
  readonly stationery: Stationery;
}

/** Marks who is mailed now, and excludes who may not be any more. Null: nobody can be mailed at this moment. */
export async function claimNext(campaign: Campaign, { claim, pace, stationery }: Sending, transaction: Transaction): Promise<{ departures: Departure[]; excluded: number } | null> {
  const { all, now, ports, actor } = transaction;
  const organization = await takeTurn(transaction);
  const at = now();
  const room = await roomOf(pace, transaction);
  const candidates = await all(CampaignMember, { campaign: campaign.id, status: 'QUEUED' }, CANDIDATES, { all: [
    { field: 'dueAt', is: 'lte', value: at }, { not: { field: 'domain', is: 'in', value: room.blocked } },
  ] });
  const members: CampaignMember[] = [];
  for (const member of candidates) if (members.length < AT_ONCE && room.take(member.domain ?? '')) members.push(member);
  if (members.length === 0) return null;
  const customers = await all(Customer, { id: members.map(({ customer }) => customer.id) });
  const verdicts = await judge(customers, transaction, new Map(members.map(({ customer, addressKey }) => [customer.id, addressKey])));
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const departures = members.flatMap((member): Departure[] => {
    const customer = byId.get(member.customer.id);
    const verdict: Verdict = verdicts.get(member.customer.id) ?? { excluded: 'NO_ADDRESS' };
    // An address that they got since was not compared with those of the others.
    const excluded = 'excluded' in verdict ? verdict.excluded : verdict.key === member.addressKey ? null : 'NO_ADDRESS';
    if (excluded !== null || !customer || 'excluded' in verdict) {
      member.exclude(excluded ?? 'NO_ADDRESS');
      return [];
    }
    const unsubscribeUrl = ports.links.page({ tenant: actor.tenant, name: 'unsubscribe', id: member.id });
    const rendered = render(customer, member.variant?.id ?? '', { campaign, organization, unsubscribeUrl }, stationery);
    if ('faulty' in rendered) {
      member.fail(null, rendered.faulty);
      return [];
    }
    const name = ports.mail.nameOf(actor.tenant, member.id);
    member.begin(claim, messageKey(`${name}@${domainOf(stationery.from.address)}`), at);
    return [{ member: member.id, domain: verdict.domain, mail: {
      tenant: actor.tenant, name, from: stationery.from,
      to: [{ name: customer.name.includes('@') ? null : customer.name, address: verdict.address }],
      subject: rendered.subject, text: rendered.text, html: rendered.html, language: rendered.language, date: at, unsubscribeUrl,
    } }];
  });
  campaign.progress();
  return { departures, excluded: members.length - departures.length };
}

function render(customer: Customer, variant: string, occasion: Parameters<typeof dataOf>[1], { wordings, fallbacks }: Stationery): RenderedMail | { faulty: string } {
  const wording = wordingFor(customer.language, wordings.get(variant) ?? [], fallbacks.get(variant) ?? '');
  if (!wording) return { faulty: 'Its template says nothing in a language that would do.' };
  try {
    return wording.renderToSend(dataOf(customer, occasion));
  } catch (error) {
    if (error instanceof Faulty) return { faulty: `Its template cannot be filled for them: ${error.message}` };
    throw error;
  }
}

const POSTPONED_MS = 5 * 60_000;
/** RFC 3463: the mailbox is full, or too large a mail: nothing is wrong with the others of the domain. */
const OF_THE_MAILBOX = /^4\.2\./;
const NO_SUCH_ADDRESS = /^5\.1\.[123]$/;

/** Keeps what servers said. Answers whether there was no server to speak to. Where it takes nothing from the sender, the campaign waits for people. */
export async function conclude(arrivals: readonly Arrival[], sending: Sending, transaction: Transaction): Promise<boolean> {
  const { get, all } = transaction;
  const campaign = await get(Campaign, sending.campaign);
  const members = await all(CampaignMember, { id: arrivals.map(({ member }) => member) });
  const byId = new Map(members.map((member) => [member.id, member]));
  for (const arrival of arrivals) {
    const member = byId.get(arrival.member);
    if (member?.claim !== sending.claim) continue; // somebody sends it again, by another claim
    await keep(member, arrival, sending, transaction);
    if (campaign.status === 'STOPPED' && member.status === 'QUEUED') member.cancel();
  }
  const refusal = arrivals.map(({ outcome }) => refusalOfSender(outcome)).find((reason) => reason !== null);
  if (refusal !== undefined && campaign.going) campaign.pause(refusal);
  else campaign.progress();
  return arrivals.some(({ outcome }) => ofTheServer(outcome));
}

async function keep(member: CampaignMember, { domain, outcome }: Arrival, { claim, pace }: Sending, transaction: Transaction): Promise<void> {
  const at = transaction.now();
  const later = new Date(at.getTime() + POSTPONED_MS);
  if (outcome.outcome === 'NOT_BEGUN') {
    if (member.putBack(claim, at) && outcome.excluded !== null) member.exclude(outcome.excluded);
    return;
  }
  if (ofTheServer(outcome)) {
    member.putBack(claim, refusalOfSender(outcome) === null ? later : at);
    return;
  }
  if (member.conclude(claim, outcome, at)) concerns(transaction, member.customer, member, at);
  if (outcome.outcome === 'SENT' && outcome.knownAs) member.messageKey = messageKey(outcome.knownAs);
  if (outcome.outcome === 'POSTPONED' && !OF_THE_MAILBOX.test(outcome.statusCode ?? '')) pace.defer(domain, later);
  if (outcome.outcome === 'REFUSED' && NO_SUCH_ADDRESS.test(outcome.statusCode ?? '') && member.addressKey) {
    await markAddressUndeliverable(member.addressKey, outcome.reason, transaction);
  }
}
