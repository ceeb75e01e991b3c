/**
 * What is said in the conversation of a ticket turns the ticket: a customer's message takes it up again, a person's answer is
 * the answer that is waited for, whoever sent it and however. Machines turn nothing. Heard of twice, nothing happens twice.
 */
import type { Transaction } from '../../kernel/context.ts';
import { Conversation } from '../interactions/conversation.ts';
import { Interaction } from '../interactions/interaction.ts';
import { notify } from '../notifications/notify.ts';
import { followersOf, tended } from './change-ticket.ts';
import { link } from './link-tickets.ts';
import { begin } from './open-ticket.ts';
import { ticketSettings } from './ticket-settings.resolver.ts';
import { ticketOf } from './ticket-of-conversation.ts';
import { Ticket } from './ticket.ts';
import { turnOf } from './turn-of.ts';

const DAY = 86_400_000;

export async function followConversation(interactionId: string, transaction: Transaction): Promise<void> {
  const { all, get } = transaction;
  const [said] = await all(Interaction, { id: interactionId });
  const turn = said ? turnOf(said) : null;
  if (!said?.conversation || turn === null) return;
  let known = await ticketOf(said.conversation.id, transaction);
  if (known?.status === 'CLOSED') {
    await get(Conversation, said.conversation.id); // of two messages at once the second finds the ticket of the first, and nobody opens another
    known = await ticketOf(said.conversation.id, transaction);
  }
  if (!known) return;
  if (turn === 'THEIRS') return answered(await get(Ticket, known.id), said.startedAt, transaction);

  if (known.heardAt && said.createdAt <= known.heardAt) return;
  if (await isPast(known, said.createdAt, transaction)) return followUp(known, said, transaction);
  await heard(await get(Ticket, known.id), said, transaction);
}

/** What was said before there was a ticket answers none. */
async function answered(ticket: Ticket, at: Date, transaction: Transaction): Promise<void> {
  if (at < ticket.askedAt || !ticket.reply(at)) return;
  await tended(ticket, transaction, at);
}

async function heard(ticket: Ticket, { id, createdAt }: Interaction, transaction: Transaction): Promise<void> {
  if (!ticket.hear(createdAt)) return;
  await tended(ticket, transaction, createdAt);
  await notify({ reason: 'CUSTOMER_WROTE', subject: ticket, to: [ticket.assignee, ...await followersOf(ticket, transaction)], once: `wrote ${id}` }, transaction);
}

/** Closed so long ago that what is written now is a new matter. */
async function isPast({ closedAt }: Ticket, at: Date, transaction: Transaction): Promise<boolean> {
  if (closedAt === null) return false;
  const { reopenWithinDays } = await ticketSettings(transaction);
  return at.getTime() - closedAt.getTime() > reopenWithinDays * DAY;
}

async function followUp(before: Ticket, { conversation, createdAt }: Interaction, transaction: Transaction): Promise<void> {
  const { subject, kind, category, customer, team, assignee } = before;
  const ticket = await begin({
    subject, kind, category, conversation, customer, team, description: null, priority: 'NORMAL', openedBy: null, unansweredAt: createdAt, heardAt: createdAt,
    assignee: team ? null : assignee,
  }, transaction);
  await link(ticket, 'FOLLOW_UP_OF', await transaction.get(Ticket, before.id), transaction);
}
