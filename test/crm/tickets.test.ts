/** Tickets through the API: opened, answered, noted on, put aside, resolved, merged and linked; who is told; who may see and do what; and races. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { colleague, done, payload, refused, team } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import { listen } from '../support/listen.ts';
import type { TicketFactsFragment, TicketOpenInput } from '../support/graphql/graphql.ts';
import { AddColleague, CreateCustomer, CurrentPosition } from './customers.documents.ts';
import { CreateChannel, EventsSince, LogInteraction, ReceiveMessage, StartConversation } from './interactions.documents.ts';
import { ReadMessages } from './messages.documents.ts';
import {
  AssignTicket, CloseTicket, CreateSavedReply, CreateTicketCategory, FollowNotifications, FollowTicket, FollowTicketBy, HoldTicket, LinkTicket, ListTickets, MarkAllNotificationsRead,
  MarkNotificationRead, MergeTicket, NoteOnTicket, OpenTicket, PreviewSavedReply, ReadNotifications, ReadTicket, ReadTicketsOf, ReopenTicket, ReplyToTicket, ResolveTicket,
  ResumeTicket, UnfollowTicketBy, UnlinkTicket, UpdateSavedReply, UpdateTicket, UpdateTicketCategory, UpdateTicketSettings,
} from './tickets.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let stranger: Client;
let mail: string;
let chat: string;
before(async () => {
  app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400 });
  tenant = await app.tenant();
  ada = tenant.administrator;
  stranger = (await app.tenant()).administrator;
  mail = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Help', address: 'help@shop.example' })).channel?.id ?? '';
  chat = (await done(ada, CreateChannel, { kind: 'CHAT', name: 'Chat' })).channel?.id ?? '';
});
after(() => app.stop());

const NOBODY = 'usr_0192f3c4a1b27c0e9d0000000000000a';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ahead = (ms: number): string => new Date(app.app.host.now().getTime() + ms).toISOString();

let made = 0;
async function customer(more: object = {}, client = ada): Promise<string> {
  return (await done(client, CreateCustomer, {
    kind: 'PERSON', givenName: 'Anna', familyName: 'Nowak', language: 'pl', contactPoints: [{ kind: 'EMAIL', value: `anna-${made += 1}@customer.example` }], ...more,
  })).customer?.id ?? '';
}

async function open(input: Partial<TicketOpenInput> = {}, client = ada): Promise<TicketFactsFragment> {
  const { ticket } = await done(client, OpenTicket, { subject: 'Broken parcel', ...(input.conversationId ? {} : { customerId: await customer() }), ...input });
  assert.ok(ticket);
  return ticket;
}

async function read(id: string, client = ada): Promise<TicketFactsFragment> {
  const { ticket } = await client.ask(ReadTicket, { id });
  assert.ok(ticket);
  return ticket;
}

/** A message of a customer on the chat; answers its conversation. */
async function wrote(who: string, conversation = who, more: object = {}): Promise<string> {
  const { interaction } = await done(ada, ReceiveMessage, {
    channelId: chat, externalId: `m${made += 1}`, externalConversationId: conversation, from: { kind: 'HANDLE', value: `telegram:${who}`, name: who }, subject: `Question of ${who}`, text: 'Hello?', ...more,
  });
  return interaction?.conversation?.id ?? '';
}

const position = async (): Promise<string> => (await ada.ask(CurrentPosition)).position;
const told = async (id: string, after: string): Promise<string[]> =>
  (await ada.ask(EventsSince, { after })).events.changes.filter(({ subjectId }) => subjectId === id).map(({ type }) => type);
const news = async (client: Client): Promise<[string, string | undefined][]> =>
  (await client.ask(ReadNotifications, { unread: true })).notifications.nodes.map(({ reason, subject }) => [reason, subject?.id]);

