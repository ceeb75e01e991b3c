/** What takes an opportunity from where it stands: to another stage, to a decision, and back. Each step is in its history. */
import type { Transaction } from '../../kernel/context.ts';
import { Customer } from '../customers/customer.ts';
import type { OpportunityLoseInput, OpportunityMoveStageInput, OpportunityReopenInput, OpportunityWinInput } from './opportunity.inputs.ts';
import { refuseEntry, stageToEnter } from './opportunity-standing.ts';
import { Opportunity } from './opportunity.ts';
import { enterHistory, leaveHistory, momentOfStep } from './stage-history.ts';

export async function moveStage({ opportunityId, expectedVersion, stageId }: OpportunityMoveStageInput, transaction: Transaction): Promise<Opportunity> {
  const opportunity = await transaction.get(Opportunity, opportunityId, expectedVersion);
  opportunity.refuseDecided();
  if (opportunity.stage.id === stageId) return opportunity;
  const stage = await stageToEnter(stageId, opportunity.pipeline, transaction);
  await refuseEntry(opportunity, stage, transaction);
  const at = momentOfStep(opportunity, transaction);
  await leaveHistory(opportunity, at, transaction);
  opportunity.move(stage, at);
  enterHistory(opportunity, transaction);
  return opportunity;
}

/** Whoever buys is a client from then on, also where they were one before. Out of the winner's reach a reaction makes them one. */
export async function win({ opportunityId, expectedVersion, reason = null, competitor = null }: OpportunityWinInput, transaction: Transaction): Promise<Opportunity> {
  const opportunity = await transaction.get(Opportunity, opportunityId, expectedVersion);
  const at = momentOfStep(opportunity, transaction);
  opportunity.win({ reason, competitor }, at);
  await leaveHistory(opportunity, at, transaction);
  const customer = await transaction.find(Customer, opportunity.customer.id);
  customer?.becomeClient();
  return opportunity;
}

export async function lose({ opportunityId, expectedVersion, reason, competitor = null }: OpportunityLoseInput, transaction: Transaction): Promise<Opportunity> {
  const opportunity = await transaction.get(Opportunity, opportunityId, expectedVersion);
  const at = momentOfStep(opportunity, transaction);
  opportunity.lose({ reason, competitor }, at);
  await leaveHistory(opportunity, at, transaction);
  return opportunity;
}

/** Into the stage in which it was decided, unless another is named. */
export async function reopen({ opportunityId, expectedVersion, stageId }: OpportunityReopenInput, transaction: Transaction): Promise<Opportunity> {
  const opportunity = await transaction.get(Opportunity, opportunityId, expectedVersion);
  const stage = await stageToEnter(stageId ?? opportunity.stage.id, null, transaction);
  opportunity.reopen(stage, momentOfStep(opportunity, transaction));
  await refuseEntry(opportunity, stage, transaction);
  enterHistory(opportunity, transaction);
  return opportunity;
}
