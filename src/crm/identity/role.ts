/** Roles, and that a user holds one: the two are one idea, since rights are always those of all roles together. */
import { ReachLevel } from '../../kernel/actor.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { BuiltInRole, builtInRoles } from './built-in-role.ts';
import type { RoleTerms } from './rights.ts';
import { User } from './user.ts';

export const MOST_ROLES = 20;

export interface RoleDefinition extends Omit<RoleTerms, 'builtIn'> {
  readonly name: string;
  readonly description: string | null;
}

@model('What those who hold it may do, reach and see. Roles are data of the organisation; several add up.', {
  prefix: 'rol', read: null,
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: { role_name: ['ROLE_NAME_TAKEN', 'A role of this name exists already.'] },
})
export class Role extends Entity {
  @text('What the role is called; unique in the organisation.')
  name!: string;

  @text('What it is for. Null: not said.', { optional: true, max: 500 })
  description: string | null = null;

  @choice(BuiltInRole, 'Which of the roles that every organisation has. Null: one of your own.', { optional: true })
  builtIn: BuiltInRole | null = null;

  /** Of a role of one's own; those of a built-in one are known by the modules. */
  @text(undefined, { list: true, max: 100, most: 200 })
  permissions: string[] = [];

  @choice(ReachLevel, 'Which records it reaches.')
  reach!: ReachLevel;

  @text('Fields it hides, as `ContactPoint.value`: they read null.', { list: true, max: 100, most: 200 })
  hiddenFields: string[] = [];

  static builtIn(builtIn: BuiltInRole): Role {
    const { name, reach } = builtInRoles[builtIn];
    const role = Object.assign(new Role(), { builtIn, name, reach });
    announce(role, 'role.created');
    return role;
  }

  static define(definition: RoleDefinition): Role {
    const role = Object.assign(new Role(), definition);
    announce(role, 'role.created');
    return role;
  }

  redefine(definition: RoleDefinition): void {
    if (this.builtIn !== null) {
      throw new Refusal('ROLE_BUILT_IN', `The role ${this.name} is built in and stays as it is. Define one of your own.`, { field: ['roleId'] });
    }
    Object.assign(this, definition);
    announce(this, 'role.updated');
  }
}

@model('That a user holds a role.', {
  prefix: 'rgr', read: null, partOf: 'user',
  unique: { role_grant_once: ['ROLE_ALREADY_GRANTED', 'They hold this role already.'] },
})
export class RoleGrant extends Entity {
  @belongsTo(() => User, 'Who holds it.', { inverse: { name: 'roleGrants', description: 'The roles they hold.', max: MOST_ROLES } })
  user!: Ref<User>;

  @belongsTo(() => Role, 'The role.')
  role!: Ref<Role>;

  static create(user: User, role: Ref<Role>): RoleGrant {
    announce(user, 'user.roleGranted');
    return Object.assign(new RoleGrant(), { user, role });
  }

  revokedFrom(user: User): void {
    announce(user, 'user.roleRevoked');
  }
}