describe('a ticket', () => {
  it('is opened with a number of its own, for a customer, by whom it is seen to, and stands on their timeline', async () => {
    const from = await position();
    const { id: assigneeId, client } = await colleague(ada, 'AGENT');
    const teamId = await team(ada, [assigneeId]);
    const customerId = await customer();
    const { ticketCategory } = await done(ada, CreateTicketCategory, { name: 'Delivery' });
    const ticket = await open({ customerId, description: 'Torn,\nhalf of it gone', kind: 'COMPLAINT', priority: 'HIGH', categoryId: ticketCategory?.id ?? '', assigneeId, teamId });
    assert.deepEqual([ticket.kind, ticket.priority, ticket.status, ticket.subject, ticket.description], ['COMPLAINT', 'HIGH', 'OPEN', 'Broken parcel', 'Torn,\nhalf of it gone']);
    assert.deepEqual([ticket.category?.name, ticket.customer?.id, ticket.assignee?.id, ticket.team?.id, ticket.openedBy?.id], ['Delivery', customerId, assigneeId, teamId, tenant.administratorId]);
    assert.equal(ticket.reference, `#${ticket.number}`);
    assert.deepEqual([ticket.serviceLevel, ticket.dueAt, ticket.clocks], [null, null, []]);
    assert.equal((await open()).number, ticket.number + 1);
    assert.deepEqual(await told(ticket.id, from), ['ticket.opened']);
    assert.deepEqual(await news(client), [['ASSIGNED', ticket.id]]);
    const of = (await ada.ask(ReadTicketsOf, { customer: customerId, conversation: customerId })).customer;
    assert.deepEqual(of?.tickets?.nodes.map(({ id }) => id), [ticket.id]);
    assert.deepEqual(of?.timeline?.nodes[0]?.subject, { __typename: 'Ticket', id: ticket.id });
  });

  it('takes its numbers apart from every other, also when many are opened at once', async () => {
    const customerId = await customer();
    const opened = await Promise.all(Array.from({ length: 12 }, () => open({ customerId })));
    const numbers = opened.map(({ number }) => number);
    assert.equal(new Set(numbers).size, 12);
    assert.equal(Math.max(...numbers) - Math.min(...numbers), 11);
    assert.deepEqual((await ada.ask(ListTickets, { filter: { number: { eq: numbers[3] } } })).tickets.nodes.map(({ id }) => id), [opened[3]?.id]);
  });

  it('comes from a conversation, with its subject and customer and from when the customer wrote', async () => {
    const conversationId = await wrote('Cyril');
    await wrote('Cyril');
    const { ticket } = await done(ada, OpenTicket, { conversationId });
    assert.equal(ticket?.subject, 'Question of Cyril');
    const { conversation } = await ada.ask(ReadMessages, { id: conversationId });
    assert.deepEqual([ticket?.customer?.id, ticket?.conversation?.id], [conversation?.customer?.id, conversationId]);
    assert.ok(ticket && ticket.unansweredAt && ticket.unansweredAt < ticket.createdAt);
    assert.equal(ticket.askedAt, ticket.unansweredAt);
    assert.deepEqual((await ada.ask(ReadTicketsOf, { customer: ticket.customer?.id ?? '', conversation: conversationId })).conversation?.tickets?.map(({ id }) => id), [ticket.id]);
    assert.deepEqual(await refused(ada, OpenTicket, { conversationId }), [['CONVERSATION_HAS_TICKET', 'conversationId']]);
  });

  it('is one of two that are opened from one conversation at once', async () => {
    const conversationId = await wrote('Dora');
    const answers = await Promise.all([1, 2, 3].map(() => payload(ada, OpenTicket, { conversationId })));
    assert.deepEqual(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)), ['CONVERSATION_HAS_TICKET', 'CONVERSATION_HAS_TICKET']);
  });

  it('is refused what it cannot be opened with', async () => {
    assert.deepEqual(await refused(ada, OpenTicket, {}), [['REQUIRED', 'subject']]);
    const { ticketCategory } = await done(ada, CreateTicketCategory, { name: 'Old' });
    await done(ada, UpdateTicketCategory, { categoryId: ticketCategory?.id ?? '', active: false });
    assert.deepEqual(await refused(ada, OpenTicket, { subject: 'x', categoryId: ticketCategory?.id ?? '' }), [['TICKET_CATEGORY_NOT_ACTIVE', 'categoryId']]);
    assert.equal(await stranger.failure(OpenTicket, { input: { subject: 'x', customerId: await customer() } }), 'NOT_FOUND');
    assert.equal(await stranger.failure(OpenTicket, { input: { subject: 'x', conversationId: await wrote('Erik') } }), 'NOT_FOUND');
  });

  it('is changed, and a change of nothing is none', async () => {
    const { id, version } = await open();
    const { ticket } = await done(ada, UpdateTicket, { ticketId: id, subject: 'Torn parcel', kind: 'INCIDENT', priority: 'URGENT', expectedVersion: version });
    assert.deepEqual([ticket?.subject, ticket?.kind, ticket?.priority, ticket?.version], ['Torn parcel', 'INCIDENT', 'URGENT', 2]);
    const { position: place, ticket: same } = await done(ada, UpdateTicket, { ticketId: id, subject: 'Torn parcel' });
    assert.deepEqual([place, same?.version], [null, 2]);
    assert.deepEqual(await refused(ada, UpdateTicket, { ticketId: id, subject: 'Other', expectedVersion: 1 }), [['STALE', 'expectedVersion']]);
  });
});

