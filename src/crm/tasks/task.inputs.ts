/** What can be asked of tasks. */
import { choice, expectedVersion, flag, id, moment, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { duration } from '../../kernel/values/duration.ts';
import { Calendar } from '../clocks/calendar.ts';
import { Customer } from '../customers/customer.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { Task, TaskPriority } from './task.ts';

@input('A task by id.')
export class TaskArgs {
  @id(() => Task, 'Its id.')
  id!: string;
}

@input('Which of your tasks.')
export class MyTasksArgs {
  @flag('Those of your teams too that nobody in particular is to do. Null: only what you are to do yourself.', { optional: true })
  ofTeams?: boolean | null;
}

abstract class DueFields {
  @moment('Until when, at a moment. Give this or `dueIn`. Null: no such moment.', { optional: true })
  dueAt?: Date | null;

  @text('Within how much business time from now on, in hours: `PT8H`. Null: not so.', { optional: true, value: duration })
  dueIn?: string | null;

  @id(() => Calendar, 'By which calendar `dueIn` counts. Null: by the default.', { optional: true })
  calendarId?: string | null;

  @text('How long before it is due its clock warns, in business time if it counts in that. Null: it does not.', { optional: true, value: duration })
  warnBefore?: string | null;
}

@input('A new task.')
export class TaskCreateInput extends DueFields {
  @text('What is to be done, in one line.')
  title!: string;

  @text('What whoever does it should know. Null: nothing more.', { optional: true, max: 10_000, multiline: true })
  note?: string | null;

  @choice(TaskPriority, 'How much it matters. Null: as much as most.', { optional: true })
  priority?: TaskPriority | null;

  @id(() => User, 'Who is to do it, an active user. Null: whoever of the team takes it; you, when no team is given either.', { optional: true })
  assigneeId?: string | null;

  @id(() => Team, 'Which team is to do it. Null: none.', { optional: true })
  teamId?: string | null;

  @id(() => Customer, 'Whom it concerns. Null: the customer of what it is about, if that has one.', { optional: true })
  customerId?: string | null;

  @id(null, 'What it is about: any record you see. Null: nothing in particular.', { optional: true })
  subjectId?: string | null;

  @moment('When to remind of it, in the future. Null: not.', { optional: true })
  remindAt?: Date | null;
}

abstract class OneTask {
  @id(() => Task, 'Which task.')
  taskId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Plain attributes of a task to change; what is not given stays.')
export class TaskUpdateInput extends OneTask {
  @text('What is to be done, in one line. Null: stays.', { optional: true })
  title?: string | null;

  @text('What whoever does it should know. Null: nothing more.', { optional: true, max: 10_000, multiline: true })
  note?: string | null;

  @choice(TaskPriority, 'How much it matters. Null: stays.', { optional: true })
  priority?: TaskPriority | null;

  @moment('When to remind of it, in the future. Null: not.', { optional: true })
  remindAt?: Date | null;
}

@input('Another due time for a task.')
export class TaskRescheduleInput extends DueFields {
  @id(() => Task, 'Which task.')
  taskId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Who is to do a task; what is not given stays.')
export class TaskAssignInput extends OneTask {
  @id(() => User, 'Who is to do it, an active user. Null: whoever of the team takes it.', { optional: true })
  assigneeId?: string | null;

  @id(() => Team, 'Which team is to do it. Null: none.', { optional: true })
  teamId?: string | null;
}

@input('Which task is done.')
export class TaskCompleteInput extends OneTask {}

@input('Which task is to be done after all.')
export class TaskReopenInput extends OneTask {}

@input('Which task is not to be done any more.')
export class TaskCancelInput extends OneTask {}
