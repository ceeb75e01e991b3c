/**
 * Opens a ticket, by itself or from a conversation. From a conversation it begins when the customer wrote what nobody has
 * answered yet: what we promise counts from there, not from when somebody found it.
 */
import type { Transaction } from '../../kernel/context.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { concerns } from '../customers/concerns.ts';
import { Customer } from '../customers/customer.ts';
import { Conversation } from '../interactions/conversation.ts';
import { notify } from '../notifications/notify.ts';
import { findAssignees } from '../tasks/find-assignees.ts';
import { findCategory } from './find-category.ts';
import { chooseLevel } from './service-level-of.ts';
import { tendClocks } from './tend-clocks.ts';
import { refuseSecond } from './ticket-of-conversation.ts';
import type { TicketOpenInput } from './ticket.inputs.ts';
import { nextNumber } from './ticket-settings.resolver.ts';
import { Ticket } from './ticket.ts';
import { whatWaits } from './what-waits.ts';

export async function openTicket(input: TicketOpenInput, transaction: Transaction): Promise<Ticket> {
  const { description = null, kind, priority, categoryId, customerId, assigneeId, teamId } = input;
  const { get, actor } = transaction;
  const conversation = input.conversationId ? await get(Conversation, input.conversationId) : null;
  if (conversation) await refuseSecond(conversation.id, transaction, { field: ['conversationId'] }); // locked, so that nobody opens another meanwhile
  const subject = input.subject ?? conversation?.subject;
  if (!subject) throw new Refusal('REQUIRED', 'What is it about? Only a conversation with a subject lends its own.', { field: ['subject'] });
  const { assignee = null, team = null } = await findAssignees({ assigneeId: assigneeId ?? null, teamId: teamId ?? null }, transaction);
  const category = await findCategory(categoryId, transaction);
  const customer = customerId ? await findCustomer(customerId, transaction) : conversation?.customer ?? null;
  const { unansweredAt = null, heardAt = null } = conversation ? await whatWaits(conversation, transaction) : {};

  return begin({
    subject, description, kind: kind ?? 'QUESTION', priority: priority ?? 'NORMAL', category: category ?? null, customer, conversation, assignee, team,
    openedBy: actor.kind === 'USER' ? { id: actor.id } : null, unansweredAt, heardAt,
  }, transaction);
}

type Begun = Pick<Ticket, 'subject' | 'description' | 'kind' | 'priority' | 'category' | 'customer' | 'conversation' | 'assignee' | 'team' | 'openedBy' | 'unansweredAt' | 'heardAt'>;

export async function begin(facts: Begun, transaction: Transaction): Promise<Ticket> {
  const { add, now } = transaction;
  const at = now();
  const ticket = add(Ticket.open({ ...facts, askedAt: facts.unansweredAt ?? at, number: 0 }));
  await tendClocks(ticket, await chooseLevel(ticket, transaction), { fresh: true }, transaction);
  if (ticket.customer) concerns(transaction, ticket.customer, ticket, at);
  await notify({ reason: 'ASSIGNED', subject: ticket, to: [ticket.assignee] }, transaction);
  ticket.number = await nextNumber(transaction); // last, for others wait for it
  return ticket;
}

/** Not locked: many records concern one customer. */
async function findCustomer(id: string, { all }: Transaction): Promise<Customer> {
  const [customer] = await all(Customer, { id });
  if (!customer) throw new NotFound('Customer');
  return customer;
}
