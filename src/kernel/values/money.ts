/**
 * Money: a whole number of the smallest units of a currency, so that no sum ever loses a cent. Amounts of different
 * currencies never meet: adding them is a fault of ours, and only a dated rate leads from one to another. What a
 * multiplication leaves beyond the smallest unit is rounded half up, and only where the result is kept.
 */
import Big from 'big.js';
import { decimal, text } from '../fields.ts';
import { input, result } from '../model.ts';
import { currencyCode, decimalsOf } from './currency-code.ts';
import { readDecimal, roundedToInteger, type ReadDecimal } from './decimal.ts';

/** In smallest units: what a client may give leaves room for sums of thousands of them in a column of 64 bits. */
const MOST = 10n ** 15n;
const FITS = 2n ** 63n - 1n;

@result('An exact amount of money. Never a float: compute with it as decimal numbers, or in smallest units.')
export class Money {
  @text('Its currency.', { value: currencyCode })
  readonly currency: string;

  /** In the smallest unit of the currency. */
  readonly minor: bigint;

  constructor(minor: bigint, currency: string) {
    this.minor = minor;
    this.currency = currency;
  }

  @decimal('How much, with all decimals that ISO 4217 gives the currency: `12.50` EUR, `1250` JPY, `12.500` KWD.', { decimals: 4 })
  get amount(): string {
    const decimals = decimalsOf(this.currency);
    const digits = String(this.minor < 0n ? -this.minor : this.minor).padStart(decimals + 1, '0');
    const sign = this.minor < 0n ? '-' : '';
    return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  static zero(currency: string): Money {
    return new Money(0n, currency);
  }

  /** Of an exact number of whole units; what goes beyond the smallest unit is rounded half up. */
  static rounded(amount: Big, currency: string): Money {
    return new Money(roundedToInteger(amount.times(unitsOf(currency))), currency);
  }

  /** All of one currency, which also says what a sum of nothing is. */
  static sum(parts: readonly Money[], currency: string): Money {
    return parts.reduce((sum, part) => sum.plus(part), Money.zero(currency));
  }

  /** Whether a column can hold it. */
  get fits(): boolean {
    return this.minor <= FITS && this.minor >= -FITS;
  }

  /** In whole units, for further computing. */
  get exact(): Big {
    return new Big(this.amount);
  }

  plus(other: Money): Money {
    return new Money(this.minor + this.alike(other), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.minor - this.alike(other), this.currency);
  }

  /** Rounded half up to the smallest unit. */
  times(factor: Big | string): Money {
    return Money.rounded(this.exact.times(factor), this.currency);
  }

  /** `percent` of it, rounded half up to the smallest unit. */
  percent(percent: string): Money {
    return this.times(new Big(percent).times('0.01'));
  }

  equals(other: Money | null): boolean {
    return other !== null && other.minor === this.minor && other.currency === this.currency;
  }

  toJSON(): object {
    return { amount: this.amount, currency: this.currency };
  }

  toString(): string {
    return `${this.amount} ${this.currency}`;
  }

  private alike({ minor, currency }: Money): bigint {
    if (currency !== this.currency) throw new Error(`${currency} cannot be counted together with ${this.currency}`);
    return minor;
  }
}

@input('An exact amount of money.')
export class MoneyInput {
  @decimal('How much, such as `12.50`; at most as many decimals as the currency has.', { decimals: 4 })
  amount!: string;

  @text('In which currency.', { value: currencyCode })
  currency!: string;
}

/** How many smallest units make a whole one. */
const unitsOf = (currency: string): Big => new Big(10).pow(decimalsOf(currency));

export type ReadMoney = { readonly money: Money } | Exclude<ReadDecimal, { value: string }>;

/** An amount as somebody wrote it, of a currency that there is. */
export function readMoney(amount: string, currency: string, min: number | null): ReadMoney {
  const decimals = decimalsOf(currency);
  const read = readDecimal(amount, { decimals, min, max: null });
  if ('wrong' in read) {
    if (read.code !== 'TOO_MANY_DECIMALS') return read;
    return { code: read.code, wrong: decimals === 0 ? `${currency} has no decimals; ${amount} was given.` : `${currency} has ${decimals} decimals; ${amount} has more.` };
  }
  const money = Money.rounded(new Big(read.value), currency);
  const most = new Money(MOST, currency);
  if (money.minor > MOST || money.minor < -MOST) return { code: 'TOO_LARGE', wrong: `At most ${most.toString()} is taken; ${amount} was given.` };
  return { money };
}
