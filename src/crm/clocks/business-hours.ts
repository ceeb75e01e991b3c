/**
 * When a business is open, as data, and the rule by which that becomes stretches of time. One sentence decides it: a
 * moment is business time when the clock on the wall shows a time within a window of the day it shows. So a window over
 * an hour that summer time leaves out is an hour shorter that day, one over an hour that comes twice is an hour longer,
 * and a day that a zone never had has no business time.
 */
import { spansOf } from './zone-offsets.ts';

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** In minutes after midnight; it is open from the first minute on, and no longer at the second, which may be 1440. */
export interface Window {
  readonly opens: number;
  readonly closes: number;
}

/** What a single day has instead of its weekday's windows. */
export interface SpecialDay {
  readonly name: string | null;
  readonly windows: readonly Window[];
}

/** Days are counted from 1970-01-01. */
export interface BusinessHours {
  readonly timeZone: string;
  /** The windows of each weekday from Monday on, in order and apart from each other. */
  readonly week: readonly (readonly Window[])[];
  /** Goes before a holiday, and that before the weekday. */
  readonly special: ReadonlyMap<number, SpecialDay>;
  /** The name of the public holiday that a day is, or null. */
  readonly holiday: (day: number) => string | null;
}

export type StretchKind = 'OPEN' | 'CLOSED' | 'HOLIDAY';

/** Time of one kind, in milliseconds. `HOLIDAY`: the business is closed because of what the day is. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: StretchKind;
  /** What the day is called, when it is a special one. */
  readonly name: string | null;
}

/** All time from one moment to another as stretches, in order and without gaps. Null: always open. */
export function* stretchesOf(hours: BusinessHours | null, from: number, until: number): Generator<Stretch> {
  if (from >= until) return;
  if (hours === null) {
    yield { start: from, end: until, kind: 'OPEN', name: null };
    return;
  }
  for (const { start, end, offset } of spansOf(hours.timeZone, from, until)) {
    const last = Math.floor((end - 1 + offset) / DAY);
    for (let day = Math.floor((start + offset) / DAY); day <= last; day++) {
      const midnight = day * DAY - offset;
      yield* stretchesOfDay(dayOf(hours, day), midnight, Math.max(start, midnight), Math.min(end, midnight + DAY));
    }
  }
}

function* stretchesOfDay({ windows, name, closedAs }: DayHours, midnight: number, start: number, end: number): Generator<Stretch> {
  let at = start;
  for (const { opens, closes } of windows) {
    const from = Math.max(at, midnight + opens * MINUTE);
    const until = Math.min(end, midnight + closes * MINUTE);
    if (from >= until) continue;
    if (at < from) yield { start: at, end: from, kind: closedAs, name };
    yield { start: from, end: until, kind: 'OPEN', name };
    at = until;
  }
  if (at < end) yield { start: at, end, kind: closedAs, name };
}

interface DayHours {
  readonly windows: readonly Window[];
  readonly name: string | null;
  readonly closedAs: StretchKind;
}

function dayOf({ week, special, holiday }: BusinessHours, day: number): DayHours {
  const own = special.get(day);
  if (own) return { windows: own.windows, name: own.name, closedAs: own.windows.length > 0 ? 'CLOSED' : 'HOLIDAY' };
  const name = holiday(day);
  if (name !== null) return { windows: [], name, closedAs: 'HOLIDAY' };
  return { windows: week[(((day + 3) % 7) + 7) % 7] ?? [], name: null, closedAs: 'CLOSED' }; // 1970-01-01 was a Thursday
}
