/** Answers the customer of a ticket: the message is really sent, in the conversation of the ticket, and begins one if there is none. */
import type { Transaction } from '../../kernel/context.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { ContactPoint } from '../customers/contact-point.ts';
import { Customer } from '../customers/customer.ts';
import { sendMessage } from '../interactions/send-message.ts';
import { tended } from './change-ticket.ts';
import { previewSavedReply } from './preview-saved-reply.ts';
import { SavedReply } from './saved-reply.ts';
import type { TicketReplyInput } from './ticket.inputs.ts';
import { Ticket } from './ticket.ts';

export async function replyToTicket(input: TicketReplyInput, transaction: Transaction): Promise<Ticket> {
  const { get, actor } = transaction;
  const { ticketId, expectedVersion, savedReplyId, channelId, html, cc, awaitCustomer } = input;
  const ticket = await get(Ticket, ticketId, expectedVersion);
  ticket.mustNotBeClosed();
  if (savedReplyId && (input.text || html)) throw new Refusal('REPLY_TWICE', 'Give a text of your own, or a saved reply, not both.', { field: ['savedReplyId'] });
  const saved = savedReplyId ? await previewSavedReply(await findSavedReply(savedReplyId, transaction), ticket, transaction) : null;
  const conversationId = await conversationFor(ticket, input.conversationId ?? null, transaction);
  const to = conversationId ? { conversationId } : { contactPointId: await addressOf(ticket, transaction), subject: `${ticket.subject} [${ticket.reference}]`.slice(-1000) };
  const { interaction, conversation } = await sendMessage({ ...to, channelId: channelId ?? null, text: saved?.text ?? input.text ?? null, html: html ?? null, cc: cc ?? null, language: saved?.language ?? null }, transaction);
  ticket.conversation ??= conversation;
  // What a partner system writes is no answer of a person.
  if (actor.kind === 'USER') ticket.reply(interaction.startedAt, { awaits: awaitCustomer ?? true });
  else ticket.write({ awaits: awaitCustomer ?? true });
  return tended(ticket, transaction);
}

/** Not locked: many send it. */
async function findSavedReply(id: string, { all }: Transaction): Promise<SavedReply> {
  const [reply] = await all(SavedReply, { id });
  if (!reply) throw new NotFound('SavedReply');
  return reply;
}

async function conversationFor(ticket: Ticket, asked: string | null, { all }: Transaction): Promise<string | null> {
  const own = ticket.conversation?.id ?? null;
  if (asked === null || asked === own) return own;
  const merged = await all(Ticket, { mergedInto: ticket.id });
  if (merged.some(({ conversation }) => conversation?.id === asked)) return asked;
  throw new Refusal('CONVERSATION_OF_ANOTHER', 'This conversation belongs neither to the ticket nor to one that was merged into it.', { field: ['conversationId'] });
}

async function addressOf({ customer }: Ticket, { all }: Transaction): Promise<string> {
  const points = customer ? await all(ContactPoint, { customer: customer.id, kind: 'EMAIL' }) : [];
  const point = points.find(({ primary }) => primary) ?? points[0];
  if (point) return point.id;
  if (customer && (await all(Customer, { id: customer.id })).length === 0) throw new NotFound('Customer'); // out of reach, as their addresses are
  throw new Refusal('RECIPIENT_UNKNOWN', customer ? 'The customer of this ticket has no e-mail address. Give them one, or reach them otherwise.' : 'This ticket has no customer to answer.');
}
