/** Which ticket goes on in a conversation, where there were several or one was merged, and that there are never two. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Ticket } from './ticket.ts';

/** From the conversation of a ticket to that of what it was merged into, and so on. */
const FARTHEST = 10;

/** The one about it that is not closed, else the one that was closed last, or what that was merged into. Null: there never was one. */
export async function ticketOf(conversationId: string, transaction: Pick<Transaction, 'all'>, farthest = FARTHEST): Promise<Ticket | null> {
  const about = await transaction.all(Ticket, { conversation: conversationId });
  const last = about.find(({ status }) => status !== 'CLOSED') ?? about.toSorted((a, b) => Number(a.closedAt) - Number(b.closedAt)).at(-1) ?? null;
  if (!last?.mergedInto) return last;
  const [target] = await transaction.all(Ticket, { id: last.mergedInto.id });
  if (target?.status !== 'CLOSED') return target ?? last;
  // It is over too; what came after it in its own conversation goes on.
  const elsewhere = target.conversation && target.conversation.id !== conversationId && farthest > 0 ? await ticketOf(target.conversation.id, transaction, farthest - 1) : null;
  return elsewhere ?? target;
}

/** A conversation is about one open matter at a time, whoever reaches it. */
export async function refuseSecond(conversationId: string, { ask }: Pick<Transaction, 'ask'>, { except, field }: { readonly except?: string; readonly field?: readonly string[] }): Promise<void> {
  const open = (await ask<{ id: string; number: number }>('tickets_going_on', conversationId)).find(({ id }) => id !== except);
  if (open) throw new Refusal('CONVERSATION_HAS_TICKET', `This conversation is about ticket #${open.number} already, which is not closed.`, field ? { field } : {});
}
