/**
 * Stages of a pipeline. They may be changed while opportunities stand in them: a new probability or entry rule holds for
 * those which enter from then on, a new span until they count as stalled at once for all. A stage that is no longer used
 * is put away when nothing stands in it.
 */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, moment, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { duration } from '../../kernel/values/duration.ts';
import { Pipeline } from './pipeline.ts';
import { StageRequirement } from './stage-requirement.ts';

/** What can be said of a stage. What is not given stays as it is. */
export interface StageDetails {
  readonly name?: string | null | undefined;
  readonly probability?: number | null | undefined;
  readonly requires?: readonly StageRequirement[] | null | undefined;
  readonly stalledAfter?: string | null | undefined;
}

@model('A step of a pipeline.', {
  prefix: 'stg', read: 'opportunity:read', partOf: 'pipeline',
  unique: { stage_name: ['STAGE_NAME_TAKEN', 'The pipeline has a stage of this name already.'] },
})
export class Stage extends Entity {
  @belongsTo(() => Pipeline, 'Of which pipeline.', { inverse: { name: 'stages', description: 'Its stages in their order, those put away last.', max: 100, sortedBy: 'position' } })
  pipeline!: Ref<Pipeline>;

  @text('What it is called; unique among the stages of the pipeline that are in use.', { max: 100 })
  name!: string;

  @number('Place among the stages, from 1.')
  position!: number;

  @number('How likely an opportunity that enters it is to be won, in percent; from 0 to 100.')
  probability!: number;

  @choice(StageRequirement, 'What an opportunity must have to enter it.', { list: true })
  requires: StageRequirement[] = [];

  @text('After how long in it an opportunity counts as stalled. Null: never.', { optional: true, value: duration })
  stalledAfter: string | null = null;

  @moment('When it was put away: nothing enters it any more. Null: it is in use.', { optional: true })
  archivedAt: Date | null = null;

  static create(pipeline: Ref<Pipeline>, details: StageDetails & { readonly name: string; readonly probability: number }): Stage {
    const stage = Object.assign(new Stage(), { pipeline, position: 0 });
    stage.update(details);
    return stage;
  }

  update({ name, probability, requires, stalledAfter }: StageDetails): void {
    this.name = name ?? this.name;
    this.probability = probability ?? this.probability;
    if (requires) this.requires = [...new Set(requires)];
    if (stalledAfter !== undefined) this.stalledAfter = stalledAfter;
  }

  archive(at: Date): void {
    if (this.archivedAt) throw new Refusal('STAGE_ALREADY_ARCHIVED', 'This stage is put away already.');
    this.archivedAt = at;
  }

  restore(): void {
    if (!this.archivedAt) throw new Refusal('STAGE_NOT_ARCHIVED', 'This stage is in use.');
    this.archivedAt = null;
  }
}
