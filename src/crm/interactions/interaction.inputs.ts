/**
 * What can be told of contacts: those that people log, and messages that partners bring. Old mail comes in by
 * `importMail`.
 */
import { choice, id, moment, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';
import { ContactPointKind } from '../customers/contact-point.ts';
import { Customer } from '../customers/customer.ts';
import { User } from '../identity/user.ts';
import { Channel, ChannelKind } from './channel.ts';
import { Conversation } from './conversation.ts';
import { LONGEST_TEXT } from './interaction-body.ts';
import { CallOutcome, Direction, Interaction, InteractionKind } from './interaction.ts';
import { ParticipantRole } from './participant.ts';

@input('An interaction by id.')
export class InteractionArgs {
  @id(() => Interaction, 'Its id.')
  id!: string;
}

@input('What is special about a call.')
export class CallInput {
  @text("The number that called; without `+` it is read as one of the organisation's country. Null: not known.", { optional: true })
  fromNumber?: string | null;

  @text('The number that was called, read likewise. Null: not known.', { optional: true })
  toNumber?: string | null;

  @choice(CallOutcome, 'How it ended. Null: not known.', { optional: true })
  outcome?: CallOutcome | null;
}

@input('Somebody who took part, besides the customer and the agent.')
export class ParticipantInput {
  @choice(ParticipantRole, 'How they took part.')
  role!: ParticipantRole;

  @text('Their name. Null: not said.', { optional: true })
  name?: string | null;

  @text('The address, number or handle they used. Null: not said.', { optional: true, max: 500 })
  address?: string | null;

  @id(() => Customer, 'The customer they are: the interaction is then on their timeline too. Null: none.', { optional: true })
  customerId?: string | null;

  @id(() => User, 'The user they are. Null: none.', { optional: true })
  userId?: string | null;
}

@input('A contact that took place.')
export class InteractionLogInput {
  @id(() => Customer, 'With whom.')
  customerId!: string;

  @choice(InteractionKind, 'What kind of contact.')
  kind!: InteractionKind;

  @choice(Direction, 'Which way it went; INTERNAL for a note.')
  direction!: Direction;

  @choice(ChannelKind, "By what means. Null: the channel's or the conversation's, PHONE for a call, else none.", { optional: true })
  channelKind?: ChannelKind | null;

  @id(() => Channel, "Through which of our channels. Null: the conversation's, else none.", { optional: true })
  channelId?: string | null;

  @id(() => Conversation, 'To which conversation it belongs; a closed one stays closed. Null: it stands alone.', { optional: true })
  conversationId?: string | null;

  @text('What it was about. Null: not said.', { optional: true, max: 1000 })
  subject?: string | null;

  @text('What was said or noted, as plain text. Null: nothing.', { optional: true, max: LONGEST_TEXT, multiline: true })
  text?: string | null;

  @moment('When it happened, or began; not in the future. Null: now.', { optional: true })
  startedAt?: Date | null;

  @moment('When it ended. Null: it took no time, or not known.', { optional: true })
  endedAt?: Date | null;

  @object(() => CallInput, 'Of a call only. Null: nothing special.', { optional: true })
  call?: CallInput | null;

  @text('What came of it, in the words or codes of the organisation. Null: not said.', { optional: true, max: 100 })
  disposition?: string | null;

  @id(() => User, 'Who of us handled it. Null: you, if you are a user.', { optional: true })
  agentId?: string | null;

  @object(() => ParticipantInput, 'Who else took part. Null: nobody.', { optional: true, list: true })
  participants?: ParticipantInput[] | null;
}

@input('Who sent a message, by the address they are known under.')
export class MessageSenderInput {
  @choice(ContactPointKind, 'What kind of address.')
  kind!: ContactPointKind;

  @text("The address. A phone number without `+` is read as one of the organisation's country; a handle names its service, like `telegram:anna_s`.", { max: 500 })
  value!: string;

  @text('Their name as the channel shows it. Null: not known.', { optional: true })
  name?: string | null;
}

@input('A message that came in on a channel a partner connects.')
export class MessageReceiveInput {
  @id(() => Channel, 'On which channel.')
  channelId!: string;

  @text("The message's id in the partner's system: sent again, it is the same message and nothing is done.", { max: 250 })
  externalId!: string;

  @text("The conversation's id in the partner's system; a closed one is reopened. Null: it joins the sender's latest open conversation on the channel, else it starts one.", { optional: true })
  externalConversationId?: string | null;

  @object(() => MessageSenderInput, 'Who sent it. An address nobody has makes a new customer.')
  from!: MessageSenderInput;

  @text('What it is about. Null: not said.', { optional: true, max: 1000 })
  subject?: string | null;

  @text('What it says. Null: what the HTML says.', { optional: true, max: LONGEST_TEXT, multiline: true })
  text?: string | null;

  @text('The same as HTML; made safe before it is kept. Null: it has none.', { optional: true, max: LONGEST_TEXT, multiline: true })
  html?: string | null;

  @moment('When it was sent. Null, or in the future: now.', { optional: true })
  occurredAt?: Date | null;

  @text('The language it is written in; a new customer is then served in it. Null: not known.', { optional: true, value: locale })
  language?: string | null;
}
