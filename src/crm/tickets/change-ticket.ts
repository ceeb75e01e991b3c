/** What is done with one ticket, where its clocks or other people are concerned too. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { notify } from '../notifications/notify.ts';
import { findAssignees } from '../tasks/find-assignees.ts';
import { findCategory } from './find-category.ts';
import { chooseLevel, levelOf } from './service-level-of.ts';
import { tendClocks } from './tend-clocks.ts';
import type { TicketAssignInput, TicketHoldInput, TicketResolveInput, TicketUpdateInput } from './ticket.inputs.ts';
import { refuseSecond } from './ticket-of-conversation.ts';
import { ticketSettings } from './ticket-settings.resolver.ts';
import { Ticket } from './ticket.ts';
import { followersOf } from './who-is-told.ts';

const LONGEST_HOLD = 366 * 86_400_000;

export async function updateTicket({ ticketId, expectedVersion, subject, description, kind, priority, categoryId }: TicketUpdateInput, transaction: Transaction): Promise<Ticket> {
  const ticket = await transaction.get(Ticket, ticketId, expectedVersion);
  const before = [ticket.kind, ticket.priority, ticket.category?.id];
  const category = await findCategory(categoryId, transaction);
  ticket.update({ subject: subject ?? undefined, description, kind: kind ?? undefined, priority: priority ?? undefined, category });
  const after = [ticket.kind, ticket.priority, ticket.category?.id];
  if (after.some((fact, i) => fact !== before[i])) await tendClocks(ticket, await chooseLevel(ticket, transaction), {}, transaction);
  return ticket;
}

export async function assignTicket({ ticketId, expectedVersion, assigneeId, teamId }: TicketAssignInput, transaction: Transaction): Promise<Ticket> {
  const ticket = await transaction.get(Ticket, ticketId, expectedVersion);
  const { assignee, team } = ticket;
  const given = await findAssignees({ ...(assigneeId === undefined ? {} : { assigneeId }), ...(teamId === undefined ? {} : { teamId }) }, transaction);
  if (!ticket.assign(given)) return ticket;
  if (ticket.assignee?.id !== assignee?.id) await notify({ reason: 'ASSIGNED', subject: ticket, to: [ticket.assignee] }, transaction);
  if (ticket.team?.id !== team?.id) await tendClocks(ticket, await chooseLevel(ticket, transaction), {}, transaction);
  return ticket;
}

export async function holdTicket({ ticketId, expectedVersion, reason, until }: TicketHoldInput, transaction: Transaction): Promise<Ticket> {
  const now = transaction.now();
  if (until <= now) throw new Refusal('HOLD_IN_THE_PAST', `${until.toISOString()} is over: a ticket is on hold until a moment to come.`, { field: ['until'] });
  if (until.getTime() - now.getTime() > LONGEST_HOLD) throw new Refusal('HOLD_TOO_LONG', 'A ticket is on hold for at most a year.', { field: ['until'] });
  const ticket = await transaction.get(Ticket, ticketId, expectedVersion);
  ticket.hold(reason, until);
  return tended(ticket, transaction);
}

/** The moment until which it was on hold has come: time counts from then, however late it is noticed. */
export async function endHold(ticket: Ticket, transaction: Transaction): Promise<void> {
  const at = ticket.resumesAt;
  if (at === null) return;
  ticket.resume();
  await tended(ticket, transaction, at);
}

export async function resolveTicket({ ticketId, expectedVersion, resolution = null }: TicketResolveInput, transaction: Transaction): Promise<Ticket> {
  const { get, actor, now } = transaction;
  const ticket = await get(Ticket, ticketId, expectedVersion);
  const { closeAfterDays } = await ticketSettings(transaction);
  ticket.resolve(actor.kind === 'USER' ? { id: actor.id } : null, resolution, now(), closeAfterDays);
  await notify({ reason: 'RESOLVED', subject: ticket, to: await followersOf(ticket, transaction) }, transaction);
  return tended(ticket, transaction);
}

export async function reopenTicket(ticket: Ticket, transaction: Transaction): Promise<Ticket> {
  const closed = ticket.status === 'CLOSED';
  ticket.reopen();
  if (closed && ticket.conversation) await refuseSecond(ticket.conversation.id, transaction, { except: ticket.id });
  return tended(ticket, transaction);
}

export async function tended(ticket: Ticket, transaction: Transaction, at?: Date): Promise<Ticket> {
  await tendClocks(ticket, await levelOf(ticket, transaction), at ? { at } : {}, transaction);
  return ticket;
}
