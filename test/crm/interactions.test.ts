/** Interactions through the API: channels, conversations, contacts that are logged and messages that come in; who may see and do what. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client, textOf, type Document } from '../support/client.ts';
import type { ChannelKind, ConversationFactsFragment, InteractionFactsFragment, InteractionLogInput, MessageReceiveInput } from '../support/graphql/graphql.ts';
import { AddColleague, CreateCustomer, CurrentPosition, RolesOfTenant, UpdateCustomer } from './customers.documents.ts';
import {
  CloseConversation, CreateChannel, EventsSince, FollowConversation, ListChannels, ListConversations, LogInteraction, ReadConversation,
  ReadInteraction, ReadTimeline, ReceiveMessage, ReopenConversation, StartConversation, UpdateChannel,
} from './interactions.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let stranger: Client;
before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  ada = tenant.administrator;
  stranger = (await app.tenant()).administrator;
});
after(() => app.stop());

type InputOf<V> = V extends { input: infer I } ? I : never;
interface Payload { readonly userErrors: readonly { readonly code: string; readonly field?: readonly string[] | null }[]; readonly position?: string | null }

async function payload<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<NonNullable<R[keyof R]> & Payload> {
  const data = await client.ask(document, { input } as V);
  return Object.values(data as object)[0] as NonNullable<R[keyof R]> & Payload;
}

async function done<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<NonNullable<R[keyof R]> & Payload> {
  const answer = await payload(client, document, input);
  assert.deepEqual(answer.userErrors, []);
  return answer;
}

/** The refusals, each as code and path. */
async function refused<R, V>(client: Client, document: Document<R, V>, input: InputOf<V>): Promise<unknown> {
  const { userErrors, position } = await payload(client, document, input);
  assert.equal(position, null);
  return userErrors.map(({ code, field }) => [code, field?.join('.') ?? null]);
}

let made = 0;
async function channel(kind: ChannelKind = 'CHAT'): Promise<string> {
  return (await done(ada, CreateChannel, { kind, name: `Channel ${made += 1}` })).channel?.id ?? '';
}

async function customer(givenName = 'Anna', client = ada): Promise<string> {
  return (await done(client, CreateCustomer, { kind: 'PERSON', givenName })).customer?.id ?? '';
}

async function log(input: Partial<InteractionLogInput> & { customerId: string }, client = ada): Promise<InteractionFactsFragment> {
  const { interaction } = await done(client, LogInteraction, { kind: 'CALL', direction: 'INBOUND', ...input });
  assert.ok(interaction);
  return interaction;
}

async function receive(input: Partial<MessageReceiveInput> & { channelId: string }): Promise<InteractionFactsFragment> {
  const { interaction } = await done(ada, ReceiveMessage, {
    externalId: `message-${made += 1}`, from: { kind: 'HANDLE', value: 'telegram:anna', name: 'Anna Nowak' }, text: 'Dzień dobry', ...input,
  });
  assert.ok(interaction);
  return interaction;
}

async function conversation(id: string | undefined): Promise<ConversationFactsFragment> {
  const read = (await ada.ask(ReadConversation, { id: id ?? '' })).conversation;
  assert.ok(read);
  return read;
}

async function withRole(role: 'AGENT' | 'SELLER' | 'MARKETER' | 'READ_ONLY'): Promise<{ id: string; client: Client }> {
  const { roles } = await ada.ask(RolesOfTenant);
  const email = `colleague-${made += 1}@example.com`;
  const { user } = await done(ada, AddColleague, { name: 'Colleague', email, password: PASSWORD, roleIds: [roles.nodes.find(({ builtIn }) => builtIn === role)?.id ?? ''] });
  return { id: user?.id ?? '', client: await Client.signIn(app.url, email, PASSWORD) };
}

async function position(): Promise<string> {
  return (await ada.ask(CurrentPosition)).position;
}

async function typesSince(after: string): Promise<string[]> {
  return (await ada.ask(EventsSince, { after })).events.changes.map(({ type }) => type);
}

