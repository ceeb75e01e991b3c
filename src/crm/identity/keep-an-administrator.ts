/** Refuses when a user is the last who holds the administrator's role and can sign in. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Organization } from './organization.ts';
import { Role, RoleGrant } from './role.ts';
import { User } from './user.ts';

export async function keepAnAdministrator(leaving: User, { get, all, actor }: Transaction): Promise<void> {
  // Locked first and one at a time, or two administrators could send each other away.
  await get(Organization, actor.tenant);
  const roles = await all(Role, { builtIn: 'ADMINISTRATOR' });
  const holders = (await all(RoleGrant, { role: roles })).map(({ user }) => user.id);
  if (!holders.includes(leaving.id)) return;
  const [other] = await all(User, { id: holders.filter((id) => id !== leaving.id), status: 'ACTIVE' }, 1);
  if (!other) throw new Refusal('LAST_ADMINISTRATOR', 'Nobody else could run the organisation. Make somebody an administrator first.', { field: ['userId'] });
}
