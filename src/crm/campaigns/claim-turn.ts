/**
 * Campaigns of an organisation claim one after another, for what holds for all of them together is judged by what the others
 * have committed: how often anybody is mailed, and how fast mails go to a domain.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { Organization } from '../identity/organization.ts';
import { CampaignMember } from './campaign-member.ts';
import type { DomainPace, Room } from './domain-pace.ts';

/** Waits for its turn, which lasts until the end of the transaction. */
export function takeTurn({ get, actor }: Transaction): Promise<Organization> {
  return get(Organization, actor.tenant);
}

const since = (pace: DomainPace, at: Date): Predicate => ({ field: 'handedAt', is: 'gt', value: pace.since(at) });

/** Of all campaigns. */
export async function roomOf(pace: DomainPace, { tally, now }: Transaction): Promise<Room> {
  const handed = await tally(CampaignMember, { by: ['domain'], where: since(pace, now()) });
  return pace.room(now(), new Map(handed.map(({ of, count }) => [String(of['domain']), count])));
}

/** When something may leave to one of the domains that are blocked. Null: none is. */
export async function roomOpensAt(pace: DomainPace, transaction: Transaction): Promise<Date | null> {
  const { all, now } = transaction;
  const { full } = await roomOf(pace, transaction);
  const handed = full.length === 0 ? [] : await all(CampaignMember, {}, 1000, { all: [since(pace, now()), { field: 'domain', is: 'in', value: full }] });
  const moments = [...pace.deferred(now()).values(), ...handed.flatMap(({ handedAt }) => (handedAt ? [handedAt.getTime() + Math.ceil(pace.windowMs)] : []))];
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}
