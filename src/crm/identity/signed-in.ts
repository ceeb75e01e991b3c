/** The actor, where it must be a person with a session: neither an API key nor Rapport itself. */
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/refusal.ts';

interface SignedIn extends Actor {
  readonly session: string;
}

export function signedIn(actor: Actor): SignedIn {
  const { session } = actor;
  if (session === null) throw new Refusal('PEOPLE_ONLY', 'Only a person who signed in can do this, not an API key.');
  return { ...actor, session };
}
