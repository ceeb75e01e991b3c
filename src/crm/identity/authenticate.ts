/**
 * From the credential of a request to who is asking. Rights are stored, not carried in the token, and are
 * remembered for a moment only: with the three seconds between two looks at a live connection, whatever is
 * taken from somebody stops within five.
 */
import type { Actor } from '../../kernel/actor.ts';
import { decodeId } from '../../kernel/ids.ts';
import { modelOf } from '../../kernel/model.ts';
import type { Catalogue } from '../../kernel/module.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import { readApiKeySecret } from './api-key-secret.ts';
import { loadApiKey, loadUser, type Ask } from './load-rights.ts';
import { Organization } from './organization.ts';
import { Session } from './session.ts';
import { User } from './user.ts';

const REMEMBERED_MS = 1500;
const MOST_REMEMBERED = 10_000;
const LAST_USE_MS = 60_000;

export interface Surroundings {
  readonly ask: Ask;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
  readonly verifyAccessToken: (token: string) => Promise<{ claims: { sub: string; org: string; sid: string }; expiresAt: Date } | { wrong: string }>;
}

/** The text after `Bearer`; null: a stranger. Throws `Unauthenticated` when it is not good. */
export type Authenticate = (credential: string | null) => Promise<Actor | null>;

export function createAuthenticator(around: Surroundings): Authenticate {
  const remembered = new Map<string, { actor: Promise<Actor>; at: number }>();

  return async (credential) => {
    if (credential === null) return null;
    const at = around.now().getTime();
    const known = remembered.get(credential);
    if (known && at - known.at < REMEMBERED_MS) {
      const actor = await known.actor;
      if (actor.expiresAt === null || actor.expiresAt.getTime() > at) return actor;
    }
    const actor = credential.startsWith('rpk_') ? byKey(credential, around) : byToken(credential, around);
    remembered.delete(credential);
    remembered.set(credential, { actor, at });
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    actor.catch(() => remembered.delete(credential));
    return actor;
  };
}

async function byToken(token: string, { verifyAccessToken, ask, catalogue, now }: Surroundings): Promise<Actor> {
  const verification = await verifyAccessToken(token);
  if ('wrong' in verification) throw new Unauthenticated(verification.wrong);
  const { claims: { sub, org, sid }, expiresAt } = verification;
  const who = { tenant: decodeId(modelOf(Organization), org), id: decodeId(modelOf(User), sub), session: decodeId(modelOf(Session), sid), expiresAt };
  const actor = await loadUser(ask, catalogue, who, now());
  if (!actor) throw new Unauthenticated('The session is over. Sign in again.');
  return actor;
}

async function byKey(secret: string, { ask, catalogue, now }: Surroundings): Promise<Actor> {
  const reading = readApiKeySecret(secret);
  if ('wrong' in reading) throw new Unauthenticated(reading.wrong);
  const at = now();
  const found = await loadApiKey(ask, catalogue, reading.hash, at);
  if (!found) throw new Unauthenticated('This API key is not known here, or it was revoked, or its time is over.');
  if (found.lastUsedAt === null || at.getTime() - found.lastUsedAt.getTime() >= LAST_USE_MS) {
    // Not in the request's way; when it fails, the next use is noted.
    ask('note_api_key_use', found.actor.tenant, found.actor.id, at).catch(() => {});
  }
  return found.actor;
}
