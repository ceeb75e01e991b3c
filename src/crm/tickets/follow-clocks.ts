/** What a ticket hears of its clocks: that they are due at another time, are about to be due, or were due. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { clocksOf } from '../clocks/change-clock.ts';
import { Clock } from '../clocks/clock.ts';
import { notify } from '../notifications/notify.ts';
import { Ticket } from './ticket.ts';
import { followersOf, thoseWhoSeeToIt } from './who-is-told.ts';

/** Why whoever sees to the ticket is told, if they are; `once` names the news. */
interface Followed {
  readonly clockId: string;
  readonly reason: 'DUE_SOON' | 'OVERDUE' | null;
  readonly once: string;
}

export async function followClock({ clockId, reason, once }: Followed, transaction: Transaction): Promise<void> {
  const { all, find } = transaction;
  const [clock] = await all(Clock, { id: clockId, subjectType: Ticket.name });
  const ticket = clock ? await find(Ticket, clock.subjectId) : null;
  if (!ticket) return;
  if (ticket.keepTime(await clocksOf(ticket, transaction))) announce(ticket, 'ticket.dueChanged');
  if (reason === null) return;
  const followers = reason === 'OVERDUE' ? await followersOf(ticket, transaction) : [];
  await notify({ reason, subject: ticket, to: [...await thoseWhoSeeToIt(ticket, transaction), ...followers], once }, transaction);
}
