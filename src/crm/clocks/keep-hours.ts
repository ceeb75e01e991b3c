/**
 * Between the hours that are stored and those that rules count by. Stored hours never change, so what was once read and
 * made ready is kept, by their id.
 */
import type { Context, Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { minutesOf } from '../../kernel/values/local-time.ts';
import { DAY, type BusinessHours, type SpecialDay as DayRule, type Window } from './business-hours.ts';
import { CalendarHours, CalendarWindow, SpecialDay, Weekday, MOST_SPECIAL_DAYS, MOST_WINDOWS } from './calendar-hours.ts';
import { checkHours, type GivenHours } from './check-hours.ts';
import { holidaysOf } from './holidays.ts';

export function addHours(given: GivenHours, { add }: Transaction): CalendarHours {
  checkHours(given);
  const { timeZone, holidayRegion, windows, specialDays } = given;
  const hours = add(Object.assign(new CalendarHours(), { timeZone, holidayRegion }));
  for (const { weekday, opensAt, closesAt } of windows.toSorted(inWeek)) add(Object.assign(new CalendarWindow(), { hours, weekday, opensAt, closesAt }));
  for (const { fallsOn, name = null, opensAt = null, closesAt = null } of specialDays.toSorted(inYear)) {
    add(Object.assign(new SpecialDay(), { hours, fallsOn, name, opensAt, closesAt }));
  }
  return hours;
}

const WEEKDAYS = Object.values(Weekday);
const inWeek = (a: GivenHours['windows'][number], b: GivenHours['windows'][number]): number =>
  WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday) || minutesOf(a.opensAt) - minutesOf(b.opensAt);
const inYear = (a: GivenHours['specialDays'][number], b: GivenHours['specialDays'][number]): number =>
  a.fallsOn.localeCompare(b.fallsOn) || minutesOf(a.opensAt ?? '00:00') - minutesOf(b.opensAt ?? '00:00');

/** As they were given. */
export async function givenHours(hours: Ref<CalendarHours>, { all }: Context): Promise<GivenHours> {
  const [[stored], windows, specialDays] = await Promise.all([
    all(CalendarHours, { id: hours.id }), all(CalendarWindow, { hours: hours.id }, MOST_WINDOWS), all(SpecialDay, { hours: hours.id }, MOST_SPECIAL_DAYS),
  ]);
  if (!stored) throw new Error('hours that something was counted by are kept');
  const { timeZone, holidayRegion } = stored;
  return { timeZone, holidayRegion, windows, specialDays };
}

const MOST_KEPT = 1000;
const kept = new Map<string, BusinessHours | null>();

/** Null: always open. */
export async function businessHours(hours: Ref<CalendarHours> | null, context: Context): Promise<BusinessHours | null> {
  if (hours === null) return null;
  const known = kept.get(hours.id);
  if (known !== undefined) return known;
  const ready = readyHours(await givenHours(hours, context));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(hours.id, ready);
  return ready;
}

/** For rules to count by; null where they are always open. */
export function readyHours({ timeZone, holidayRegion, windows, specialDays }: GivenHours): BusinessHours | null {
  const week = WEEKDAYS.map((weekday) => windows.filter((window) => window.weekday === weekday).map(windowOf).sort((a, b) => a.opens - b.opens));
  const allDay = week.every((day) => day.reduce((minutes, { opens, closes }) => minutes + closes - opens, 0) === 1440);
  if (allDay && specialDays.length === 0 && holidayRegion === null) return null;

  const special = new Map<number, DayRule>();
  for (const { fallsOn, name = null, opensAt, closesAt } of specialDays) {
    const day = Date.parse(`${fallsOn}T00:00:00Z`) / DAY;
    const before = special.get(day);
    const open = opensAt != null && closesAt != null ? [windowOf({ opensAt, closesAt })] : [];
    special.set(day, { name: before?.name ?? name, windows: [...before?.windows ?? [], ...open].sort((a, b) => a.opens - b.opens) });
  }
  const holidays = holidayRegion === null ? null : holidaysOf(holidayRegion);
  return { timeZone, week, special, holiday: (day) => holidays?.get(day) ?? null };
}

const windowOf = ({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }): Window => ({ opens: minutesOf(opensAt), closes: minutesOf(closesAt) });
