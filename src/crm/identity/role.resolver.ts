/**
 * Operations on roles, and on who holds them. What a role permits is a field of its own, since the modules decide
 * it for built-in ones.
 */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, listOf, MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { defineRole } from './define-role.ts';
import { grantRole, revokeRole } from './grant-role.ts';
import { permissionsOf } from './rights.ts';
import { Role } from './role.ts';
import { RoleDefineInput, RoleGrantInput, RoleRevokeInput } from './role.inputs.ts';
import { User } from './user.ts';

export class RoleResolver {
  @query(pageOf(Role), MEMBER, 'The roles of your organisation, built in and its own.')
  roles(args: PageArgs, { page }: Context) {
    return page(Role, args);
  }

  @field(() => Role, listOf('text', 500), MEMBER, 'What it permits, in alphabetical order. Those of a built-in role come with each release. At most 500.')
  permissions(role: Role, _: object, { ports }: Context) {
    return permissionsOf(role, ports.catalogue);
  }

  @mutation(Role, 'role:define', 'Makes a role of your own or defines it anew. It can hold no more than you do.', { input: RoleDefineInput })
  roleDefine(input: RoleDefineInput, transaction: Transaction) {
    return defineRole(input, transaction);
  }

  @mutation(User, 'role:grant', 'Gives a user a role that holds no more than yours.', { input: RoleGrantInput })
  async roleGrant({ userId, roleId }: RoleGrantInput, transaction: Transaction) {
    const user = await transaction.get(User, userId);
    await grantRole(user, roleId, transaction);
    return user;
  }

  @mutation(User, 'role:revoke', 'Takes a role from a user. The last administrator stays one.', { input: RoleRevokeInput })
  async roleRevoke({ userId, roleId }: RoleRevokeInput, transaction: Transaction) {
    const user = await transaction.get(User, userId);
    await revokeRole(user, roleId, transaction);
    return user;
  }
}
