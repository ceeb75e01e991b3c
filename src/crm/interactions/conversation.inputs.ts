import { id, number, text } from '../../kernel/fields.ts';
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

@input('Names one conversation.')
export class ConversationChoiceInput {
  @id(() => Conversation, 'Which conversation.')
  conversationId!: string;

  @number('Only at this version; another is refused as STALE. Null: whatever it is.', { optional: true })
  expectedVersion?: number | null;
}
