/**
 * The next pair of tokens of a session. A refresh token that was used before ends it, for whoever holds the newer
 * one too.
 */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { tokensFor, type SessionTokens } from './begin-session.ts';
import { loadUser } from './load-rights.ts';
import { createRefreshSecret, readRefreshSecret } from './refresh-secret.ts';
import { Session } from './session.ts';

interface Found {
  readonly tenant: string;
  readonly person: string;
  readonly session: string;
}

export async function refreshSession(refreshToken: string, work: Transaction): Promise<SessionTokens> {
  const { ask, enter, get, now, ports } = work;
  const used = readRefreshSecret(refreshToken);
  if ('wrong' in used) throw new Refusal('REFRESH_TOKEN_INVALID', used.wrong, { field: ['refreshToken'] });
  const [found] = await ask<Found>('session_of_family', used.family);
  const actor = found && await loadUser(ask, ports.catalogue, { tenant: found.tenant, id: found.person, session: found.session, expiresAt: null }, now());
  if (!found || !actor) throw new Refusal('REFRESH_TOKEN_INVALID', 'This session is over. Sign in again.', { field: ['refreshToken'] });
  await enter(actor);
  const session = await get(Session, found.session);
  const next = createRefreshSecret(refreshToken);
  if (session.endedAt !== null) throw new Refusal('REFRESH_TOKEN_INVALID', 'This session is over. Sign in again.', { field: ['refreshToken'] });
  if (!session.renew(used.hash, next.hash, now())) {
    throw new Refusal(
      'REFRESH_TOKEN_REUSED', 'This refresh token was used before, so somebody may have copied it. The session was ended: sign in again.',
      { field: ['refreshToken'], keeps: true },
    );
  }
  return tokensFor(session, next.secret, work);
}
