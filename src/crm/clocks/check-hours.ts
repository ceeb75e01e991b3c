/** Which hours a calendar can have: windows within their day and apart from each other, and open at some time. */
import { Refusal, type UserError } from '../../kernel/refusal.ts';
import { minutesOf } from '../../kernel/values/local-time.ts';
import type { Weekday } from './calendar-hours.ts';
import { isRegion } from './holidays.ts';

export interface GivenWindow {
  readonly weekday: Weekday;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface GivenDay {
  readonly fallsOn: string;
  readonly name?: string | null;
  readonly opensAt?: string | null;
  readonly closesAt?: string | null;
}

export interface GivenHours {
  readonly timeZone: string;
  readonly holidayRegion: string | null;
  readonly windows: readonly GivenWindow[];
  readonly specialDays: readonly GivenDay[];
}

/** Refuses all that is wrong with them at once. */
export function checkHours({ holidayRegion, windows, specialDays }: GivenHours): void {
  const errors = [
    ...windows.flatMap((window, i) => wrongWindow(window, ['windows', String(i)])),
    ...overlaps(windows, ({ weekday }) => weekday, 'windows'),
    ...specialDays.flatMap((given, i) => wrongDay(given, ['specialDays', String(i)])),
    ...overlaps(specialDays.filter(isOpen), ({ fallsOn }) => fallsOn, 'specialDays', specialDays),
    ...contradictions(specialDays),
  ];
  if (windows.length === 0 && !specialDays.some(isOpen)) {
    errors.push({ code: 'CALENDAR_NEVER_OPEN', message: 'A calendar is open at some time: give it at least one window.', field: ['windows'] });
  }
  if (holidayRegion !== null && !isRegion(holidayRegion)) {
    errors.push({ code: 'HOLIDAY_REGION_UNKNOWN', message: `No holidays are known of “${holidayRegion}”. \`holidayRegions\` lists the regions of a country, such as PL or DE-BY.`, field: ['holidayRegion'] });
  }
  if (errors.length > 0) throw Refusal.of(errors);
}

type OpenDay = GivenDay & { readonly opensAt: string; readonly closesAt: string };
const isOpen = (given: GivenDay): given is OpenDay => given.opensAt != null && given.closesAt != null;

function wrongWindow({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }, field: readonly string[]): UserError[] {
  if (minutesOf(opensAt) < minutesOf(closesAt)) return [];
  return [{
    code: 'WINDOW_ENDS_BEFORE_IT_BEGINS', field: [...field, 'closesAt'],
    message: `A window ends on the day on which it began, and later. A night is two windows: ${opensAt} to 24:00, and 00:00 to ${closesAt} on the next day.`,
  }];
}

function wrongDay(given: GivenDay, field: readonly string[]): UserError[] {
  if (isOpen(given)) return wrongWindow(given, field);
  if (given.opensAt == null && given.closesAt == null) return [];
  return [{ code: 'WINDOW_HALF_GIVEN', message: 'A special day has both `opensAt` and `closesAt`, or neither when it is closed.', field }];
}

function overlaps<W extends { readonly opensAt: string; readonly closesAt: string }>(
  windows: readonly W[], dayOf: (window: W) => string, field: string, given: readonly object[] = windows,
): UserError[] {
  return windows.flatMap((window, i) => {
    const other = windows.slice(0, i).find((one) => dayOf(one) === dayOf(window)
      && minutesOf(one.opensAt) < minutesOf(window.closesAt) && minutesOf(window.opensAt) < minutesOf(one.closesAt));
    if (!other) return [];
    const message = `${window.opensAt} to ${window.closesAt} overlaps ${other.opensAt} to ${other.closesAt} of the same day.`;
    return [{ code: 'WINDOWS_OVERLAP', message, field: [field, String(given.indexOf(window))] }];
  });
}

function contradictions(days: readonly GivenDay[]): UserError[] {
  return days.flatMap((given, i) => {
    const before = days.slice(0, i).find((one) => one.fallsOn === given.fallsOn);
    if (!before || (isOpen(before) && isOpen(given))) return [];
    return [{ code: 'SPECIAL_DAY_CONTRADICTS', message: `${given.fallsOn} is told twice: once closed, and once more.`, field: ['specialDays', String(i)] }];
  });
}
