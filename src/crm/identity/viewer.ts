/** Whoever asks, as they may know themselves: what a client needs to show only what will be permitted. */
import { ActorKind, ReachLevel } from '../../kernel/actor.ts';
import { belongsTo, choice, moment, object, text, type Ref } from '../../kernel/fields.ts';
import type { Context } from '../../kernel/context.ts';
import { result } from '../../kernel/model.ts';
import { ApiKey } from './api-key.ts';
import { Organization } from './organization.ts';
import { MOST_ROLES, Role, RoleGrant } from './role.ts';
import { User } from './user.ts';

@result('Who is asking, and what they may do.')
export class Viewer {
  @choice(ActorKind, 'What kind of actor.')
  kind!: ActorKind;

  @belongsTo(() => User, 'The person. Null: an API key asks.', { optional: true })
  user: Ref<User> | null = null;

  @object(() => ApiKey, 'The API key. Null: a person asks.', { optional: true })
  apiKey: ApiKey | null = null;

  @belongsTo(() => Organization, 'For whom they act.')
  organization!: Ref<Organization>;

  @object(() => Role, 'The roles they hold; an API key has none.', { list: true, most: MOST_ROLES })
  roles: Role[] = [];

  @text('What they may do, all roles together.', { list: true, most: 500 })
  permissions: string[] = [];

  @choice(ReachLevel, 'Which records they reach.')
  reach!: ReachLevel;

  @text('Fields that read null for them.', { list: true, most: 500 })
  hiddenFields: string[] = [];

  @moment('When the credential of this request ends. Null: never by itself.', { optional: true })
  expiresAt: Date | null = null;
}

export async function viewerOf({ actor, all }: Context): Promise<Viewer> {
  const { kind, id, tenant, permissions, reach, hidden, expiresAt } = actor;
  const user = kind === 'USER' ? { id } : null;
  // A key sees itself, also where it may not see keys.
  const [apiKey = null] = kind === 'API_KEY' ? await all(ApiKey, { id }) : [];
  const grants = user ? await all(RoleGrant, { user: id }, MOST_ROLES) : [];
  const roles = await all(Role, { id: grants.map(({ role }) => role.id) });
  return Object.assign(new Viewer(), {
    kind, user, apiKey, roles, reach, expiresAt, organization: { id: tenant },
    permissions: [...permissions].sort(), hiddenFields: [...hidden].sort(),
  });
}
