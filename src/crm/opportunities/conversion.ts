/**
 * From one currency to another by quotes: rates of currency pairs that hold from a day on. A quote of the pair itself, in
 * either direction, goes before a way over a third currency, such as the euro in which a central bank quotes all others.
 * Between all quotes that lead there the newest is taken. Where none leads there nothing is guessed. What is converted is
 * rounded once, at the end.
 */
import Big from 'big.js';
import { decimalText, quotient, rounded } from '../../kernel/values/decimal.ts';
import { Money } from '../../kernel/values/money.ts';

export interface Quote {
  readonly baseCurrency: string;
  readonly quoteCurrency: string;
  /** So many units of the quote currency are one unit of the base currency. */
  readonly rate: string;
  /** The day from which it holds. */
  readonly validOn: string;
  readonly source: string;
}

/** An amount times `by`, divided by `of`. */
export interface Route {
  readonly by: Big;
  readonly of: Big;
  readonly quotes: readonly Quote[];
}

const ONE = new Big(1);
/** Decimals of a rate that is shown; amounts are converted by the quotes themselves. */
const SHOWN = 10;

export function routeBetween(from: string, to: string, quotes: readonly Quote[]): Route | null {
  if (from === to) return { by: ONE, of: ONE, quotes: [] };
  const direct = newest(quotes.flatMap((quote) => step(from, to, quote) ?? []));
  if (direct) return direct;
  const over = new Set(quotes.flatMap(({ baseCurrency, quoteCurrency }) => [baseCurrency, quoteCurrency]));
  return newest([...over].sort().flatMap((third) => {
    const [first, second] = [[from, third], [third, to]].map(([a = '', b = '']) => newest(quotes.flatMap((quote) => step(a, b, quote) ?? [])));
    return first && second ? [{ by: first.by.times(second.by), of: first.of.times(second.of), quotes: [...first.quotes, ...second.quotes] }] : [];
  }));
}

function step(from: string, to: string, quote: Quote): Route | null {
  const rate = new Big(quote.rate);
  if (quote.baseCurrency === from && quote.quoteCurrency === to) return { by: rate, of: ONE, quotes: [quote] };
  return quote.baseCurrency === to && quote.quoteCurrency === from ? { by: ONE, of: rate, quotes: [quote] } : null;
}

/** A way is as old as the oldest of its quotes. Of equally new ones the first. */
function newest(routes: readonly Route[]): Route | null {
  return routes.reduce<Route | null>((best, route) => (best === null || validOn(route) > validOn(best) ? route : best), null);
}

export const validOn = ({ quotes }: Route): string => quotes.map((quote) => quote.validOn).sort()[0] ?? '';

export const convert = (amount: Money, { by, of }: Route, currency: string): Money =>
  Money.rounded(quotient(amount.exact.times(by), of), currency);

/** Units of the target currency for one of the other. */
export const shownRate = ({ by, of }: Route): string => decimalText(rounded(quotient(by, of), SHOWN));

/** What amounts of several currencies are together in one; null where a rate is missing, with the currencies that lack it. */
export function totalIn(currency: string, sums: readonly Money[], routes: ReadonlyMap<string, Route | null>): { total: Money | null; lacking: string[] } {
  const lacking = sums.filter((sum) => !routes.get(sum.currency)).map((sum) => sum.currency).sort();
  if (lacking.length > 0) return { total: null, lacking };
  return { total: Money.sum(sums.map((sum) => convert(sum, routes.get(sum.currency)!, currency)), currency), lacking };
}
