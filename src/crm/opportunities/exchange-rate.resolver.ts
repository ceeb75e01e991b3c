/** Operations on exchange rates. Everybody sees them: a total is only as good as the rate it names. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ExchangeRateSetInput } from './exchange-rate.inputs.ts';
import { CurrencyPair } from './exchange-rate.ts';
import { setExchangeRate } from './set-exchange-rates.ts';

export class ExchangeRateResolver {
  @query(pageOf(CurrencyPair), MEMBER, 'Currencies of which rates are known, each pair with its newest rate and all before it.')
  exchangeRates(args: PageArgs, { page }: Context) {
    return page(CurrencyPair, args);
  }

  @mutation(CurrencyPair, 'exchangeRate:set', 'Sets the rate of two currencies from a day on, in the place of the one that day had. Totals are converted by the newest rate that leads from one currency to the other.', { input: ExchangeRateSetInput })
  exchangeRateSet(input: ExchangeRateSetInput, transaction: Transaction) {
    return setExchangeRate(input, transaction);
  }
}
