/** How a session begins and is told of: its tokens leave here once, and only their hashes are kept. */
import type { Transaction } from '../../kernel/context.ts';
import { belongsTo, moment, text, type Ref } from '../../kernel/fields.ts';
import { encodeId } from '../../kernel/ids.ts';
import { modelOf, result } from '../../kernel/model.ts';
import { Organization } from './organization.ts';
import { createRefreshSecret } from './refresh-secret.ts';
import { Session } from './session.ts';
import { User } from './user.ts';

@result('What a client needs to act as a user.')
export class SessionTokens {
  @text('Send it as `Authorization: Bearer …`. Null: nobody was signed in.', { secret: true, optional: true })
  accessToken: string | null = null;

  @moment('When the access token ends: renew it before. Null: nobody was signed in.', { optional: true })
  accessTokenExpiresAt: Date | null = null;

  @text('Give it to `tokenRefresh`, once. Null: nobody was signed in.', { secret: true, optional: true })
  refreshToken: string | null = null;

  @belongsTo(() => User, 'Who was signed in. Null: nobody.', { optional: true })
  user: Ref<User> | null = null;
}

/** A session in the organisation of this transaction, with its first tokens. */
export async function beginSession(user: Ref<User>, id: string, device: string | null, work: Transaction): Promise<SessionTokens> {
  const token = createRefreshSecret();
  const session = Session.begin(user, device, token, work.now(), work.ports.tokens.refreshLifetimeMs);
  work.add(Object.assign(session, { id }));
  return tokensFor(session, token.secret, work);
}

export async function tokensFor(session: Session, refreshToken: string, { ports, actor }: Transaction): Promise<SessionTokens> {
  const { token, expiresAt } = await ports.tokens.issue({
    user: encodeId(modelOf(User), session.user.id), tenant: encodeId(modelOf(Organization), actor.tenant), session: encodeId(modelOf(Session), session.id),
  });
  return Object.assign(new SessionTokens(), { accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken, user: session.user });
}
