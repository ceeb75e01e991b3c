/** Operations on conversations. A conversation grows by the interactions in it, never by an operation of its own. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, pageOf, query, subscription } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { Customer } from '../customers/customer.ts';
import { channelInUse } from './channel-in-use.ts';
import { ConversationArgs, ConversationCloseInput, ConversationReopenInput, ConversationStartInput } from './conversation.inputs.ts';
import { Conversation } from './conversation.ts';

export class ConversationResolver {
  @query(optional(Conversation), 'interaction:read', 'A conversation. Null when missing or out of your reach.', { args: ConversationArgs })
  conversation({ id }: ConversationArgs, { find }: Context) {
    return find(Conversation, id);
  }

  @query(pageOf(Conversation), 'interaction:read', 'Conversations with customers you reach.')
  conversations(args: PageArgs, { page }: Context) {
    return page(Conversation, args);
  }

  @mutation(Conversation, 'conversation:start', 'Begins a conversation with a customer, to which interactions are then added.', { input: ConversationStartInput })
  async conversationStart({ customerId, channelId, subject = null }: ConversationStartInput, transaction: Transaction) {
    const customer = await transaction.get(Customer, customerId);
    const channel = await channelInUse(channelId, transaction);
    return transaction.add(Conversation.start(channel, { at: transaction.now(), subject, customer, correspondents: [] }));
  }

  @mutation(Conversation, 'conversation:close', 'Marks a conversation as over.', { input: ConversationCloseInput })
  async conversationClose({ conversationId, expectedVersion }: ConversationCloseInput, { get, now }: Transaction) {
    const conversation = await get(Conversation, conversationId, expectedVersion);
    conversation.close(now());
    return conversation;
  }

  @mutation(Conversation, 'conversation:reopen', 'Takes a closed conversation up again.', { input: ConversationReopenInput })
  async conversationReopen({ conversationId, expectedVersion }: ConversationReopenInput, { get }: Transaction) {
    const conversation = await get(Conversation, conversationId, expectedVersion);
    conversation.reopen();
    return conversation;
  }

  @subscription(Conversation, 'interaction:read', 'Changes of one conversation, the interactions in it among them; `node` is always the conversation.', { args: ConversationArgs })
  conversationChanged({ id }: ConversationArgs) {
    return { types: ['conversation.*', 'interaction.*', 'message.*'], about: [id], node: { model: Conversation, id } };
  }
}
