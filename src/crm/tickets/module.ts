/**
 * Service: what customers ask, report and complain of, seen through to its end, and what we promise of it. A ticket comes
 * from a conversation or begins one; what is said there turns it, and its clocks with it.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Module } from '../../kernel/module.ts';
import { timer } from '../../kernel/work.ts';
import { endHold } from './change-ticket.ts';
import { followClock } from './follow-clocks.ts';
import { followConversation, followSent } from './follow-conversation.ts';
import { followDelivery } from './follow-delivery.ts';
import { SavedReplyResolver } from './saved-reply.resolver.ts';
import { SavedReply, SavedReplyText } from './saved-reply.ts';
import { ServiceLevelResolver } from './service-level.resolver.ts';
import { ServiceLevel, ServiceLevelTarget } from './service-level.ts';
import { TicketCategoryResolver } from './ticket-category.resolver.ts';
import { TicketCategory } from './ticket-category.ts';
import { TicketFollower } from './ticket-follower.ts';
import { TicketLink } from './ticket-link.ts';
import { TicketNote } from './ticket-note.ts';
import { TicketResolver } from './ticket.resolver.ts';
import { TicketSettingsResolver } from './ticket-settings.resolver.ts';
import { TicketCounter, TicketSettings } from './ticket-settings.ts';
import { Ticket } from './ticket.ts';

/** Why people are told what a clock tells. */
const REASONS: Readonly<Record<string, 'DUE_SOON' | 'OVERDUE'>> = { 'clock.warned': 'DUE_SOON', 'clock.breached': 'OVERDUE' };

const SERVING = ['supervisor', 'agent'] as const;
const TAKING_PART = [...SERVING, 'seller'] as const;

