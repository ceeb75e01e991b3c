/**
 * Tasks: what somebody is to do, until when, about what. Until when is a clock's matter; the task keeps of it what lists
 * are ordered and filtered by, and hears from it when time has run out.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, hasMany, id, moment, node, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Clock } from '../clocks/clock.ts';
import { Customer } from '../customers/customer.ts';
import { TimelineEntry } from '../customers/timeline-entry.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { Notification } from '../notifications/notification.ts';

export const TaskStatus = choices('TaskStatus', 'Where a task stands.', {
  OPEN: 'To be done.',
  DONE: 'Done.',
  CANCELLED: 'Not to be done any more.',
});
export type TaskStatus = Choice<typeof TaskStatus>;

export const TaskPriority = choices('TaskPriority', 'How much a task matters.', {
  LOW: 'When there is time.',
  NORMAL: 'As it comes.',
  HIGH: 'Before others.',
  URGENT: 'Before everything.',
});
export type TaskPriority = Choice<typeof TaskPriority>;

/** Where a list of tasks by due time puts those without one: at its end. */
const NEVER = new Date('9999-12-31T23:59:59.999Z');

type Detail = 'title' | 'note' | 'priority';
export type TaskDetails = { readonly [D in Detail]?: Task[D] | undefined };
export type Assignment = { readonly [A in 'assignee' | 'team']?: Task[A] };

