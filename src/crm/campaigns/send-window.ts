/**
 * When mails may leave: between two times of the day, on the days that were chosen, as clocks show them in a time zone.
 * Where a clock is put forward over the beginning of a window, the window begins when the clock has passed it.
 */
import { DateTime } from 'luxon';
import { minutesOf } from '../../kernel/values/local-time.ts';

export interface SendWindow {
  readonly timeZone: string;
  /** Null: from the beginning of the day. */
  readonly sendFrom: string | null;
  /** Null: until its end. */
  readonly sendUntil: string | null;
  readonly weekdaysOnly: boolean;
}

const SATURDAY = 6;
/** More than a weekend. */
const DAYS_AHEAD = 8;

/** The moment itself when mails may leave then, else the first one after it. */
export function nextSendMoment(moment: Date, { timeZone, sendFrom, sendUntil, weekdaysOnly }: SendWindow): Date {
  const at = DateTime.fromJSDate(moment, { zone: timeZone });
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = at.startOf('day').plus({ days: ahead });
    if (weekdaysOnly && day.weekday >= SATURDAY) continue;
    const from = wall(day, minutesOf(sendFrom ?? '00:00'));
    const until = wall(day, minutesOf(sendUntil ?? '24:00'));
    if (at < until && from < until) return at > from ? moment : from.toJSDate();
  }
  throw new Error('a window that never opens');
}

function wall(day: DateTime, minutes: number): DateTime {
  return minutes === 24 * 60 ? day.plus({ days: 1 }).startOf('day') : day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
}
