/** Operations on messages that we send. */
import type { Transaction } from '../../kernel/context.ts';
import { mutation } from '../../kernel/operations.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { Interaction } from './interaction.ts';
import { MessageDelivery } from './message-delivery.ts';
import { MessageCancelInput, MessageSendAgainInput, MessageSendInput } from './message.inputs.ts';
import { sendMessage } from './send-message.ts';

export class MessageResolver {
  @mutation(Interaction, 'message:send', 'Sends a message by e-mail: an answer in a conversation, or the first of a new one. It leaves once this is committed; `delivery` tells what becomes of it.', { input: MessageSendInput })
  async messageSend(input: MessageSendInput, transaction: Transaction) {
    return (await sendMessage(input, transaction)).interaction;
  }

  @mutation(Interaction, 'message:send', 'Takes a message back that waits to be sent.', { input: MessageCancelInput })
  async messageCancel({ interactionId }: MessageCancelInput, transaction: Transaction) {
    const { interaction, delivery } = await sentMessage(interactionId, transaction);
    delivery.cancel();
    return interaction;
  }

  @mutation(Interaction, 'message:send', 'Sends a message again that failed, came back or is uncertain. Of an uncertain one somebody may then get two.', { input: MessageSendAgainInput })
  async messageSendAgain({ interactionId }: MessageSendAgainInput, transaction: Transaction) {
    const { interaction, delivery } = await sentMessage(interactionId, transaction);
    delivery.sendAgain();
    return interaction;
  }
}

/** The delivery locked; what is not a message of ours is not there. */
async function sentMessage(interactionId: string, { get, all }: Transaction): Promise<{ interaction: Interaction; delivery: MessageDelivery }> {
  const interaction = await get(Interaction, interactionId);
  const [found] = await all(MessageDelivery, { interaction: interactionId });
  if (!found) throw new NotFound('MessageDelivery');
  return { interaction, delivery: await get(MessageDelivery, found.id) };
}
