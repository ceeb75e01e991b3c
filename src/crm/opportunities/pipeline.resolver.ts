/** Operations on pipelines and stages. A stage is a part of its pipeline, so that one permission covers both. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, mutation, optional, pageOf, query, subscription } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { archiveStage, createPipeline, createStage, reorderPipeline, restoreStage, updateStage } from './change-stages.ts';
import { openIn } from './open-in.ts';
import { Opportunity } from './opportunity.ts';
import { boardOf, PipelineBoard, PipelineColumn } from './pipeline-board.ts';
import {
  PipelineArchiveInput, PipelineArgs, PipelineBoardArgs, PipelineCreateInput, PipelineReorderInput, PipelineRestoreInput, PipelineUpdateInput,
  StageArchiveInput, StageCreateInput, StageRestoreInput, StageUpdateInput,
} from './pipeline.inputs.ts';
import { Pipeline } from './pipeline.ts';
import { Stage } from './stage.ts';

export class PipelineResolver {
  @query(optional(Pipeline), 'opportunity:read', 'A pipeline, also one that was put away. Null when missing.', { args: PipelineArgs })
  pipeline({ id }: PipelineArgs, { find }: Context) {
    return find(Pipeline, id);
  }

  @query(pageOf(Pipeline), 'opportunity:read', 'Our pipelines, also those that were put away.')
  pipelines(args: PageArgs, { page }: Context) {
    return page(Pipeline, args);
  }

  @query(optional(PipelineBoard), 'opportunity:read', 'The open opportunities of a pipeline that you reach, stage by stage: how many, what they are worth in each currency and in the base currency, and which of them stalled. Null when there is no such pipeline.', { args: PipelineBoardArgs })
  pipelineBoard(args: PipelineBoardArgs, context: Context) {
    return boardOf(args, context);
  }

  @field(() => PipelineColumn, pageOf(Opportunity), 'opportunity:read', 'Its cards: the open opportunities in it that the board is about.')
  opportunities({ cards }: PipelineColumn, args: PageArgs, { page }: Context) {
    return page(Opportunity, args, cards);
  }

  @mutation(Pipeline, 'pipeline:create', 'Makes a pipeline with its stages.', { input: PipelineCreateInput })
  async pipelineCreate(input: PipelineCreateInput, transaction: Transaction) {
    return createPipeline(input, transaction);
  }

  @mutation(Pipeline, 'pipeline:update', 'Renames a pipeline.', { input: PipelineUpdateInput })
  async pipelineUpdate({ pipelineId, expectedVersion, name }: PipelineUpdateInput, { get }: Transaction) {
    const pipeline = await get(Pipeline, pipelineId, expectedVersion);
    pipeline.rename(name);
    return pipeline;
  }

  @mutation(Pipeline, 'pipeline:update', 'Puts the stages of a pipeline in another order; opportunities stay in their stages.', { input: PipelineReorderInput })
  pipelineReorder(input: PipelineReorderInput, transaction: Transaction) {
    return reorderPipeline(input, transaction);
  }

  @mutation(Pipeline, 'pipeline:archive', 'Puts a pipeline away in which nothing is open.', { input: PipelineArchiveInput })
  async pipelineArchive({ pipelineId, expectedVersion }: PipelineArchiveInput, transaction: Transaction) {
    const pipeline = await transaction.get(Pipeline, pipelineId, expectedVersion);
    pipeline.archive(await openIn({ pipeline: pipeline.id }, transaction), transaction.now());
    return pipeline;
  }

  @mutation(Pipeline, 'pipeline:archive', 'Takes a pipeline back into use.', { input: PipelineRestoreInput })
  async pipelineRestore({ pipelineId, expectedVersion }: PipelineRestoreInput, { get }: Transaction) {
    const pipeline = await get(Pipeline, pipelineId, expectedVersion);
    pipeline.restore();
    return pipeline;
  }

  @mutation(Stage, 'pipeline:update', 'Adds a stage to a pipeline.', { input: StageCreateInput })
  stageCreate(input: StageCreateInput, transaction: Transaction) {
    return createStage(input, transaction);
  }

  @mutation(Stage, 'pipeline:update', 'Changes a stage. Its probability and its requirements hold for opportunities that enter it from then on; after how long they count as stalled, for all at once.', { input: StageUpdateInput })
  stageUpdate(input: StageUpdateInput, transaction: Transaction) {
    return updateStage(input, transaction);
  }

  @mutation(Stage, 'pipeline:update', 'Puts a stage away in which nothing open stands.', { input: StageArchiveInput })
  stageArchive(input: StageArchiveInput, transaction: Transaction) {
    return archiveStage(input, transaction);
  }

  @mutation(Stage, 'pipeline:update', 'Takes a stage back into use, after all the others.', { input: StageRestoreInput })
  stageRestore(input: StageRestoreInput, transaction: Transaction) {
    return restoreStage(input, transaction);
  }

  @subscription(Pipeline, 'opportunity:read', 'Changes of one pipeline, its stages and the opportunities in it; `node` is always the pipeline, `subject` what changed.', { args: PipelineArgs })
  pipelineChanged({ id }: PipelineArgs) {
    return { types: ['pipeline.*', 'opportunity.*'], about: [id], node: { model: Pipeline, id } };
  }
}
