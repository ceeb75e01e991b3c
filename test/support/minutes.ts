/**
 * An oracle for business time: it walks minute by minute, asks of each what the clock on the wall shows, and counts. What
 * a zone's clocks show is asked of Intl once for each minute of an era, some weeks around what is hard about the zone.
 */
import type { BusinessHours } from '../../src/crm/clocks/business-hours.ts';
import type { Course } from '../../src/crm/clocks/clock-course.ts';

export const MINUTE = 60_000;
const DAY_MINUTES = 1440;

export interface Era {
  readonly zone: string;
  readonly start: number;
  readonly minutes: number;
  /** The local day of each minute, counted from 1970-01-01, and its minute of that day. */
  readonly day: Int32Array;
  readonly minute: Int16Array;
  /** Monday is 0. */
  readonly weekday: Int8Array;
}

const ERAS: readonly (readonly [zone: string, around: string])[] = [
  ['Europe/Prague', '2026-03-29'], ['Europe/Prague', '2026-10-25'], ['Europe/Warsaw', '2027-03-28'], ['Europe/Berlin', '2026-12-31'],
  ['Asia/Shanghai', '2026-02-17'], ['America/New_York', '2026-03-08'], ['America/New_York', '2026-11-01'], ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'], ['Pacific/Apia', '2011-12-30'], ['America/Havana', '2026-11-01'], ['America/St_Johns', '2010-11-07'],
  ['Asia/Kathmandu', '2026-05-01'], ['UTC', '2026-06-01'],
];
const DAYS_AROUND = 6;

let made: readonly Era[] | undefined;
export const eras = (): readonly Era[] => made ??= ERAS.map(([zone, around]) => eraOf(zone, Date.parse(`${around}T00:00:00Z`) - DAYS_AROUND * DAY_MINUTES * MINUTE));

function eraOf(zone: string, start: number): Era {
  const minutes = 2 * DAYS_AROUND * DAY_MINUTES;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const day = new Int32Array(minutes);
  const minute = new Int16Array(minutes);
  const weekday = new Int8Array(minutes);
  for (let i = 0; i < minutes; i++) {
    const [, date, hour, past] = /^(\S+), (\d\d):(\d\d)$/.exec(format.format(start + i * MINUTE)) ?? [];
    day[i] = Date.parse(`${date}T00:00:00Z`) / MINUTE / DAY_MINUTES;
    minute[i] = Number(hour) * 60 + Number(past);
    weekday[i] = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  }
  return { zone, start, minutes, day, minute, weekday };
}

export type KindOfMinute = 'OPEN' | 'CLOSED' | 'HOLIDAY' | 'PAUSED';

/** What the minute that begins at the index is for these hours. */
export function kindOf({ day, minute, weekday }: Era, hours: BusinessHours | null, i: number): KindOfMinute {
  if (hours === null) return 'OPEN';
  const date = day[i] ?? 0;
  const special = hours.special.get(date);
  const holiday = special ? null : hours.holiday(date);
  const windows = special ? special.windows : holiday === null ? hours.week[weekday[i] ?? 0] ?? [] : [];
  const shown = minute[i] ?? 0;
  for (const { opens, closes } of windows) if (opens <= shown && shown < closes) return 'OPEN';
  return holiday !== null || special?.windows.length === 0 ? 'HOLIDAY' : 'CLOSED';
}

/** Of each minute from the beginning of the course on, what it is; all of the course lies in the era, on whole minutes. */
export function kindsOf(era: Era, { terms, pauses }: Course): KindOfMinute[] {
  const kinds: KindOfMinute[] = [];
  for (let at = terms[0].from, i = (at - era.start) / MINUTE; i < era.minutes; i++, at += MINUTE) {
    let [{ hours }] = terms;
    for (const term of terms) if (term.from <= at) hours = term.hours;
    let paused = false;
    for (const { from, until } of pauses) paused ||= from <= at && (until === null || at < until);
    kinds.push(paused ? 'PAUSED' : kindOf(era, hours, i));
  }
  return kinds;
}

/** The moment by which so much counted, not before the last term; null when the era ends first. */
export function dueOf(kinds: readonly KindOfMinute[], { terms }: Course, target: number): number | null {
  const [{ from }] = terms;
  const last = terms.at(-1)?.from ?? from;
  let used = 0;
  for (let n = 0; ; n++) {
    const at = from + n * MINUTE;
    if (at >= last && used >= target) return at;
    if (n === kinds.length) return null;
    if (kinds[n] === 'OPEN') used += MINUTE;
  }
}

export const usedBy = (kinds: readonly KindOfMinute[], from: number, at: number): number =>
  kinds.reduce((used, kind, n) => (kind === 'OPEN' && from + n * MINUTE < at ? used + MINUTE : used), 0);
