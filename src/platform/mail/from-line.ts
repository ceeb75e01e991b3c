/**
 * The separator of an mbox: the "From_ line", `From SENDER DATE`, that stands before every message.
 * Nothing but its look tells it from a sentence that begins with "From", so it must carry a whole
 * asctime-like date. Writers differ in where they put zone and year, and some leave blanks in the sender.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const FROM_LINE = new RegExp(
  '^From .{0,512}?' +
    '(?:mon|tue|wed|thu|fri|sat|sun),? +' +
    `(?:(?<month>${MONTHS.join('|')}) +(?<day>\\d{1,2})|(?<dayFirst>\\d{1,2}) +(?<monthSecond>${MONTHS.join('|')}))` +
    '(?: +(?<yearEarly>\\d{4}))? +(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?' +
    '(?: +(?<zone>[+-]\\d{4})| +[a-z]{1,5})*' +
    '(?: +(?<yearLate>\\d{4}))?(?: +(?<zoneLate>[+-]\\d{4})| +[a-z]{1,5})? *$',
  'i',
);

const FROM_ = Buffer.from('From ');
/** Longer lines are prose. */
const LONGEST_FROM_LINE = 1000;

export interface FromLine {
  /** When the message was delivered; absent when the date has the right form but names no moment. */
  envelopeDate?: Date;
}

/** Reads a line (with or without its line end) as a From_ line; undefined when it is not one. */
export function readFromLine(line: Buffer): FromLine | undefined {
  if (line.length > LONGEST_FROM_LINE || !line.subarray(0, FROM_.length).equals(FROM_)) return undefined;
  const parts = FROM_LINE.exec(line.toString('latin1').replace(/[\r\n]+$/, ''))?.groups;
  const year = parts?.yearEarly ?? parts?.yearLate;
  if (!parts || !year) return undefined;
  const month = MONTHS.indexOf((parts.month ?? parts.monthSecond ?? '').toLowerCase());
  const day = Number(parts.day ?? parts.dayFirst);
  const utc = Date.UTC(Number(year), month, day, Number(parts.hour), Number(parts.minute), Number(parts.second ?? 0));
  const envelopeDate = new Date(utc - minutesOf(parts.zone ?? parts.zoneLate) * 60_000);
  return { envelopeDate: Number.isNaN(envelopeDate.getTime()) ? undefined : envelopeDate };
}

/** The offset of a zone like `+0130` in minutes; a From_ line without one is in UTC (RFC 4155). */
function minutesOf(zone: string | undefined): number {
  if (!zone) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return zone.startsWith('-') ? -minutes : minutes;
}
