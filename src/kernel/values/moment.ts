/** Which moments and days there are for us: those of the years 1 to 9999, which everybody who meets them can write. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** In milliseconds since 1970. */
export const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= FIRST && value <= LAST;

/** `YYYY-MM-DD`, and in the calendar. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return isMoment(ms) && new Date(ms).toISOString().slice(0, 10) === value;
}
