/** Changes one's own password, and ends one's other sessions: whoever knew the old one is out. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { newPasswordHash } from './new-password.ts';
import { guessPassword } from './password-guess.ts';
import { verifyPassword } from './password.ts';
import { Session } from './session.ts';
import type { PasswordChangeInput } from './session.inputs.ts';
import { signedIn } from './signed-in.ts';
import { User } from './user.ts';

export async function changePassword({ currentPassword, newPassword }: PasswordChangeInput, work: Transaction): Promise<User> {
  const { get, all, actor, now, request } = work;
  const user = await get(User, signedIn(actor).id);
  const right = await guessPassword({ account: user.emailKey, address: request.address, at: now() }, async () =>
    (await verifyPassword(user.passwordHash, currentPassword)) || null);
  if (!right) throw new Refusal('WRONG_PASSWORD', 'This is not your current password.', { field: ['currentPassword'] });
  user.changePassword(await newPasswordHash(newPassword, user.email, 'newPassword'));
  for (const session of await all(Session, { user, endedAt: null })) {
    if (session.id !== actor.session) session.end(now());
  }
  return user;
}
