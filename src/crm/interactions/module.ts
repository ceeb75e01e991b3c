/**
 * What is said between the business and its customers. Later modules, such as tickets, begin with an interaction;
 * this one knows of none of them and only keeps who said what to whom, when, and what it belongs to.
 */
import type { Module } from '../../kernel/module.ts';
import { Attachment } from './attachment.ts';
import { ChannelResolver } from './channel.resolver.ts';
import { Channel } from './channel.ts';
import { ConversationResolver } from './conversation.resolver.ts';
import { Conversation } from './conversation.ts';
import { InteractionBody } from './interaction-body.ts';
import { InteractionResolver } from './interaction.resolver.ts';
import { Interaction } from './interaction.ts';
import { MailMessageId } from './mail-message-id.ts';
import { Participant } from './participant.ts';

export const interactions: Module = {
  name: 'interactions',
  description: 'Every contact with a customer, on whatever channel and in either direction, as one kind of record, and the conversations they make up.',
  models: [Channel, Conversation, Interaction, InteractionBody, Participant, Attachment, MailMessageId],
  resolvers: [new ChannelResolver(), new ConversationResolver(), new InteractionResolver()],
  permissions: {
    'interaction:read': { description: 'See conversations and interactions with their participants, texts and attachments.', roles: ['supervisor', 'agent', 'seller', 'readOnly'] },
    'interaction:log': { description: 'Record contacts that took place.', roles: ['supervisor', 'agent', 'seller'] },
    'message:receive': { description: 'Bring in messages from a channel; given to partner systems.', roles: [] },
    'conversation:start': { description: 'Begin conversations.', roles: ['supervisor', 'agent', 'seller'] },
    'conversation:close': { description: 'Mark conversations as over.', roles: ['supervisor', 'agent', 'seller'] },
    'conversation:reopen': { description: 'Take closed conversations up again.', roles: ['supervisor', 'agent', 'seller'] },
    'channel:create': { description: 'Add channels.', roles: [] },
    'channel:update': { description: 'Change channels, and take them out of use.', roles: [] },
  },
  events: {
    'channel.created': 'A channel was added.',
    'channel.updated': 'Attributes of a channel changed.',
    'conversation.started': 'A conversation began.',
    'conversation.continued': 'An interaction was added to a conversation.',
    'conversation.closed': 'A conversation was marked as over.',
    'conversation.reopened': 'A closed conversation goes on.',
    'interaction.logged': 'A contact that took place was recorded.',
    'interaction.received': 'A message came in on a channel.',
    'interaction.imported': 'An old message was taken over from an archive.',
  },
  refusals: {
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
};
