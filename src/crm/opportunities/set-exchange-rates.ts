/**
 * Puts rates on record. Of a day that has one already the new one takes its place, and what is there as given changes
 * nothing, so a file can be taken in again and again. In one transaction there are as many as its caller bounds.
 */
import type { Transaction } from '../../kernel/context.ts';
import { matching } from '../../kernel/predicates.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Quote } from './conversion.ts';
import { CurrencyPair, ExchangeRate } from './exchange-rate.ts';
import { today } from './today.ts';

export interface RatesSet {
  /** New ones, and those that were corrected. */
  readonly set: number;
  readonly alreadyThere: number;
}

const MOST_PAIRS = 10_000;

export async function setExchangeRate(quote: Quote, transaction: Transaction): Promise<CurrencyPair> {
  if (quote.baseCurrency === quote.quoteCurrency) {
    throw new Refusal('CURRENCIES_ALIKE', `One ${quote.baseCurrency} is one ${quote.baseCurrency}. Name another currency.`, { field: ['quoteCurrency'] });
  }
  if (quote.rate === '0') throw new Refusal('TOO_SMALL', 'A rate is more than zero.', { field: ['rate'] });
  await refuseToCome([quote], transaction);
  const pair = await lockedPair(quote, transaction);
  const known = pair ? await transaction.all(ExchangeRate, { pair, validOn: quote.validOn }) : [];
  return place(quote, pair ? [pair] : [], known, transaction).pair;
}

/** Looked for without being read for writing, so that it is first read when it is locked, and who waited for another sees what they did. */
async function lockedPair({ baseCurrency, quoteCurrency }: Quote, { page, get }: Transaction): Promise<CurrencyPair | null> {
  const { nodes: [found] } = await page(CurrencyPair, { first: 1 }, matching<CurrencyPair>({ baseCurrency, quoteCurrency }));
  return found ? get(CurrencyPair, found.id) : null;
}

/** Quotes that are right in themselves, each day and pair once. */
export async function setExchangeRates(quotes: readonly Quote[], transaction: Transaction): Promise<RatesSet> {
  await refuseToCome(quotes, transaction);
  const pairs = [...await transaction.all(CurrencyPair, {}, MOST_PAIRS)];
  const days = [...new Set(quotes.map(({ validOn }) => validOn))];
  const known = pairs.length > 0 ? await transaction.all(ExchangeRate, { pair: pairs, validOn: days }, MOST_PAIRS) : [];
  const placed = quotes.map((quote) => {
    const done = place(quote, pairs, known, transaction);
    if (!pairs.includes(done.pair)) pairs.push(done.pair);
    return done.changed;
  });
  const set = placed.filter(Boolean).length;
  return { set, alreadyThere: placed.length - set };
}

async function refuseToCome(quotes: readonly Quote[], transaction: Transaction): Promise<void> {
  const latest = await today(transaction);
  const early = quotes.find(({ validOn }) => validOn > latest);
  if (!early) return;
  throw new Refusal('EXCHANGE_RATE_NOT_YET_VALID', `Only rates that were quoted are set, none of a day to come; today is ${latest}, and ${early.validOn} was given.`, { field: ['validOn'] });
}

function place(quote: Quote, pairs: readonly CurrencyPair[], known: readonly ExchangeRate[], { add }: Transaction): { pair: CurrencyPair; changed: boolean } {
  const found = pairs.find(({ baseCurrency, quoteCurrency }) => baseCurrency === quote.baseCurrency && quoteCurrency === quote.quoteCurrency);
  const pair = found ?? add(CurrencyPair.of(quote));
  const earlier = known.find((rate) => rate.pair.id === pair.id && rate.validOn === quote.validOn);
  if (earlier && !earlier.takes(quote)) return { pair, changed: false };
  if (!earlier) add(ExchangeRate.of(pair, quote));
  pair.takes(quote);
  return { pair, changed: true };
}
