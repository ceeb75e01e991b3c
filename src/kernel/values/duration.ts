/**
 * Spans of time in ISO 8601, in the units of which the length is known: weeks, days, hours, minutes, seconds. Months
 * and years are refused, for nobody can say how long a promise of P1M is. Days and hours are kept apart, because a
 * day across the change to summer time has not 24 hours: PT90M is answered as PT1H30M, but PT24H never as P1D.
 */
import { Duration } from 'luxon';
import { quoted } from './text.ts';
import type { Value } from './value.ts';

const MAX_DAYS = 36_525;
const SHAPE = /^P(?!$)(\d{1,9}W)?(\d{1,9}D)?(T(?=\d)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?$/;

export const duration: Value = {
  name: 'Duration',
  description: 'A span of time in ISO 8601, in whole weeks, days, hours, minutes and seconds, such as `PT15M` or `P2DT4H`; at most 100 years.',
  specifiedByURL: 'https://www.iso.org/iso-8601-date-and-time-format.html',
  code: 'INVALID_DURATION',

  read(raw) {
    const text = raw.trim().toUpperCase();
    if (!SHAPE.test(text)) {
      return {
        wrong: `${quoted(raw)} is not a duration. Expected is ISO 8601 in whole weeks, days, hours, minutes and seconds, such as PT15M or P2DT4H; months and years have no fixed length.`,
      };
    }
    const given = Duration.fromISO(text);
    if (given.as('days') > MAX_DAYS) return { wrong: `${quoted(raw)} is too long a duration; at most 100 years (${MAX_DAYS} days) are allowed.` };

    const { hours, minutes, seconds } = given;
    const clock = Duration.fromObject({ hours, minutes, seconds }).normalize().toObject();
    return { value: Duration.fromObject({ days: given.weeks * 7 + given.days, ...clock }).toISO() };
  },
};

/** In whole seconds, the nearest. */
export function durationBetween(from: Date, to: Date): string | null {
  const read = duration.read(`PT${Math.round((to.getTime() - from.getTime()) / 1000)}S`);
  return 'value' in read ? read.value : null;
}