describe('channels', () => {
  it('are made, changed and listed', async () => {
    const { channel: made } = await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Support', address: 'help@firma.example' });
    assert.deepEqual([made?.kind, made?.name, made?.address, made?.active], ['EMAIL', 'Support', 'help@firma.example', true]);
    const { channel: changed } = await done(ada, UpdateChannel, { channelId: made?.id ?? '', active: false, expectedVersion: 1 });
    assert.deepEqual([changed?.name, changed?.address, changed?.active, changed?.version], ['Support', 'help@firma.example', false, 2]);
    assert.ok((await ada.ask(ListChannels)).channels.nodes.some(({ id }) => id === made?.id));
  });

  it('have names of their own, and versions', async () => {
    const id = await channel();
    const { name } = (await ada.ask(ListChannels)).channels.nodes.find((one) => one.id === id) ?? {};
    assert.deepEqual(await refused(ada, CreateChannel, { kind: 'SMS', name: name ?? '' }), [['CHANNEL_NAME_TAKEN', null]]);
    assert.deepEqual((await payload(ada, UpdateChannel, { channelId: id, name: 'New', expectedVersion: 7 })).userErrors.map(({ code }) => code), ['STALE']);
  });

  it('are made and changed by administrators only, and no other organisation sees them', async () => {
    const { client } = await withRole('AGENT');
    const id = await channel();
    assert.equal(await client.failure(CreateChannel, { input: { kind: 'SMS', name: 'Mine' } }), 'FORBIDDEN');
    assert.equal(await client.failure(UpdateChannel, { input: { channelId: id, name: 'Mine' } }), 'FORBIDDEN');
    assert.equal(await stranger.failure(UpdateChannel, { input: { channelId: id, name: 'Mine' } }), 'NOT_FOUND');
    assert.deepEqual((await stranger.ask(ListChannels)).channels.nodes, []);
    assert.equal(await app.stranger.failure(ListChannels), 'UNAUTHENTICATED');
  });
});

