/**
 * Public holidays by region, from a file that `npm run holidays` makes of date-holidays: read when first asked for, each
 * region unfolded once. It knows some thirty years, and says which; a day outside them is no holiday.
 */
import { readFileSync } from 'node:fs';
import { Refusal } from '../../kernel/refusal.ts';
import { DAY } from './business-hours.ts';

interface HolidayFile {
  readonly years: readonly [first: number, last: number];
  /** A name, and its days: `MMDD` of every year, or for each year two digits of base 36, the day within it. */
  readonly holidays: readonly (readonly [name: string, days: string])[];
  /** The name in English, and which of the holidays. */
  readonly regions: Readonly<Record<string, readonly [name: string, holidays: readonly number[]]>>;
}

let read: HolidayFile | undefined;
const unfolded = new Map<string, ReadonlyMap<number, string>>();

const file = (): HolidayFile => read ??= JSON.parse(readFileSync(new URL('./holidays.json', import.meta.url), 'utf8')) as HolidayFile;

export interface HolidayRegion {
  /** `PL`, `DE-BY`, `DE-BY-A`: a country of ISO 3166-1, then its parts as they are known there. */
  readonly code: string;
  readonly name: string;
}

/** All of a country, itself first; none where nothing is known. */
export function regionsOf(country: string): HolidayRegion[] {
  return Object.entries(file().regions).filter(([code]) => code === country || code.startsWith(`${country}-`)).map(([code, [name]]) => ({ code, name }));
}

export const isRegion = (code: string): boolean => Object.hasOwn(file().regions, code);

/** In order. */
export function holidaysIn(region: string, year: number): { readonly fallsOn: string; readonly name: string }[] {
  const [first, last] = file().years;
  if (!isRegion(region)) throw new Refusal('HOLIDAY_REGION_UNKNOWN', `No holidays are known of “${region}”. \`holidayRegions\` lists the regions of a country.`, { field: ['region'] });
  if (year < first || year > last) throw new Refusal('HOLIDAY_YEAR_UNKNOWN', `Holidays are known from ${first} to ${last}.`, { field: ['year'] });
  return [...holidaysOf(region)].map(([day, name]) => ({ fallsOn: new Date(day * DAY).toISOString().slice(0, 10), name })).filter(({ fallsOn }) => fallsOn.startsWith(String(year)));
}

/** By day, counted from 1970-01-01: what the holiday is called there. */
export function holidaysOf(region: string): ReadonlyMap<number, string> {
  let days = unfolded.get(region);
  if (!days) unfolded.set(region, days = unfold(region));
  return days;
}

function unfold(region: string): ReadonlyMap<number, string> {
  const { years: [first, last], holidays, regions } = file();
  const days = new Map<number, string>();
  for (const i of regions[region]?.[1] ?? []) {
    const [name, written] = holidays[i] ?? ['', ''];
    for (let year = first; year <= last; year++) {
      const day = dayIn(written, year, year - first);
      if (day === null) continue;
      const other = days.get(day);
      days.set(day, other && other !== name ? `${other}, ${name}` : name);
    }
  }
  return new Map([...days].sort(([a], [b]) => a - b));
}

function dayIn(written: string, year: number, place: number): number | null {
  if (written.length === 4) return Date.UTC(year, Number(written.slice(0, 2)) - 1, Number(written.slice(2))) / DAY;
  const digits = written.slice(2 * place, 2 * place + 2);
  return digits === '--' ? null : Date.UTC(year, 0, 1) / DAY + parseInt(digits, 36);
}
