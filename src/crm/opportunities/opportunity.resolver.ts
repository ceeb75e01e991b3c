/** Operations on opportunities, their lines and the people who have a say in them. What takes more than a method is in the file named by its verb. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, mutation, optional, pageOf, query, subscription } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { addContact, removeContact, updateContact } from './change-contacts.ts';
import { addLine, removeLine, updateLine } from './change-lines.ts';
import { lose, moveStage, reopen, win } from './move-opportunity.ts';
import { openOpportunity } from './open-opportunity.ts';
import { OpportunityContactAddInput, OpportunityContactRemoveInput, OpportunityContactUpdateInput } from './opportunity-contact.inputs.ts';
import { OpportunityContact } from './opportunity-contact.ts';
import { OpportunityLineAddInput, OpportunityLineRemoveInput, OpportunityLineUpdateInput } from './opportunity-line.inputs.ts';
import { OpportunityLine } from './opportunity-line.ts';
import {
  OpportunityArgs, OpportunityLoseInput, OpportunityMoveStageInput, OpportunityOpenInput, OpportunityReopenInput, OpportunityUpdateInput, OpportunityWinInput,
} from './opportunity.inputs.ts';
import { Opportunity } from './opportunity.ts';
import { Stage } from './stage.ts';
import { stalledSince } from './stalled.ts';
import { updateOpportunity } from './update-opportunity.ts';

export class OpportunityResolver {
  @query(optional(Opportunity), 'opportunity:read', 'An opportunity. Null when missing or out of your reach.', { args: OpportunityArgs })
  opportunity({ id }: OpportunityArgs, { find }: Context) {
    return find(Opportunity, id);
  }

  @query(pageOf(Opportunity), 'opportunity:read', 'Opportunities you reach, decided ones among them.')
  opportunities(args: PageArgs, { page }: Context) {
    return page(Opportunity, args);
  }

  @field(() => Opportunity, 'flag', 'opportunity:read', 'Whether it is open and stands in its stage for longer than the stage allows.')
  async stalled({ status, stage, stageEnteredAt }: Opportunity, _: object, { find, now }: Context) {
    if (status !== 'OPEN') return false;
    const limit = stalledSince((await find(Stage, stage.id))?.stalledAfter ?? null, now());
    return limit !== null && stageEnteredAt <= limit;
  }

  @mutation(Opportunity, 'opportunity:open', 'Opens an opportunity with a customer.', { input: OpportunityOpenInput })
  opportunityOpen(input: OpportunityOpenInput, transaction: Transaction) {
    return openOpportunity(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:update', 'Changes plain attributes of an opportunity, who works on it among these: who hands one over may lose sight of it. Of a decided one only title, description, source, owner and team are changed.', { input: OpportunityUpdateInput })
  opportunityUpdate(input: OpportunityUpdateInput, transaction: Transaction) {
    return updateOpportunity(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:moveStage', 'Moves an opportunity to another stage, if it has what the stage requires. Give `expectedVersion`, and of two who move it at once one is refused and sees where it went.', { input: OpportunityMoveStageInput })
  opportunityMoveStage(input: OpportunityMoveStageInput, transaction: Transaction) {
    return moveStage(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:win', 'Marks an opportunity as won; its customer is a client from then on.', { input: OpportunityWinInput })
  opportunityWin(input: OpportunityWinInput, transaction: Transaction) {
    return win(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:lose', 'Marks an opportunity as lost.', { input: OpportunityLoseInput })
  opportunityLose(input: OpportunityLoseInput, transaction: Transaction) {
    return lose(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:reopen', 'Takes a decided opportunity up again; why it was decided is forgotten, its history is not.', { input: OpportunityReopenInput })
  opportunityReopen(input: OpportunityReopenInput, transaction: Transaction) {
    return reopen(input, transaction);
  }

  @mutation(OpportunityLine, 'opportunity:update', 'Adds a line to an open opportunity. The first one makes the amount the sum of the lines.', { input: OpportunityLineAddInput })
  opportunityLineAdd(input: OpportunityLineAddInput, transaction: Transaction) {
    return addLine(input, transaction);
  }

  @mutation(OpportunityLine, 'opportunity:update', 'Changes a line of an open opportunity, or its place.', { input: OpportunityLineUpdateInput })
  opportunityLineUpdate(input: OpportunityLineUpdateInput, transaction: Transaction) {
    return updateLine(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:update', 'Removes a line of an open opportunity.', { input: OpportunityLineRemoveInput })
  opportunityLineRemove(input: OpportunityLineRemoveInput, transaction: Transaction) {
    return removeLine(input, transaction);
  }

  @mutation(OpportunityContact, 'opportunity:update', 'Says that a person has a say in a deal.', { input: OpportunityContactAddInput })
  opportunityContactAdd(input: OpportunityContactAddInput, transaction: Transaction) {
    return addContact(input, transaction);
  }

  @mutation(OpportunityContact, 'opportunity:update', 'Says what a person is in a deal.', { input: OpportunityContactUpdateInput })
  opportunityContactUpdate(input: OpportunityContactUpdateInput, transaction: Transaction) {
    return updateContact(input, transaction);
  }

  @mutation(Opportunity, 'opportunity:update', 'Says that a person has no say in a deal any more.', { input: OpportunityContactRemoveInput })
  opportunityContactRemove(input: OpportunityContactRemoveInput, transaction: Transaction) {
    return removeContact(input, transaction);
  }

  @subscription(Opportunity, 'opportunity:read', 'Changes of one opportunity, of its lines and contacts too.', { args: OpportunityArgs })
  opportunityChanged({ id }: OpportunityArgs) {
    return { types: ['opportunity.*'], about: [id] };
  }
}
