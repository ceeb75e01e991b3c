/**
 * Reads exchange rates from files: those of the European Central Bank, as XML (daily, 90 days, all) or CSV (one day or all),
 * and plain CSV with the columns date, base, quote, rate and, if any, source. What is wrong with a file is told by the line,
 * and nothing of it is taken; what is right but unknown here, such as a currency no longer in use, is left out and told.
 */
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { readDecimal } from '../../kernel/values/decimal.ts';
import { isDay } from '../../kernel/values/moment.ts';
import type { Quote } from './conversion.ts';
import { RATE_DECIMALS } from './exchange-rate.ts';

export interface RateFile {
  readonly quotes: readonly Quote[];
  /** Currencies that are not in use any more, with how many rates of each were left out. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** A file that is not one of rates, or has a mistake. */
export class WrongRateFile extends Error {}

const ECB = { baseCurrency: 'EUR', source: 'ECB' };

interface Row {
  readonly at: string;
  readonly baseCurrency: string;
  readonly quoteCurrency: string;
  readonly rate: string;
  readonly validOn: string;
  readonly source: string;
}

/** `source`: of plain CSV that does not say who quotes its rates. */
export function readRateFile(text: string, source: string | null): RateFile {
  const content = text.replace(/^\uFEFF/, '');
  if (content.startsWith('PK\u0003\u0004')) throw new WrongRateFile('This is a zip archive: unpack it first.');
  return checked(content.trimStart().startsWith('<') ? ecbXml(content) : csv(content, source));
}

/** `<Cube time="2026-11-27"><Cube currency="USD" rate="1.1587"/>…`, whatever is around it. */
function ecbXml(content: string): Row[] {
  const rows: Row[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let validOn: string | null = null;
  parser.on('error', (error) => { throw new WrongRateFile(`This XML cannot be read: ${error.message}`); });
  parser.on('opentag', ({ local, attributes }) => {
    if (local !== 'Cube') return;
    validOn = attributes['time']?.value ?? validOn;
    const [quoteCurrency, rate] = [attributes['currency']?.value, attributes['rate']?.value];
    if (quoteCurrency === undefined || rate === undefined) return;
    if (validOn === null) throw new WrongRateFile(`Line ${parser.line}: a rate comes before the day it is of.`);
    rows.push({ ...ECB, at: `Line ${parser.line}`, quoteCurrency, rate, validOn });
  });
  parser.write(content).close();
  if (rows.length === 0) throw new WrongRateFile('This XML holds no rates as the European Central Bank gives them.');
  return rows;
}

function csv(content: string, source: string | null): Row[] {
  const delimiter = (content.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  let lines: string[][];
  try {
    lines = parse(content, { delimiter, trim: true, skipEmptyLines: true, relaxColumnCount: true });
  } catch (error) {
    throw new WrongRateFile(`This CSV cannot be read: ${(error as Error).message}`);
  }
  const [header = [], ...rest] = lines;
  const names = header.map((name) => name.toLowerCase());
  const place = (name: string): number => names.indexOf(name);
  if (place('rate') < 0) return ecbCsv(header, rest);
  const lacking = ['date', 'base', 'quote'].filter((name) => place(name) < 0);
  if (lacking.length > 0) throw new WrongRateFile(`The first line names the columns date, base, quote, rate and perhaps source; ${lacking.join(' and ')} is missing.`);
  return rest.map((cells, i): Row => {
    const cell = (name: string): string => cells[place(name)] ?? '';
    const by = cell('source') || source;
    if (!by) throw new WrongRateFile(`Line ${i + 2}: nobody is named as the source of the rate. Add a column source, or say who it is.`);
    return { at: `Line ${i + 2}`, validOn: dayFrom(cell('date')), baseCurrency: cell('base').toUpperCase(), quoteCurrency: cell('quote').toUpperCase(), rate: cell('rate'), source: by };
  });
}

/** A column for each currency. `N/A`: not quoted that day. */
function ecbCsv([first = '', ...currencies]: readonly string[], lines: readonly (readonly string[])[]): Row[] {
  if (first.toLowerCase() !== 'date' || !currencies.some((name) => /^[A-Z]{3}$/.test(name))) {
    throw new WrongRateFile('This is not a file of rates: expected are files of the European Central Bank, or the columns date, base, quote, rate.');
  }
  return lines.flatMap(([day = '', ...rates], i) => currencies.flatMap((quoteCurrency, column): Row[] => {
    const rate = rates[column] ?? '';
    return quoteCurrency === '' || rate === '' || rate === 'N/A' ? [] : [{ ...ECB, at: `Line ${i + 2}`, quoteCurrency, rate, validOn: dayFrom(day) }];
  }));
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `27 November 2026`, as the bank's file of one day has it, is `2026-11-27`. */
function dayFrom(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase()) + 1;
  return at > 0 ? `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

function checked(rows: readonly Row[]): RateFile {
  const unknown = new Map<string, number>();
  const quotes = new Map<string, Quote>();
  for (const { at, ...row } of rows) {
    if (!isDay(row.validOn)) throw new WrongRateFile(`${at}: “${row.validOn}” is no day. Expected is a form like 2026-11-27.`);
    const strange = [row.baseCurrency, row.quoteCurrency].filter((code) => 'wrong' in currencyCode.read(code));
    for (const code of strange) {
      if (!/^[A-Z]{3}$/.test(code)) throw new WrongRateFile(`${at}: “${code}” is no currency. Expected are the three letters of ISO 4217.`);
      unknown.set(code, (unknown.get(code) ?? 0) + 1);
    }
    if (strange.length > 0) continue;
    if (row.baseCurrency === row.quoteCurrency) throw new WrongRateFile(`${at}: a rate is of two different currencies; both are ${row.baseCurrency}.`);
    const rate = readDecimal(row.rate, { decimals: RATE_DECIMALS, min: 0, max: null });
    if ('wrong' in rate) throw new WrongRateFile(`${at}: ${rate.wrong}`);
    if (rate.value === '0') throw new WrongRateFile(`${at}: a rate is more than zero.`);
    // What stands later in a file holds.
    quotes.set(`${row.baseCurrency} ${row.quoteCurrency} ${row.validOn}`, { ...row, rate: rate.value });
  }
  return { quotes: [...quotes.values()], unknown };
}
