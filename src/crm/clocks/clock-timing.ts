/** The stored course of a clock made ready for the rules, and what they make of it. */
import { Duration } from 'luxon';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Pause, Course, Term } from './clock-course.ts';
import { dueTimeOf, lastOf, reached } from './clock-course.ts';
import { ClockPause, ClockTerm } from './clock-term.ts';
import type { Clock, Timing } from './clock.ts';
import { businessHours } from './keep-hours.ts';

/** More than anybody's clock is paused or given new terms. */
const MOST = 1000;

/** Moments of clocks are whole seconds. */
export const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

export const lengthOf = (target: string): number => Duration.fromISO(target).as('milliseconds');

/** In business time a day has no fixed length; where every hour counts it has 24. */
export function checkTarget(target: string, everyHour: boolean, field: readonly string[] = ['target']): void {
  if (everyHour || !/\dD/.test(target)) return;
  throw new Refusal('TARGET_IN_DAYS', `${target} says days, which have no fixed length in business time. Say hours, such as PT8H for a day of eight.`, { field });
}

export async function courseOf(clock: Clock, context: Context): Promise<Course> {
  const [course] = await coursesOf([clock], context);
  return course ?? fixed(clock);
}

/** Of many, by one look at the terms and one at the pauses of all. */
export async function coursesOf(clocks: readonly Clock[], context: Context): Promise<Course[]> {
  const counted = clocks.filter(({ target }) => target !== null);
  if (counted.length === 0) return clocks.map(fixed);
  const most = MOST * counted.length;
  const [terms, pauses] = await Promise.all([context.all(ClockTerm, { clock: counted }, most), context.all(ClockPause, { clock: counted }, most)]);
  const used = new Map(terms.map(({ hours }) => [hours?.id ?? null, hours]));
  const ready = new Map(await Promise.all([...used].map(async ([id, hours]) => [id, await businessHours(hours, context)] as const)));
  const [termsOf, pausesOf] = [Map.groupBy(terms, ({ clock }) => clock.id), Map.groupBy(pauses, ({ clock }) => clock.id)];
  return clocks.map((clock) => {
    if (clock.target === null) return fixed(clock);
    const [first, ...rest] = (termsOf.get(clock.id) ?? [])
      .map(({ effectiveAt, hours, target }): Term => ({ from: effectiveAt.getTime(), hours: ready.get(hours?.id ?? null) ?? null, target: lengthOf(target) }))
      .sort((a, b) => a.from - b.from);
    if (!first) throw new Error('a clock has a term from its start on');
    return { terms: [first, ...rest], pauses: (pausesOf.get(clock.id) ?? []).map(pauseOf) };
  });
}

const pauseOf = ({ startedAt, endedAt, reason }: ClockPause): Pause => ({ from: startedAt.getTime(), until: endedAt?.getTime() ?? null, reason });

/** Due at a moment that was named: every hour counts, and nothing moves it. */
function fixed({ startedAt, dueAt }: Clock): Course {
  const from = startedAt.getTime();
  return { terms: [{ from, hours: null, target: Math.max(0, (dueAt?.getTime() ?? from) - from) }], pauses: [] };
}

export type Warning = Pick<Clock, 'warnShare' | 'warnBefore'>;

export function timingOf(course: Course, { warnShare, warnBefore }: Warning): Timing {
  const { target } = lastOf(course);
  const used = warnBefore === null ? (warnShare === null ? null : target * warnShare / 100) : target - lengthOf(warnBefore);
  return { dueAt: at(dueTimeOf(course)), warnAt: used === null ? null : at(reached(course, Math.max(0, Math.floor(used / 1000) * 1000))) };
}

const at = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));
