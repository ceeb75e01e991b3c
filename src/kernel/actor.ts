/**
 * Who is asking, and what they may do and reach. An actor is made once per request (or per few seconds
 * of a live connection) from a credential and the rights stored for it; everything after reads it.
 */
import { choices, type Choice } from './choices.ts';
import type { ModelSpec, Reach } from './model.ts';
import { ANY, NONE, Param, type Predicate } from './predicates.ts';

export const ReachLevel = choices('ReachLevel', 'Which rows a role reaches.', {
  OWN: 'Records the user owns or handles.',
  TEAM: "Those, and the records of the user's teams.",
  ALL: 'Every record of the organisation.',
});
export type ReachLevel = Choice<typeof ReachLevel>;

export const ActorKind = choices('ActorKind', 'What kind of actor did it.', {
  USER: 'A person who signed in.',
  API_KEY: 'A partner system, by its API key.',
  SYSTEM: 'Rapport itself: an import, a schedule, a rule.',
});
export type ActorKind = Choice<typeof ActorKind>;

export interface Actor {
  readonly kind: ActorKind;
  /** The user's, key's or (for the system) organisation's id. */
  readonly id: string;
  readonly tenant: string;
  readonly session: string | null;
  readonly permissions: ReadonlySet<string>;
  readonly reach: ReachLevel;
  readonly teams: readonly string[];
  /** Fields this actor may not read, as `Customer.email`. */
  readonly hidden: ReadonlySet<string>;
  /** When the credential ends; null when it does not. */
  readonly expiresAt: Date | null;
}

export function may(actor: Actor, permission: string | null): boolean {
  return permission === null || actor.permissions.has(permission) || actor.permissions.has('*');
}

/** Rapport itself, at work in an organisation. */
export function systemActor(tenant: string): Actor {
  return {
    kind: 'SYSTEM', id: tenant, tenant, session: null, permissions: new Set(['*']), reach: 'ALL', teams: [], hidden: new Set(), expiresAt: null,
  };
}

/** Where a record stands for the question who reaches it; an event keeps these, never more. */
export interface ReachFacts {
  readonly owners: readonly string[];
  readonly teams: readonly string[];
}

const ACTOR_ID = new Param((asker) => asker.id);
const ACTOR_TEAMS = new Param((asker) => asker.teams);

/** The relations to the users whose own record it is. */
export const ownersIn = ({ owner = [] }: Reach): readonly string[] => (typeof owner === 'string' ? [owner] : owner);

/** The rows of a model that whoever has this level reaches. */
export function reachOf(model: ModelSpec, level: ReachLevel): Predicate {
  if (model.reach === null || level === 'ALL') return ANY;
  const { team, through } = model.reach;
  const ways: Predicate[] = [];
  for (const field of ownersIn(model.reach)) ways.push({ field, is: 'eq', value: ACTOR_ID });
  if (team && level === 'TEAM') ways.push({ field: team, is: 'in', value: ACTOR_TEAMS });
  if (through && model.field(through).kind === 'node') {
    ways.push(...model.holders(through).map((holder): Predicate => ({ node: through, of: holder.type, where: reachOf(holder, level) })));
  } else if (through) ways.push({ through, where: reachOf(model.target(through), level) });
  return ways.length > 0 ? { any: ways } : NONE;
}

/** The same decision for an event, in memory. Null facts: the model has no reach, everyone sees it. */
export function reaches(actor: Actor, facts: ReachFacts | null): boolean {
  if (facts === null || actor.reach === 'ALL') return true;
  if (facts.owners.includes(actor.id)) return true;
  return actor.reach === 'TEAM' && facts.teams.some((team) => actor.teams.includes(team));
}
