import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { emailAddress, emailKey } from '../../kernel/values/email-address.ts';
import { locale } from '../../kernel/values/locale.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { Team } from './team.ts';

export const UserStatus = choices('UserStatus', 'Whether a user can sign in.', {
  ACTIVE: 'May sign in and work.',
  DEACTIVATED: 'May no longer sign in; what they did stays theirs.',
});
export type UserStatus = Choice<typeof UserStatus>;

@model('A person who works in the organisation. An agent is a user who handles work.', {
  prefix: 'usr', read: null,
  orders: {
    NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
  },
  unique: { user_email: ['EMAIL_TAKEN', 'Somebody in this organisation signs in with this e-mail address already.'] },
})
export class User extends Entity {
  @text('Full name, as colleagues and customers see it.')
  name!: string;

  @text('Address they sign in with.', { value: emailAddress, max: 254 })
  email!: string;

  @text()
  emailKey!: string;

  @text(undefined, { max: 500 })
  passwordHash!: string;

  @choice(UserStatus, 'Whether they can sign in.', { filter: true })
  status: UserStatus = 'ACTIVE';

  @text("Language they work in. Null: the organisation's first.", { optional: true, value: locale })
  locale: string | null = null;

  @text("Their time zone. Null: the organisation's.", { optional: true, value: timeZone })
  timeZone: string | null = null;

  static create(person: { name: string; email: string; passwordHash: string; locale?: string | null; timeZone?: string | null }): User {
    const user = Object.assign(new User(), person, { emailKey: emailKey(person.email) });
    announce(user, 'user.created');
    return user;
  }
}

@model('That a user is in a team.', {
  prefix: 'tmm', read: null, partOf: 'user',
  unique: { team_membership_once: ['ALREADY_IN_TEAM', 'They are in this team already.'] },
})
export class TeamMembership extends Entity {
  @belongsTo(() => User, 'Who.', { inverse: { name: 'teamMemberships', description: 'The teams they are in.', max: 50 } })
  user!: Ref<User>;

  @belongsTo(() => Team, 'In which team.', { inverse: { name: 'memberships', description: 'Who is in it.', max: 500 } })
  team!: Ref<Team>;

  static create(user: User, team: Ref<Team>): TeamMembership {
    announce(user, 'user.teamsChanged');
    return Object.assign(new TeamMembership(), { user, team });
  }
}
