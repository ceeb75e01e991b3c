/**
 * From the credential of a request to who is asking. Whom a credential stands for is found out once; what
 * they may do is stored, not carried in the token, and is remembered for a moment only: with the three
 * seconds between two looks at a live connection, whatever is taken from somebody stops within five.
 */
import type { Actor } from '../../kernel/actor.ts';
import { decodeId } from '../../kernel/ids.ts';
import { modelOf } from '../../kernel/model.ts';
import type { Catalogue } from '../../kernel/module.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import { readApiKeySecret } from './api-key-secret.ts';
import { createRights, type Ask, type Rights } from './load-rights.ts';
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

/** Judges by the rights of this moment whoever a credential stands for. */
type Judge = () => Promise<Actor>;

export function createAuthenticator(around: Surroundings): Authenticate {
  const rights = createRights(around.ask, around.catalogue, around.now);
  const remembered = new Map<string, { judge: Promise<Judge>; actor: Promise<Actor>; at: number }>();

  return async (credential) => {
    if (credential === null) return null;
    const at = around.now().getTime();
    const known = remembered.get(credential);
    if (known && at - known.at < REMEMBERED_MS) {
      const actor = await known.actor;
      if (actor.expiresAt === null || actor.expiresAt.getTime() > at) return actor;
    }
    const judge = known?.judge ?? (credential.startsWith('rpk_') ? ofKey(credential, rights, around) : ofToken(credential, rights, around));
    const actor = judge.then((judged) => judged());
    remembered.delete(credential);
    remembered.set(credential, { judge, actor, at });
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    actor.catch(() => remembered.delete(credential));
    return actor;
  };
}

async function ofToken(token: string, rights: Rights, { verifyAccessToken, now }: Surroundings): Promise<Judge> {
  const verified = async () => {
    const verification = await verifyAccessToken(token);
    if ('wrong' in verification) throw new Unauthenticated(verification.wrong);
    return verification;
  };
  const { claims: { sub, org, sid }, expiresAt } = await verified();
  const who = { tenant: decodeId(modelOf(Organization), org), id: decodeId(modelOf(User), sub), session: decodeId(modelOf(Session), sid), expiresAt };
  return async () => {
    if (expiresAt <= now()) await verified(); // which tells that it is over
    const actor = await rights.ofUser(who);
    if (!actor) throw new Unauthenticated('The session is over. Sign in again.');
    return actor;
  };
}

async function ofKey(secret: string, rights: Rights, { ask, now }: Surroundings): Promise<Judge> {
  const reading = readApiKeySecret(secret);
  if ('wrong' in reading) throw new Unauthenticated(reading.wrong);
  return async () => {
    const at = now();
    const found = await rights.ofApiKey(reading.hash);
    if (!found) throw new Unauthenticated('This API key is not known here, or it was revoked, or its time is over.');
    const { actor, lastUsedAt } = found;
    if (lastUsedAt === null || at.getTime() - lastUsedAt.getTime() >= LAST_USE_MS) {
      // Not in the request's way; when it fails, the next use is noted.
      ask('note_api_key_use', actor.tenant, actor.id, at).catch(() => {});
    }
    return actor;
  };
}