describe('conversations', () => {
  it('are started, closed and reopened, and say so in the stream', async () => {
    const from = await position();
    const { conversation: started } = await done(ada, StartConversation, { customerId: await customer(), channelId: await channel(), subject: 'Offer' });
    const conversationId = started?.id ?? '';
    assert.deepEqual([started?.subject, started?.status, started?.closedAt], ['Offer', 'OPEN', null]);
    const { conversation: closed } = await done(ada, CloseConversation, { conversationId, expectedVersion: 1 });
    assert.equal(closed?.status, 'CLOSED');
    assert.ok(closed?.closedAt);
    assert.deepEqual(await refused(ada, CloseConversation, { conversationId }), [['CONVERSATION_ALREADY_CLOSED', null]]);
    const { conversation: open } = await done(ada, ReopenConversation, { conversationId });
    assert.deepEqual([open?.status, open?.closedAt, open?.version], ['OPEN', null, 3]);
    assert.deepEqual(await refused(ada, ReopenConversation, { conversationId }), [['CONVERSATION_NOT_CLOSED', null]]);
    assert.deepEqual(await typesSince(from), ['customer.created', 'channel.created', 'conversation.started', 'conversation.closed', 'conversation.reopened']);
  });

  it('are not started on a channel out of use, nor with what is another organisation\'s', async () => {
    const channelId = await channel();
    const customerId = await customer();
    await done(ada, UpdateChannel, { channelId, active: false });
    assert.deepEqual(await refused(ada, StartConversation, { customerId, channelId }), [['CHANNEL_NOT_ACTIVE', 'channelId']]);
    assert.equal(await stranger.failure(StartConversation, { input: { customerId, channelId } }), 'NOT_FOUND');
    assert.equal(await ada.failure(StartConversation, { input: { customerId: await customer('Eve', stranger), channelId: await channel() } }), 'NOT_FOUND');
  });

  it('are listed by status, channel and customer, the latest first', async () => {
    const channelId = await channel();
    const customerId = await customer();
    const ids: string[] = [];
    for (const subject of ['first', 'second', 'third']) {
      ids.push((await done(ada, StartConversation, { customerId, channelId, subject })).conversation?.id ?? '');
    }
    await done(ada, CloseConversation, { conversationId: ids[1] ?? '' });
    const subjects = async (filter: object): Promise<unknown> => (await ada.ask(ListConversations, { filter })).conversations.nodes.map(({ subject }) => subject);
    assert.deepEqual(await subjects({ channel: { eq: channelId } }), ['third', 'second', 'first']);
    assert.deepEqual(await subjects({ customer: { eq: customerId }, status: { eq: 'OPEN' } }), ['third', 'first']);
  });

  it('are seen by whom the customer is reached by, and by nobody of another organisation', async () => {
    const owned = await customer();
    const other = await customer();
    const seller = await withRole('SELLER');
    await done(ada, UpdateCustomer, { customerId: owned, ownerId: seller.id });
    const channelId = await channel();
    const mine = (await done(ada, StartConversation, { customerId: owned, channelId })).conversation?.id ?? '';
    const theirs = (await done(ada, StartConversation, { customerId: other, channelId })).conversation?.id ?? '';
    assert.deepEqual((await seller.client.ask(ListConversations, { filter: { channel: { eq: channelId } } })).conversations.nodes.map(({ id }) => id), [mine]);
    for (const [client, id] of [[seller.client, theirs], [stranger, mine]] as const) {
      assert.deepEqual(await client.ask(ReadConversation, { id }), { conversation: null, node: null });
      assert.equal(await client.failure(CloseConversation, { input: { conversationId: id } }), 'NOT_FOUND');
      assert.equal(await client.failure(ReopenConversation, { input: { conversationId: id } }), 'NOT_FOUND');
    }
  });

  it('are denied to those who may not read or change them', async () => {
    const reader = (await withRole('READ_ONLY')).client;
    const marketer = (await withRole('MARKETER')).client;
    const customerId = await customer();
    const channelId = await channel();
    const id = (await done(ada, StartConversation, { customerId, channelId })).conversation?.id ?? '';
    assert.equal((await reader.ask(ReadConversation, { id })).conversation?.id, id);
    assert.equal(await reader.failure(StartConversation, { input: { customerId, channelId } }), 'FORBIDDEN');
    assert.equal(await reader.failure(CloseConversation, { input: { conversationId: id } }), 'FORBIDDEN');
    assert.equal(await reader.failure(ReopenConversation, { input: { conversationId: id } }), 'FORBIDDEN');
    assert.equal(await marketer.failure(ListConversations), 'FORBIDDEN');
  });

  it('are followed live, with what happens in them', async () => {
    const channelId = await channel();
    const first = await receive({ channelId });
    const after = await position();
    const id = first.conversation?.id ?? '';
    const socket = ada.socket();
    const messages = socket.iterate({ query: textOf(FollowConversation), variables: { id, after } });
    const next = async (): Promise<unknown> => {
      for (;;) {
        const { value } = await messages.next();
        const change = (value.data as { conversationChanged: { type: string; node: { status: string; interactions: { nodes: unknown[] } } | null } }).conversationChanged;
        if (!change.type.startsWith('stream.')) return [change.type, change.node?.status, change.node?.interactions.nodes.length];
      }
    };
    await receive({ channelId: await channel() }); // of another conversation
    await receive({ channelId });
    assert.deepEqual([await next(), await next()].map((one) => (one as unknown[])[0]).sort(), ['conversation.continued', 'interaction.received']);
    await done(ada, CloseConversation, { conversationId: id });
    assert.deepEqual(await next(), ['conversation.closed', 'CLOSED', 2]);
    await socket.dispose();
  });
});

