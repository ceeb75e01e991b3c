/**
 * What of an actor decides the messages of a stream: what they may do, what is hidden from them and what
 * they reach. Whoever sees alike shares a group. It is served as an actor who is none of them in
 * particular, so that nothing personal of one member can come into the messages of another.
 */
import { hash } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';

export interface Sight {
  readonly key: string;
  readonly actor: Actor;
}

const known = new WeakMap<Actor, Sight>();

export function sightOf(actor: Actor): Sight {
  let sight = known.get(actor);
  if (!sight) known.set(actor, sight = look(actor));
  return sight;
}

function look({ kind, id, tenant, permissions, reach, teams, hidden }: Actor): Sight {
  // Reach goes by the actor's id, or by it and the teams, or by neither.
  const self = reach === 'ALL' ? { kind: 'SYSTEM' as const, id: tenant } : { kind, id };
  const actor: Actor = { ...self, tenant, session: null, permissions, reach, teams: reach === 'TEAM' ? teams.toSorted() : [], hidden, expiresAt: null };
  const parts = [self.kind, self.id, tenant, reach, actor.teams, [...permissions].sort(), [...hidden].sort()];
  return { key: hash('sha256', JSON.stringify(parts), 'base64'), actor };
}