@model('Something to be done: by whom, until when, about what.', {
  prefix: 'tsk', read: 'task:read', reach: { owner: ['assignee', 'createdBy'], team: 'team', through: 'customer' }, subjectOf: [() => TimelineEntry, () => Clock, () => Notification],
  orders: {
    DUE_ASC: { field: 'dueOrder', direction: 'asc', description: 'Due soonest first; those without a due time last.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
  },
})
export class Task extends Entity {
  @text('What is to be done, in one line.')
  title!: string;

  @text('What whoever does it should know. Null: nothing more.', { optional: true, max: 10_000, multiline: true, hideable: true })
  note: string | null = null;

  @choice(TaskStatus, 'Where it stands.', { filter: true })
  status: TaskStatus = 'OPEN';

  @choice(TaskPriority, 'How much it matters.', { filter: true })
  priority: TaskPriority = 'NORMAL';

  @belongsTo(() => User, 'Who is to do it. Null: whoever of the team takes it, or nobody yet.', {
    optional: true, filter: true, inverse: { name: 'tasks', description: 'Tasks they are to do, or did.' },
  })
  assignee: Ref<User> | null = null;

  @belongsTo(() => Team, 'Which team is to do it. Null: none.', { optional: true, filter: true })
  team: Ref<Team> | null = null;

  @belongsTo(() => User, 'Who asked for it. Null: a partner system, or Rapport itself.', { optional: true, filter: true })
  createdBy: Ref<User> | null = null;

  @belongsTo(() => Customer, 'Whom it concerns. Null: no customer.', {
    optional: true, filter: true, inverse: { name: 'tasks', description: 'Tasks that concern them.' },
  })
  customer: Ref<Customer> | null = null;

  @text("Name of the subject's type, such as `Interaction`. Null: it is about nothing in particular. May grow.", { optional: true })
  subjectType: string | null = null;

  @id(null, undefined, { optional: true })
  subjectId: string | null = null;

  @node('The record it is about. Null: nothing in particular, or something you may not see.', { model: 'subjectType', id: 'subjectId' })
  subject?: never;

  @belongsTo(() => Clock, 'The clock that tells until when, and how that came about. Null: it has no due time.', { optional: true })
  clock: Ref<Clock> | null = null;

  @hasMany(() => Clock, 'subject', 'A clock for each due time it was given, the earliest first.', { max: 10 })
  clocks?: never;

  @moment('Until when. Null: it has no due time.', { optional: true, filter: true })
  dueAt: Date | null = null;

  @moment()
  dueOrder: Date = NEVER;

  @moment('Since when it is late, or how long it was when it was done. Null: it is not, or was done in time.', { optional: true, filter: true })
  overdueAt: Date | null = null;

  @moment('When whoever is to do it is told to remember it, by a notification. Null: at no time, or it was done.', { optional: true })
  remindAt: Date | null = null;

  @moment('When somebody was last reminded. Null: not yet.', { optional: true })
  remindedAt: Date | null = null;

  @moment('When it was done. Null: it is not.', { optional: true })
  completedAt: Date | null = null;

  @belongsTo(() => User, 'Who did it. Null: it is not done, or a partner system said so.', { optional: true })
  completedBy: Ref<User> | null = null;

  static create(facts: TaskDetails & Assignment & Pick<Task, 'title' | 'createdBy' | 'customer' | 'subjectType' | 'subjectId' | 'remindAt'>): Task {
    const task = Object.assign(new Task(), facts);
    announce(task, 'task.created');
    return task;
  }

  update({ title, note, priority }: TaskDetails): void {
    this.title = title ?? this.title;
    this.priority = priority ?? this.priority;
    if (note !== undefined) this.note = note;
    announce(this, 'task.updated');
  }

  assign({ assignee, team }: Assignment): void {
    this.mustBeOpen();
    const before = [this.assignee?.id, this.team?.id];
    if (assignee !== undefined) this.assignee = assignee;
    if (team !== undefined) this.team = team;
    if (before[0] !== this.assignee?.id || before[1] !== this.team?.id) announce(this, 'task.assigned');
  }

  /** Null: it is due at no time any more. */
  reschedule(clock: Clock | null): void {
    this.mustBeOpen();
    this.dueBy(clock);
    announce(this, 'task.rescheduled');
  }

  dueBy(clock: Clock | null): void {
    this.clock = clock;
    this.dueAt = clock?.dueAt ?? null;
    this.dueOrder = this.dueAt ?? NEVER;
    this.overdueAt = null;
  }

  /** What its clock says by now. */
  follow(clock: Clock): void {
    if (clock.dueAt && clock.dueAt.getTime() !== this.dueAt?.getTime()) {
      this.dueAt = this.dueOrder = clock.dueAt;
      announce(this, 'task.rescheduled');
    }
    const late = clock.breachedAt;
    if (late?.getTime() === this.overdueAt?.getTime()) return;
    this.overdueAt = late;
    announce(this, late ? 'task.overdue' : 'task.rescheduled');
  }

  remindAgain(at: Date | null): void {
    if (at !== null) this.mustBeOpen();
    this.remindAt = at;
    announce(this, 'task.updated');
  }

  remind(now: Date): void {
    this.remindAt = null;
    if (this.status === 'OPEN') this.remindedAt = now;
    announce(this, this.status === 'OPEN' ? 'task.reminded' : 'task.updated');
  }

  complete(by: Ref<User> | null, at: Date): void {
    if (this.status === 'DONE') throw new Refusal('TASK_ALREADY_DONE', 'This task is done already.');
    this.mustBeOpen();
    Object.assign(this, { status: 'DONE', completedAt: at, completedBy: by, remindAt: null });
    announce(this, 'task.completed');
  }

  cancel(): void {
    if (this.status === 'CANCELLED') throw new Refusal('TASK_ALREADY_CANCELLED', 'This task is cancelled already.');
    this.mustBeOpen();
    Object.assign(this, { status: 'CANCELLED', remindAt: null });
    announce(this, 'task.cancelled');
  }

  reopen(): void {
    if (this.status === 'OPEN') throw new Refusal('TASK_NOT_ENDED', 'This task is open already.');
    Object.assign(this, { status: 'OPEN', completedAt: null, completedBy: null });
    announce(this, 'task.reopened');
  }

  private mustBeOpen(): void {
    if (this.status !== 'OPEN') throw new Refusal('TASK_NOT_OPEN', `This task is ${this.status === 'DONE' ? 'done' : 'cancelled'}: reopen it first.`);
  }
}
