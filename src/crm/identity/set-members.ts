/** Says who is in a team: those named join, whoever else was in it leaves. */
import type { Transaction } from '../../kernel/context.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { MOST_MEMBERS, MOST_TEAMS, TeamMembership } from './team-membership.ts';
import type { Team } from './team.ts';
import { User } from './user.ts';

export async function setMembers(team: Team, memberIds: readonly string[], { all, add, remove }: Transaction): Promise<void> {
  const wanted = new Set(memberIds);
  const present = await all(TeamMembership, { team }, MOST_MEMBERS);
  const leaving = present.filter(({ user }) => !wanted.has(user.id));
  const joining = wanted.difference(new Set(present.map(({ user }) => user.id)));
  const concerned = [...joining, ...leaving.map(({ user }) => user.id)];
  const users = new Map((await all(User, { id: concerned }, concerned.length)).map((user) => [user.id, user]));
  for (const membership of leaving) {
    const user = users.get(membership.user.id);
    if (user) membership.endFor(user);
    remove(membership);
  }
  const held = await all(TeamMembership, { user: [...joining].map((id) => ({ id })) }, joining.size * MOST_TEAMS);
  const teamsOf = Map.groupBy(held, ({ user }) => user.id);
  for (const id of joining) {
    const user = users.get(id);
    if (!user) throw new NotFound('user');
    if ((teamsOf.get(id)?.length ?? 0) >= MOST_TEAMS) {
      throw new Refusal('TOO_MANY_TEAMS', `${user.name} is in ${MOST_TEAMS} teams already; more are not possible.`, { field: ['memberIds'] });
    }
    add(TeamMembership.create(user, team));
  }
}
