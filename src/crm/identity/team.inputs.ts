/** What can be asked of teams. Members are always named all together, so that two who change them do not mix. */
import { expectedVersion, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { MOST_MEMBERS } from './team-membership.ts';
import { Team } from './team.ts';
import { User } from './user.ts';

@input('A new team.')
export class TeamCreateInput {
  @text('What the team is called.', { max: 100 })
  name!: string;

  @id(() => User, 'Who is in it. Null: nobody yet.', { optional: true, list: true, most: MOST_MEMBERS })
  memberIds?: string[] | null;
}

@input('What to change of a team; what is not given stays.')
export class TeamUpdateInput {
  @id(() => Team, 'Which team.')
  teamId!: string;

  @text('What it is called. Null: stays.', { optional: true, max: 100 })
  name?: string | null;

  @id(() => User, 'Everybody who is in it from now on. Null: as before.', { optional: true, list: true, most: MOST_MEMBERS })
  memberIds?: string[] | null;

  @expectedVersion()
  expectedVersion?: number | null;
}
