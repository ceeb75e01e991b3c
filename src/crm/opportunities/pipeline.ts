/** Pipelines: the ways along which a business sells. One that is no longer used is put away and keeps its history. */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { moment, text } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';

@model('A way of selling: the stages that an opportunity passes.', {
  prefix: 'ppl', read: 'opportunity:read',
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: { pipeline_name: ['PIPELINE_NAME_TAKEN', 'A pipeline of this name exists already.'] },
})
export class Pipeline extends Entity {
  @text('What it is called; unique in the organisation.')
  name!: string;

  @moment('When it was put away: nothing new is opened in it. Null: it is in use.', { optional: true })
  archivedAt: Date | null = null;

  static create(name: string): Pipeline {
    const pipeline = Object.assign(new Pipeline(), { name });
    announce(pipeline, 'pipeline.created');
    return pipeline;
  }

  rename(name: string): void {
    this.name = name;
    announce(this, 'pipeline.updated');
  }

  /** `open`: how many opportunities are open in it. */
  archive(open: number, at: Date): void {
    if (this.archivedAt) throw new Refusal('PIPELINE_ALREADY_ARCHIVED', 'This pipeline is put away already.');
    if (open > 0) throw new Refusal('PIPELINE_IN_USE', `Opportunities are open in this pipeline: ${open}. Close them, or move them to another pipeline.`);
    this.archivedAt = at;
    announce(this, 'pipeline.archived');
  }

  restore(): void {
    if (!this.archivedAt) throw new Refusal('PIPELINE_NOT_ARCHIVED', 'This pipeline is in use.');
    this.archivedAt = null;
    announce(this, 'pipeline.restored');
  }
}
