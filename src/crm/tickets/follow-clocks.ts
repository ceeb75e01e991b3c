/** What a ticket hears of its clocks: that they are due at another time, are about to be due, or were due. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import type { Happening } from '../../kernel/work.ts';
import { clocksOf } from '../clocks/change-clock.ts';
import { Clock } from '../clocks/clock.ts';
import { notify } from '../notifications/notify.ts';
import { followersOf } from './change-ticket.ts';
import { Ticket } from './ticket.ts';

export async function followClock({ subject, type, seq }: Pick<Happening, 'subject' | 'type' | 'seq'>, transaction: Transaction): Promise<void> {
  const { all, find } = transaction;
  const [clock] = await all(Clock, { id: subject, subjectType: Ticket.name });
  const ticket = clock ? await find(Ticket, clock.subjectId) : null;
  if (!ticket) return;
  if (ticket.keepTime(await clocksOf(ticket, transaction))) announce(ticket, 'ticket.dueChanged');
  const once = `${type} ${seq}`;
  if (type === 'clock.warned') await notify({ reason: 'DUE_SOON', subject: ticket, to: [ticket.assignee], once }, transaction);
  if (type === 'clock.breached') await notify({ reason: 'OVERDUE', subject: ticket, to: [ticket.assignee, ...await followersOf(ticket, transaction)], once }, transaction);
}