export const tickets: Module = {
  name: 'tickets',
  description: 'What customers ask, report and complain of, who sees to it, what we promise of it and how that is kept.',
  models: [TicketSettings, TicketCounter, TicketCategory, ServiceLevel, ServiceLevelTarget, SavedReply, SavedReplyText, Ticket, TicketFollower, TicketNote, TicketLink],
  resolvers: [new TicketResolver(), new ServiceLevelResolver(), new SavedReplyResolver(), new TicketCategoryResolver(), new TicketSettingsResolver()],
  beginnings: async ({ add, actor }: Transaction) => {
    add(TicketSettings.create(actor.tenant));
    add(TicketCounter.create(actor.tenant));
  },
  permissions: {
    'ticket:read': { description: 'See tickets with their notes, followers and links.', roles: [...TAKING_PART, 'readOnly'] },
    'ticket:open': { description: 'Open tickets.', roles: TAKING_PART },
    'ticket:update': { description: 'Change what tickets are about, their kind, priority and category.', roles: SERVING },
    'ticket:assign': { description: 'Say who sees to tickets.', roles: SERVING },
    'ticket:reply': { description: 'Answer customers in their tickets.', roles: SERVING },
    'ticket:note': { description: 'Note something on tickets, for colleagues.', roles: TAKING_PART },
    'ticket:hold': { description: 'Put tickets aside until later.', roles: SERVING },
    'ticket:resume': { description: 'Take up tickets that are on hold or wait for the customer.', roles: SERVING },
    'ticket:resolve': { description: 'Mark tickets as resolved.', roles: SERVING },
    'ticket:close': { description: 'Close resolved tickets.', roles: SERVING },
    'ticket:reopen': { description: 'Take up tickets that were resolved or closed.', roles: SERVING },
    'ticket:merge': { description: 'Merge tickets into others.', roles: SERVING },
    'ticket:link': { description: 'Say what tickets are to each other.', roles: TAKING_PART },
    'ticket:follow': { description: 'Say who is told what becomes of tickets.', roles: TAKING_PART },
    'ticketCategory:create': { description: 'Add categories of tickets.', roles: ['supervisor'] },
    'ticketCategory:update': { description: 'Rename, move and retire categories of tickets.', roles: ['supervisor'] },
    'ticketSettings:update': { description: 'Say when tickets are closed by themselves, and how long they can be reopened by their customer.', roles: ['supervisor'] },
    'serviceLevel:create': { description: 'Add service levels.', roles: ['supervisor'] },
    'serviceLevel:update': { description: 'Change service levels, their promises and their order.', roles: ['supervisor'] },
    'savedReply:create': { description: 'Add saved replies.', roles: SERVING },
    'savedReply:update': { description: 'Change and retire saved replies.', roles: SERVING },
  },
  events: {
    'ticket.opened': 'A ticket was opened.',
    'ticket.updated': 'Plain attributes of a ticket changed.',
    'ticket.assigned': 'Somebody else sees to a ticket.',
    'ticket.replied': 'A person of us answered the customer of a ticket.',
    'ticket.undelivered': 'The last answer to the customer of a ticket did not arrive, so that it is our turn again.',
    'ticket.customerWrote': 'The customer wrote in the conversation of a ticket.',
    'ticket.noted': 'Something was noted on a ticket.',
    'ticket.held': 'A ticket was put aside.',
    'ticket.resumed': 'A ticket that was on hold or waited for the customer is taken up again.',
    'ticket.resolved': 'A ticket was resolved.',
    'ticket.closed': 'A ticket was closed, by somebody or by itself.',
    'ticket.reopened': 'A ticket that was resolved or closed goes on.',
    'ticket.merged': 'A ticket was merged into another, or what it was merged into was merged itself.',
    'ticket.absorbed': 'Another ticket was merged into this one.',
    'ticket.linked': 'A ticket was linked to another.',
    'ticket.unlinked': 'A ticket is no longer linked to another.',
    'ticket.followed': 'Somebody is told from now on what becomes of a ticket.',
    'ticket.unfollowed': 'Somebody is no longer told what becomes of a ticket.',
    'ticket.dueChanged': 'What is due next of a ticket is due at another time, or is late.',
    'ticketCategory.created': 'A category of tickets was added.',
    'ticketCategory.updated': 'A category of tickets was renamed, moved or retired.',
    'ticketSettings.updated': 'How the organisation goes about its tickets changed.',
    'serviceLevel.created': 'A service level was added.',
    'serviceLevel.updated': 'Conditions, calendar or order of a service level changed.',
    'serviceLevel.promisedAnew': 'A service level promises something else.',
    'savedReply.created': 'A saved reply was added.',
    'savedReply.updated': 'A saved reply was renamed or retired.',
    'savedReply.rewritten': 'A saved reply has other texts.',
  },
  refusals: {
    TICKET_NUMBER_TAKEN: 'Two tickets took one number at the same moment.',
    TICKET_ALREADY_RESOLVED: 'The ticket is resolved already.',
    TICKET_NOT_RESOLVED: 'The ticket is neither resolved nor closed.',
    TICKET_CLOSED: 'The ticket is closed.',
    TICKET_MERGED: 'The ticket was merged into another one, which goes on in its place.',
    TICKET_NOT_WAITING: 'The ticket is neither on hold nor waits for the customer.',
    TICKET_MERGED_INTO_ITSELF: 'A ticket would be merged into itself.',
    TICKETS_OF_DIFFERENT_CUSTOMERS: 'Tickets of different customers are not merged.',
    TICKET_LINKED_TO_ITSELF: 'A ticket would be linked to itself.',
    TICKETS_ALREADY_LINKED: 'The two tickets are linked so already.',
    TICKET_HAS_PARENT: 'The ticket is a part of another already.',
    TICKET_LINK_CYCLE: 'A ticket would be a part of its own part, or the tree too deep.',
    TOO_MANY_TICKET_LINKS: 'A ticket has as many links as can be.',
    TICKET_ALREADY_FOLLOWED: 'Somebody began to follow the ticket at the same moment.',
    PEOPLE_ONLY: 'An API key follows nothing itself.',
    RECIPIENT_UNKNOWN: 'The ticket has no customer, or none with an e-mail address.',
    PERIOD_ENDS_BEFORE_IT_BEGINS: 'The end lies before the beginning.',
    PERIOD_TOO_LONG: 'More than a year would have to be counted.',
    TOO_MANY_FOLLOWERS: 'As many follow the ticket as can.',
    CONVERSATION_HAS_TICKET: 'A ticket about the conversation is not closed yet.',
    CONVERSATION_OF_ANOTHER: 'The conversation belongs neither to the ticket nor to one merged into it.',
    HOLD_IN_THE_PAST: 'A ticket would be on hold until a moment that is over.',
    HOLD_TOO_LONG: 'A ticket would be on hold for more than a year.',
    REPLY_TWICE: 'A reply has a text and a saved reply.',
    MENTIONED_NOT_FOUND: 'Somebody mentioned is not an active user of the organisation.',
    TICKET_CATEGORY_NAME_TAKEN: 'There is a category of this name under the same parent already.',
    TICKET_CATEGORY_NOT_ACTIVE: 'The category is out of use.',
    TICKET_CATEGORY_UNDER_ITSELF: 'A category would come under itself.',
    TICKET_CATEGORY_TOO_DEEP: 'The tree of categories would be too deep.',
    TOO_MANY_TICKET_CATEGORIES: 'There are as many categories as can be.',
    SERVICE_LEVEL_NAME_TAKEN: 'There is a service level of this name already.',
    SERVICE_LEVEL_TARGET_TWICE: 'A service level promises the same twice at one priority.',
    TARGET_OF_NOTHING: 'A promise leaves no time.',
    TOO_MANY_SERVICE_LEVELS: 'There are as many service levels as can be.',
    SAVED_REPLY_NAME_TAKEN: 'There is a saved reply of this name already.',
    SAVED_REPLY_LANGUAGE_TWICE: 'A saved reply has two texts in one language.',
    SAVED_REPLY_EMPTY: 'A saved reply has no text.',
    SAVED_REPLY_NOT_ACTIVE: 'The saved reply is out of use.',
    UNKNOWN_VARIABLE: 'A saved reply names a variable that does not exist, or its braces do not close.',
    VARIABLE_WITHOUT_VALUE: 'A saved reply speaks of something that the ticket has none of.',
  },
  reactions: [
    {
      name: 'tickets.followConversation', on: ['interaction.received', 'interaction.written', 'interaction.logged'], heeds: 'conversations_of_tickets',
      run: ({ subject }, { step }) => step((transaction) => followConversation(subject, transaction)),
    },
    {
      name: 'tickets.followSent', on: ['message.sent'],
      run: ({ subject }, { step }) => step((transaction) => followSent(subject, transaction)),
    },
    {
      name: 'tickets.followDelivery', on: ['message.failed', 'message.bounced', 'message.uncertain'],
      run: ({ type, subject, seq }, { step }) => step((transaction) => followDelivery({ deliveryId: subject, once: `${type} ${seq}` }, transaction)),
    },
    {
      name: 'tickets.followClock', on: ['clock.warned', 'clock.breached', 'clock.retargeted'],
      run: ({ type, subject, seq }, { step }) => step((transaction) => followClock({ clockId: subject, reason: REASONS[type] ?? null, once: `${type} ${seq}` }, transaction)),
    },
  ],
  timers: [
    timer('tickets.endHold', Ticket, 'resumesAt', endHold),
    timer('tickets.close', Ticket, 'closesAt', (ticket, { now }) => ticket.close(now())),
  ],
};