describe('who sees to it', () => {
  it('is told when it is given to them, and not of what they took themselves', async () => {
    const { id: assigneeId, client } = await colleague(ada, 'AGENT');
    const { id } = await open();
    await done(client, AssignTicket, { ticketId: id, assigneeId });
    assert.deepEqual(await news(client), []);
    const other = await colleague(ada, 'AGENT');
    const { ticket } = await done(client, AssignTicket, { ticketId: id, assigneeId: other.id });
    assert.equal(ticket?.assignee?.id, other.id);
    assert.deepEqual(await news(other.client), [['ASSIGNED', id]]);
    assert.equal((await done(client, AssignTicket, { ticketId: id, assigneeId: other.id })).position, null);
    assert.deepEqual(await refused(ada, AssignTicket, { ticketId: id, assigneeId: NOBODY }), [['ASSIGNEE_NOT_FOUND', 'assigneeId']]);
  });

  it('reads what they were told once, live too, and nobody else does', async () => {
    const { id: assigneeId, client } = await colleague(ada, 'AGENT');
    const other = await colleague(ada, 'AGENT');
    const from = await position();
    const one = await open({ assigneeId });
    await open({ assigneeId: other.id });
    const two = await open({ assigneeId });
    const messages = await listen(client, FollowNotifications, { after: from }, 2);
    assert.deepEqual(messages.map(({ notificationReceived: { type, node } }) => [type, node?.reason, node?.recipient?.id]), Array(2).fill(['notification.received', 'ASSIGNED', assigneeId]));
    const { notifications } = await client.ask(ReadNotifications, {});
    assert.deepEqual([notifications.totalCount, notifications.nodes.map(({ subject }) => subject?.id)], [2, [two.id, one.id]]);
    const notificationId = notifications.nodes[0]?.id ?? '';
    assert.equal(await other.client.failure(MarkNotificationRead, { input: { notificationId } }), 'NOT_FOUND');
    const { notification } = await done(client, MarkNotificationRead, { notificationId });
    assert.ok(notification?.readAt);
    assert.equal((await done(client, MarkNotificationRead, { notificationId })).position, null);
    assert.equal((await done(client, MarkAllNotificationsRead, {})).count, 1);
    assert.deepEqual(await news(client), []);
  });
});

