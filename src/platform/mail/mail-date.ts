/**
 * Reads dates of mails. `Date.parse` would take the machine's time zone where a mail names none and
 * accepts much that is no date; here a missing zone is UTC, and what is impossible is no date at all.
 */
import type { HeaderField } from './header-block.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = '(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:\\.\\d+)?)?';
const ZONE = '(?:\\s*(?<zone>[+-]\\d{1,2}:?\\d{2}|[a-z]{1,5}))?';
const FORMS = [
  // Mon, 3 Feb 2003 12:00:00 +0100
  new RegExp(`(?<day>\\d{1,2})[\\s-]+(?<month>${MONTHS.join('|')})[a-z]*\\.?[\\s,-]+(?<year>\\d{4}|\\d{2})\\s+${TIME}${ZONE}`, 'i'),
  // Mon Feb  3 12:00:00 CET 2003
  new RegExp(`(?<month>${MONTHS.join('|')})[a-z]*\\s+(?<day>\\d{1,2}),?\\s+${TIME}${ZONE}\\s+(?<year>\\d{4})`, 'i'),
  // 2003-02-03T12:00:00Z
  new RegExp(`(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})[t\\s]+${TIME}${ZONE}`, 'i'),
];

/** Hours; of names with several meanings the one RFC 5322 gives. */
const ZONES: Record<string, number> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, bst: 1, cet: 1, met: 1, mez: 1, cest: 2, mest: 2, mesz: 2, eet: 2, eest: 3, msk: 3,
  est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, jst: 9, kst: 9, hkt: 8, sgt: 8,
};

const DAY = 24 * 60 * 60 * 1000;
/** Clocks that lost their setting say 1970; there was hardly any mail before. */
const EARLIEST = Date.UTC(1971, 0, 1);

export function parseMailDate(value: string): Date | undefined {
  const text = value.slice(0, 200);
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts) return moment(parts);
  }
  return undefined;
}

function moment(parts: Record<string, string | undefined>): Date | undefined {
  const number = (name: string): number => Number(parts[name] ?? 0);
  const month = /^\d/.test(parts.month ?? '') ? number('month') - 1 : MONTHS.indexOf((parts.month ?? '').slice(0, 3).toLowerCase());
  const year = number('year') + ((parts.year ?? '').length > 2 ? 0 : number('year') < 70 ? 2000 : 1900);
  const [day, hour, minute, second] = [number('day'), number('hour'), number('minute'), number('second')];
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const utc = new Date(Date.UTC(year, month, day, hour, minute, second));
  const isRealDay = new Date(Date.UTC(year, month, day)).getUTCDate() === day && month >= 0 && month <= 11;
  return isRealDay ? new Date(utc.getTime() - offsetOf(parts.zone)) : undefined;
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  if (!sign) return (ZONES[(zone ?? '').toLowerCase()] ?? 0) * 60 * 60 * 1000;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * 1000;
  return sign === '-' ? -offset : offset;
}

/**
 * When a mail was sent. The sender's own date counts unless it is missing, unreadable, before mail
 * existed, in the future, or more than two days after the mail was received. Then the last `Received`
 * counts (the topmost: written by the receiving side), then `envelopeDate`.
 */
export function sentDate(
  headers: HeaderField[],
  { envelopeDate, now }: { envelopeDate?: Date; now: Date },
): { date?: Date; defect?: string } {
  const isPossible = (date: Date | undefined): date is Date =>
    date !== undefined && date.getTime() >= EARLIEST && date.getTime() <= now.getTime() + DAY;
  const received = headers
    .filter(({ name }) => name === 'received')
    .map(({ value }) => parseMailDate(value.slice(value.lastIndexOf(';') + 1)))
    .find(isPossible) ?? (isPossible(envelopeDate) ? envelopeDate : undefined);
  const written = headers.find(({ name }) => name === 'date')?.value;
  const date = written === undefined ? undefined : parseMailDate(written);
  if (isPossible(date) && (received === undefined || date.getTime() <= received.getTime() + 2 * DAY)) return { date };
  const given = written === undefined ? 'There is no Date' : `The Date "${written.slice(0, 60)}" is not possible`;
  return received
    ? { date: received, defect: `${given}; the mail was received at ${received.toISOString()}, which is taken.` }
    : { defect: `${given}, and nothing else tells when the mail was sent.` };
}
