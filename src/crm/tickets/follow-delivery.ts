/**
 * What a ticket hears of answers that do not arrive: whoever sees to it is told, and where it was the last answer, it is our
 * turn again and the customer still waits. Heard of twice, nothing happens twice.
 */
import type { Transaction } from '../../kernel/context.ts';
import { Interaction } from '../interactions/interaction.ts';
import { MessageDelivery } from '../interactions/message-delivery.ts';
import { notify } from '../notifications/notify.ts';
import { tended } from './change-ticket.ts';
import { ticketOf } from './ticket-of-conversation.ts';
import { Ticket } from './ticket.ts';
import { whatWaits } from './what-waits.ts';
import { followersOf, thoseWhoSeeToIt } from './who-is-told.ts';

interface Lost {
  readonly deliveryId: string;
  /** Names the news. */
  readonly once: string;
}

export async function followDelivery({ deliveryId, once }: Lost, transaction: Transaction): Promise<void> {
  const { all, get } = transaction;
  const [delivery] = await all(MessageDelivery, { id: deliveryId });
  if (!delivery || !['FAILED', 'BOUNCED', 'UNCERTAIN'].includes(delivery.status)) return; // it was sent again
  const [said] = await all(Interaction, { id: delivery.interaction.id });
  if (!said?.conversation || said.automatic) return;
  const known = await ticketOf(said.conversation.id, transaction);
  if (!known) return;
  const ticket = await get(Ticket, known.id);
  // Whether it was taken is not known, and may come to be.
  if (delivery.status !== 'UNCERTAIN' && ticket.status !== 'CLOSED' && isLast(said, delivery, ticket)) {
    ticket.undeliver(said.startedAt, await whatWaits(said.conversation, transaction, ticket.askedAt));
    await tended(ticket, transaction);
  }
  await notify({ reason: 'NOT_DELIVERED', subject: ticket, to: [...await thoseWhoSeeToIt(ticket, transaction), said.agent, ...await followersOf(ticket, transaction)], once }, transaction);
}

/** Whether it is what we wait by for the customer. What a partner system wrote is no answer of a person, but may be waited by. */
function isLast({ agent, startedAt }: Interaction, { sentAt }: MessageDelivery, { status, lastRepliedAt }: Ticket): boolean {
  if (agent === null) return status === 'WAITING' && (lastRepliedAt === null || lastRepliedAt < startedAt);
  return [startedAt, sentAt].some((at) => at && at.getTime() === lastRepliedAt?.getTime());
}