describe('an answer', () => {
  it('is really sent, in the conversation, and hands the turn to the customer', async () => {
    const conversationId = (await done(ada, StartConversation, { customerId: await customer(), channelId: mail, subject: 'Invoice' })).conversation?.id ?? '';
    const { id } = await open({ conversationId });
    const { ticket } = await done(ada, ReplyToTicket, { ticketId: id, text: 'Here it is.' });
    assert.equal(ticket?.status, 'WAITING');
    assert.ok(ticket?.firstRepliedAt);
    const sent = await eventually(async () => (await ada.ask(ReadMessages, { id: conversationId })).conversation?.interactions?.nodes.find(({ delivery }) => delivery?.status === 'SENT'));
    assert.deepEqual([sent.direction, sent.body?.text, sent.agent?.id, sent.subject], ['OUTBOUND', 'Here it is.', tenant.administratorId, 'Re: Invoice']);
    const { ticket: open_ } = await done(ada, ReplyToTicket, { ticketId: id, text: 'And more.', awaitCustomer: false });
    assert.equal(open_?.status, 'WAITING');
    assert.equal((await done(ada, ResumeTicket, { ticketId: id })).ticket?.status, 'OPEN');
    assert.equal((await done(ada, ReplyToTicket, { ticketId: id, text: 'And more.', awaitCustomer: false })).ticket?.status, 'OPEN');
  });

  it('begins a conversation where there is none, by the address of the customer', async () => {
    const { id, reference } = await open();
    const { ticket } = await done(ada, ReplyToTicket, { ticketId: id, text: 'We send another.' });
    const { conversation } = await ada.ask(ReadMessages, { id: ticket?.conversation?.id ?? '' });
    assert.equal(conversation?.subject, `Broken parcel [${reference}]`);
    assert.equal(conversation?.customer?.id, ticket?.customer?.id);
    assert.deepEqual(await refused(ada, ReplyToTicket, { ticketId: (await open({ customerId: await customer({ contactPoints: [] }) })).id, text: 'x' }), [['RECIPIENT_UNKNOWN', null]]);
    assert.deepEqual(await refused(ada, ReplyToTicket, { ticketId: id }), [['NOTHING_SAID', 'text']]);
    assert.deepEqual(await refused(ada, ReplyToTicket, { ticketId: id, text: 'x', conversationId: await wrote('Felix') }), [['CONVERSATION_OF_ANOTHER', 'conversationId']]);
  });

  it('may be a saved one, in the language of the customer, its variables filled in', async () => {
    const texts = [{ language: 'en', text: 'Hello {{ customer.greetingName }}, {{ticket.reference}} is on its way. {{ agent.name }}' }, { language: 'pl', text: 'Dzień dobry {{ customer.name }}, {{ ticket.reference }}.' }];
    const { savedReply } = await done(ada, CreateSavedReply, { name: 'On its way', texts });
    const savedReplyId = savedReply?.id ?? '';
    const { id: ticketId, reference } = await open();
    assert.deepEqual((await ada.ask(PreviewSavedReply, { savedReplyId, ticketId })).savedReplyPreview, { text: `Dzień dobry Anna Nowak, ${reference}.`, language: 'pl', fellBack: false });
    const czech = await open({ customerId: await customer({ language: 'cs', addressAs: 'Anno' }) });
    assert.deepEqual((await ada.ask(PreviewSavedReply, { savedReplyId, ticketId: czech.id })).savedReplyPreview, { text: `Hello Anno, ${czech.reference} is on its way. Ada Administrator`, language: 'en', fellBack: true });
    const { ticket } = await done(ada, ReplyToTicket, { ticketId, savedReplyId });
    const said = (await ada.ask(ReadMessages, { id: ticket?.conversation?.id ?? '' })).conversation?.interactions?.nodes[0];
    assert.equal(said?.body?.text, `Dzień dobry Anna Nowak, ${reference}.`);
    assert.deepEqual(await refused(ada, ReplyToTicket, { ticketId, savedReplyId, text: 'x' }), [['REPLY_TWICE', 'savedReplyId']]);
    const { ticket: nobodys } = await done(ada, OpenTicket, { subject: 'Printer' });
    assert.equal(await ada.failure(PreviewSavedReply, { savedReplyId, ticketId: nobodys?.id ?? '' }), 'BAD_USER_INPUT');
    await done(ada, UpdateSavedReply, { savedReplyId, active: false, texts: [{ language: 'de', text: 'Hallo' }] });
    assert.deepEqual(await refused(ada, ReplyToTicket, { ticketId, savedReplyId }), [['SAVED_REPLY_NOT_ACTIVE', 'savedReplyId']]);
  });

  it('is refused where a saved one names what is no variable', async () => {
    const saving = (text: string): Promise<unknown> => refused(ada, CreateSavedReply, { name: `R${made += 1}`, texts: [{ language: 'en', text: 'ok' }, { language: 'cs', text }] });
    for (const text of ['{{ customer.email }}', '{{ customer.__proto__ }}', '{{ ticket.reference', 'x }}', '{% for i in x %}', '{{ toString }}', '{{ ticket.subject | upcase }}']) {
      assert.deepEqual(await saving(text), [['UNKNOWN_VARIABLE', 'texts.1.text']], text);
    }
    assert.deepEqual(await refused(ada, CreateSavedReply, { name: 'Twice', texts: [{ language: 'en', text: 'a' }, { language: 'en', text: 'b' }] }), [['SAVED_REPLY_LANGUAGE_TWICE', 'texts.1.language']]);
  });
});

describe('a note', () => {
  it('is an interaction among ourselves, and whoever it names is told', async () => {
    const { id: mentionId, client } = await colleague(ada, 'AGENT');
    const { id: ticketId } = await open();
    const { ticketNote } = await done(ada, NoteOnTicket, { ticketId, text: 'Ask the courier @Colleague', mentionIds: [mentionId, mentionId] });
    const [note] = (await read(ticketId)).notes?.nodes ?? [];
    assert.deepEqual([note?.id, note?.interaction?.kind, note?.interaction?.direction, note?.interaction?.body?.text, note?.interaction?.agent?.id], [ticketNote?.id, 'NOTE', 'INTERNAL', 'Ask the courier @Colleague', tenant.administratorId]);
    assert.deepEqual(note?.interaction?.participants?.nodes, [{ role: 'MENTIONED', user: { id: mentionId } }]);
    assert.deepEqual(await news(client), [['MENTIONED', ticketNote?.id]]);
    assert.equal((await read(ticketId)).status, 'OPEN');
    assert.deepEqual(await refused(ada, NoteOnTicket, { ticketId, text: 'x', mentionIds: [NOBODY] }), [['MENTIONED_NOT_FOUND', 'mentionIds.0']]);
  });
});

