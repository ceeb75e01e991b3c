/** Closes an account: its sessions end with it, and somebody stays who can run the organisation. */
import type { Transaction } from '../../kernel/context.ts';
import { keepAnAdministrator } from './keep-an-administrator.ts';
import { Session } from './session.ts';
import { User } from './user.ts';

export async function deactivateUser(userId: string, expectedVersion: number | null | undefined, transaction: Transaction): Promise<User> {
  const { get, all, now } = transaction;
  const user = await get(User, userId, expectedVersion);
  await keepAnAdministrator(user, transaction);
  user.deactivate();
  for (const session of await all(Session, { user, endedAt: null })) session.end(now());
  return user;
}
