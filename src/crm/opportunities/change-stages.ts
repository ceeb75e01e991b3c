/**
 * What is done to the stages of a pipeline. Each step holds the pipeline locked and looks at all of its stages, because
 * their order and names are about all of them; what is told is told of the pipeline.
 */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { each, Refusal } from '../../kernel/refusal.ts';
import { openIn } from './open-in.ts';
import type { PipelineCreateInput, PipelineReorderInput, StageArchiveInput, StageCreateInput, StageRestoreInput, StageUpdateInput } from './pipeline.inputs.ts';
import { Pipeline } from './pipeline.ts';
import { Stage } from './stage.ts';

const MOST = 100;

export function createPipeline({ name, stages }: PipelineCreateInput, { add }: Transaction): Pipeline {
  if (stages.length === 0) throw new Refusal('PIPELINE_WITHOUT_STAGES', 'A pipeline has at least one stage.', { field: ['stages'] });
  const pipeline = add(Pipeline.create(name));
  const made: Stage[] = [];
  each('stages', stages, (details) => {
    refuseTwice(details.name, made);
    made.push(add(Stage.create(pipeline, details)));
  });
  arrange(made);
  return pipeline;
}

export async function createStage({ pipelineId, before, ...details }: StageCreateInput, transaction: Transaction): Promise<Stage> {
  const { pipeline, stages } = await openPipeline(pipelineId, transaction);
  if (stages.length >= MOST) throw new Refusal('TOO_MANY_STAGES', `A pipeline has at most ${MOST} stages, those put away among them.`);
  refuseTwice(details.name, stages);
  const stage = transaction.add(Stage.create(pipeline, details));
  const place = before == null ? -1 : stages.findIndex(({ id }) => id === before);
  if (before != null && place < 0) throw new Refusal('STAGE_NOT_FOUND', 'The pipeline has no such stage.', { field: ['before'] });
  arrange(place < 0 ? [...stages, stage] : stages.toSpliced(place, 0, stage));
  announce(pipeline, 'pipeline.stageCreated');
  return stage;
}

export async function updateStage({ stageId, expectedVersion, ...details }: StageUpdateInput, transaction: Transaction): Promise<Stage> {
  const stage = await transaction.get(Stage, stageId, expectedVersion);
  const { pipeline, stages } = await openPipeline(stage.pipeline.id, transaction);
  if (details.name != null) refuseTwice(details.name, stages.filter((other) => other !== stage));
  stage.update(details);
  announce(pipeline, 'pipeline.stageUpdated');
  return stage;
}

export async function reorderPipeline({ pipelineId, stageIds, expectedVersion }: PipelineReorderInput, transaction: Transaction): Promise<Pipeline> {
  const { pipeline, stages } = await openPipeline(pipelineId, transaction, expectedVersion);
  const inUse = stages.filter(({ archivedAt }) => !archivedAt);
  const ordered = stageIds.flatMap((id) => inUse.find((stage) => stage.id === id) ?? []);
  if (ordered.length < stageIds.length) throw new Refusal('STAGE_NOT_FOUND', 'The pipeline has no such stage in use.', { field: ['stageIds'] });
  if (new Set(ordered).size !== inUse.length || ordered.length !== inUse.length) {
    throw new Refusal('STAGES_INCOMPLETE', `Name each of the ${inUse.length} stages in use once, in their new order.`, { field: ['stageIds'] });
  }
  arrange([...ordered, ...stages.filter(({ archivedAt }) => archivedAt)]);
  announce(pipeline, 'pipeline.reordered');
  return pipeline;
}

/** Where somebody moves into it at the very same moment, it shows who stands in it until they leave. */
export async function archiveStage({ stageId, expectedVersion }: StageArchiveInput, transaction: Transaction): Promise<Stage> {
  const stage = await transaction.get(Stage, stageId, expectedVersion);
  const { pipeline, stages } = await openPipeline(stage.pipeline.id, transaction);
  const open = await openIn({ stage: stage.id }, transaction);
  if (open > 0) throw new Refusal('STAGE_IN_USE', `Open opportunities stand in this stage: ${open}. Move them to another stage first.`);
  stage.archive(transaction.now());
  if (stages.every(({ archivedAt }) => archivedAt)) throw new Refusal('PIPELINE_WITHOUT_STAGES', 'A pipeline has at least one stage in use. Put the pipeline away instead.');
  arrange(stages);
  announce(pipeline, 'pipeline.stageArchived');
  return stage;
}

export async function restoreStage({ stageId, expectedVersion }: StageRestoreInput, transaction: Transaction): Promise<Stage> {
  const stage = await transaction.get(Stage, stageId, expectedVersion);
  const { pipeline, stages } = await openPipeline(stage.pipeline.id, transaction);
  stage.restore();
  refuseTwice(stage.name, stages.filter((other) => other !== stage));
  arrange(stages);
  announce(pipeline, 'pipeline.stageRestored');
  return stage;
}

async function openPipeline(id: string, { get, all }: Transaction, expectedVersion?: number | null): Promise<{ pipeline: Pipeline; stages: Stage[] }> {
  const pipeline = await get(Pipeline, id, expectedVersion);
  return { pipeline, stages: (await all(Stage, { pipeline: id })).sort((a, b) => a.position - b.position) };
}

/** Those in use first, numbered from 1. */
function arrange(stages: readonly Stage[]): void {
  [...stages.filter(({ archivedAt }) => !archivedAt), ...stages.filter(({ archivedAt }) => archivedAt)].forEach((stage, i) => { stage.position = i + 1; });
}

function refuseTwice(name: string, stages: readonly Stage[]): void {
  if (stages.some((stage) => !stage.archivedAt && stage.name === name)) {
    throw new Refusal('STAGE_NAME_TAKEN', `The pipeline has a stage “${name}” already.`, { field: ['name'] });
  }
}
