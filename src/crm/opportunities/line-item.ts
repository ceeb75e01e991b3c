/**
 * A line of what is offered or sold. Whatever has lines (opportunities, and what comes of them: quotes, orders, invoices)
 * has them in these words, so that a line goes from one to the next as it is. A model of lines adds the relation to what
 * they are lines of.
 */
import { Entity } from '../../kernel/entity.ts';
import { decimal, money, number, text } from '../../kernel/fields.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { Money } from '../../kernel/values/money.ts';
import { priced, taxShares, totalsOf, type Totals } from './line-totals.ts';

/** What can be said of a line. What is not given stays as it is. */
export interface LineDetails {
  readonly productCode?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly quantity?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly unitPrice?: Money | null | undefined;
  readonly priceQuantity?: string | null | undefined;
  readonly discountPercent?: string | null | undefined;
  readonly discountAmount?: Money | null | undefined;
  readonly taxRate?: string | null | undefined;
}

export abstract class LineItem extends Entity {
  @number('Place among the lines, from 1.')
  position!: number;

  @text('Code of the product, as the business numbers it. Null: none.', { optional: true, max: 100 })
  productCode: string | null = null;

  @text('What it is, as the customer reads it.', { max: 1000, multiline: true })
  description!: string;

  @decimal('How much or how many of its unit; negative for what is taken back.', { decimals: 6 })
  quantity = '1';

  @text('What is counted: `kg`, `piece`, `hour`. Null: not said.', { optional: true, max: 20 })
  unit: string | null = null;

  @text(undefined, { value: currencyCode })
  currency!: string;

  @money('Price of `priceQuantity` units, before discount and tax.', { currency: 'currency' })
  unitPrice!: Money;

  @decimal('For how many units the price is: 1000 where a thousand cost so much.', { decimals: 6 })
  priceQuantity = '1';

  @decimal('Discount in percent. Null: none, or it is an amount.', { optional: true, decimals: 4 })
  discountPercent: string | null = null;

  @money('What is taken off the line, whichever way it was said; zero without a discount.', { currency: 'currency' })
  discountAmount!: Money;

  @decimal('Tax in percent. Null: not said, and none is counted.', { optional: true, decimals: 4 })
  taxRate: string | null = null;

  @money('What it comes to before tax: quantity by price, rounded half up, less the discount.', { currency: 'currency' })
  netAmount!: Money;

  @money('Its share of the tax. Tax is counted and rounded on all lines of a rate together, as EN 16931 asks, so a share may differ from the tax of the line alone by the smallest unit.', { currency: 'currency' })
  taxAmount!: Money;

  @money('Net amount and tax together.', { currency: 'currency' })
  grossAmount!: Money;

  /** All that is counted on other lines, too, waits for `countUp`. */
  protected take(details: LineDetails): void {
    const { productCode, description, quantity, unit, unitPrice, priceQuantity, taxRate } = details;
    if (productCode !== undefined) this.productCode = productCode;
    if (unit !== undefined) this.unit = unit;
    if (taxRate !== undefined) this.taxRate = taxRate;
    this.description = description ?? this.description;
    this.quantity = quantity ?? this.quantity;
    this.unitPrice = inCurrency(unitPrice, this.currency, 'unitPrice') ?? this.unitPrice;
    this.priceQuantity = priceQuantity ?? this.priceQuantity;
    if (this.quantity === '0') throw new Refusal('LINE_WITHOUT_QUANTITY', 'A line of nothing is no line. Give another quantity, or leave the line out.', { field: ['quantity'] });
    if (this.priceQuantity === '0') throw new Refusal('LINE_WITHOUT_QUANTITY', 'The price of no units says nothing. Give the number of units that it is for.', { field: ['priceQuantity'] });
    this.price(details);
  }

  private price({ discountPercent, discountAmount }: LineDetails): void {
    if (discountPercent != null && discountAmount != null) {
      throw new Refusal('LINE_DISCOUNT_TWICE', 'A discount is a percent or an amount, not both.', { field: ['discountAmount'] });
    }
    const amount = inCurrency(discountAmount, this.currency, 'discountAmount');
    // Each replaces the other; null of both takes the discount away.
    if (discountPercent !== undefined || amount != null) this.discountPercent = discountPercent ?? null;
    const kept = discountPercent === undefined && amount === undefined && this.discountPercent === null ? this.discountAmount ?? null : null;
    const { full, discount } = priced({ ...this.terms(), discount: amount ?? kept });
    if (this.discountPercent === null && discount.minor > (full.minor > 0n ? full.minor : 0n)) {
      throw new Refusal('LINE_DISCOUNT_TOO_LARGE', `The line comes to ${full.toString()}, and ${discount.toString()} would be taken off.`, { field: ['discountAmount'] });
    }
    this.discountAmount = discount;
    this.netAmount = full.minus(discount);
  }

  private terms() {
    const { quantity, unitPrice, priceQuantity, discountPercent } = this;
    return { quantity, unitPrice, priceQuantity, discountPercent };
  }
}

/** Numbers the lines in their order, counts tax over all of them, and answers what they come to. */
export function countUp(lines: readonly LineItem[], currency: string): Totals {
  const shares = taxShares(lines);
  lines.forEach((line, i) => {
    line.position = i + 1;
    line.taxAmount = shares[i] ?? Money.zero(currency);
    line.grossAmount = line.netAmount.plus(line.taxAmount);
  });
  const totals = totalsOf(lines, currency);
  if (![...lines.flatMap(({ netAmount, grossAmount }) => [netAmount, grossAmount]), totals.net, totals.gross].every(({ fits }) => fits)) {
    throw new Refusal('AMOUNT_TOO_LARGE', 'The lines come to more than can be kept. Check quantities and prices.');
  }
  return totals;
}

/** An amount that must be in this currency; null and undefined stay what they are. */
export function inCurrency<M extends Money | null | undefined>(amount: M, currency: string, field: string): M {
  if (amount != null && amount.currency !== currency) {
    throw new Refusal('CURRENCY_MISMATCH', `All amounts here are in ${currency}; ${amount.toString()} was given.`, { field: [field, 'currency'] });
  }
  return amount;
}
