/** Operations on tickets. What takes more than a method of the ticket is in the file named by its verb. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, pageOf, query, subscription, type StreamFilter } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { assignTicket, holdTicket, reopenTicket, resolveTicket, tended, updateTicket } from './change-ticket.ts';
import { followTicket, unfollowTicket } from './follow-ticket.ts';
import { linkTickets, unlinkTickets } from './link-tickets.ts';
import { mergeTickets } from './merge-tickets.ts';
import { noteOnTicket } from './note-on-ticket.ts';
import { openTicket } from './open-ticket.ts';
import { replyToTicket } from './reply-to-ticket.ts';
import { TicketLink } from './ticket-link.ts';
import { TicketNote } from './ticket-note.ts';
import {
  TicketArgs, TicketAssignInput, TicketCloseInput, TicketFollowInput, TicketHoldInput, TicketLinkInput, TicketMergeInput, TicketNoteInput, TicketOpenInput,
  TicketReopenInput, TicketReplyInput, TicketResolveInput, TicketResumeInput, TicketUnfollowInput, TicketUnlinkInput, TicketUpdateInput,
} from './ticket.inputs.ts';
import { Ticket } from './ticket.ts';

export class TicketResolver {
  @query(optional(Ticket), 'ticket:read', 'A ticket. Null when missing or out of your reach.', { args: TicketArgs })
  ticket({ id }: TicketArgs, { find }: Context) {
    return find(Ticket, id);
  }

  @query(pageOf(Ticket), 'ticket:read', 'Tickets you reach: those you see to, those of your teams and of customers you reach. By its number: `filter: { number: { eq: 1042 } }`.')
  tickets(args: PageArgs, { page }: Context) {
    return page(Ticket, args);
  }

  @mutation(Ticket, 'ticket:open', 'Opens a ticket, by itself or from a conversation.', { input: TicketOpenInput })
  ticketOpen(input: TicketOpenInput, transaction: Transaction) {
    return openTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:update', 'Changes plain attributes of a ticket. Its service level is chosen anew where that may depend on them, and what is promised goes on with what was used.', { input: TicketUpdateInput })
  ticketUpdate(input: TicketUpdateInput, transaction: Transaction) {
    return updateTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:assign', 'Says who sees to a ticket, and tells them: who hands one over may lose sight of it.', { input: TicketAssignInput })
  ticketAssign(input: TicketAssignInput, transaction: Transaction) {
    return assignTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:reply', 'Answers the customer by e-mail, in the conversation of the ticket, or begins one. It leaves once this is committed.', { input: TicketReplyInput })
  ticketReply(input: TicketReplyInput, transaction: Transaction) {
    return replyToTicket(input, transaction);
  }

  @mutation(TicketNote, 'ticket:note', 'Notes something on a ticket, for colleagues only, and tells those it names.', { input: TicketNoteInput })
  ticketNote(input: TicketNoteInput, transaction: Transaction) {
    return noteOnTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:hold', 'Puts a ticket aside until a moment, or until the customer writes. Its clocks stand still.', { input: TicketHoldInput })
  ticketHold(input: TicketHoldInput, transaction: Transaction) {
    return holdTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:resume', 'Takes up a ticket that is on hold or waits for the customer. Its clocks go on.', { input: TicketResumeInput })
  async ticketResume({ ticketId, expectedVersion }: TicketResumeInput, transaction: Transaction) {
    const ticket = await transaction.get(Ticket, ticketId, expectedVersion);
    ticket.resume();
    return tended(ticket, transaction);
  }

  @mutation(Ticket, 'ticket:resolve', 'Marks a ticket as resolved and stops its clocks. It is closed some days later, if the customer does not write.', { input: TicketResolveInput })
  ticketResolve(input: TicketResolveInput, transaction: Transaction) {
    return resolveTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:close', 'Closes a resolved ticket.', { input: TicketCloseInput })
  async ticketClose({ ticketId, expectedVersion }: TicketCloseInput, { get, now }: Transaction) {
    const ticket = await get(Ticket, ticketId, expectedVersion);
    ticket.close(now());
    return ticket;
  }

  @mutation(Ticket, 'ticket:reopen', 'Takes up a ticket that was resolved or closed. Its resolution goes on with what was used.', { input: TicketReopenInput })
  async ticketReopen({ ticketId, expectedVersion }: TicketReopenInput, transaction: Transaction) {
    const ticket = await transaction.get(Ticket, ticketId, expectedVersion);
    return reopenTicket(ticket, transaction);
  }

  @mutation(Ticket, 'ticket:merge', 'Merges a ticket into another one of the same customer: it is closed and points there; notes, followers and links go over, and its conversation if the other has none. What is said in the conversation that it keeps counts for the other.', { input: TicketMergeInput })
  ticketMerge(input: TicketMergeInput, transaction: Transaction) {
    return mergeTickets(input, transaction);
  }

  @mutation(TicketLink, 'ticket:link', 'Says what a ticket is to another; the other shows it from its side. You need to reach both.', { input: TicketLinkInput })
  ticketLink(input: TicketLinkInput, transaction: Transaction) {
    return linkTickets(input, transaction);
  }

  @mutation(Ticket, 'ticket:link', 'Removes a link of two tickets, from both sides. You need to reach both.', { input: TicketUnlinkInput })
  ticketUnlink(input: TicketUnlinkInput, transaction: Transaction) {
    return unlinkTickets(input, transaction);
  }

  @mutation(Ticket, 'ticket:follow', 'Has a colleague, or you, be told what becomes of a ticket. Who does not reach it is told, and sees no more than that.', { input: TicketFollowInput })
  ticketFollow(input: TicketFollowInput, transaction: Transaction) {
    return followTicket(input, transaction);
  }

  @mutation(Ticket, 'ticket:follow', 'Ends that somebody is told what becomes of a ticket.', { input: TicketUnfollowInput })
  ticketUnfollow(input: TicketUnfollowInput, transaction: Transaction) {
    return unfollowTicket(input, transaction);
  }

  @subscription(Ticket, 'ticket:read', 'Changes of one ticket, of its notes, followers and links, and what becomes of its clocks; `node` is always the ticket.', { args: TicketArgs })
  ticketChanged({ id }: TicketArgs): StreamFilter {
    return { types: ['ticket.*', 'clock.*'], about: [id], node: { model: Ticket, id } };
  }
}
