/** The quotes that hold on a day: of each pair the newest that is not of a later one. */
import type { Context } from '../../kernel/context.ts';
import { matching } from '../../kernel/predicates.ts';
import type { Quote } from './conversion.ts';
import { CurrencyPair, ExchangeRate } from './exchange-rate.ts';

const MOST_PAIRS = 1000;

export async function quotesOn(day: string, { all, page }: Pick<Context, 'all' | 'page'>): Promise<Quote[]> {
  const pairs = await all(CurrencyPair, {}, MOST_PAIRS);
  return (await Promise.all(pairs.map(async (pair): Promise<Quote[]> => {
    if (pair.validOn <= day) return [pair];
    const { nodes: [rate] } = await page(ExchangeRate, { first: 1, orderBy: 'VALID_DESC' }, {
      all: [matching<ExchangeRate>({ pair: pair.id }), { field: 'validOn', is: 'lte', value: day }],
    });
    return rate ? [{ baseCurrency: pair.baseCurrency, quoteCurrency: pair.quoteCurrency, rate: rate.rate, validOn: rate.validOn, source: rate.source }] : [];
  }))).flat();
}
