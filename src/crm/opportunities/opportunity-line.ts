/** A line of an opportunity, in the words that all lines share. */
import { belongsTo, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { LineItem, type LineDetails } from './line-item.ts';
import { Opportunity } from './opportunity.ts';

@model('Something that an opportunity is about: so much of a product, at such a price.', {
  prefix: 'opl', read: 'opportunity:read', reach: { through: 'opportunity' }, partOf: 'opportunity',
})
export class OpportunityLine extends LineItem {
  @belongsTo(() => Opportunity, 'Of which opportunity.', { inverse: { name: 'lines', description: 'What it is about, in order.', max: 200, sortedBy: 'position' } })
  opportunity!: Ref<Opportunity>;

  static of(opportunity: Opportunity, details: LineDetails): OpportunityLine {
    const line = Object.assign(new OpportunityLine(), { opportunity, currency: opportunity.currency });
    line.take(details);
    return line;
  }

  update(details: LineDetails): void {
    this.take(details);
  }
}
