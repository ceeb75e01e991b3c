/**
 * What people are to do, until when. A task can be about a record of any module; those after this one may show theirs
 * among their own fields. That its time ran out it hears from its clock.
 */
import type { Module } from '../../kernel/module.ts';
import { timer } from '../../kernel/work.ts';
import { followClock, remind } from './change-task.ts';
import { TaskResolver } from './task.resolver.ts';
import { Task } from './task.ts';

const WORKING = ['supervisor', 'agent', 'seller', 'marketer'] as const;

export const tasks: Module = {
  name: 'tasks',
  description: 'What is to be done: by whom, until when, about what.',
  models: [Task],
  resolvers: [new TaskResolver()],
  permissions: {
    'task:read': { description: 'See tasks.', roles: [...WORKING, 'readOnly'] },
    'task:create': { description: 'Add tasks, for oneself and others.', roles: WORKING },
    'task:update': { description: 'Change tasks, their due times and reminders.', roles: WORKING },
    'task:assign': { description: 'Say who is to do a task.', roles: WORKING },
    'task:complete': { description: 'Mark tasks as done.', roles: WORKING },
    'task:reopen': { description: 'Take up tasks that were done or cancelled.', roles: WORKING },
    'task:cancel': { description: 'Mark tasks as not to be done any more.', roles: WORKING },
  },
  events: {
    'task.created': 'A task was added.',
    'task.updated': 'Plain attributes of a task, or its reminder, changed.',
    'task.assigned': 'Somebody else is to do a task.',
    'task.rescheduled': 'A task is due at another time, or at none.',
    'task.overdue': 'A task was due and not done; `overdueAt` says when.',
    'task.reminded': 'It is time to remind of a task. Told once for each reminder.',
    'task.completed': 'A task was done.',
    'task.reopened': 'A task that was done or cancelled is to be done after all.',
    'task.cancelled': 'A task is not to be done any more.',
  },
  refusals: {
    ASSIGNEE_NOT_FOUND: 'Who is to do it is not a user of this organisation.',
    TEAM_NOT_FOUND: 'The team is not one of this organisation.',
    ASSIGNEE_NOT_ACTIVE: 'Who is to do it is a user who was deactivated.',
    TASK_ALREADY_DONE: 'The task is done already.',
    TASK_ALREADY_CANCELLED: 'The task is cancelled already.',
    TASK_NOT_OPEN: 'The task is done or cancelled.',
    TASK_NOT_ENDED: 'The task is open already.',
    TASK_DUE_TWICE: 'A due time was given both as a moment and as business time.',
    TASK_DUE_WITHOUT_TIME: 'A calendar or a warning was given without the due time it is for.',
    REMINDER_IN_THE_PAST: 'A reminder would lie in the past.',
  },
  timers: [timer('tasks.remind', Task, 'remindAt', remind)],
  reactions: [{
    name: 'tasks.followClock', on: ['clock.warned', 'clock.breached', 'clock.retargeted'],
    run: ({ type, subject, seq }, { step }) => step((transaction) => followClock({ clockId: subject, warned: type === 'clock.warned', event: `${type} ${seq}` }, transaction)),
  }],
};
