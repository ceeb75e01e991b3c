/** How an opportunity begins: with a customer within reach, in a stage that takes it, at the start of its history and on the customer's timeline. */
import { reaches, type Actor } from '../../kernel/actor.ts';
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { concerns } from '../customers/concerns.ts';
import { Customer } from '../customers/customer.ts';
import { findAssignees } from '../customers/find-assignees.ts';
import { Organization } from '../identity/organization.ts';
import type { Team } from '../identity/team.ts';
import type { User } from '../identity/user.ts';
import type { OpportunityOpenInput } from './opportunity.inputs.ts';
import { refuseEntry, stageToEnter } from './opportunity-standing.ts';
import { Opportunity } from './opportunity.ts';
import { Pipeline } from './pipeline.ts';
import { enterHistory } from './stage-history.ts';
import { Stage } from './stage.ts';

export async function openOpportunity(input: OpportunityOpenInput, transaction: Transaction): Promise<Opportunity> {
  const { customerId, pipelineId, stageId, ownerId, teamId, amount, currency, ...details } = input;
  const { get, add, actor, now } = transaction;
  const customer = await get(Customer, customerId);
  const stage = stageId ? await stageToEnter(stageId, null, transaction) : await firstStage(pipelineId, transaction);
  if (pipelineId && stage.pipeline.id !== pipelineId) throw new Refusal('STAGE_OF_ANOTHER_PIPELINE', 'This stage belongs to another pipeline. Give one of the two.', { field: ['stageId'] });
  const assignees = keptInSight(await findAssignees({ ownerId, teamId }, transaction), customer, actor);
  const opportunity = add(Opportunity.open(customer, stage, {
    ...details, ...assignees, at: now(), currency: amount?.currency ?? currency ?? await baseCurrency(transaction),
  }));
  if (amount) opportunity.value(amount);
  await refuseEntry(opportunity, stage, transaction);
  enterHistory(opportunity, transaction);
  concerns(transaction, customer, opportunity, now());
  return opportunity;
}

/** Of a pipeline, or of the only one there is. */
async function firstStage(pipelineId: string | null | undefined, { all }: Transaction): Promise<Stage> {
  const [pipeline, ...others] = await all(Pipeline, pipelineId ? { id: pipelineId } : { archivedAt: null }, 2);
  const field = { field: ['pipelineId'] };
  if (!pipeline && pipelineId) throw new Refusal('PIPELINE_NOT_FOUND', 'There is no such pipeline.', field);
  if (!pipeline) throw new Refusal('PIPELINE_NOT_FOUND', 'There is no pipeline in use. Make one with `pipelineCreate`.');
  if (pipeline.archivedAt) throw new Refusal('PIPELINE_NOT_IN_USE', `The pipeline “${pipeline.name}” is no longer in use. Choose another.`, field);
  if (others.length > 0) throw new Refusal('PIPELINE_NOT_SAID', 'There are several pipelines. Say in which one it is opened.', field);
  const stages = await all(Stage, { pipeline: pipeline.id, archivedAt: null });
  const [first] = stages.sort((a, b) => a.position - b.position);
  if (!first) throw new Error('a pipeline has a stage in use');
  return first;
}

async function baseCurrency({ all, actor }: Transaction): Promise<string> {
  const [organization] = await all(Organization, { id: actor.tenant });
  if (!organization) throw new Error('whoever acts does so for an organisation');
  return organization.baseCurrency;
}

interface Assignees {
  readonly owner?: Ref<User> | null;
  readonly team?: Ref<Team> | null;
}

/** Without a word of who works on it, whoever looks after the customer; and who would lose sight of what they open, themselves. */
function keptInSight(named: Assignees, customer: Customer, actor: Actor): Assignees {
  const owner = named.owner !== undefined ? named.owner : actor.kind === 'USER' && actor.reach !== 'ALL' ? { id: actor.id } : customer.owner;
  const team = named.team !== undefined ? named.team : customer.team;
  const seen = reaches(actor, { owners: owner ? [owner.id] : [], teams: team ? [team.id] : [] });
  return { owner: owner || seen || actor.kind !== 'USER' ? owner : { id: actor.id }, team };
}