describe('the end of a ticket', () => {
  it('is that it is resolved, then closed by itself, and may be taken back', async () => {
    const { id: ticketId } = await open();
    assert.deepEqual(await refused(ada, CloseTicket, { ticketId }), [['TICKET_NOT_RESOLVED', null]]);
    const { ticket } = await done(ada, ResolveTicket, { ticketId, resolution: 'Sent another' });
    assert.deepEqual([ticket?.status, ticket?.resolution, ticket?.resolvedBy?.id], ['RESOLVED', 'Sent another', tenant.administratorId]);
    assert.deepEqual(await refused(ada, ResolveTicket, { ticketId }), [['TICKET_ALREADY_RESOLVED', null]]);
    assert.deepEqual(await refused(ada, HoldTicket, { ticketId, reason: 'x', until: ahead(HOUR) }), [['TICKET_ALREADY_RESOLVED', null]]);
    await app.letTimePass(5 * DAY + 1000);
    const closed = await eventually(async () => { const now = await read(ticketId); return now.status === 'CLOSED' && now; });
    assert.deepEqual([closed.closesAt, closed.resolution], [null, 'Sent another']);
    for (const tried of [
      refused(ada, AssignTicket, { ticketId, assigneeId: null }), refused(ada, UpdateTicket, { ticketId, subject: 'x' }), refused(ada, ReplyToTicket, { ticketId, text: 'x' }),
      refused(ada, HoldTicket, { ticketId, reason: 'x', until: ahead(HOUR) }),
    ]) assert.deepEqual(await tried, [['TICKET_CLOSED', null]]);
    const { ticket: again } = await done(ada, ReopenTicket, { ticketId });
    assert.deepEqual([again?.status, again?.resolvedAt, again?.closedAt, again?.reopenings], ['OPEN', null, null, 1]);
    assert.deepEqual(await refused(ada, ReopenTicket, { ticketId }), [['TICKET_NOT_RESOLVED', null]]);
  });

  it('comes when the settings say so', async () => {
    await done(ada, UpdateTicketSettings, { closeAfterDays: null });
    const { id: ticketId } = await open();
    assert.equal((await done(ada, ResolveTicket, { ticketId })).ticket?.closesAt, null);
    assert.equal((await done(ada, CloseTicket, { ticketId })).ticket?.status, 'CLOSED');
    await done(ada, UpdateTicketSettings, { closeAfterDays: 2 });
    const { id: other } = await open();
    const { ticket } = await done(ada, ResolveTicket, { ticketId: other });
    assert.equal(Date.parse(ticket?.closesAt ?? '') - Date.parse(ticket?.resolvedAt ?? ''), 2 * DAY);
    await done(ada, UpdateTicketSettings, { closeAfterDays: 5 });
  });

  it('is one of two agents\' who resolve at once', async () => {
    const { id: ticketId } = await open();
    const agents = await Promise.all([colleague(ada, 'AGENT'), colleague(ada, 'AGENT'), colleague(ada, 'SUPERVISOR')]);
    const answers = await Promise.all(agents.map(({ client }) => payload(client, ResolveTicket, { ticketId })));
    assert.deepEqual(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)), ['TICKET_ALREADY_RESOLVED', 'TICKET_ALREADY_RESOLVED']);
  });
});