describe('interactionLog', () => {
  it('records a call with its numbers, outcome and duration', async () => {
    const customerId = await customer();
    const call = await log({
      customerId, subject: 'Late delivery', text: 'Parcel is in Brno.\nWill call back.', disposition: 'CALL_BACK',
      startedAt: '2026-01-05T10:00:00.000Z', endedAt: '2026-01-05T10:04:30.000Z',
      call: { fromNumber: '602 123 456', toNumber: '+420 212 345 678', outcome: 'ANSWERED' },
    });
    assert.deepEqual(
      [call.kind, call.channelKind, call.direction, call.callOutcome, call.disposition, call.duration, call.preview, call.conversation, call.agent?.id],
      ['CALL', 'PHONE', 'INBOUND', 'ANSWERED', 'CALL_BACK', 'PT4M30S', 'Parcel is in Brno. Will call back.', null, tenant.administratorId],
    );
    assert.deepEqual(call.body, { text: 'Parcel is in Brno.\nWill call back.', html: null });
    assert.deepEqual(call.participants?.nodes.map(({ role, address, customer }) => [role, address, customer?.id ?? null]), [
      ['FROM', '+420602123456', customerId], ['TO', '+420212345678', null],
    ]);
  });

  it('puts it on the timeline of every customer it concerns, once', async () => {
    const [anna, petr] = [await customer('Anna'), await customer('Petr')];
    const meeting = await log({
      customerId: anna, kind: 'MEETING', direction: 'OUTBOUND', channelKind: 'IN_PERSON',
      participants: [{ role: 'ATTENDEE', customerId: petr }, { role: 'ATTENDEE', customerId: anna }, { role: 'ATTENDEE', userId: tenant.administratorId, name: 'Ada' }],
    });
    assert.equal(meeting.body, null);
    for (const id of [anna, petr]) {
      const { timeline } = (await ada.ask(ReadTimeline, { id })).customer ?? {};
      assert.deepEqual(timeline?.nodes.map(({ type, at, subject }) => [type, at, subject?.id]), [['Interaction', meeting.startedAt, meeting.id]]);
    }
  });

  it('adds it to a conversation, which stays as open or closed as it was', async () => {
    const customerId = await customer();
    const conversationId = (await done(ada, StartConversation, { customerId, channelId: await channel('EMAIL') })).conversation?.id ?? '';
    await done(ada, CloseConversation, { conversationId });
    const note = await log({ customerId, conversationId, kind: 'NOTE', direction: 'INTERNAL', text: 'Paid by now.' });
    assert.equal(note.channelKind, 'EMAIL');
    const { status, interactions } = await conversation(conversationId);
    assert.deepEqual([status, interactions?.nodes.map(({ id }) => id)], ['CLOSED', [note.id]]);
  });

  it('refuses what cannot have been', async () => {
    const customerId = await customer();
    const base = { customerId, kind: 'CALL', direction: 'INBOUND' } as const;
    assert.deepEqual(await refused(ada, LogInteraction, { ...base, startedAt: '2026-01-05T10:00:00Z', endedAt: '2026-01-05T09:59:59Z' }), [['ENDED_BEFORE_STARTED', 'endedAt']]);
    assert.deepEqual(await refused(ada, LogInteraction, { ...base, startedAt: new Date(Date.now() + 3_600_000).toISOString() }), [['NOT_YET_HAPPENED', 'startedAt']]);
    assert.deepEqual(await refused(ada, LogInteraction, { ...base, kind: 'VISIT', call: { outcome: 'BUSY' } }), [['NOT_A_CALL', 'call']]);
    assert.deepEqual(await refused(ada, LogInteraction, { ...base, call: { fromNumber: '12' } }), [['INVALID_PHONE_NUMBER', 'call.fromNumber']]);
    assert.deepEqual((await ada.ask(ReadTimeline, { id: customerId })).customer?.interactions?.nodes, []);
  });

  it('is denied without the permission, and finds nothing of another organisation', async () => {
    const customerId = await customer();
    const reader = (await withRole('READ_ONLY')).client;
    const input = { customerId, kind: 'NOTE', direction: 'INTERNAL' } as const;
    assert.equal(await reader.failure(LogInteraction, { input }), 'FORBIDDEN');
    assert.equal(await stranger.failure(LogInteraction, { input }), 'NOT_FOUND');
    const theirs = await customer('Eve', stranger);
    assert.equal(await stranger.failure(LogInteraction, { input: { ...input, customerId: theirs, participants: [{ role: 'ATTENDEE', customerId }] } }), 'NOT_FOUND');
    assert.equal(await stranger.failure(LogInteraction, { input: { ...input, customerId: theirs, channelId: await channel() } }), 'NOT_FOUND');
    assert.equal(await stranger.failure(LogInteraction, { input: { ...input, customerId: theirs, agentId: tenant.administratorId } }), 'NOT_FOUND');
    const { id } = await log(input);
    assert.deepEqual(await stranger.ask(ReadInteraction, { id }), { interaction: null, node: null });
    assert.equal((await reader.ask(ReadInteraction, { id })).interaction?.id, id);
    assert.equal(await (await withRole('MARKETER')).client.failure(ReadInteraction, { id }), 'FORBIDDEN');
  });

  it('is seen by the agent who handled it, also where the customer is out of reach', async () => {
    const seller = await withRole('SELLER');
    const { id } = await log({ customerId: await customer(), agentId: seller.id });
    const { interaction } = await seller.client.ask(ReadInteraction, { id });
    assert.deepEqual([interaction?.id, interaction?.customer, interaction?.body], [id, null, null]);
    const { id: other } = await log({ customerId: await customer() });
    assert.equal((await seller.client.ask(ReadInteraction, { id: other })).interaction, null);
  });
});

