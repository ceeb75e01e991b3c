/** Who is told what becomes of a ticket: who sees to it, and who follows it. */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { TeamMembership } from '../identity/team-membership.ts';
import { User } from '../identity/user.ts';
import { TicketFollower } from './ticket-follower.ts';
import type { Ticket } from './ticket.ts';

/** Of a larger team those are told who have been here longest. */
const MOST_OF_A_TEAM = 100;

/** Its team, while nobody of it took it. */
export async function thoseWhoSeeToIt({ assignee, team }: Ticket, { all }: Transaction): Promise<readonly Ref<User>[]> {
  if (assignee) return [assignee];
  return team ? all(User, { status: 'ACTIVE' }, MOST_OF_A_TEAM, { some: TeamMembership, by: 'user', where: { field: 'team', is: 'eq', value: team.id } }) : [];
}

export async function followersOf(ticket: Ticket, { all }: Transaction): Promise<readonly Ref<User>[]> {
  return (await all(TicketFollower, { ticket: ticket.id })).map(({ user }) => user);
}
