/** Operations on tasks. What takes more than a method of the task is in the file named by its verb. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, pageOf, query, subscription, type StreamFilter } from '../../kernel/operations.ts';
import { fieldsIn, type PageArgs } from '../../kernel/pages.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import { assignTask, cancelTask, completeTask, reopenTask, rescheduleTask, updateTask } from './change-task.ts';
import { createTask } from './create-task.ts';
import { findAssignees } from './find-assignees.ts';
import {
  MyTasksArgs, TaskArgs, TaskAssignInput, TaskCancelInput, TaskCompleteInput, TaskCreateInput, TaskReopenInput, TaskRescheduleInput, TaskUpdateInput,
} from './task.inputs.ts';
import { Task } from './task.ts';

const OPEN: Predicate = { field: 'status', is: 'eq', value: 'OPEN' };
/** Unless the filter speaks of it itself. */
const openUnless = ({ filter }: PageArgs): Predicate => (fieldsIn(filter).includes('status') ? ANY : OPEN);

export class TaskResolver {
  @query(optional(Task), 'task:read', 'A task. Null when missing or out of your reach.', { args: TaskArgs })
  task({ id }: TaskArgs, { find }: Context) {
    return find(Task, id);
  }

  @query(pageOf(Task), 'task:read', 'Tasks you reach: yours, those you asked for, those of your teams and of customers you reach. Only open ones unless the filter speaks of `status`.')
  tasks(args: PageArgs, { page }: Context) {
    return page(Task, args, openUnless(args));
  }

  @query(pageOf(Task), 'task:read', 'What you are to do. Only open tasks unless the filter speaks of `status`.', { args: MyTasksArgs })
  myTasks({ ofTeams, ...args }: MyTasksArgs & PageArgs, { page, actor }: Context) {
    const own: Predicate = { field: 'assignee', is: 'eq', value: actor.id };
    const ofTeam: Predicate = { all: [{ field: 'team', is: 'in', value: actor.teams }, { field: 'assignee', is: 'eq', value: null }] };
    return page(Task, args, { all: [openUnless(args), ofTeams ? { any: [own, ofTeam] } : own] });
  }

  @mutation(Task, 'task:create', 'Adds a task.', { input: TaskCreateInput })
  taskCreate(input: TaskCreateInput, transaction: Transaction) {
    return createTask(input, transaction);
  }

  @mutation(Task, 'task:update', 'Changes plain attributes of a task, or when to remind of it.', { input: TaskUpdateInput })
  taskUpdate(input: TaskUpdateInput, transaction: Transaction) {
    return updateTask(input, transaction);
  }

  @mutation(Task, 'task:update', 'Gives an open task another due time, or none.', { input: TaskRescheduleInput })
  taskReschedule(input: TaskRescheduleInput, transaction: Transaction) {
    return rescheduleTask(input, transaction);
  }

  @mutation(Task, 'task:assign', 'Says who is to do an open task, and tells them: who hands one over may lose sight of it.', { input: TaskAssignInput })
  async taskAssign({ taskId, expectedVersion, assigneeId, teamId }: TaskAssignInput, transaction: Transaction) {
    const task = await transaction.get(Task, taskId, expectedVersion);
    await assignTask(task, await findAssignees({ ...(assigneeId === undefined ? {} : { assigneeId }), ...(teamId === undefined ? {} : { teamId }) }, transaction), transaction);
    return task;
  }

  @mutation(Task, 'task:complete', 'Marks a task as done.', { input: TaskCompleteInput })
  async taskComplete({ taskId, expectedVersion }: TaskCompleteInput, transaction: Transaction) {
    const task = await transaction.get(Task, taskId, expectedVersion);
    await completeTask(task, transaction);
    return task;
  }

  @mutation(Task, 'task:reopen', 'Takes up a task that was done or cancelled. Its clock goes on where it stood.', { input: TaskReopenInput })
  async taskReopen({ taskId, expectedVersion }: TaskReopenInput, transaction: Transaction) {
    const task = await transaction.get(Task, taskId, expectedVersion);
    await reopenTask(task, transaction);
    return task;
  }

  @mutation(Task, 'task:cancel', 'Marks a task as not to be done any more. It is kept: what was asked for stays to be seen.', { input: TaskCancelInput })
  async taskCancel({ taskId, expectedVersion }: TaskCancelInput, transaction: Transaction) {
    const task = await transaction.get(Task, taskId, expectedVersion);
    await cancelTask(task, transaction);
    return task;
  }

  @subscription(Task, 'task:read', 'Changes of one task, and what becomes of its clocks; `node` is always the task.', { args: TaskArgs })
  taskChanged({ id }: TaskArgs): StreamFilter {
    return { types: ['task.*', 'clock.*'], about: [id], node: { model: Task, id } };
  }
}
