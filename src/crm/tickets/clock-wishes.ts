/**
 * What the clocks of a ticket ought to do, as it stands: a pure rule, and the whole of it. Whatever happens to a ticket only
 * changes the ticket; its clocks are then brought to what is wished here (`tend-clocks.ts`), as often as one likes.
 */
import type { ServiceLevelMetric } from './service-level.ts';
import type { Ticket } from './ticket.ts';

export type ClockWish =
  | { readonly state: 'RUNNING'; readonly since: Date }
  | { readonly state: 'PAUSED'; readonly since: Date; readonly reason: string }
  /** What it waits for happened, at this moment. */
  | { readonly state: 'MET'; readonly at: Date }
  /** It is not needed. */
  | { readonly state: 'NONE' };

export type TicketCourse = Pick<Ticket,
  'status' | 'askedAt' | 'unansweredAt' | 'firstRepliedAt' | 'lastRepliedAt' | 'resolvedAt' | 'holdReason' | 'mergedInto'>;

/** Why clocks stand still: while the customer is to answer, and between an end and what takes the ticket up again. */
export const WAITING = 'Waiting for the customer';
export const RESOLVED = 'Resolved';
export const NOT_PROMISED = 'Not promised';

const NONE: ClockWish = { state: 'NONE' };

export function clockWishes(ticket: TicketCourse): Readonly<Record<ServiceLevelMetric, ClockWish>> {
  return { FIRST_RESPONSE: firstResponse(ticket), NEXT_RESPONSE: nextResponse(ticket), RESOLUTION: resolution(ticket) };
}

/** Resolved without an answer, it is not waited for any more: that is neither kept nor broken. */
function firstResponse(ticket: TicketCourse): ClockWish {
  const { firstRepliedAt, askedAt } = ticket;
  if (firstRepliedAt) return { state: 'MET', at: firstRepliedAt };
  return isOver(ticket) ? NONE : counting(ticket, askedAt);
}

/** From what the customer wrote, and nobody answered yet, on. */
function nextResponse(ticket: TicketCourse): ClockWish {
  const { firstRepliedAt, lastRepliedAt, unansweredAt } = ticket;
  if (isOver(ticket) || firstRepliedAt === null || lastRepliedAt === null) return NONE;
  return unansweredAt ? counting(ticket, unansweredAt) : { state: 'MET', at: lastRepliedAt };
}

function resolution(ticket: TicketCourse): ClockWish {
  const { status, askedAt, resolvedAt, mergedInto } = ticket;
  if (mergedInto) return NONE;
  if (isOver(ticket)) return resolvedAt ? { state: 'MET', at: resolvedAt } : NONE;
  if (status === 'WAITING') return { state: 'PAUSED', since: askedAt, reason: WAITING };
  return counting(ticket, askedAt);
}

const isOver = ({ status }: TicketCourse): boolean => status === 'RESOLVED' || status === 'CLOSED';

function counting({ status, holdReason }: TicketCourse, since: Date): ClockWish {
  return status === 'ON_HOLD' ? { state: 'PAUSED', since, reason: holdReason ? `On hold: ${holdReason}` : 'On hold' } : { state: 'RUNNING', since };
}
