/** What can be asked of messages that we send. */
import { id, moment, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { locale } from '../../kernel/values/locale.ts';
import { ContactPoint } from '../customers/contact-point.ts';
import { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';
import { LONGEST_TEXT } from './interaction-body.ts';
import { Interaction } from './interaction.ts';

const MOST_COPIES = 50;

@input('A message to send: an answer in a conversation, or the first of a new one.')
export class MessageSendInput {
  @id(() => Conversation, 'In which conversation; a closed one stays closed. Null: it begins one, with `contactPointId`.', { optional: true })
  conversationId?: string | null;

  @id(() => ContactPoint, 'To which e-mail address. Null: to who wrote last in the conversation.', { optional: true })
  contactPointId?: string | null;

  @id(() => Channel, "From which of our e-mail channels. Null: the conversation's; for a new one the only channel that can send.", { optional: true })
  channelId?: string | null;

  @text("What it is about. Null: the conversation's subject, as an answer.", { optional: true, max: 1000 })
  subject?: string | null;

  @text('What it says. Null: what the HTML says.', { optional: true, max: LONGEST_TEXT, multiline: true })
  text?: string | null;

  @text('The same as HTML; made safe before it is kept and sent. Null: it is sent as plain text.', { optional: true, max: LONGEST_TEXT, multiline: true })
  html?: string | null;

  @text(`Who gets a copy, at most ${MOST_COPIES}. Null: nobody.`, { optional: true, list: true, most: MOST_COPIES, value: emailAddress })
  cc?: string[] | null;

  @text(`Who gets a copy that the others do not know of, at most ${MOST_COPIES}. Null: nobody.`, { optional: true, list: true, most: MOST_COPIES, value: emailAddress })
  bcc?: string[] | null;

  @text('The language it is written in. Null: not said.', { optional: true, value: locale })
  language?: string | null;

  @moment('It is not sent before, and can be taken back until then. Null, or past: at once.', { optional: true })
  sendAt?: Date | null;
}

abstract class OneMessage {
  @id(() => Interaction, 'Which message.')
  interactionId!: string;
}

@input('Which message to take back.')
export class MessageCancelInput extends OneMessage {}

@input('Which message to send again.')
export class MessageSendAgainInput extends OneMessage {}
