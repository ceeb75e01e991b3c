/** The audience of a campaign, walked in order of customer: those that its conditions describe, or those that were named. */
import type { Context } from '../../kernel/context.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import { Customer } from '../customers/customer.ts';
import { AudienceCondition, fieldsCompared, MOST_CONDITIONS } from './audience-condition.ts';
import { AudienceCustomer } from './audience-customer.ts';
import type { Campaign } from './campaign.ts';

/** Archived customers are left out unless the filter speaks of them, as in a list of customers; who was named stays. */
export async function audienceOf(campaign: Pick<Campaign, 'id'>, { all }: Pick<Context, 'all'>): Promise<Predicate | null> {
  const conditions = await all(AudienceCondition, { campaign: campaign.id }, MOST_CONDITIONS);
  if (conditions.length > 0) {
    const chosen = AudienceCondition.predicateOf(conditions);
    return fieldsCompared(chosen).includes('archivedAt') ? chosen : { all: [chosen, { field: 'archivedAt', is: 'eq', value: null }] };
  }
  const [named] = await all(AudienceCustomer, { campaign: campaign.id }, 1);
  return named ? { some: AudienceCustomer, by: 'customer', where: { field: 'campaign', is: 'eq', value: campaign.id } } : null;
}

/** The next of it, in order of id. */
export function nextOf(audience: Predicate, after: string | null, most: number, { all }: Pick<Context, 'all'>): Promise<Customer[]> {
  return all(Customer, {}, most, { all: [audience, after === null ? ANY : { field: 'id', is: 'gt', value: after }] });
}
