/**
 * Whether somebody may be mailed, and at which address; asked when they are enrolled, and again before their mail leaves.
 * Somebody's own wish goes first and for all their addresses: who took one off is not written to at another, also when it
 * is theirs no more.
 */
import type { Context } from '../../kernel/context.ts';
import { domainOf } from '../../kernel/values/email-address.ts';
import { ContactPoint } from '../customers/contact-point.ts';
import type { Customer } from '../customers/customer.ts';
import { CampaignMember, type CampaignMemberStatus, type ExclusionReason } from './campaign-member.ts';
import { policyOf } from './campaign-policy.ts';
import { OptOut } from './opt-out.ts';
import { OWN_WISH, Suppression, type SuppressionReason } from './suppression.ts';

export interface Mailable {
  readonly address: string;
  /** As `ContactPoint.key`. */
  readonly key: string;
  readonly domain: string;
}

export type Verdict = Mailable | { readonly excluded: ExclusionReason };

export interface Circumstances {
  readonly archived: boolean;
  /** Their e-mail addresses, in order of entry. */
  readonly points: readonly Pick<ContactPoint, 'value' | 'key' | 'primary' | 'undeliverableAt'>[];
  /** By an address that was theirs. */
  readonly optedOut: boolean;
  readonly suppressed: ReadonlyMap<string, SuppressionReason>;
  /** How many mails of campaigns they got within the days of the cap. */
  readonly lately: number;
}

/** `preferred`: the address that was chosen before, as its key. */
export function verdictOf({ archived, points, optedOut, suppressed, lately }: Circumstances, mostMails: number, preferred: string | null = null): Verdict {
  if (archived) return { excluded: 'ARCHIVED' };
  if (points.length === 0) return { excluded: 'NO_ADDRESS' };
  const reasons = points.map(({ key }) => suppressed.get(key));
  if (optedOut || reasons.some((reason) => reason && OWN_WISH.has(reason))) return { excluded: 'OPTED_OUT' };
  const arriving = points.filter(({ undeliverableAt }) => undeliverableAt === null);
  if (arriving.length === 0) return { excluded: 'BOUNCED' };
  const point = arriving.find(({ key }) => key === preferred) ?? arriving.find(({ primary }) => primary) ?? arriving[0];
  const reason = point && suppressed.get(point.key);
  if (!point || reason) return { excluded: reason === 'BOUNCED' ? 'BOUNCED' : 'SUPPRESSED' };
  if (lately >= mostMails) return { excluded: 'FREQUENCY_CAP' };
  return { address: point.value, key: point.key, domain: domainOf(point.value) };
}

const DAY_MS = 86_400_000;
const MOST = 20_000;
/** Whoever is, or may be, mailed counts; who was refused by a server was not. */
const COUNTED: readonly CampaignMemberStatus[] = ['SENDING', 'SENT', 'UNCERTAIN', 'BOUNCED', 'REPLIED', 'UNSUBSCRIBED'];

/** Of at most a thousand customers, by a bounded number of statements. */
export async function judge(
  customers: readonly Pick<Customer, 'id' | 'archivedAt'>[], { all, tally, now }: Pick<Context, 'all' | 'tally' | 'now'>, preferred: ReadonlyMap<string, string | null> = new Map(),
): Promise<Map<string, Verdict>> {
  const ids = customers.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { mostMails, perDays } = await policyOf({ all });
  const since = new Date(now().getTime() - perDays * DAY_MS);
  const [points, optOuts, mailed] = await Promise.all([
    all(ContactPoint, { kind: 'EMAIL', customer: ids.map((id) => ({ id })) }, MOST),
    all(OptOut, { customer: ids.map((id) => ({ id })) }, MOST),
    tally(CampaignMember, { by: ['customer'], where: { all: [
      { field: 'customer', is: 'in', value: ids }, { field: 'handedAt', is: 'gte', value: since }, { field: 'status', is: 'in', value: COUNTED },
    ] } }),
  ]);
  const suppressions = await all(Suppression, { key: [...new Set(points.map(({ key }) => key))] }, MOST);
  const suppressed = new Map(suppressions.map(({ key, reason }) => [key, reason]));
  const optedOut = new Set(optOuts.map(({ customer }) => customer.id));
  const lately = new Map(mailed.map(({ of, count }) => [String(of['customer']), count]));
  const pointsOf = Map.groupBy(points, ({ customer }) => customer.id);
  return new Map(customers.map(({ id, archivedAt }) => [id, verdictOf(
    { archived: archivedAt !== null, points: pointsOf.get(id) ?? [], optedOut: optedOut.has(id), suppressed, lately: lately.get(id) ?? 0 }, mostMails, preferred.get(id) ?? null,
  )]));
}