describe('messageReceive', () => {
  it('makes a customer of who is not known, in a conversation of its own', async () => {
    const from = await position();
    const channelId = await channel();
    const message = await receive({ channelId, from: { kind: 'HANDLE', value: 'Telegram:@Hans_M', name: 'Hans Müller' }, language: 'de-de', subject: 'Frage', occurredAt: '2026-01-05T10:00:00.000Z' });
    assert.deepEqual([message.kind, message.channelKind, message.direction, message.startedAt, message.agent], ['MESSAGE', 'CHAT', 'INBOUND', '2026-01-05T10:00:00.000Z', null]);
    const { customer } = await ada.ask(ReadTimeline, { id: message.customer?.id ?? '' });
    assert.deepEqual(
      [customer?.name, customer?.language, customer?.contactPoints, customer?.timeline?.nodes.map(({ subject }) => subject?.id)],
      ['Hans Müller', 'de-DE', [{ kind: 'HANDLE', value: 'telegram:Hans_M', primary: true }], [message.id]],
    );
    assert.deepEqual((await conversation(message.conversation?.id)).subject, 'Frage');
    assert.deepEqual(await typesSince(from), ['channel.created', 'customer.created', 'conversation.started', 'interaction.received']);
  });

  it('takes the same message once, however often it is sent', async () => {
    const channelId = await channel();
    const input = { channelId, externalId: 'm-1', from: { kind: 'EMAIL', value: 'once@example.com' }, text: 'hello' } as const;
    const answers = await Promise.all(Array.from({ length: 8 }, () => payload(ada, ReceiveMessage, input)));
    assert.equal(new Set(answers.map(({ interaction }) => interaction?.id)).size, 1);
    assert.equal(answers.filter(({ position }) => position !== null).length, 1);
    const elsewhere = await receive({ ...input, channelId: await channel() });
    assert.notEqual(elsewhere.id, answers[0]?.interaction?.id);
    assert.equal(elsewhere.customer?.id, answers[0]?.interaction?.customer?.id);
  });

  it('makes one customer of a herd of first messages', async () => {
    const channelId = await channel();
    const messages = await Promise.all(Array.from({ length: 10 }, () => receive({ channelId, from: { kind: 'PHONE', value: '605 111 222' } })));
    assert.equal(new Set(messages.map(({ customer }) => customer?.id)).size, 1);
    assert.equal(new Set(messages.map(({ conversation }) => conversation?.id)).size, 1);
    assert.equal((await conversation(messages[0]?.conversation?.id)).interactions?.nodes.length, 10);
  });

  it("joins the sender's open conversation, and starts another when that is closed", async () => {
    const channelId = await channel();
    const first = await receive({ channelId });
    assert.equal((await receive({ channelId })).conversation?.id, first.conversation?.id);
    assert.notEqual((await receive({ channelId, from: { kind: 'HANDLE', value: 'telegram:other' } })).conversation?.id, first.conversation?.id);
    await done(ada, CloseConversation, { conversationId: first.conversation?.id ?? '' });
    assert.notEqual((await receive({ channelId })).conversation?.id, first.conversation?.id);
  });

  it('joins the conversation the partner names, and reopens it', async () => {
    const channelId = await channel();
    const first = await receive({ channelId, externalConversationId: 'c-1' });
    await done(ada, CloseConversation, { conversationId: first.conversation?.id ?? '' });
    const second = await receive({ channelId, externalConversationId: 'c-1', from: { kind: 'HANDLE', value: 'telegram:colleague' } });
    assert.equal(second.conversation?.id, first.conversation?.id);
    const { status, customer } = await conversation(first.conversation?.id);
    assert.deepEqual([status, customer?.id], ['OPEN', first.customer?.id]);
    assert.notEqual((await receive({ channelId: await channel(), externalConversationId: 'c-1' })).conversation?.id, first.conversation?.id);
  });

  it('of customers who share an address takes the one the name fits, else who had it first', async () => {
    const office = { kind: 'EMAIL', value: 'office@shared.example' } as const;
    const sharing = async (givenName: string): Promise<string> => (await done(ada, CreateCustomer, { kind: 'PERSON', givenName, contactPoints: [office] })).customer?.id ?? '';
    const [jan, eva] = [await sharing('Jan'), await sharing('Eva')];
    const channelId = await channel('EMAIL');
    assert.equal((await receive({ channelId, from: { ...office, name: 'Eva' } })).customer?.id, eva);
    assert.equal((await receive({ channelId, from: office })).customer?.id, jan);
  });

  it('gives a customer only known by an address the name that comes with it', async () => {
    const channelId = await channel('EMAIL');
    const from = { kind: 'EMAIL', value: 'nameless@example.com' } as const;
    const { customer } = await receive({ channelId, from });
    assert.equal(customer?.name, 'nameless@example.com');
    assert.deepEqual((await receive({ channelId, from: { ...from, name: 'Nováková, Jana' } })).customer, { id: customer?.id, name: 'Jana Nováková' });
    assert.equal((await receive({ channelId, from: { ...from, name: 'Somebody Else' } })).customer?.name, 'Jana Nováková');
  });

  it('keeps HTML safe, and makes text of it', async () => {
    const { body, preview } = await receive({ channelId: await channel(), text: null, html: '<p onclick="x()">Hi <b>there</b></p><script>alert(1)</script><img src="https://spy.example/x.gif">' });
    assert.deepEqual([body?.text, preview], ['Hi there', 'Hi there']);
    assert.match(body?.html ?? '', /^<p>Hi <b>there<\/b><\/p>/);
    assert.doesNotMatch(body?.html ?? '', /script|onclick|spy/);
  });

  it('refuses what says nothing, comes from nowhere or on a channel out of use', async () => {
    const channelId = await channel();
    const input = { channelId, externalId: 'x', from: { kind: 'EMAIL', value: 'a@example.com' } } as const;
    assert.deepEqual(await refused(ada, ReceiveMessage, input), [['NOTHING_SAID', 'text']]);
    assert.deepEqual(await refused(ada, ReceiveMessage, { ...input, text: 'x', from: { kind: 'EMAIL', value: 'nobody' } }), [['INVALID_EMAIL_ADDRESS', 'from.value']]);
    await done(ada, UpdateChannel, { channelId, active: false });
    assert.deepEqual(await refused(ada, ReceiveMessage, { ...input, text: 'x' }), [['CHANNEL_NOT_ACTIVE', 'channelId']]);
  });

  it('counts a moment in the future as now', async () => {
    const { startedAt } = await receive({ channelId: await channel(), occurredAt: '2999-01-01T00:00:00Z' });
    assert.ok(Date.parse(startedAt) <= Date.now());
  });

  it('is denied to people, and finds no channel of another organisation', async () => {
    const input = { channelId: await channel(), externalId: 'x', from: { kind: 'EMAIL', value: 'a@example.com' }, text: 'x' } as const;
    assert.equal(await (await withRole('AGENT')).client.failure(ReceiveMessage, { input }), 'FORBIDDEN');
    assert.equal(await stranger.failure(ReceiveMessage, { input }), 'NOT_FOUND');
  });
});
