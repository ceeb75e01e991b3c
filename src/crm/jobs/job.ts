/**
 * Jobs: long work that people can watch, cancel and, when it failed for good, try again. A job is told apart from
 * earlier runs of itself by its number of attempts: whoever still works on an older one finds itself superseded.
 */
import { ActorKind, type Actor } from '../../kernel/actor.ts';
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, id, moment, node, number, text, type Ref } from '../../kernel/fields.ts';
import { model, modelOfEntity } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Happening } from '../../kernel/work.ts';
import { User } from '../identity/user.ts';

export const JobStatus = choices('JobStatus', 'Where a job stands.', {
  WAITING: 'To be done: as soon as there is room, after its time has come, or again after a failure.',
  RUNNING: 'Being worked on.',
  DONE: 'Done.',
  FAILED: 'Given up after its last attempt; it can be retried.',
  CANCELLED: 'Stopped by somebody; what was done until then stays done.',
});
export type JobStatus = Choice<typeof JobStatus>;

interface NewJob {
  /** Name of a `JobKind`. */
  readonly kind: string;
  readonly subject?: Entity;
  readonly total?: number;
  /** What it is to know besides. */
  readonly given?: string | null;
  /** Not before. */
  readonly dueAt?: Date;
  readonly by?: Actor;
}

const LONGEST_FAILURE = 500;

@model('Long work done in the background, with its progress.', {
  prefix: 'job', read: 'job:read', reach: { owner: 'startedBy' },
  orders: { CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' } },
})
export class Job extends Entity {
  @text('What is done: a kind of job such as `campaign.send`, or the name of a reaction that failed for good. May grow.', { filter: true })
  kind!: string;

  @choice(JobStatus, 'Where it stands.', { filter: true })
  status: JobStatus = 'WAITING';

  @text("Name of the subject's type. Null: it works for no record in particular.", { optional: true })
  subjectType: string | null = null;

  @id(null, undefined, { optional: true })
  subjectId: string | null = null;

  @node('The record it works for. Null: none, or one you may not see.', { model: 'subjectType', id: 'subjectId' })
  subject?: never;

  @number('How many items are done.')
  done = 0;

  @number('How many items there are. Null: not known.', { optional: true })
  total: number | null = null;

  @number('How often it was begun.')
  attempts = 0;

  @text('Why the last attempt failed, in short. Null: none has.', { optional: true, max: LONGEST_FAILURE })
  failure: string | null = null;

  @moment('It is not begun before. Null: at once.', { optional: true })
  dueAt: Date | null = null;

  @moment('When it was last begun. Null: not yet.', { optional: true })
  startedAt: Date | null = null;

  @moment('When it was done, given up or cancelled. Null: it is not.', { optional: true })
  endedAt: Date | null = null;

  @belongsTo(() => User, 'Who started it. Null: a partner system, or Rapport itself.', { optional: true })
  startedBy: Ref<User> | null = null;

  /** What its kind is to know besides the subject. */
  @text(undefined, { optional: true, max: 2000 })
  given: string | null = null;

  /** The event that a reaction failed on, as JSON. */
  @text(undefined, { optional: true, max: 2000 })
  happening: string | null = null;

  static queue({ kind, subject, total, given, dueAt, by }: NewJob): Job {
    const job = Object.assign(new Job(), {
      kind, total: total ?? null, given: given ?? null, dueAt: dueAt ?? null,
      subjectType: subject ? modelOfEntity(subject).name : null, subjectId: subject?.id ?? null,
      startedBy: by?.kind === ActorKind.USER ? { id: by.id } : null,
    });
    announce(job, 'job.queued');
    return job;
  }

  /** A reaction that failed for good becomes a job, so that somebody sees it and can retry it. */
  static deadLetter(reaction: string, happening: Happening, failure: string, at: Date): Job {
    const job = Object.assign(new Job(), {
      kind: reaction, subjectType: happening.model, subjectId: happening.subject, happening: JSON.stringify(happening), startedAt: at,
    });
    job.fail(failure, at);
    return job;
  }

  /** Answers the number of the attempt, by which the worker is known from then on. */
  begin(at: Date): number {
    this.status = 'RUNNING';
    this.attempts += 1;
    this.startedAt = at;
    announce(this, 'job.started');
    return this.attempts;
  }

  advance(items: number): void {
    this.done += items;
    announce(this, 'job.progressed');
  }

  expect(total: number): void {
    this.total = total;
    announce(this, 'job.progressed');
  }

  finish(at: Date): void {
    this.end('DONE', at);
    this.failure = null;
    announce(this, 'job.done');
  }

  /** It is tried again later. */
  stumble(failure: string): void {
    this.status = 'WAITING';
    this.failure = failure.slice(0, LONGEST_FAILURE);
    announce(this, 'job.stumbled');
  }

  fail(failure: string, at: Date): void {
    this.failure = failure.slice(0, LONGEST_FAILURE);
    this.end('FAILED', at);
    announce(this, 'job.failed');
  }

  cancel(at: Date): void {
    if (this.endedAt !== null) throw new Refusal('JOB_ALREADY_ENDED', 'This job is over already.');
    this.end('CANCELLED', at);
    announce(this, 'job.cancelled');
  }

  retry(): void {
    if (this.status !== 'FAILED') throw new Refusal('JOB_NOT_FAILED', 'Only a job that failed can be retried.');
    this.status = 'WAITING';
    this.endedAt = null;
    announce(this, 'job.retried');
  }

  /** Its time has come. */
  fallDue(): void {
    this.dueAt = null;
    announce(this, 'job.queued');
  }

  private end(status: JobStatus, at: Date): void {
    this.status = status;
    this.endedAt = at;
  }
}
