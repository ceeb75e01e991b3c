/**
 * Merges a ticket into another: it is closed and points there, and what it has goes over. A conversation that the target
 * has already stays its own; what is then said in that of the merged ticket counts for the target (`follow-conversation.ts`).
 */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { both } from './both.ts';
import { tended } from './change-ticket.ts';
import { isBelow } from './link-tickets.ts';
import { MOST_FOLLOWERS, TicketFollower } from './ticket-follower.ts';
import { TicketLink } from './ticket-link.ts';
import { TicketNote } from './ticket-note.ts';
import type { TicketMergeInput } from './ticket.inputs.ts';
import { Ticket } from './ticket.ts';

export async function mergeTickets({ ticketId, expectedVersion, intoTicketId }: TicketMergeInput, transaction: Transaction): Promise<Ticket> {
  const { all, get, now, flush } = transaction;
  if (ticketId === intoTicketId) throw new Refusal('TICKET_MERGED_INTO_ITSELF', 'A ticket cannot be merged into itself. Name another one.', { field: ['intoTicketId'] });
  const [ticket, target] = await both(ticketId, intoTicketId, transaction);
  await get(Ticket, ticketId, expectedVersion);
  refuseTarget(ticket, target);
  const unansweredAt = ticket.mergeInto(target, now());
  await flush(); // its conversation is free for the target
  target.absorb(ticket, unansweredAt);
  for (const earlier of await all(Ticket, { mergedInto: ticket.id })) earlier.follow(target);
  for (const note of await all(TicketNote, { ticket: ticket.id })) note.ticket = target;
  await moveFollowers(ticket, target, transaction);
  await moveLinks(ticket, target, transaction);
  if (ticket.conversation?.id === target.conversation?.id) ticket.conversation = null;
  await tended(ticket, transaction);
  await tended(target, transaction);
  return ticket;
}

/** Cycles cannot come about: what was merged is closed, and nothing is merged into what is closed. */
function refuseTarget(ticket: Ticket, target: Ticket): void {
  if (target.mergedInto) throw new Refusal('TICKET_MERGED', `${target.reference} was itself merged into another ticket. Merge into that one.`, { field: ['intoTicketId'] });
  if (target.status === 'CLOSED') throw new Refusal('TICKET_CLOSED', `${target.reference} is closed. Reopen it first.`, { field: ['intoTicketId'] });
  if (ticket.customer && target.customer && ticket.customer.id !== target.customer.id) {
    throw new Refusal('TICKETS_OF_DIFFERENT_CUSTOMERS', 'The tickets are of different customers, who would come to read each other. Link them instead.', { field: ['intoTicketId'] });
  }
}

async function moveFollowers(ticket: Ticket, target: Ticket, { all, remove }: Transaction): Promise<void> {
  const [theirs, kept] = await Promise.all([all(TicketFollower, { ticket: ticket.id }), all(TicketFollower, { ticket: target.id })]);
  const ids = new Set(kept.map(({ user }) => user.id));
  for (const follower of theirs) {
    if (ids.has(follower.user.id) || ids.size >= MOST_FOLLOWERS) remove(follower);
    else follower.ticket = target;
    ids.add(follower.user.id);
  }
}

/**
 * What it was to others the target is now; what they were to each other, are already, or would make a ticket a part of its
 * own part, falls away. Tickets out of reach keep their side, which leads to the target by the one that was merged.
 */
async function moveLinks(ticket: Ticket, target: Ticket, transaction: Transaction): Promise<void> {
  const { all, remove, flush } = transaction;
  for (const link of await all(TicketLink, { from: ticket.id })) {
    const [sides, [other]] = await Promise.all([all(TicketLink, { pair: link.pair }), all(Ticket, { id: link.to.id })]);
    const falls = await fallsAway(link, target, transaction);
    for (const side of sides) {
      if (falls) remove(side);
      else if (side.from.id === ticket.id) side.from = target;
      else side.to = target;
    }
    if (other) announce(other, falls ? 'ticket.unlinked' : 'ticket.linked');
    await flush(); // what is moved counts when the next is looked at
  }
}

async function fallsAway({ type, to }: TicketLink, target: Ticket, transaction: Transaction): Promise<boolean> {
  if (to.id === target.id) return true;
  const kept = await transaction.all(TicketLink, { from: target.id });
  if (kept.some((known) => known.type === type && known.to.id === to.id)) return true;
  if (type === 'CHILD_OF') return kept.some((known) => known.type === 'CHILD_OF') || isBelow(to.id, target.id, transaction);
  return type === 'PARENT_OF' && isBelow(target.id, to.id, transaction);
}
