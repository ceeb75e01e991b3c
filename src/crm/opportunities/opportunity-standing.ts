/**
 * Whether an opportunity may stand where it stands. What a stage requires is asked when it is entered; later nothing that
 * it requires may be taken away, but a requirement that came since stops nobody from going on with their work.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { OpportunityContact } from './opportunity-contact.ts';
import { OpportunityLine } from './opportunity-line.ts';
import type { Opportunity } from './opportunity.ts';
import { Pipeline } from './pipeline.ts';
import { lackingErrors, missing, type Standing, type StageRequirement } from './stage-requirement.ts';
import { Stage } from './stage.ts';

const MOST_LINES = 200;

/** The stage that is named, if it can be entered from a pipeline. It is not locked, since many opportunities share it. */
export async function stageToEnter(stageId: string, from: Ref<Pipeline> | null, { all }: Transaction): Promise<Stage> {
  const refused = (code: string, message: string): Refusal => new Refusal(code, message, { field: ['stageId'] });
  const [stage] = await all(Stage, { id: stageId });
  if (!stage) throw refused('STAGE_NOT_FOUND', 'There is no such stage.');
  if (stage.archivedAt) throw refused('STAGE_NOT_IN_USE', `The stage “${stage.name}” is no longer in use. Choose another.`);
  const [pipeline] = stage.pipeline.id === from?.id ? [] : await all(Pipeline, { id: stage.pipeline.id });
  if (pipeline?.archivedAt) throw refused('PIPELINE_NOT_IN_USE', `The pipeline “${pipeline.name}” is no longer in use. Choose a stage of another.`);
  return stage;
}

export async function refuseEntry(opportunity: Opportunity, stage: Stage, transaction: Transaction): Promise<void> {
  const lacking = missing(stage.requires, await standingOf(opportunity, stage.requires, transaction));
  if (lacking.length > 0) throw Refusal.of(lackingErrors(stage.name, lacking));
}

/** Does something to an open opportunity that must leave it with all that its stage requires, if it had it. */
export async function keepingStanding<T>(opportunity: Opportunity, transaction: Transaction, change: () => Promise<T> | T): Promise<T> {
  const [stage] = opportunity.status === 'OPEN' ? await transaction.all(Stage, { id: opportunity.stage.id }) : [];
  if (!stage || stage.requires.length === 0) return change();
  const before = missing(stage.requires, await standingOf(opportunity, stage.requires, transaction));
  const done = await change();
  await transaction.flush();
  const lost = missing(stage.requires, await standingOf(opportunity, stage.requires, transaction)).filter((one) => !before.includes(one));
  if (lost.length > 0) throw Refusal.of(lackingErrors(stage.name, lost).map((error) => ({ ...error, field: null })));
  return done;
}

/** Lines and contacts are looked at only where they matter. */
async function standingOf(opportunity: Opportunity, requires: readonly StageRequirement[], { all }: Transaction): Promise<Standing> {
  const matters = (...some: StageRequirement[]): boolean => some.some((one) => requires.includes(one));
  const of = { opportunity: opportunity.id };
  const [lines, contacts] = await Promise.all([
    matters('LINES') ? all(OpportunityLine, of, MOST_LINES) : [],
    matters('CONTACTS', 'DECISION_MAKER') ? all(OpportunityContact, of) : [],
  ]);
  const { amount, expectedCloseOn, owner, source, nextStep } = opportunity;
  return { amount, expectedCloseOn, owner, source, nextStep, lines: lines.length, roles: contacts.map(({ role }) => role) };
}
