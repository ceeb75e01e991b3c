/** What can be said of the lines of an opportunity. */
import { decimal, expectedVersion, id, money, number, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import type { Money } from '../../kernel/values/money.ts';
import { OpportunityLine } from './opportunity-line.ts';
import { Opportunity } from './opportunity.ts';

const LARGEST = 1_000_000_000;

abstract class LineFields {
  @text('Code of the product, as the business numbers it. Null: none.', { optional: true, max: 100 })
  productCode?: string | null;

  @text('What is counted: `kg`, `piece`, `hour`. Null: not said.', { optional: true, max: 20 })
  unit?: string | null;

  @decimal('For how many units the price is: 1000 where a thousand cost so much. Null: as it is, at first for one.', { optional: true, decimals: 6, min: 0, max: LARGEST })
  priceQuantity?: string | null;

  @decimal('Discount in percent, in the place of an amount. Null: none.', { optional: true, decimals: 4, min: 0, max: 100 })
  discountPercent?: string | null;

  @money('What is taken off the whole line, in the place of a percent. Null: nothing.', { optional: true, min: 0 })
  discountAmount?: Money | null;

  @decimal('Tax in percent. Null: not said, and none is counted.', { optional: true, decimals: 4, min: 0, max: 1000 })
  taxRate?: string | null;

  @number('Place among the lines, from 1. Null: as it is, at first the last.', { optional: true, min: 1, max: 200 })
  position?: number | null;
}

@input('A further line of an opportunity.')
export class OpportunityLineAddInput extends LineFields {
  @id(() => Opportunity, 'Of which opportunity.')
  opportunityId!: string;

  @text('What it is, as the customer reads it.', { max: 1000, multiline: true })
  description!: string;

  @decimal('How much or how many of its unit, not zero; negative for what is taken back.', { decimals: 6, min: -LARGEST, max: LARGEST })
  quantity!: string;

  @money('Price of `priceQuantity` units, before discount and tax, in the currency of the opportunity.', { min: 0 })
  unitPrice!: Money;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('What to change of a line; what is not given stays.')
export class OpportunityLineUpdateInput extends LineFields {
  @id(() => OpportunityLine, 'Which line.')
  opportunityLineId!: string;

  @text('What it is, as the customer reads it. Null: as it is.', { optional: true, max: 1000, multiline: true })
  description?: string | null;

  @decimal('How much or how many of its unit, not zero. Null: as it is.', { optional: true, decimals: 6, min: -LARGEST, max: LARGEST })
  quantity?: string | null;

  @money('Price of `priceQuantity` units. Null: as it is.', { optional: true, min: 0 })
  unitPrice?: Money | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which line to remove.')
export class OpportunityLineRemoveInput {
  @id(() => OpportunityLine, 'Which line.')
  opportunityLineId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}
