/** What can be said of exchange rates. */
import { day, decimal, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { RATE_DECIMALS } from './exchange-rate.ts';

@input('A rate of two currencies, and from which day on it holds.')
export class ExchangeRateSetInput {
  @text('The currency of which one unit is quoted.', { value: currencyCode })
  baseCurrency!: string;

  @text('The currency it is quoted in: `rate` units of it are one unit of the base currency.', { value: currencyCode })
  quoteCurrency!: string;

  @decimal('So many units of the quote currency are one unit of the base currency; more than zero.', { decimals: RATE_DECIMALS, min: 0 })
  rate!: string;

  @day('The day from which it holds; not one to come.')
  validOn!: string;

  @text('Who says so, such as `ECB`.', { max: 50 })
  source!: string;
}
