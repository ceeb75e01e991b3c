/** What can be asked of roles. One is always defined as a whole, so that whoever reads the request knows what it gives. */
import { ReachLevel } from '../../kernel/actor.ts';
import { choice, expectedVersion, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Role } from './role.ts';
import { User } from './user.ts';

@input('A role of your own, new or as it shall be from now on.')
export class RoleDefineInput {
  @id(() => Role, 'Which role to define anew. Null: a new one.', { optional: true })
  roleId?: string | null;

  @text('What it is called.', { max: 100 })
  name!: string;

  @text('What it is for. Null: not said.', { optional: true, max: 500 })
  description?: string | null;

  @text('What it permits, all of it.', { list: true, max: 100, most: 200 })
  permissions!: string[];

  @choice(ReachLevel, 'Which records it reaches.')
  reach!: ReachLevel;

  @text('Fields it hides, as `ContactPoint.value`. Null: none.', { optional: true, list: true, max: 100, most: 200 })
  hiddenFields?: string[] | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

abstract class RoleOfUser {
  @id(() => User, 'Whose rights.')
  userId!: string;

  @id(() => Role, 'Which role.')
  roleId!: string;
}

@input('Which role to give, and to whom.')
export class RoleGrantInput extends RoleOfUser {}

@input('Which role to take, and from whom.')
export class RoleRevokeInput extends RoleOfUser {}
