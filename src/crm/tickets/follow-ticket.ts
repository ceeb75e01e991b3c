/** Who follows a ticket. Whoever follows it already, or does not, is left as they are. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAssignees } from '../tasks/find-assignees.ts';
import { MOST_FOLLOWERS, TicketFollower } from './ticket-follower.ts';
import type { TicketFollowInput, TicketUnfollowInput } from './ticket.inputs.ts';
import { Ticket } from './ticket.ts';

export async function followTicket({ ticketId, expectedVersion, userId }: TicketFollowInput, transaction: Transaction): Promise<Ticket> {
  const { get, all, add } = transaction;
  const ticket = await get(Ticket, ticketId, expectedVersion);
  const { assignee: user } = await findAssignees({ assigneeId: whom(userId, transaction) }, transaction);
  const followers = await all(TicketFollower, { ticket: ticket.id });
  if (!user || followers.some((follower) => follower.user.id === user.id)) return ticket;
  if (followers.length >= MOST_FOLLOWERS) throw new Refusal('TOO_MANY_FOLLOWERS', `At most ${MOST_FOLLOWERS} follow one ticket.`, { field: ['userId'] });
  add(TicketFollower.of(ticket, user));
  announce(ticket, 'ticket.followed');
  return ticket;
}

export async function unfollowTicket({ ticketId, expectedVersion, userId }: TicketUnfollowInput, transaction: Transaction): Promise<Ticket> {
  const { get, all, remove } = transaction;
  const ticket = await get(Ticket, ticketId, expectedVersion);
  const followers = await all(TicketFollower, { ticket: ticket.id, user: whom(userId, transaction) });
  followers.forEach(remove);
  if (followers.length > 0) announce(ticket, 'ticket.unfollowed');
  return ticket;
}

function whom(userId: string | null | undefined, { actor }: Transaction): string {
  if (userId) return userId;
  if (actor.kind === 'USER') return actor.id;
  throw new Refusal('PEOPLE_ONLY', 'An API key follows nothing itself: name a user.', { field: ['userId'] });
}
