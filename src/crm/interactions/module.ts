/**
 * What is said between the business and its customers. Later modules, such as tickets, begin with an interaction;
 * this one knows of none of them and only keeps who said what to whom, when, and what it belongs to.
 */
import type { Module } from '../../kernel/module.ts';
import { timer } from '../../kernel/work.ts';
import { Attachment } from './attachment.ts';
import { ChannelResolver } from './channel.resolver.ts';
import { Channel } from './channel.ts';
import { ConversationResolver } from './conversation.resolver.ts';
import { Conversation } from './conversation.ts';
import { deliverMessage } from './deliver-message.ts';
import { InteractionBody } from './interaction-body.ts';
import { InteractionResolver } from './interaction.resolver.ts';
import { Interaction } from './interaction.ts';
import { MailboxResolver } from './mailbox.resolver.ts';
import { Mailbox } from './mailbox.ts';
import { MailMessageId } from './mail-message-id.ts';
import { MessageDelivery } from './message-delivery.ts';
import { MessageResolver } from './message.resolver.ts';
import { Participant } from './participant.ts';
import { ReturnedMail } from './returned-mail.ts';

export const interactions: Module = {
  name: 'interactions',
  description: 'Every contact with a customer, on whatever channel and in either direction, as one kind of record, and the conversations they make up.',
  models: [Channel, Conversation, Interaction, InteractionBody, Participant, Attachment, MailMessageId, MessageDelivery, Mailbox, ReturnedMail],
  resolvers: [new ChannelResolver(), new ConversationResolver(), new InteractionResolver(), new MessageResolver(), new MailboxResolver()],
  permissions: {
    'interaction:read': { description: 'See conversations and interactions with their participants, texts and attachments.', roles: ['supervisor', 'agent', 'seller', 'readOnly'] },
    'interaction:log': { description: 'Record contacts that took place.', roles: ['supervisor', 'agent', 'seller'] },
    'message:send': { description: 'Send messages to customers, take them back while they wait, and send failed ones again.', roles: ['supervisor', 'agent', 'seller'] },
    'message:receive': { description: 'Bring in messages from a channel; given to partner systems.', roles: [] },
    'conversation:start': { description: 'Begin conversations.', roles: ['supervisor', 'agent', 'seller'] },
    'conversation:close': { description: 'Mark conversations as over.', roles: ['supervisor', 'agent', 'seller'] },
    'conversation:reopen': { description: 'Take closed conversations up again.', roles: ['supervisor', 'agent', 'seller'] },
    'channel:create': { description: 'Add channels.', roles: [] },
    'channel:update': { description: 'Change channels, and take them out of use.', roles: [] },
    'sender:check': { description: 'Have DNS asked whether the senders of e-mail channels are set up: SPF, DKIM, DMARC.', roles: ['supervisor', 'marketer'] },
    'mailbox:read': { description: 'See which mailboxes are watched, and how it stands with them.', roles: ['supervisor'] },
    'mailbox:set': { description: 'Have mailboxes watched, and end that.', roles: [] },
  },
  events: {
    'channel.created': 'A channel was added.',
    'channel.updated': 'Attributes of a channel changed.',
    'channel.mailboxSet': 'The mailbox of a channel was set, or set otherwise.',
    'channel.mailboxChanged': 'It stands otherwise with the mailbox of a channel.',
    'channel.mailboxRemoved': 'The mailbox of a channel is no longer watched.',
    'conversation.started': 'A conversation began.',
    'conversation.continued': 'An interaction was added to a conversation.',
    'conversation.closed': 'A conversation was marked as over.',
    'conversation.reopened': 'A closed conversation goes on.',
    'message.queued': 'A message waits to be sent.',
    'message.due': 'The time has come to send a message that waited.',
    'message.sending': 'A message is being handed to a mail server.',
    'message.sent': 'A mail server took a message.',
    'message.postponed': 'No server took a message, and it is tried again later.',
    'message.failed': 'No server took a message, and it is not tried again by itself.',
    'message.uncertain': 'Whether a message was taken is not known.',
    'message.bounced': 'A message came back.',
    'mail.returned': 'A mail that is in no conversation, such as one of a campaign, came back.',
    'message.cancelled': 'A message was taken back before it was sent.',
    'interaction.logged': 'A contact that took place was recorded.',
    'interaction.received': 'A message came in on a channel.',
    'interaction.written': 'A message was written, to be sent.',
    'interaction.imported': 'An old message was taken over from an archive.',
  },
  refusals: {
    CHANNEL_NOT_EMAIL: 'Only an e-mail channel has a mailbox.',
    INVALID_HOST: 'What was given is no name of a server.',
    MAILBOX_NOT_ALLOWED: 'The operator of the installation does not allow a mailbox there, or one without encryption.',
    MAILBOX_NOT_SET: 'The channel has no mailbox.',
    MAILBOX_BEING_SET: 'The mailbox of the channel was being set at the same moment.',
    PASSWORD_REQUIRED: 'Another server or user needs its password.',
    CHANNEL_CANNOT_SEND: 'The channel is not by e-mail, or has no e-mail address to send from.',
    SENDER_CHECKS_UNDER_WAY: 'So many senders are being checked at this moment that no other can be.',
    RECIPIENT_REQUIRED: 'A message names neither a conversation nor a contact point.',
    RECIPIENT_UNKNOWN: 'Nobody is known whom a message in this conversation could go to.',
    ADDRESS_NOT_EMAIL: 'The contact point is no e-mail address.',
    ADDRESS_UNDELIVERABLE: 'Mail to the address came back for good.',
    CUSTOMER_ARCHIVED: 'The customer is archived, so nothing is sent to them.',
    MESSAGE_NOT_QUEUED: 'The message does not wait any more, so it cannot be taken back.',
    MESSAGE_NOT_SENDABLE_AGAIN: 'The message waits, is being sent, was sent or was taken back.',
    CHANNEL_NAME_TAKEN: 'The organisation has a channel of this name already.',
    CHANNEL_NOT_ACTIVE: 'The channel is out of use.',
    CONVERSATION_ALREADY_CLOSED: 'The conversation is closed already.',
    CONVERSATION_NOT_CLOSED: 'The conversation is open already.',
    CONVERSATION_BEING_STARTED: 'Two messages began the same conversation at the same moment.',
    MESSAGE_BEING_RECEIVED: 'The same message was being received at the same moment.',
    ENDED_BEFORE_STARTED: 'An interaction would end before it starts.',
    NOT_YET_HAPPENED: 'Something still to come cannot be logged.',
    NOT_A_CALL: 'Call details were given for something that is no call.',
    NOTHING_SAID: 'A message has neither text nor HTML.',
  },
  reactions: [
    { name: 'interactions.sendMessages', apart: true, on: ['message.queued', 'message.due'], async run({ subject, seq }, work) { await deliverMessage(subject, String(seq), work, { paced: false }); } },
  ],
  timers: [
    timer('interactions.messagesFallDue', MessageDelivery, 'nextAt', (delivery) => delivery.fallDue()),
  ],
};
