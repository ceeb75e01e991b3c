/** Until when a task is to be done, as a clock: from now on in business time, or at a moment. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Clock } from '../clocks/clock.ts';
import { findCalendar } from '../clocks/find-calendar.ts';
import { startClock } from '../clocks/start-clock.ts';
import type { Task } from './task.ts';

interface Due {
  readonly dueAt?: Date | null;
  readonly dueIn?: string | null;
  readonly calendarId?: string | null;
  readonly warnBefore?: string | null;
}

/** Null: at no time in particular. */
export async function dueClock(task: Task, { dueAt, dueIn, calendarId, warnBefore = null }: Due, transaction: Transaction): Promise<Clock | null> {
  if (dueAt && dueIn) throw new Refusal('TASK_DUE_TWICE', 'Give `dueAt` or `dueIn`, not both.', { field: ['dueIn'] });
  if (calendarId && !dueIn) throw new Refusal('TASK_DUE_WITHOUT_TIME', 'A calendar counts `dueIn`, which is not given.', { field: ['calendarId'] });
  if (warnBefore && !dueIn && !dueAt) throw new Refusal('TASK_DUE_WITHOUT_TIME', 'Without a due time there is nothing to warn of.', { field: ['warnBefore'] });
  const common = { metric: 'TASK_DUE', subject: task, warning: { warnBefore } } as const;
  if (dueAt) return startClock({ ...common, target: dueAt }, transaction);
  if (!dueIn) return null;
  const calendar = await findCalendar(calendarId, transaction);
  return startClock({ ...common, calendar, target: dueIn, targetField: ['dueIn'] }, transaction);
}

/** A reminder lies ahead. */
export function checkReminder(remindAt: Date | null | undefined, now: Date): void {
  if (remindAt && remindAt <= now) throw new Refusal('REMINDER_IN_THE_PAST', `A reminder lies ahead; ${remindAt.toISOString()} is over.`, { field: ['remindAt'] });
}
