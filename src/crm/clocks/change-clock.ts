/**
 * What a module does with the clocks of its records. Each verb does nothing where there is nothing to do (a clock that
 * stands still is not paused, one that has ended is not met), so that whoever calls need not ask first. What is heard of
 * late may lie before what it ends: a pause, or the time until a clock is taken up again, is then of no length.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { Calendar } from './calendar.ts';
import { ClockPause, ClockTerm } from './clock-term.ts';
import { courseOf, lengthOf, timingOf, wholeSecond, type Warning } from './clock-timing.ts';
import { Clock, type ClockMetric } from './clock.ts';
import { businessHours } from './keep-hours.ts';
import { asDuration } from './start-clock.ts';

/** When it happened; now if not given. */
export interface When {
  readonly at?: Date;
}

/** The clocks of a record, the earliest first; of these metrics, or of all. */
export async function clocksOf(subject: Entity, { all, flush }: Transaction, metrics?: readonly ClockMetric[]): Promise<Clock[]> {
  await flush();
  return all(Clock, { subjectId: subject.id, ...(metrics ? { metric: metrics } : {}) });
}

/** A clock that is due at a named moment goes on: nothing moves that. */
export async function pauseClock(clock: Clock, { reason = null, at }: When & { readonly reason?: string | null }, { add, now }: Transaction): Promise<void> {
  const from = wholeSecond(at ?? now());
  if (clock.pause(from)) add(Object.assign(new ClockPause(), { clock, startedAt: from, reason }));
}

export async function resumeClock(clock: Clock, { at }: When, transaction: Transaction): Promise<void> {
  if (clock.pausedAt === null) return;
  await endPause(clock, wholeSecond(at ?? transaction.now()), transaction);
  clock.resume(timingOf(await courseOf(clock, transaction), clock));
}

export async function meetClock(clock: Clock, { at }: When, transaction: Transaction): Promise<void> {
  const met = wholeSecond(at ?? transaction.now());
  if (clock.pausedAt) await endPause(clock, met, transaction);
  clock.meet(met);
}

/** Its record no longer needs it. */
export async function cancelClock(clock: Clock, { at }: When, transaction: Transaction): Promise<void> {
  const cancelled = wholeSecond(at ?? transaction.now());
  if (clock.pausedAt) await endPause(clock, cancelled, transaction);
  clock.cancel(cancelled);
}

/** What was met, or no longer needed, is waited for again; the time between does not count. */
export async function reopenClock(clock: Clock, { at, reason = null }: When & { readonly reason?: string | null }, transaction: Transaction): Promise<void> {
  const ended = clock.metAt ?? clock.cancelledAt;
  if (ended === null) return;
  const until = later(wholeSecond(at ?? transaction.now()), ended);
  if (clock.target === null) return clock.reopen(timingOf(await courseOf(clock, transaction), clock));
  const between = transaction.add(Object.assign(new ClockPause(), { clock, startedAt: ended, endedAt: until, reason }));
  const course = await courseOf(clock, transaction);
  clock.reopen(timingOf({ ...course, pauses: [...course.pauses, { from: between.startedAt.getTime(), until: until.getTime(), reason }] }, clock));
}

export interface Retarget extends When {
  /** Null: every hour counts. Not given: those that count now. */
  readonly calendar?: Calendar | null;
  /** Within how much business time, or due at which moment. Not given: the same. */
  readonly target?: string | Date;
  /** When it warns. Not given: the same. */
  readonly warning?: Partial<Warning>;
}

/**
 * Promises something else from a moment on; what was used until then stays used, as the hours until then counted it. What
 * those hours cannot keep within ten years goes on without a due time, until it is promised otherwise.
 */
export async function retargetClock(clock: Clock, { at, calendar, target = clock.target ?? clock.dueAt ?? undefined, warning = {} }: Retarget, transaction: Transaction): Promise<void> {
  if (clock.ended || target === undefined) return;
  const from = wholeSecond(at ?? transaction.now());
  const kept = calendar === undefined ? { calendar: clock.calendar, hours: clock.hours } : { calendar, hours: calendar?.hours ?? null };
  const warns: Warning = { warnShare: clock.warnShare, warnBefore: clock.warnBefore, ...warning };
  const before = await courseOf(clock, transaction);
  if (target instanceof Date) {
    if (clock.pausedAt) await endPause(clock, from, transaction);
    const course = { terms: [{ ...before.terms[0], hours: null, target: target.getTime() - before.terms[0].from }], pauses: [] } as const;
    return clock.retarget({ calendar: null, hours: null, target: null, ...warns }, { ...timingOf(course, warns), dueAt: wholeSecond(target) }, from);
  }
  if (target === clock.target && kept.hours?.id === clock.hours?.id) return clock.retarget({ ...kept, target, ...warns }, timingOf(before, warns), from);
  const hours = await businessHours(kept.hours, transaction);
  const begins = Math.max(from.getTime(), ...before.terms.map((term) => term.from));
  const course = { ...before, terms: [...before.terms, { from: begins, hours, target: lengthOf(target) }] } as typeof before;
  if (clock.target === null) keepFixed(clock, before.terms[0].target, transaction);
  transaction.add(Object.assign(new ClockTerm(), { clock, effectiveAt: new Date(begins), hours: kept.hours, target }));
  clock.retarget({ ...kept, target, ...warns }, timingOf(course, warns), from);
}

/** A clock that was due at a named moment has no term of that time yet. */
function keepFixed(clock: Clock, target: number, { add }: Transaction): void {
  add(Object.assign(new ClockTerm(), { clock, effectiveAt: clock.startedAt, hours: null, target: asDuration(target) }));
}

async function endPause(clock: Clock, until: Date, { all, flush }: Transaction): Promise<void> {
  await flush();
  for (const pause of await all(ClockPause, { clock: clock.id, endedAt: null })) pause.endedAt = later(until, pause.startedAt);
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
