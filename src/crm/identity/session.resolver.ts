/** Operations on sessions: the only ones that strangers may begin with. Everybody lists and ends their own only. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, MEMBER, mutation, pageOf, PUBLIC, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { SessionTokens } from './begin-session.ts';
import { changePassword } from './change-password.ts';
import { refreshSession } from './refresh-session.ts';
import { Session } from './session.ts';
import { PasswordChangeInput, SessionRevokeInput, SignInInput, SignOutInput, TokenRefreshInput } from './session.inputs.ts';
import { signIn, SignInAnswer } from './sign-in.ts';
import { signedIn } from './signed-in.ts';
import { User } from './user.ts';

export class SessionResolver {
  @query(pageOf(Session), MEMBER, 'Your own sessions that are not over.')
  sessions(args: PageArgs, { page, actor, now }: Context) {
    return page(Session, args, { all: [
      { field: 'user', is: 'eq', value: actor.id }, { field: 'endedAt', is: 'eq', value: null }, { field: 'expiresAt', is: 'gt', value: now().toISOString() },
    ] });
  }

  @field(() => Session, 'flag', MEMBER, 'Whether it is the session of this very request.')
  current(session: Session, _: object, { actor }: Context) {
    return session.id === actor.session;
  }

  @mutation(SignInAnswer, PUBLIC, 'Begins a session.', { input: SignInInput, idempotent: false })
  signIn(input: SignInInput, transaction: Transaction) {
    return signIn(input, transaction);
  }

  @mutation(SessionTokens, PUBLIC, 'Renews a session: answers an access token and the next refresh token. A token that was used before ends the session; within 30 seconds it is taken for a lost answer.', { input: TokenRefreshInput, idempotent: false })
  tokenRefresh({ refreshToken }: TokenRefreshInput, transaction: Transaction) {
    return refreshSession(refreshToken, transaction);
  }

  @mutation(Session, MEMBER, 'Ends the session of this request.', { input: SignOutInput })
  async signOut(_: SignOutInput, { get, actor, now }: Transaction) {
    const session = await get(Session, signedIn(actor).session);
    session.end(now());
    return session;
  }

  @mutation(Session, MEMBER, 'Ends one of your own sessions, as on a lost device.', { input: SessionRevokeInput })
  async sessionRevoke({ sessionId }: SessionRevokeInput, { get, actor, now }: Transaction) {
    const session = await get(Session, sessionId);
    if (session.user.id !== actor.id) throw new NotFound('session');
    session.end(now());
    return session;
  }

  @mutation(User, MEMBER, 'Changes your own password and ends your other sessions.', { input: PasswordChangeInput })
  passwordChange(input: PasswordChangeInput, transaction: Transaction) {
    return changePassword(input, transaction);
  }
}
