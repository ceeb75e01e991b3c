/** Times of day as the clock on the wall shows them, to the minute. The end of a day is `24:00`, which sorts after all of it. */
import { quoted } from './text.ts';
import type { Value } from './value.ts';

export const localTime: Value = {
  name: 'LocalTime',
  description: 'A time of day as the clock on the wall shows it, `HH:MM` from `00:00` to `24:00`, the end of the day.',
  code: 'INVALID_LOCAL_TIME',

  read(raw) {
    const value = raw.trim().padStart(5, '0');
    if (/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value)) return { value };
    return { wrong: `${quoted(raw)} is not a time of day. Expected are hours and minutes from 00:00 to 24:00, such as 09:30.` };
  },
};

/** In minutes after midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
