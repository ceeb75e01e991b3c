/** Notes something on a ticket for colleagues: an interaction among ourselves, of which whoever it names is told. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { concerns } from '../customers/concerns.ts';
import { User } from '../identity/user.ts';
import { InteractionBody } from '../interactions/interaction-body.ts';
import { Interaction } from '../interactions/interaction.ts';
import { Participant } from '../interactions/participant.ts';
import { previewOf } from '../interactions/preview.ts';
import { notify } from '../notifications/notify.ts';
import { TicketNote } from './ticket-note.ts';
import type { TicketNoteInput } from './ticket.inputs.ts';
import { Ticket } from './ticket.ts';

export async function noteOnTicket({ ticketId, expectedVersion, text, mentionIds }: TicketNoteInput, transaction: Transaction): Promise<TicketNote> {
  const { get, add, actor, now } = transaction;
  const ticket = await get(Ticket, ticketId, expectedVersion);
  const mentioned = await findMentioned([...new Set(mentionIds ?? [])], transaction);
  const { customer, conversation } = ticket;
  const interaction = add(Interaction.create({
    kind: 'NOTE', direction: 'INTERNAL', conversation, customer, startedAt: now(), subject: `${ticket.reference} ${ticket.subject}`.slice(0, 1000), preview: previewOf(text),
    agent: actor.kind === 'USER' ? { id: actor.id } : null,
  }, 'interaction.logged'));
  add(InteractionBody.of(interaction, text));
  for (const user of mentioned) add(Participant.of({ interaction, role: 'MENTIONED', name: user.name, address: null, customer: null, user }));
  const note = add(TicketNote.on(ticket, interaction));
  announce(ticket, 'ticket.noted');
  if (customer) concerns(transaction, customer, interaction, interaction.startedAt);
  await notify({ reason: 'MENTIONED', subject: note, to: mentioned }, transaction);
  return note;
}

async function findMentioned(ids: readonly string[], { all }: Transaction): Promise<User[]> {
  if (ids.length === 0) return [];
  const users = await all(User, { id: ids });
  const gone = ids.findIndex((id) => !users.some((user) => user.id === id && user.status === 'ACTIVE'));
  if (gone >= 0) throw new Refusal('MENTIONED_NOT_FOUND', 'Whoever is mentioned is an active user of this organisation.', { field: ['mentionIds', String(gone)] });
  return users;
}