describe('what a customer writes', () => {
  it('takes a ticket up again that waits, is on hold or resolved, once for each message', async () => {
    const who = 'Gabi';
    const { id: assigneeId, client } = await colleague(ada, 'AGENT');
    const follower = await colleague(ada, 'AGENT');
    const conversationId = await wrote(who);
    const { id: ticketId } = await open({ conversationId, assigneeId });
    await done(ada, FollowTicketBy, { ticketId, userId: follower.id });
    await done(ada, HoldTicket, { ticketId, reason: 'The courier looks for it', until: ahead(DAY) });
    const held = await read(ticketId);
    assert.deepEqual([held.status, held.holdReason], ['ON_HOLD', 'The courier looks for it']);
    await wrote(who);
    const taken = await eventually(async () => { const now = await read(ticketId); return now.status === 'OPEN' && now; });
    assert.deepEqual([taken.resumesAt, taken.holdReason], [null, null]);
    await done(ada, ResolveTicket, { ticketId });
    await wrote(who);
    const reopened = await eventually(async () => { const now = await read(ticketId); return now.status === 'OPEN' && now; });
    assert.deepEqual([reopened.reopenings, reopened.closesAt], [1, null]);
    assert.deepEqual(await news(client), [['CUSTOMER_WROTE', ticketId], ['CUSTOMER_WROTE', ticketId], ['ASSIGNED', ticketId]]);
    assert.deepEqual(await news(follower.client), [['CUSTOMER_WROTE', ticketId], ['RESOLVED', ticketId], ['CUSTOMER_WROTE', ticketId]]);
  });

  it('reopens a closed ticket for some days, and begins a new one after, linked to the old', async () => {
    const who = 'Hana';
    const conversationId = await wrote(who);
    const { id: ticketId, customer: of } = await open({ conversationId, kind: 'COMPLAINT' });
    const customerId = of?.id ?? '';
    const close = async (): Promise<void> => { await done(ada, ResolveTicket, { ticketId }); await done(ada, CloseTicket, { ticketId }); };
    await close();
    await wrote(who);
    await eventually(async () => (await read(ticketId)).status === 'OPEN');
    await close();
    await app.letTimePass(15 * DAY);
    await Promise.all([wrote(who), wrote(who)]);
    const tickets = await eventually(async () => {
      const { conversation } = await ada.ask(ReadTicketsOf, { customer: customerId, conversation: conversationId });
      return (conversation?.tickets?.length ?? 0) > 1 && conversation?.tickets;
    });
    assert.equal(tickets.length, 2);
    const next = await read(tickets.find(({ id }) => id !== ticketId)?.id ?? '');
    assert.deepEqual([next.status, next.kind, next.openedBy, next.links?.map(({ type, to }) => [type, to?.id])], ['OPEN', 'COMPLAINT', null, [['FOLLOW_UP_OF', ticketId]]]);
    assert.ok(next.unansweredAt);
    assert.deepEqual((await read(ticketId)).links?.map(({ type }) => type), ['FOLLOWED_UP_BY']);
    assert.equal((await read(ticketId)).status, 'CLOSED');
  });

  it('is an answer to nobody when a colleague talks to them, and missed calls wait', async () => {
    const conversationId = await wrote('Ivan');
    const ticket = await open({ conversationId });
    const called = (direction: 'INBOUND' | 'OUTBOUND', outcome: 'ANSWERED' | 'NO_ANSWER') => done(ada, LogInteraction, { customerId: ticket.customer?.id ?? '', conversationId, kind: 'CALL', direction, call: { outcome } });
    await called('OUTBOUND', 'NO_ANSWER');
    await called('OUTBOUND', 'ANSWERED');
    const answered = await eventually(async () => { const now = await read(ticket.id); return now.firstRepliedAt && now; });
    assert.deepEqual([answered.unansweredAt, answered.status], [null, 'OPEN']);
    await called('INBOUND', 'NO_ANSWER');
    await eventually(async () => (await read(ticket.id)).unansweredAt);
  });
});

