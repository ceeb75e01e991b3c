/**
 * Gives roles to users and takes them away: nobody gives more than they hold, and somebody stays who can run the
 * organisation.
 */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { keepAnAdministrator } from './keep-an-administrator.ts';
import { excess, rightsOf } from './rights.ts';
import { MOST_ROLES, Role, RoleGrant } from './role.ts';
import type { User } from './user.ts';

export async function grantRole(user: User, roleId: string, { get, all, add, actor, ports }: Transaction): Promise<void> {
  const role = await get(Role, roleId);
  const more = excess(rightsOf([role], ports.catalogue), actor);
  if (more) throw new Refusal('MORE_THAN_YOURS', `The role ${role.name} gives ${more}, which you do not hold yourself.`, { field: ['roleId'] });
  const held = await all(RoleGrant, { user }, MOST_ROLES);
  if (held.length >= MOST_ROLES) throw new Refusal('TOO_MANY_ROLES', `A user holds at most ${MOST_ROLES} roles.`, { field: ['roleId'] });
  add(RoleGrant.create(user, role));
}

export async function revokeRole(user: User, roleId: string, transaction: Transaction): Promise<void> {
  const role = await transaction.get(Role, roleId);
  if (role.builtIn === 'ADMINISTRATOR') await keepAnAdministrator(user, transaction);
  const [grant] = await transaction.all(RoleGrant, { user, role }, 1);
  if (!grant) throw new Refusal('ROLE_NOT_GRANTED', 'They do not hold this role.', { field: ['roleId'] });
  transaction.remove(grant);
  grant.revokedFrom(user);
}
