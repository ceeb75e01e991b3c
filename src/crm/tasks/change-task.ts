/** What is done with a task that concerns its clock too. */
import type { Transaction } from '../../kernel/context.ts';
import { cancelClock, meetClock, reopenClock } from '../clocks/change-clock.ts';
import { Clock } from '../clocks/clock.ts';
import { notify } from '../notifications/notify.ts';
import { checkReminder, dueClock } from './task-due.ts';
import type { TaskRescheduleInput, TaskUpdateInput } from './task.inputs.ts';
import { Task, type Assignment } from './task.ts';

export async function updateTask({ taskId, expectedVersion, title, note, priority, remindAt }: TaskUpdateInput, transaction: Transaction): Promise<Task> {
  const task = await transaction.get(Task, taskId, expectedVersion);
  checkReminder(remindAt, transaction.now());
  task.update({ title: title ?? undefined, note, priority: priority ?? undefined });
  if (remindAt !== undefined) task.remindAgain(remindAt);
  return task;
}

/** Another due time is another clock; the one before is kept, as no longer needed. */
export async function rescheduleTask({ taskId, expectedVersion, ...due }: TaskRescheduleInput, transaction: Transaction): Promise<Task> {
  const task = await transaction.get(Task, taskId, expectedVersion);
  const before = await clockOf(task, transaction);
  if (before) await cancelClock(before, {}, transaction);
  task.reschedule(await dueClock(task, due, transaction));
  return task;
}

export async function completeTask(task: Task, transaction: Transaction): Promise<void> {
  const { actor, now } = transaction;
  task.complete(actor.kind === 'USER' ? { id: actor.id } : null, now());
  const clock = await clockOf(task, transaction);
  if (!clock) return;
  await meetClock(clock, {}, transaction);
  task.follow(clock);
}

export async function cancelTask(task: Task, transaction: Transaction): Promise<void> {
  task.cancel();
  const clock = await clockOf(task, transaction);
  if (!clock) return;
  await cancelClock(clock, {}, transaction);
  task.follow(clock);
}

/** Its clock goes on; while the task was done no time counted. */
export async function reopenTask(task: Task, transaction: Transaction): Promise<void> {
  const reason = task.status === 'DONE' ? 'Done' : 'Cancelled';
  task.reopen();
  const clock = await clockOf(task, transaction);
  if (!clock) return;
  await reopenClock(clock, { reason }, transaction);
  task.follow(clock);
}

export async function assignTask(task: Task, to: Assignment, transaction: Transaction): Promise<void> {
  const before = task.assignee?.id;
  task.assign(to);
  if (task.assignee?.id !== before) await notify({ reason: 'ASSIGNED', subject: task, to: [task.assignee] }, transaction);
}

/** Whoever is to do it is told; where that is a team's, whoever made it. */
export async function remind(task: Task, transaction: Transaction): Promise<void> {
  task.remind(transaction.now());
  if (task.status === 'OPEN') await notify({ reason: 'REMINDED', subject: task, to: [task.assignee ?? task.createdBy] }, transaction);
}

/** When its clock gives warning, was breached, or counts otherwise. `event` names what happened, so that a warning is passed on once. */
export async function followClock({ clockId, warned, event }: { clockId: string; warned: boolean; event: string }, transaction: Transaction): Promise<void> {
  const { all } = transaction;
  const [task] = await all(Task, { clock: clockId });
  const [clock] = task ? await all(Clock, { id: clockId }) : [];
  if (!task || !clock) return;
  const before = task.overdueAt;
  task.follow(clock);
  if (task.overdueAt && !before) await notify({ reason: 'OVERDUE', subject: task, to: [task.assignee] }, transaction);
  else if (warned && task.status === 'OPEN') await notify({ reason: 'DUE_SOON', subject: task, to: [task.assignee], once: event }, transaction);
}

async function clockOf(task: Task, { all }: Transaction): Promise<Clock | null> {
  const [clock = null] = task.clock ? await all(Clock, { id: task.clock.id }) : [];
  return clock;
}
