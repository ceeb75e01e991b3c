/** What can be asked of tickets. */
import { choice, expectedVersion, flag, id, moment, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { Customer } from '../customers/customer.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { Channel } from '../interactions/channel.ts';
import { Conversation } from '../interactions/conversation.ts';
import { LONGEST_TEXT } from '../interactions/interaction-body.ts';
import { SavedReply } from './saved-reply.ts';
import { TicketCategory } from './ticket-category.ts';
import { TicketKind, TicketPriority } from './ticket-kinds.ts';
import { TicketLink, TicketLinkType } from './ticket-link.ts';
import { Ticket } from './ticket.ts';

const MOST_MENTIONED = 20;
const MOST_COPIES = 50;

@input('A ticket by id.')
export class TicketArgs {
  @id(() => Ticket, 'Its id.')
  id!: string;
}

@input('A new ticket.')
export class TicketOpenInput {
  @text("What it is about, in one line. Null: what its conversation is about; without that it is required.", { optional: true, max: 1000 })
  subject?: string | null;

  @text('More of what it is about. Null: nothing more.', { optional: true, max: 20_000, multiline: true })
  description?: string | null;

  @choice(TicketKind, 'What kind of matter. Null: a question.', { optional: true })
  kind?: TicketKind | null;

  @choice(TicketPriority, 'How much it presses. Null: as it comes.', { optional: true })
  priority?: TicketPriority | null;

  @id(() => TicketCategory, 'How it is sorted. Null: not yet.', { optional: true })
  categoryId?: string | null;

  @id(() => Customer, 'Whose matter it is. Null: the customer of the conversation, else nobody outside.', { optional: true })
  customerId?: string | null;

  @id(() => Conversation, 'The conversation it comes from, in which it is then talked over. Null: none yet; the first reply begins one.', { optional: true })
  conversationId?: string | null;

  @id(() => User, 'Who sees to it, an active user. Null: nobody yet.', { optional: true })
  assigneeId?: string | null;

  @id(() => Team, 'Which team sees to it. Null: none.', { optional: true })
  teamId?: string | null;
}

abstract class OneTicket {
  @id(() => Ticket, 'Which ticket.')
  ticketId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Plain attributes of a ticket to change; what is not given stays.')
export class TicketUpdateInput extends OneTicket {
  @text('What it is about, in one line. Null: stays.', { optional: true, max: 1000 })
  subject?: string | null;

  @text('More of what it is about. Null: nothing more.', { optional: true, max: 20_000, multiline: true })
  description?: string | null;

  @choice(TicketKind, 'What kind of matter. Null: stays.', { optional: true })
  kind?: TicketKind | null;

  @choice(TicketPriority, 'How much it presses. What is promised then goes on with what was used. Null: stays.', { optional: true })
  priority?: TicketPriority | null;

  @id(() => TicketCategory, 'How it is sorted. Null: not at all.', { optional: true })
  categoryId?: string | null;
}

@input('Who sees to a ticket; what is not given stays.')
export class TicketAssignInput extends OneTicket {
  @id(() => User, 'Who sees to it, an active user. Null: nobody in particular.', { optional: true })
  assigneeId?: string | null;

  @id(() => Team, 'Which team sees to it. Null: none.', { optional: true })
  teamId?: string | null;
}

@input('An answer to the customer of a ticket.')
export class TicketReplyInput extends OneTicket {
  @text('What it says. Null: what the HTML or the saved reply says.', { optional: true, max: LONGEST_TEXT, multiline: true })
  text?: string | null;

  @text('The same as HTML; made safe before it is sent. Null: it is sent as plain text.', { optional: true, max: LONGEST_TEXT, multiline: true })
  html?: string | null;

  @id(() => SavedReply, 'A saved reply to send instead of a text of your own, in the language of the customer. Null: none.', { optional: true })
  savedReplyId?: string | null;

  @id(() => Conversation, 'In which conversation: its own, or one of a ticket that was merged into it. Null: its own.', { optional: true })
  conversationId?: string | null;

  @id(() => Channel, "From which of our e-mail channels. Null: the conversation's; where there is none yet the only one that can send.", { optional: true })
  channelId?: string | null;

  @text(`Who gets a copy, at most ${MOST_COPIES}. Null: nobody.`, { optional: true, list: true, most: MOST_COPIES, value: emailAddress })
  cc?: string[] | null;

  @flag('Whether the ticket then waits for the customer. Null: it does.', { optional: true })
  awaitCustomer?: boolean | null;
}

@input('Something to note on a ticket, for colleagues only.')
export class TicketNoteInput extends OneTicket {
  @text('What to note.', { max: LONGEST_TEXT, multiline: true })
  text!: string;

  @id(() => User, `Colleagues whom it names: they are told of it. At most ${MOST_MENTIONED}. Null: none.`, { list: true, most: MOST_MENTIONED, optional: true })
  mentionIds?: string[] | null;
}

@input('Puts a ticket aside.')
export class TicketHoldInput extends OneTicket {
  @text('What it waits for.')
  reason!: string;

  @moment('Until when: then it is our turn again. In the future, within a year.')
  until!: Date;
}

@input('Takes up a ticket that is on hold or waits for the customer.')
export class TicketResumeInput extends OneTicket {}

@input('Which ticket is resolved.')
export class TicketResolveInput extends OneTicket {
  @text('How it was resolved, for colleagues. Null: nothing is said.', { optional: true, max: 5000, multiline: true })
  resolution?: string | null;
}

@input('Which resolved ticket is over.')
export class TicketCloseInput extends OneTicket {}

@input('Which ticket is not over after all.')
export class TicketReopenInput extends OneTicket {}

@input('Which ticket goes on in which other one.')
export class TicketMergeInput extends OneTicket {
  @id(() => Ticket, 'The ticket that goes on: it takes over conversation, followers, notes and links.')
  intoTicketId!: string;
}

@input('What a ticket is to another.')
export class TicketLinkInput {
  @id(() => Ticket, 'Which ticket.')
  ticketId!: string;

  @choice(TicketLinkType, 'What it is: the ticket is this of the other.')
  type!: TicketLinkType;

  @id(() => Ticket, 'To which other ticket.')
  toTicketId!: string;
}

@input('Which link to remove.')
export class TicketUnlinkInput {
  @id(() => TicketLink, 'The link, from either side.')
  ticketLinkId!: string;
}

abstract class Following extends OneTicket {
  @id(() => User, 'Who. Null: you, if you are a user.', { optional: true })
  userId?: string | null;
}

@input('Who is to be told what becomes of a ticket.')
export class TicketFollowInput extends Following {}

@input('Who no longer needs to be told what becomes of a ticket.')
export class TicketUnfollowInput extends Following {}
