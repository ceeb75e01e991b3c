/** Changes plain attributes of an opportunity, its amount among them. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAssignees } from '../customers/find-assignees.ts';
import type { OpportunityUpdateInput } from './opportunity.inputs.ts';
import { keepingStanding } from './opportunity-standing.ts';
import { Opportunity } from './opportunity.ts';

export async function updateOpportunity(input: OpportunityUpdateInput, transaction: Transaction): Promise<Opportunity> {
  const { opportunityId, expectedVersion, ownerId, teamId, amount, amountSource, ...details } = input;
  const opportunity = await transaction.get(Opportunity, opportunityId, expectedVersion);
  const assignees = await findAssignees({ ownerId, teamId }, transaction);
  if (amount != null && amountSource === 'LINES') {
    throw new Refusal('AMOUNT_SAID_TWICE', 'Enter an amount, or take the sum of the lines, not both.', { field: ['amount'] });
  }
  await keepingStanding(opportunity, transaction, () => {
    opportunity.update({ ...details, ...assignees });
    if (amountSource === 'LINES') opportunity.valueByLines();
    else if (amount !== undefined) opportunity.value(amount);
  });
  return opportunity;
}
