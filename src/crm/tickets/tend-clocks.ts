/** Brings the clocks of a ticket to what its service level promises and its state asks for; done again it changes nothing. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import type { Calendar } from '../clocks/calendar.ts';
import { cancelClock, clocksOf, meetClock, pauseClock, reopenClock, resumeClock, retargetClock } from '../clocks/change-clock.ts';
import type { Clock } from '../clocks/clock.ts';
import { startClock } from '../clocks/start-clock.ts';
import { clockWishes, type ClockWish } from './clock-wishes.ts';
import { ServiceLevelMetric, ServiceLevelTarget, type ServiceLevel } from './service-level.ts';
import type { Ticket } from './ticket.ts';

/** What is promised of one metric: within what, by whose hours. */
interface Promised {
  readonly target: string;
  readonly calendar: Calendar;
  readonly warnShare: number | null;
}

interface Tending {
  /** When what changed the ticket happened; now if not given. */
  readonly at?: Date;
  /** It was just made, and has none yet. */
  readonly fresh?: boolean;
}

export async function tendClocks(ticket: Ticket, level: ServiceLevelInForce | null, { at = undefined, fresh = false }: Tending, transaction: Transaction): Promise<void> {
  const moment = at ?? transaction.now();
  const clocks = fresh ? [] : await clocksOf(ticket, transaction);
  const wishes = clockWishes(ticket);
  for (const metric of Object.values(ServiceLevelMetric)) {
    const own = clocks.filter((clock) => clock.metric === metric);
    // Each answer that is waited for is a promise of its own; there is one first answer, and one resolution.
    const clock = (metric === 'NEXT_RESPONSE' ? own.find(({ ended }) => !ended) : own.at(-1)) ?? null;
    const begun = await bring(clock, { metric, wish: wishes[metric], promised: level?.promised(metric, ticket.priority) ?? null, ticket, moment }, transaction);
    if (begun) clocks.push(begun);
  }
  if (ticket.keepTime(clocks) && !fresh) announce(ticket, 'ticket.dueChanged');
}

interface Bringing {
  readonly metric: ServiceLevelMetric;
  readonly wish: ClockWish;
  readonly promised: Promised | null;
  readonly ticket: Ticket;
  readonly moment: Date;
}

/** Answers the clock if it had to be started. */
async function bring(clock: Clock | null, { metric, wish, promised, ticket, moment }: Bringing, transaction: Transaction): Promise<Clock | null> {
  if (promised === null || wish.state === 'NONE') {
    if (clock) await cancelClock(clock, { at: moment }, transaction);
    return null;
  }
  if (wish.state === 'MET') {
    if (clock && !clock.cancelledAt) await meetClock(clock, { at: later(wish.at, clock.startedAt) }, transaction);
    return null;
  }
  const { target, calendar, warnShare } = promised;
  const begun = clock ? null : await startClock({ metric, subject: ticket, calendar, target, warning: { warnShare }, at: wish.since }, transaction);
  const counting = clock ?? begun;
  if (counting === null) return null;
  if (counting.ended) await reopenClock(counting, { at: moment, reason: counting.metAt ? 'Resolved' : 'Not promised' }, transaction);
  if (counting.target !== target || counting.calendar?.id !== calendar.id) await retargetClock(counting, { at: moment, target, calendar }, transaction);
  if (wish.state === 'PAUSED') await pauseClock(counting, { at: later(moment, counting.startedAt), reason: wish.reason }, transaction);
  else await resumeClock(counting, { at: moment }, transaction);
  return begun;
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** A service level with its promises at hand. */
export class ServiceLevelInForce {
  readonly #calendar: Calendar;
  readonly #warnShare: number | null;
  readonly #targets: readonly ServiceLevelTarget[];

  constructor(level: ServiceLevel, calendar: Calendar, targets: readonly ServiceLevelTarget[]) {
    this.#calendar = calendar;
    this.#warnShare = level.warnShare;
    this.#targets = targets;
  }

  promised(metric: ServiceLevelMetric, priority: Ticket['priority']): Promised | null {
    const target = this.#targets.find((one) => one.metric === metric && one.priority === priority);
    return target ? { target: target.within, calendar: this.#calendar, warnShare: this.#warnShare } : null;
  }
}

