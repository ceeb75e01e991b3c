import { ReachLevel } from '../../kernel/actor.ts';
import { choice, id, number, text } from '../../kernel/fields.ts';
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

  @number('Change only this version; another is refused as STALE. Null: whatever it is.', { optional: true })
  expectedVersion?: number | null;
}

@input('A role and a user.')
export class RoleGrantInput {
  @id(() => User, 'Whose rights.')
  userId!: string;

  @id(() => Role, 'Which role.')
  roleId!: string;
}
