/** That a user is in a team. It is part of the user, because it changes what the user reaches, not what the team is. */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Team } from './team.ts';
import { User } from './user.ts';

export const MOST_TEAMS = 50;
export const MOST_MEMBERS = 500;

@model('That a user is in a team.', {
  prefix: 'tmm', read: null, partOf: 'user',
  unique: { team_membership_once: ['ALREADY_IN_TEAM', 'They are in this team already.'] },
})
export class TeamMembership extends Entity {
  @belongsTo(() => User, 'Who is in the team.', { inverse: { name: 'teamMemberships', description: 'The teams they are in.', max: MOST_TEAMS } })
  user!: Ref<User>;

  @belongsTo(() => Team, 'In which team.', { inverse: { name: 'memberships', description: 'Who is in it.', max: MOST_MEMBERS } })
  team!: Ref<Team>;

  static create(user: User, team: Ref<Team>): TeamMembership {
    announce(user, 'user.teamsChanged');
    return Object.assign(new TeamMembership(), { user, team });
  }

  endFor(user: User): void {
    announce(user, 'user.teamsChanged');
  }
}
