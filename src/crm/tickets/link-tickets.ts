/** Links two tickets, and parts them: always on both sides, and told of both. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { both } from './both.ts';
import { INVERSE, MOST_LINKS, TicketLink, type TicketLinkType } from './ticket-link.ts';
import type { TicketLinkInput, TicketUnlinkInput } from './ticket.inputs.ts';
import type { Ticket } from './ticket.ts';

/** A tree of tickets is no deeper. */
const DEEPEST = 20;

export async function linkTickets({ ticketId, type, toTicketId }: TicketLinkInput, transaction: Transaction): Promise<TicketLink> {
  if (ticketId === toTicketId) throw new Refusal('TICKET_LINKED_TO_ITSELF', 'A ticket is not linked to itself. Name another one.', { field: ['toTicketId'] });
  const [from, to] = await both(ticketId, toTicketId, transaction);
  return link(from, type, to, transaction);
}

export async function link(from: Ticket, type: TicketLinkType, to: Ticket, transaction: Transaction): Promise<TicketLink> {
  const { all, add } = transaction;
  for (const [one, as, other] of [[from, type, to], [to, INVERSE[type], from]] as const) {
    const links = await all(TicketLink, { from: one.id });
    if (links.some((known) => known.type === as && known.to.id === other.id)) throw new Refusal('TICKETS_ALREADY_LINKED', `${one.reference} is linked so to ${other.reference} already.`);
    if (links.length >= MOST_LINKS) throw new Refusal('TOO_MANY_TICKET_LINKS', `${one.reference} has ${MOST_LINKS} links, which is as many as can be.`);
    if (as === 'CHILD_OF' && links.some((known) => known.type === 'CHILD_OF')) throw new Refusal('TICKET_HAS_PARENT', `${one.reference} is a part of another ticket already.`);
  }
  if (type === 'PARENT_OF') await refuseCycle(from, to, transaction);
  if (type === 'CHILD_OF') await refuseCycle(to, from, transaction);
  const [link, inverse] = TicketLink.between(from, type, to);
  add(link);
  add(inverse);
  for (const ticket of [from, to]) announce(ticket, 'ticket.linked');
  return link;
}

export async function unlinkTickets({ ticketLinkId }: TicketUnlinkInput, transaction: Transaction): Promise<Ticket> {
  const { get, all, remove } = transaction;
  const link = await get(TicketLink, ticketLinkId);
  const tickets = await both(link.from.id, link.to.id, transaction);
  (await all(TicketLink, { pair: link.pair })).forEach(remove);
  for (const ticket of tickets) announce(ticket, 'ticket.unlinked');
  return tickets[0];
}

async function refuseCycle(parent: Ticket, child: Ticket, transaction: Transaction): Promise<void> {
  if (await isBelow(parent.id, child.id, transaction)) {
    throw new Refusal('TICKET_LINK_CYCLE', `${parent.reference} is itself a part of ${child.reference}, or is ${DEEPEST} tickets deep, which is as deep as can be.`);
  }
}

/** Whether a ticket is a part of another, or of a part of it; or so deep that nobody can tell. */
export async function isBelow(ticketId: string, otherId: string, { all }: Transaction): Promise<boolean> {
  let above: string | undefined = ticketId;
  for (let depth = 0; above !== undefined; depth++) {
    if (above === otherId || depth >= DEEPEST) return true;
    const [up]: TicketLink[] = await all(TicketLink, { from: above, type: 'CHILD_OF' });
    above = up?.to.id;
  }
  return false;
}