describe('merging', () => {
  it('moves what a ticket has, closes it and points to where it goes on', async () => {
    const who = 'Jana';
    const conversationId = await wrote(who);
    const one = await open({ conversationId });
    const customerId = one.customer?.id ?? '';
    const target = await open({ customerId });
    const third = await open({ customerId });
    const follower = await colleague(ada, 'AGENT');
    await done(ada, FollowTicketBy, { ticketId: one.id, userId: follower.id });
    await done(ada, NoteOnTicket, { ticketId: one.id, text: 'Said on the first' });
    await done(ada, LinkTicket, { ticketId: one.id, type: 'CHILD_OF', toTicketId: third.id });
    await done(ada, LinkTicket, { ticketId: one.id, type: 'DUPLICATE_OF', toTicketId: target.id });
    const { ticket } = await done(ada, MergeTicket, { ticketId: one.id, intoTicketId: target.id });
    assert.deepEqual([ticket?.status, ticket?.mergedInto?.id, ticket?.conversation, ticket?.links, ticket?.notes?.nodes, ticket?.followers], ['CLOSED', target.id, null, [], [], []]);
    const merged = await read(target.id);
    assert.deepEqual(merged.conversation?.id, conversationId);
    assert.deepEqual(merged.mergedTickets?.map(({ id }) => id), [one.id]);
    assert.deepEqual(merged.links?.map(({ type, to }) => [type, to?.id]), [['CHILD_OF', third.id]]);
    assert.deepEqual((await read(third.id)).links?.map(({ type, to }) => [type, to?.id]), [['PARENT_OF', target.id]]);
    assert.deepEqual(merged.followers?.map(({ user }) => user?.id), [follower.id]);
    assert.equal(merged.notes?.nodes[0]?.interaction?.body?.text, 'Said on the first');
    assert.deepEqual(await refused(ada, ReopenTicket, { ticketId: one.id }), [['TICKET_MERGED', null]]);
    assert.deepEqual(await refused(ada, MergeTicket, { ticketId: one.id, intoTicketId: third.id }), [['TICKET_MERGED', null]]);
    assert.deepEqual(await refused(ada, MergeTicket, { ticketId: target.id, intoTicketId: one.id }), [['TICKET_MERGED', 'intoTicketId']]);
    assert.deepEqual(await refused(ada, MergeTicket, { ticketId: target.id, intoTicketId: target.id }), [['TICKET_MERGED_INTO_ITSELF', 'intoTicketId']]);
    assert.deepEqual(await refused(ada, MergeTicket, { ticketId: target.id, intoTicketId: (await open()).id }), [['TICKETS_OF_DIFFERENT_CUSTOMERS', 'intoTicketId']]);
  });

  it('lets a conversation stay where both have one, and what is said in it counts for the target', async () => {
    const first = await wrote('Karel', 'karel-1');
    const second = await wrote('Karel', 'karel-2');
    const [one, two] = [await open({ conversationId: first }), await open({ conversationId: second })];
    await done(ada, MergeTicket, { ticketId: one.id, intoTicketId: two.id });
    const three = await open({ customerId: two.customer?.id ?? '' });
    await done(ada, MergeTicket, { ticketId: two.id, intoTicketId: three.id });
    assert.deepEqual((await read(one.id)).mergedInto?.id, three.id);
    assert.equal((await read(three.id)).conversation?.id, second);
    await done(ada, HoldTicket, { ticketId: three.id, reason: 'Stocktaking', until: ahead(DAY) });
    await wrote('Karel', 'karel-1');
    await eventually(async () => (await read(three.id)).status === 'OPEN');
    assert.equal((await read(one.id)).status, 'CLOSED');
  });

  it('and assigning at once leave one of them refused, or both done, and nothing between', async () => {
    const customerId = await customer();
    const { id: assigneeId } = await colleague(ada, 'AGENT');
    for (let round = 0; round < 5; round++) {
      const [one, target] = [await open({ customerId }), await open({ customerId })];
      const [merging, assigning] = await Promise.all([
        payload(ada, MergeTicket, { ticketId: one.id, intoTicketId: target.id }), payload(ada, AssignTicket, { ticketId: one.id, assigneeId }),
      ]);
      assert.deepEqual(merging.userErrors, []);
      const left = await read(one.id);
      assert.deepEqual([left.status, left.mergedInto?.id], ['CLOSED', target.id]);
      assert.deepEqual([assigning.userErrors.map(({ code }) => code), left.assignee?.id ?? null], left.assignee ? [[], assigneeId] : [['TICKET_MERGED'], null]);
    }
  });

  it('both ways at once merges one of them', async () => {
    const customerId = await customer();
    const [one, two] = [await open({ customerId }), await open({ customerId })];
    const answers = await Promise.all([payload(ada, MergeTicket, { ticketId: one.id, intoTicketId: two.id }), payload(ada, MergeTicket, { ticketId: two.id, intoTicketId: one.id })]);
    assert.deepEqual(answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join()).sort(), ['', 'TICKET_MERGED']);
    assert.deepEqual([(await read(one.id)).status, (await read(two.id)).status].sort(), ['CLOSED', 'OPEN']);
  });
});

describe('a link', () => {
  it('shows from both sides, and is removed from both', async () => {
    const [one, two] = [await open(), await open()];
    const { ticketLink } = await done(ada, LinkTicket, { ticketId: one.id, type: 'PARENT_OF', toTicketId: two.id });
    assert.deepEqual((await read(two.id)).links?.map(({ type, to }) => [type, to?.id]), [['CHILD_OF', one.id]]);
    assert.deepEqual(await refused(ada, LinkTicket, { ticketId: two.id, type: 'CHILD_OF', toTicketId: one.id }), [['TICKETS_ALREADY_LINKED', null]]);
    assert.deepEqual(await refused(ada, LinkTicket, { ticketId: one.id, type: 'RELATED', toTicketId: one.id }), [['TICKET_LINKED_TO_ITSELF', 'toTicketId']]);
    await done(ada, UnlinkTicket, { ticketLinkId: ticketLink?.id ?? '' });
    assert.deepEqual([(await read(one.id)).links, (await read(two.id)).links], [[], []]);
  });

  it('never makes a ticket a part of its own part, or of two', async () => {
    const [one, two, three] = [await open(), await open(), await open()];
    await done(ada, LinkTicket, { ticketId: one.id, type: 'PARENT_OF', toTicketId: two.id });
    await done(ada, LinkTicket, { ticketId: three.id, type: 'CHILD_OF', toTicketId: two.id });
    assert.deepEqual(await refused(ada, LinkTicket, { ticketId: three.id, type: 'PARENT_OF', toTicketId: one.id }), [['TICKET_LINK_CYCLE', null]]);
    assert.deepEqual(await refused(ada, LinkTicket, { ticketId: one.id, type: 'CHILD_OF', toTicketId: three.id }), [['TICKET_LINK_CYCLE', null]]);
    assert.deepEqual(await refused(ada, LinkTicket, { ticketId: (await open()).id, type: 'PARENT_OF', toTicketId: three.id }), [['TICKET_HAS_PARENT', null]]);
  });
});

