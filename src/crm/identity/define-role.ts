/** Makes a role, or defines one anew, of permissions that exist and that whoever defines it holds. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { excess, rightsOf, unhideableFields, unknownPermissions } from './rights.ts';
import { Role } from './role.ts';
import type { RoleDefineInput } from './role.inputs.ts';

export async function defineRole(input: RoleDefineInput, { get, add, actor, ports: { catalogue } }: Transaction): Promise<Role> {
  const { roleId, name, reach, description = null } = input;
  const permissions = [...new Set(input.permissions)].sort();
  const hiddenFields = [...new Set(input.hiddenFields)].sort();
  const errors = [...unknownPermissions(input.permissions, catalogue), ...unhideableFields(input.hiddenFields ?? [], catalogue)];
  if (errors.length > 0) throw Refusal.of(errors);
  const more = excess(rightsOf([{ builtIn: null, permissions, reach, hiddenFields }], catalogue), actor);
  if (more) throw new Refusal('MORE_THAN_YOURS', `This role would give ${more}, which you do not hold yourself.`);
  const definition = { name, description, permissions, reach, hiddenFields };
  if (!roleId) return add(Role.define(definition));
  const role = await get(Role, roleId, input.expectedVersion);
  role.redefine(definition);
  return role;
}
