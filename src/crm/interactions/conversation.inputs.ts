/** What can be asked of conversations. Who takes part and what it is about follow from its interactions. */
import { expectedVersion, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';

@input('A conversation by id.')
export class ConversationArgs {
  @id(() => Conversation, 'Its id.')
  id!: string;
}

@input('A new conversation.')
export class ConversationStartInput {
  @id(() => Customer, 'With whom.')
  customerId!: string;

  @id(() => Channel, 'On which channel.')
  channelId!: string;

  @text('What it is about. Null: not said.', { optional: true, max: 1000 })
  subject?: string | null;
}

abstract class OneConversation {
  @id(() => Conversation, 'Which conversation.')
  conversationId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which conversation is over.')
export class ConversationCloseInput extends OneConversation {}

@input('Which conversation to take up again.')
export class ConversationReopenInput extends OneConversation {}
