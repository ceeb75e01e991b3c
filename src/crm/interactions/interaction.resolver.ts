/** Operations on interactions. There is none to change one: it records what took place. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, mutation, optional, query } from '../../kernel/operations.ts';
import { url } from '../../kernel/values/url.ts';
import { Attachment } from './attachment.ts';
import { InteractionArgs, InteractionLogInput, MessageReceiveInput } from './interaction.inputs.ts';
import { Interaction } from './interaction.ts';
import { logInteraction } from './log-interaction.ts';
import { receiveMessage } from './receive-message.ts';

export class InteractionResolver {
  @query(optional(Interaction), 'interaction:read', 'An interaction. Null when missing or out of your reach.', { args: InteractionArgs })
  interaction({ id }: InteractionArgs, { find }: Context) {
    return find(Interaction, id);
  }

  @field(() => Attachment, optional(url), 'interaction:read', 'A link to its content that anybody may follow for a short while. Null: it was too large to be kept.')
  url({ hash, fileName, contentType }: Attachment, _: object, { actor, ports }: Context) {
    return hash && ports.links.file({ tenant: actor.tenant, hash, fileName, contentType });
  }

  @mutation(Interaction, 'interaction:log', 'Records a contact with a customer that took place: a call, a meeting, a visit, a note.', { input: InteractionLogInput })
  interactionLog(input: InteractionLogInput, transaction: Transaction) {
    return logInteraction(input, transaction);
  }

  @mutation(Interaction, 'message:receive', 'Takes in a message from a channel that a partner connects, exactly once; who is not known becomes a customer.', { input: MessageReceiveInput })
  messageReceive(input: MessageReceiveInput, transaction: Transaction) {
    return receiveMessage(input, transaction);
  }
}
