/**
 * What lines come to, exactly. A line's net amount is quantity by price, rounded half up once, less its discount (EN 16931,
 * BT-131). Tax is counted on the sum of the net amounts of each rate and rounded there (BT-117), never line by line, or a
 * long list would drift by cents. Each line shows its share of that: the running total after it less the one before it,
 * both rounded, so that the shares of a rate add up to its tax to the cent.
 */
import Big from 'big.js';
import { quotient } from '../../kernel/values/decimal.ts';
import { Money } from '../../kernel/values/money.ts';

export interface LineTerms {
  readonly quantity: string;
  readonly unitPrice: Money;
  /** For how many units that price is. */
  readonly priceQuantity: string;
  readonly discountPercent: string | null;
  /** Instead of a percent. */
  readonly discount: Money | null;
}

export interface Totals {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

/** Before tax: what the line would come to without its discount, and what is taken off. */
export function priced({ quantity, unitPrice, priceQuantity, discountPercent, discount }: LineTerms): { full: Money; discount: Money } {
  const full = Money.rounded(quotient(unitPrice.exact.times(quantity), new Big(priceQuantity)), unitPrice.currency);
  if (discountPercent !== null) return { full, discount: full.percent(discountPercent) };
  return { full, discount: discount ?? Money.zero(unitPrice.currency) };
}

/** The tax of each line, in the order of the lines. */
export function taxShares(lines: readonly { readonly netAmount: Money; readonly taxRate: string | null }[]): Money[] {
  const netOf = new Map<string, Money>();
  return lines.map(({ netAmount, taxRate }) => {
    if (taxRate === null) return Money.zero(netAmount.currency);
    const before = netOf.get(taxRate) ?? Money.zero(netAmount.currency);
    const after = before.plus(netAmount);
    netOf.set(taxRate, after);
    return after.percent(taxRate).minus(before.percent(taxRate));
  });
}

export function totalsOf(lines: readonly { readonly netAmount: Money; readonly taxAmount: Money }[], currency: string): Totals {
  const net = Money.sum(lines.map(({ netAmount }) => netAmount), currency);
  const tax = Money.sum(lines.map(({ taxAmount }) => taxAmount), currency);
  return { net, tax, gross: net.plus(tax) };
}
