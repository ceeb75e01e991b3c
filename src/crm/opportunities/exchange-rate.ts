/**
 * Exchange rates as data: what was quoted, by whom, and from which day on it holds. A pair of currencies knows its newest
 * rate itself, so that totals of today need one small look-up; the others are its history, by which totals of an earlier
 * day are told.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, day, decimal, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import type { Quote } from './conversion.ts';

/** Enough for a rate of any two currencies. */
export const RATE_DECIMALS = 12;

@model('Two currencies of which rates are known, with the newest of them.', {
  prefix: 'cup', read: null,
  orders: {
    QUOTE_ASC: { field: 'quoteCurrency', direction: 'asc', description: 'By the quoted currency.' },
    VALID_DESC: { field: 'validOn', direction: 'desc', description: 'Latest rate first.' },
  },
  unique: { currency_pair_once: ['EXCHANGE_RATE_BEING_SET', 'The first rate of these two was set at the same moment by somebody else. Try again.'] },
})
export class CurrencyPair extends Entity implements Quote {
  @text('The currency of which one unit is quoted.', { value: currencyCode, filter: true })
  baseCurrency!: string;

  @text('The currency it is quoted in: `rate` units of it are one unit of the base currency.', { value: currencyCode, filter: true })
  quoteCurrency!: string;

  @decimal('The newest rate: so many units of the quote currency are one unit of the base currency.', { decimals: RATE_DECIMALS })
  rate!: string;

  @day('The day from which it holds.')
  validOn!: string;

  @text('Who says so, such as `ECB`.', { max: 50 })
  source!: string;

  static of({ baseCurrency, quoteCurrency, ...terms }: Quote): CurrencyPair {
    return Object.assign(new CurrencyPair(), { baseCurrency, quoteCurrency, ...newestOf(terms) });
  }

  /** The newest is shown by the pair itself. `terms` were added to its history. */
  takes(terms: RateTerms): void {
    if (terms.validOn >= this.validOn) Object.assign(this, newestOf(terms));
    announce(this, 'exchangeRate.set');
  }
}

export type RateTerms = Pick<Quote, 'rate' | 'validOn' | 'source'>;

const newestOf = ({ rate, validOn, source }: RateTerms): RateTerms => ({ rate, validOn, source });

@model('A rate of two currencies as it was quoted for a day. It holds until the next.', {
  prefix: 'xrt', read: null, partOf: 'pair',
  orders: {
    VALID_DESC: { field: 'validOn', direction: 'desc', description: 'Latest first.' },
    VALID_ASC: { field: 'validOn', direction: 'asc', description: 'Earliest first.' },
  },
  unique: { exchange_rate_once: ['EXCHANGE_RATE_BEING_SET', 'The rate of that day was set at the same moment by somebody else. Try again.'] },
})
export class ExchangeRate extends Entity {
  @belongsTo(() => CurrencyPair, 'Of which two currencies.', { inverse: { name: 'rates', description: 'All rates there were, the newest among them.' } })
  pair!: Ref<CurrencyPair>;

  @decimal('So many units of the quote currency are one unit of the base currency.', { decimals: RATE_DECIMALS })
  rate!: string;

  @day('The day from which it holds.')
  validOn!: string;

  @text('Who says so, such as `ECB`.', { max: 50 })
  source!: string;

  static of(pair: Ref<CurrencyPair>, terms: RateTerms): ExchangeRate {
    return Object.assign(new ExchangeRate(), { pair, ...newestOf(terms) });
  }

  /** Whether anything is corrected by it. */
  takes({ rate, source }: RateTerms): boolean {
    const same = this.rate === rate && this.source === source;
    Object.assign(this, { rate, source });
    return !same;
  }
}
