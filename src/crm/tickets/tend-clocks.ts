/** Brings the clocks of a ticket to what its service level promises and its state asks for; done again it changes nothing. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import type { Calendar } from '../clocks/calendar.ts';
import { cancelClock, clocksOf, meetClock, pauseClock, reopenClock, resumeClock, retargetClock } from '../clocks/change-clock.ts';
import { ClockPause } from '../clocks/clock-term.ts';
import type { Clock } from '../clocks/clock.ts';
import { startClock, type PastPause } from '../clocks/start-clock.ts';
import { clockWishes, NOT_PROMISED, RESOLVED, WAITING, type ClockWish } from './clock-wishes.ts';
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
  const others = [...clocks];
  for (const metric of Object.values(ServiceLevelMetric)) {
    const own = clocks.filter((clock) => clock.metric === metric);
    // Each answer that is waited for is a promise of its own; there is one first answer, and one resolution.
    const clock = (metric === 'NEXT_RESPONSE' ? own.find(({ ended }) => !ended) : own.at(-1)) ?? null;
    const begun = await bring(clock, { metric, wish: wishes[metric], promised: level?.promised(metric, ticket.priority) ?? null, ticket, others, moment }, transaction);
    if (begun) clocks.push(begun);
  }
  if (ticket.keepTime(clocks) && !fresh) announce(ticket, 'ticket.dueChanged');
}

interface Bringing {
  readonly metric: ServiceLevelMetric;
  readonly wish: ClockWish;
  readonly promised: Promised | null;
  readonly ticket: Ticket;
  /** The clocks it had until now. */
  readonly others: readonly Clock[];
  readonly moment: Date;
}

/** Answers the clock if it had to be started. */
async function bring(clock: Clock | null, { metric, wish, promised, ticket, others, moment }: Bringing, transaction: Transaction): Promise<Clock | null> {
  if (promised === null || wish.state === 'NONE') {
    if (clock) await cancelClock(clock, { at: moment }, transaction);
    return null;
  }
  if (wish.state === 'MET') {
    if (clock && !clock.cancelledAt) await meetClock(clock, { at: later(wish.at, clock.startedAt) }, transaction);
    return null;
  }
  const { target, calendar, warnShare } = promised;
  if (clock === null) {
    const { at, pauses, stands } = await waitings(metric, wish, { others, moment }, transaction);
    const begun = await startClock({ metric, subject: ticket, calendar, target, warning: { warnShare }, at, pauses }, transaction);
    if (wish.state === 'PAUSED') await pauseClock(begun, { at: later(stands, begun.startedAt), reason: wish.reason }, transaction);
    return begun;
  }
  const reopened = clock.ended;
  if (reopened) await reopenClock(clock, { at: moment, reason: clock.metAt ? RESOLVED : NOT_PROMISED }, transaction);
  // What had ended did not follow its calendar.
  const anew = clock.target !== target || clock.calendar?.id !== calendar.id || clock.warnShare !== warnShare || (reopened && clock.hours?.id !== calendar.hours.id);
  if (anew && reopened) await transaction.flush(); // the time between, too, is looked at
  if (anew) await retargetClock(clock, { at: moment, target, calendar, warning: { warnShare } }, transaction);
  if (wish.state === 'PAUSED') await pauseClock(clock, { at: later(moment, clock.startedAt), reason: wish.reason }, transaction);
  else await resumeClock(clock, { at: moment }, transaction);
  return null;
}

interface Waitings {
  /** From when on it is to count. */
  readonly at: Date;
  readonly pauses: readonly PastPause[];
  /** Since when it stands still, if it does. */
  readonly stands: Date;
}

/**
 * When the ticket stood still before something was promised of it: what its other clocks tell. What stands still now, and
 * nobody knows since when, begins now, so that no hold is counted.
 */
async function waitings(
  metric: ServiceLevelMetric, wish: Extract<ClockWish, { readonly since: Date }>, { others, moment }: Pick<Bringing, 'others' | 'moment'>, { all, flush }: Transaction,
): Promise<Waitings> {
  const { since } = wish;
  if (since >= moment) return { at: since, pauses: [], stands: since };
  if (others.length > 0) await flush();
  const stood = (others.length === 0 ? [] : await all(ClockPause, { clock: others }))
    .filter(({ reason }) => reason !== NOT_PROMISED && (metric === 'RESOLUTION' || reason !== WAITING));
  const pauses = stood.flatMap(({ startedAt, endedAt, reason }) => (endedAt && endedAt > since ? [{ startedAt, endedAt, reason }] : []))
    .filter(({ startedAt }, i, many) => many.findIndex((one) => one.startedAt.getTime() === startedAt.getTime()) === i);
  if (wish.state !== 'PAUSED') return { at: since, pauses, stands: moment };
  const standing = stood.find(({ endedAt }) => endedAt === null);
  return standing ? { at: since, pauses, stands: standing.startedAt } : { at: moment, pauses: [], stands: moment };
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

