/**
 * What is said in the conversation of a ticket turns the ticket: a customer's message takes it up again, a person's answer is
 * the answer that is waited for, whoever sent it and however; one that waits for its time is the answer when it leaves.
 * Machines turn nothing. Heard of twice, nothing happens twice.
 */
import type { Transaction } from '../../kernel/context.ts';
import { User } from '../identity/user.ts';
import { Conversation } from '../interactions/conversation.ts';
import { Interaction } from '../interactions/interaction.ts';
import { MessageDelivery } from '../interactions/message-delivery.ts';
import { notify } from '../notifications/notify.ts';
import { tended } from './change-ticket.ts';
import { link } from './link-tickets.ts';
import { begin } from './open-ticket.ts';
import { ticketSettings } from './ticket-settings.resolver.ts';
import { ticketOf } from './ticket-of-conversation.ts';
import { Ticket } from './ticket.ts';
import { saidAt, turnOf } from './turn-of.ts';
import { followersOf, thoseWhoSeeToIt } from './who-is-told.ts';

const DAY = 86_400_000;

/** A message left. */
export async function followSent(deliveryId: string, transaction: Transaction): Promise<void> {
  const [delivery] = await transaction.all(MessageDelivery, { id: deliveryId });
  if (delivery) await followConversation(delivery.interaction.id, transaction, delivery);
}

/** `left`: the message left, which it had not when it was heard of before. */
export async function followConversation(interactionId: string, transaction: Transaction, left: MessageDelivery | null = null): Promise<void> {
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
  if (turn === 'THEIRS') {
    const at = await answeredAt(said, left, known, transaction);
    return at ? answered(await get(Ticket, known.id), at, transaction) : undefined;
  }

  if (known.heardAt && said.createdAt <= known.heardAt) return;
  if (await isPast(known, said.createdAt, transaction)) return followUp(known, said, transaction);
  await heard(await get(Ticket, known.id), said, transaction);
}

/** When a message counts as an answer: when it was written, unless it waited for its time, or did not arrive and was sent again. Null: not, or it does already. */
async function answeredAt({ id, kind, startedAt }: Interaction, left: MessageDelivery | null, { lastRepliedAt }: Ticket, { all }: Transaction): Promise<Date | null> {
  const [delivery = null] = left ? [left] : kind === 'MESSAGE' ? await all(MessageDelivery, { interaction: id }) : [];
  const at = saidAt(startedAt, delivery);
  if (!left || at?.getTime() !== startedAt.getTime()) return at;
  return lastRepliedAt && lastRepliedAt >= startedAt ? null : left.sentAt;
}

/** What was said before there was a ticket answers none. */
async function answered(ticket: Ticket, at: Date, transaction: Transaction): Promise<void> {
  if (at < ticket.askedAt || !ticket.reply(at)) return;
  await tended(ticket, transaction, at);
}

async function heard(ticket: Ticket, { id, createdAt }: Interaction, transaction: Transaction): Promise<void> {
  if (!ticket.hear(createdAt)) return;
  await tended(ticket, transaction, createdAt);
  await notify({ reason: 'CUSTOMER_WROTE', subject: ticket, to: [...await thoseWhoSeeToIt(ticket, transaction), ...await followersOf(ticket, transaction)], once: `wrote ${id}` }, transaction);
}

/** Closed so long ago that what is written now is a new matter. */
async function isPast({ closedAt }: Ticket, at: Date, transaction: Transaction): Promise<boolean> {
  if (closedAt === null) return false;
  const { reopenWithinDays } = await ticketSettings(transaction);
  return at.getTime() - closedAt.getTime() > reopenWithinDays * DAY;
}

async function followUp(before: Ticket, { id, conversation, createdAt }: Interaction, transaction: Transaction): Promise<void> {
  const { subject, kind, category, customer, team, assignee } = before;
  const [still] = assignee && !team ? await transaction.all(User, { id: assignee.id, status: 'ACTIVE' }) : [];
  const ticket = await begin({
    subject, kind, category, conversation, customer, team, description: null, priority: 'NORMAL', openedBy: null, unansweredAt: createdAt, heardAt: createdAt,
    assignee: still ?? null,
  }, transaction);
  if (!still) await notify({ reason: 'CUSTOMER_WROTE', subject: ticket, to: await thoseWhoSeeToIt(ticket, transaction), once: `wrote ${id}` }, transaction);
  await link(ticket, 'FOLLOW_UP_OF', await transaction.get(Ticket, before.id), transaction);
}