describe('followers', () => {
  it('follow once, and no longer', async () => {
    const { id, client } = await colleague(ada, 'AGENT');
    const { id: ticketId } = await open();
    assert.deepEqual((await done(client, FollowTicketBy, { ticketId })).ticket?.followers?.map(({ user }) => user?.id), [id]);
    assert.equal((await done(client, FollowTicketBy, { ticketId })).position, null);
    assert.deepEqual((await done(ada, UnfollowTicketBy, { ticketId, userId: id })).ticket?.followers, []);
    assert.equal((await done(ada, UnfollowTicketBy, { ticketId, userId: id })).position, null);
  });
});

describe('categories', () => {
  it('are a tree that neither bites its tail nor grows too deep', async () => {
    const category = async (name: string, parentId: string | null = null): Promise<string> => (await done(ada, CreateTicketCategory, { name, parentId })).ticketCategory?.id ?? '';
    const top = await category('Shop');
    const below = await category('Coffee', top);
    assert.deepEqual(await refused(ada, CreateTicketCategory, { name: 'Coffee', parentId: top }), [['TICKET_CATEGORY_NAME_TAKEN', null]]);
    assert.deepEqual(await refused(ada, CreateTicketCategory, { name: 'Shop' }), [['TICKET_CATEGORY_NAME_TAKEN', null]]);
    assert.ok(await category('Shop', top));
    assert.deepEqual(await refused(ada, UpdateTicketCategory, { categoryId: top, parentId: below }), [['TICKET_CATEGORY_UNDER_ITSELF', 'parentId']]);
    let deepest = below;
    for (const name of ['3', '4', '5']) deepest = await category(name, deepest);
    assert.deepEqual(await refused(ada, CreateTicketCategory, { name: '6', parentId: deepest }), [['TICKET_CATEGORY_TOO_DEEP', 'parentId']]);
    assert.deepEqual(await refused(ada, UpdateTicketCategory, { categoryId: top, parentId: await category('Other') }), [['TICKET_CATEGORY_TOO_DEEP', 'parentId']]);
    assert.equal((await done(ada, UpdateTicketCategory, { categoryId: below, parentId: null })).ticketCategory?.parent, null);
  });
});

describe('who sees tickets', () => {
  it('reaches what they see to, what their teams do, and those of customers they reach', async () => {
    const permissions = ['ticket:read', 'ticket:resolve', 'customer:read'];
    const { it: made_ } = await ada.ask<{ it: { role: { id: string } } }>('mutation ($input: RoleDefineInput!) { it: roleDefine(input: $input) { role { id } } }', { input: { name: 'Own only', permissions, reach: 'OWN' } });
    const { user } = await done(ada, AddColleague, { name: 'Loner', email: 'loner@example.com', password: PASSWORD, roleIds: [made_.role.id] });
    const loner = await Client.signIn(app.url, 'loner@example.com', PASSWORD);
    const own = await open({ assigneeId: user?.id ?? '' });
    const customers = await open({ customerId: await customer({ ownerId: user?.id ?? '' }) });
    const others = await open();
    assert.deepEqual(new Set((await loner.ask(ListTickets, {})).tickets.nodes.map(({ id }) => id)), new Set([own.id, customers.id]));
    assert.equal((await loner.ask(ReadTicket, { id: others.id })).ticket, null);
    assert.equal(await loner.failure(ResolveTicket, { input: { ticketId: others.id } }), 'NOT_FOUND');
    assert.equal(await loner.failure(AssignTicket, { input: { ticketId: own.id, assigneeId: null } }), 'FORBIDDEN');
    await done(loner, ResolveTicket, { ticketId: own.id });
    assert.equal((await stranger.ask(ReadTicket, { id: own.id })).ticket, null);
    assert.equal(await stranger.failure(ResolveTicket, { input: { ticketId: others.id } }), 'NOT_FOUND');
  });

  it('follows one ticket live, its notes too', async () => {
    const ticket = await open();
    const from = await position();
    await done(ada, NoteOnTicket, { ticketId: ticket.id, text: 'Live' });
    await done(ada, ResolveTicket, { ticketId: ticket.id });
    const messages = await listen(ada, FollowTicket, { id: ticket.id, after: from }, 2);
    assert.deepEqual(messages.map(({ ticketChanged: { type, node } }) => [type, node?.status]), [['ticket.noted', 'RESOLVED'], ['ticket.resolved', 'RESOLVED']]);
  });
});
