/**
 * The course of a clock: what counted, and when it has counted enough. A clock may have been given other targets and
 * other hours on its way, each from a moment on, and it may have stood still; what it had used by then it keeps. Due time
 * and explanation are two readings of this one walk. Moments and durations are milliseconds.
 */
import { stretchesOf, type BusinessHours, type Stretch } from './business-hours.ts';
import { FURTHEST } from './business-time.ts';

/** What holds from a moment on, until the next term. */
export interface Term {
  readonly from: number;
  /** Null: every hour counts. */
  readonly hours: BusinessHours | null;
  readonly target: number;
}

/** Time that does not count. Null: it still goes on. */
export interface Pause {
  readonly from: number;
  readonly until: number | null;
  readonly reason: string | null;
}

/** The first term begins when the clock does; all are in order. Pauses may overlap. */
export interface Course {
  readonly terms: readonly [Term, ...Term[]];
  readonly pauses: readonly Pause[];
}

export interface Passage extends Omit<Stretch, 'kind'> {
  readonly kind: Stretch['kind'] | 'PAUSED';
  readonly target: number;
}

/** All that passes under a course until a moment, each piece under the term it falls in. */
export function* passagesOf({ terms, pauses }: Course, until: number): Generator<Passage> {
  const standing = apart(pauses);
  for (const [i, { from, hours, target }] of terms.entries()) {
    const end = Math.min(terms[i + 1]?.from ?? Infinity, until);
    let at = from;
    for (const pause of standing) {
      const [start, stop] = [Math.max(pause.from, at), Math.min(pause.until, end)];
      if (start >= stop) continue;
      for (const stretch of stretchesOf(hours, at, start)) yield { ...stretch, target };
      yield { start, end: stop, kind: 'PAUSED', name: pause.reason, target };
      at = stop;
    }
    for (const stretch of stretchesOf(hours, at, end)) yield { ...stretch, target };
  }
}

/** What has counted until a moment. */
export function usedBy(course: Course, at: number): number {
  let used = 0;
  for (const { start, end, kind } of passagesOf(course, at)) if (kind === 'OPEN') used += end - start;
  return used;
}

/**
 * The earliest moment, in the last term, by which so much has counted: its beginning when that was so before. Null: it
 * stands still, or will not within ten years.
 */
export function reached(course: Course, amount: number): number | null {
  const { from } = lastOf(course);
  const standing = apart(course.pauses);
  let used = usedBy(course, from);
  if (used >= amount) return from;
  const { hours, target } = lastOf(course);
  const rest: Course = { terms: [{ from, hours, target }], pauses: standing };
  const longest = from + FURTHEST + standing.reduce((sum, pause) => sum + (pause.until === Infinity ? 0 : pause.until - pause.from), 0);
  for (const { start, end, kind } of passagesOf(rest, longest)) {
    if (kind !== 'OPEN') continue;
    if (used + end - start >= amount) return start + amount - used;
    used += end - start;
  }
  return null;
}

/** When what was promised last is due. Null: it stands still, or is not within ten years. */
export const dueTimeOf = (course: Course): number | null => reached(course, lastOf(course).target);

export function lastOf({ terms }: Course): Term {
  return terms.at(-1) ?? terms[0];
}

interface Standing {
  readonly from: number;
  readonly until: number;
  readonly reason: string | null;
}

/** In order and apart from each other; the earlier one gives the reason. */
function apart(pauses: readonly Pause[]): Standing[] {
  const standing: Standing[] = [];
  for (const { from, until, reason } of [...pauses].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, standing.at(-1)?.until ?? -Infinity);
    const end = until ?? Infinity;
    if (start < end) standing.push({ from: start, until: end, reason });
  }
  return standing;
}
