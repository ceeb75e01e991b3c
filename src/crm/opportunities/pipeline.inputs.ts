/** What can be asked of pipelines and their stages. */
import { choice, day, expectedVersion, id, number, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { duration } from '../../kernel/values/duration.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { Pipeline } from './pipeline.ts';
import { StageRequirement } from './stage-requirement.ts';
import { Stage } from './stage.ts';

@input('A pipeline by id.')
export class PipelineArgs {
  @id(() => Pipeline, 'Its id.')
  id!: string;
}

@input('Which board, and whose opportunities are on it.')
export class PipelineBoardArgs {
  @id(() => Pipeline, 'Of which pipeline.')
  pipelineId!: string;

  @id(() => User, 'Only those of this owner. Null: of all whom you reach.', { optional: true })
  ownerId?: string | null;

  @id(() => Team, 'Only those of this team. Null: of all that you reach.', { optional: true })
  teamId?: string | null;

  @day('By which day’s exchange rates the totals are converted. Null: by the newest.', { optional: true })
  ratesOn?: string | null;
}

abstract class StageFields {
  @choice(StageRequirement, 'What an opportunity must have to enter it. Null: as it is, at first nothing.', { optional: true, list: true, most: 20 })
  requires?: StageRequirement[] | null;

  @text('After how long in it an opportunity counts as stalled. Null: never.', { optional: true, value: duration })
  stalledAfter?: string | null;
}

@input('A stage of a new pipeline.')
export class StageInput extends StageFields {
  @text('What it is called.', { max: 100 })
  name!: string;

  @number('How likely an opportunity that enters it is to be won, in percent.', { min: 0, max: 100 })
  probability!: number;
}

@input('A new pipeline with its stages.')
export class PipelineCreateInput {
  @text('What it is called; unique in the organisation.')
  name!: string;

  @object(() => StageInput, 'Its stages, from the first to the last.', { list: true, most: 50 })
  stages!: StageInput[];
}

abstract class OnePipeline {
  @id(() => Pipeline, 'Which pipeline.')
  pipelineId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Attributes of a pipeline to change.')
export class PipelineUpdateInput extends OnePipeline {
  @text('What it is called; unique in the organisation.')
  name!: string;
}

@input('In which order the stages of a pipeline stand.')
export class PipelineReorderInput extends OnePipeline {
  @id(() => Stage, 'All stages in use, each once, in their new order.', { list: true, most: 100 })
  stageIds!: string[];
}

@input('Which pipeline to put away.')
export class PipelineArchiveInput extends OnePipeline {}

@input('Which pipeline to take back into use.')
export class PipelineRestoreInput extends OnePipeline {}

@input('A further stage of a pipeline.')
export class StageCreateInput extends StageInput {
  @id(() => Pipeline, 'Of which pipeline.')
  pipelineId!: string;

  @id(() => Stage, 'Before which stage it stands. Null: after all in use.', { optional: true })
  before?: string | null;
}

abstract class OneStageAndFields extends StageFields {
  @id(() => Stage, 'Which stage.')
  stageId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Attributes of a stage to change; what is not given stays.')
export class StageUpdateInput extends OneStageAndFields {
  @text('What it is called. Null: as it is.', { optional: true, max: 100 })
  name?: string | null;

  @number('How likely an opportunity that enters it from now on is to be won, in percent. Null: as it is.', { optional: true, min: 0, max: 100 })
  probability?: number | null;
}

abstract class OneStage {
  @id(() => Stage, 'Which stage.')
  stageId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which stage to put away.')
export class StageArchiveInput extends OneStage {}

@input('Which stage to take back into use.')
export class StageRestoreInput extends OneStage {}
