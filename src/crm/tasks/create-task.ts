/** Makes a task: with its clock, whom it concerns, and its place on their timeline. */
import type { Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { Ref } from '../../kernel/fields.ts';
import { modelOf, modelOfEntity } from '../../kernel/model.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { concerns } from '../customers/concerns.ts';
import { Customer } from '../customers/customer.ts';
import { notify } from '../notifications/notify.ts';
import { findAssignees } from './find-assignees.ts';
import { checkReminder, dueClock } from './task-due.ts';
import type { TaskCreateInput } from './task.inputs.ts';
import { Task } from './task.ts';

export async function createTask(input: TaskCreateInput, transaction: Transaction): Promise<Task> {
  const { add, actor, now, record } = transaction;
  const { title, note, priority, assigneeId, teamId, customerId, subjectId, remindAt = null } = input;
  checkReminder(remindAt, now());
  const you = actor.kind === 'USER' ? { id: actor.id } : null;
  const { assignee = null, team = null } = await findAssignees({ assigneeId: assigneeId ?? null, teamId: teamId ?? null }, transaction);
  const subject = subjectId ? await record(subjectId) : null;
  const customer = customerId ? await findCustomer(customerId, transaction) : customerOf(subject);

  const task = add(Task.create({
    title, note: note ?? null, priority: priority ?? 'NORMAL', assignee: assignee ?? (team ? null : you), team, createdBy: you, customer, remindAt,
    subjectType: subject && modelOfEntity(subject).name, subjectId: subject?.id ?? null,
  }));
  await notify({ reason: 'ASSIGNED', subject: task, to: [task.assignee] }, transaction);
  task.dueBy(await dueClock(task, input, transaction));
  if (customer) concerns(transaction, customer, task, now());
  return task;
}

/** Not locked: many records concern one customer. */
async function findCustomer(id: string, { all }: Transaction): Promise<Customer> {
  const [customer] = await all(Customer, { id });
  if (!customer) throw new NotFound('Customer');
  return customer;
}

/** A customer itself, or the one that a record of any model says it belongs to. */
function customerOf(subject: Entity | null): Ref<Customer> | null {
  if (subject === null || subject instanceof Customer) return subject;
  const link = modelOfEntity(subject).stored.find((field) => field.kind === 'belongsTo' && field.name === 'customer' && field.target?.() === modelOf(Customer).type);
  return link ? subject[link.name as keyof Entity] as unknown as Ref<Customer> | null : null;
}
