/**
 * Starts a clock for a record of any module, which then has it among those it has many of (`@hasMany`). What becomes of
 * it the module tells by the verbs of `change-clock.ts`; what time brings, clocks tell by events.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import { modelOfEntity } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { duration } from '../../kernel/values/duration.ts';
import type { Calendar } from './calendar.ts';
import type { Course } from './clock-course.ts';
import { ClockPause, ClockTerm } from './clock-term.ts';
import { checkTarget, lengthOf, timingOf, wholeSecond, type Warning } from './clock-timing.ts';
import { Clock, type ClockMetric } from './clock.ts';
import { businessHours } from './keep-hours.ts';

export interface PastPause extends Pick<ClockPause, 'startedAt' | 'reason'> {
  readonly endedAt: Date;
}

export interface ClockStart {
  readonly metric: ClockMetric;
  readonly subject: Entity;
  /** Null: every hour counts. */
  readonly calendar?: Calendar | null;
  /** Within how much business time (ISO 8601), or due at which moment. */
  readonly target: string | Date;
  /** Where in the input the target stands: one that cannot be kept is refused there. One that is in no input is nobody's to mend, and goes on without a due time. */
  readonly targetField?: readonly string[] | null;
  readonly warning?: Partial<Warning>;
  /** When it began; now if not given. */
  readonly at?: Date;
  /** Times since then that are over and do not count. */
  readonly pauses?: readonly PastPause[];
}

export async function startClock({ metric, subject, calendar = null, target, targetField = null, warning = {}, at, pauses = [] }: ClockStart, transaction: Transaction): Promise<Clock> {
  const startedAt = wholeSecond(at ?? transaction.now());
  const warns: Warning = { warnShare: null, warnBefore: null, ...warning };
  const facts = { metric, subjectType: modelOfEntity(subject).name, subjectId: subject.id, startedAt, ...warns };
  if (target instanceof Date) {
    const dueAt = wholeSecond(target);
    const course: Course = { terms: [{ from: startedAt.getTime(), hours: null, target: Math.max(0, dueAt.getTime() - startedAt.getTime()) }], pauses: [] };
    return transaction.add(Clock.start({ ...facts, calendar: null, hours: null, target: null }, { ...timingOf(course, warns), dueAt }));
  }
  const hours = calendar?.hours ?? null;
  const ready = await businessHours(hours, transaction);
  if (targetField) checkTarget(target, ready === null, targetField);
  if (warns.warnBefore !== null) checkTarget(warns.warnBefore, ready === null, ['warnBefore']);
  const course: Course = {
    terms: [{ from: startedAt.getTime(), hours: ready, target: lengthOf(target) }],
    pauses: pauses.map((pause) => ({ from: pause.startedAt.getTime(), until: pause.endedAt.getTime(), reason: pause.reason })),
  };
  const timing = timingOf(course, warns);
  if (targetField) refuseFar(timing.dueAt, target, targetField);
  const clock = transaction.add(Clock.start({ ...facts, calendar, hours, target }, timing));
  transaction.add(Object.assign(new ClockTerm(), { clock, effectiveAt: startedAt, hours, target }));
  for (const pause of pauses) transaction.add(Object.assign(new ClockPause(), { clock, ...pause }));
  return clock;
}

export function refuseFar(due: Date | number | null, target: string, field: readonly string[] = ['target']): void {
  if (due === null) throw new Refusal('DUE_TOO_FAR', `${target} of business time would take more than ten years by this calendar.`, { field });
}

/** As a duration is written, to the second. */
export function asDuration(milliseconds: number): string {
  const read = duration.read(`PT${Math.floor(milliseconds / 1000)}S`);
  return 'value' in read ? read.value : 'PT0S';
}
