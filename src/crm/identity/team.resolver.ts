/** Operations on teams. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { setMembers } from './set-members.ts';
import { Team } from './team.ts';
import { TeamCreateInput, TeamUpdateInput } from './team.inputs.ts';

export class TeamResolver {
  @query(pageOf(Team), MEMBER, 'The teams of your organisation.')
  teams(args: PageArgs, { page }: Context) {
    return page(Team, args);
  }

  @mutation(Team, 'team:create', 'Makes a team.', { input: TeamCreateInput })
  async teamCreate({ name, memberIds }: TeamCreateInput, transaction: Transaction) {
    const team = transaction.add(Team.create(name));
    if (memberIds) await setMembers(team, memberIds, transaction);
    return team;
  }

  @mutation(Team, 'team:update', 'Renames a team, or says who is in it from now on.', { input: TeamUpdateInput })
  async teamUpdate({ teamId, name, memberIds, expectedVersion }: TeamUpdateInput, transaction: Transaction) {
    const team = await transaction.get(Team, teamId, expectedVersion);
    if (name) team.rename(name);
    if (memberIds) await setMembers(team, memberIds, transaction);
    return team;
  }
}
