/** Which ticket goes on in a conversation, and what waits there to be answered: with merged, closed and reopened tickets, and answers that do not arrive. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { done, payload, refused } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { ServiceLevelMetric, TicketFactsFragment, TicketOpenInput } from '../support/graphql/graphql.ts';
import { ListCalendars } from './clocks.documents.ts';
import { CreateChannel, ReceiveMessage } from './interactions.documents.ts';
import { CloseTicket, CreateServiceLevel, MergeTicket, OpenTicket, ReadTicket, ReadTicketsOf, ReopenTicket, ReplyToTicket, ResolveTicket } from './tickets.documents.ts';

let app: TestApp;
let ada: Client;
let chat: string;
let mail: string;
before(async () => {
  app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400 });
  ada = (await app.tenant()).administrator;
  chat = (await done(ada, CreateChannel, { kind: 'CHAT', name: 'Chat' })).channel?.id ?? '';
  mail = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Help', address: 'help@shop.example' })).channel?.id ?? '';
  const calendarId = (await ada.ask(ListCalendars, {})).calendars.nodes.find(({ name }) => name === 'Around the clock')?.id ?? '';
  const metrics = ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as const;
  await done(ada, CreateServiceLevel, { name: 'Standard', position: 100, calendarId, targets: metrics.map((metric) => ({ priority: 'NORMAL' as const, metric, within: 'PT8H' })) });
});
after(() => app.stop());

let made = 0;

/** A message of a customer; answers its conversation. */
async function wrote(who: string, conversation = who, more: object = {}): Promise<string> {
  const { interaction } = await done(ada, ReceiveMessage, {
    channelId: chat, externalId: `m${made += 1}`, externalConversationId: conversation, from: { kind: 'HANDLE', value: `telegram:${who}`, name: who }, subject: `Question of ${who}`, text: 'Hello?', ...more,
  });
  return interaction?.conversation?.id ?? '';
}
/** The same by mail, so that it can be answered. */
const mailed = (who: string, conversation = who): Promise<string> => wrote(who, conversation, { channelId: mail, from: { kind: 'EMAIL', value: `${who}@customer.example`, name: who } });

async function open(input: TicketOpenInput): Promise<TicketFactsFragment> {
  const { ticket } = await done(ada, OpenTicket, input);
  assert.ok(ticket);
  return ticket;
}
async function read(id: string): Promise<TicketFactsFragment> {
  const { ticket } = await ada.ask(ReadTicket, { id });
  assert.ok(ticket);
  return ticket;
}
const until = (id: string, holds: (ticket: TicketFactsFragment) => unknown): Promise<TicketFactsFragment> =>
  eventually(async () => { const now = await read(id); return holds(now) ? now : null; });
const customerOf = ({ customer }: TicketFactsFragment): string => customer?.id ?? '';
const states = ({ clocks }: TicketFactsFragment, of: ServiceLevelMetric): string[] => (clocks ?? []).filter(({ metric }) => metric === of).map(({ state }) => state);
async function close(ticketId: string): Promise<void> {
  await done(ada, ResolveTicket, { ticketId });
  await done(ada, CloseTicket, { ticketId });
}

describe('what waits to be answered', () => {
  it('waits in the ticket that another was merged into', async () => {
    const target = await open({ conversationId: await mailed('bela') });
    await done(ada, ReplyToTicket, { ticketId: target.id, text: 'Done.' });
    const one = await open({ conversationId: await mailed('bela', 'bela-2') });
    assert.deepEqual([one.customer?.id, (await read(target.id)).status], [target.customer?.id, 'WAITING']);
    await done(ada, MergeTicket, { ticketId: one.id, intoTicketId: target.id });
    const merged = await read(target.id);
    assert.deepEqual([merged.status, merged.unansweredAt], ['OPEN', one.unansweredAt]);
    assert.deepEqual([states(merged, 'NEXT_RESPONSE').at(-1), states(merged, 'RESOLUTION')], ['RUNNING', ['RUNNING']]);
    assert.ok(merged.dueAt);
    assert.equal((await read(one.id)).unansweredAt, null);
  });

  it('reopens the resolved ticket that another is merged into, and does not where nothing waits', async () => {
    const target = await open({ conversationId: await mailed('cyril') });
    await done(ada, ResolveTicket, { ticketId: target.id });
    const silent = await open({ customerId: customerOf(target), subject: 'Called' });
    await done(ada, MergeTicket, { ticketId: silent.id, intoTicketId: target.id });
    assert.equal((await read(target.id)).status, 'RESOLVED');
    const one = await open({ conversationId: await mailed('cyril', 'cyril-2') });
    await done(ada, MergeTicket, { ticketId: one.id, intoTicketId: target.id });
    const merged = await read(target.id);
    assert.deepEqual([merged.status, merged.unansweredAt, merged.closesAt, merged.reopenings], ['OPEN', one.unansweredAt, null, 1]);
    assert.deepEqual(states(merged, 'RESOLUTION'), ['RUNNING']);
  });

  it('was answered where we wrote there since', async () => {
    const target = await open({ conversationId: await mailed('dora') });
    const one = await open({ conversationId: await mailed('dora', 'dora-2') });
    await done(ada, ReplyToTicket, { ticketId: target.id, text: 'To both: done.' });
    await done(ada, MergeTicket, { ticketId: one.id, intoTicketId: target.id });
    const merged = await read(target.id);
    assert.deepEqual([merged.status, merged.unansweredAt], ['WAITING', null]);
  });
});

describe('the ticket that goes on in a conversation', () => {
  it('is the one that is not closed, however old', async () => {
    const target = await open({ customerId: customerOf(await open({ conversationId: await wrote('emil', 'emil-0') })), subject: 'Opened before the other' });
    const conversationId = await wrote('emil');
    const first = await open({ conversationId });
    await close(first.id);
    const second = await open({ conversationId });
    await done(ada, MergeTicket, { ticketId: second.id, intoTicketId: target.id });
    assert.equal((await read(target.id)).conversation?.id, conversationId);
    await done(ada, ResolveTicket, { ticketId: target.id });
    await wrote('emil');
    await until(target.id, ({ status, unansweredAt }) => status === 'OPEN' && unansweredAt);
    assert.deepEqual([(await read(first.id)).status, (await read(second.id)).status], ['CLOSED', 'CLOSED']);
  });

  it('is that which was closed last where all are, not that which was opened last', async () => {
    const old = await open({ customerId: customerOf(await open({ conversationId: await wrote('franz', 'franz-0') })), subject: 'Opened before the other' });
    const conversationId = await wrote('franz');
    const first = await open({ conversationId });
    await close(first.id);
    const second = await open({ conversationId });
    await done(ada, MergeTicket, { ticketId: second.id, intoTicketId: old.id });
    await close(old.id);
    await wrote('franz');
    await until(old.id, ({ status }) => status === 'OPEN');
    assert.equal((await read(first.id)).status, 'CLOSED');
  });

  it('is what came after the one that was merged into, where that is closed', async () => {
    const conversationId = await wrote('gita');
    const target = await open({ conversationId });
    const merged = await open({ conversationId: await wrote('gita', 'gita-2') });
    await done(ada, MergeTicket, { ticketId: merged.id, intoTicketId: target.id });
    await close(target.id);
    const next = await open({ conversationId });
    const heard = (await read(next.id)).unansweredAt;
    await done(ada, ResolveTicket, { ticketId: next.id });
    await wrote('gita', 'gita-2');
    const again = await until(next.id, ({ status }) => status === 'OPEN');
    assert.ok(again.unansweredAt && again.unansweredAt !== heard);
    assert.equal((await read(target.id)).status, 'CLOSED');
  });

  it('is one: none is reopened or opened beside it, also by way of a merge', async () => {
    const conversationId = await wrote('hugo');
    const first = await open({ conversationId });
    await close(first.id);
    const second = await open({ conversationId });
    assert.deepEqual(await refused(ada, ReopenTicket, { ticketId: first.id }), [['CONVERSATION_HAS_TICKET', null]]);
    const target = await open({ conversationId: await wrote('hugo', 'hugo-2') });
    await done(ada, MergeTicket, { ticketId: second.id, intoTicketId: target.id });
    assert.deepEqual(await refused(ada, ReopenTicket, { ticketId: first.id }), [['CONVERSATION_HAS_TICKET', null]]);
    assert.deepEqual(await refused(ada, OpenTicket, { conversationId }), [['CONVERSATION_HAS_TICKET', 'conversationId']]);
    await close(target.id);
    assert.equal((await done(ada, ReopenTicket, { ticketId: first.id })).ticket?.status, 'OPEN');
  });

  it('is one of two that are taken up at once', async () => {
    const conversationId = await wrote('ilse');
    for (let round = 0; round < 5; round++) {
      const first = await open({ conversationId });
      await close(first.id);
      const second = await open({ conversationId });
      await close(second.id);
      const answers = await Promise.all([
        payload(ada, ReopenTicket, { ticketId: first.id }), payload(ada, ReopenTicket, { ticketId: second.id }), payload(ada, OpenTicket, { conversationId }), wrote('ilse'),
      ]);
      assert.deepEqual(answers.slice(0, 3).flatMap((answer) => (typeof answer === 'string' ? [] : answer.userErrors.map(({ code }) => code))).filter((code) => code !== 'CONVERSATION_HAS_TICKET' && code !== 'TICKET_NOT_RESOLVED'), []);
      const { conversation } = await ada.ask(ReadTicketsOf, { customer: customerOf(first), conversation: conversationId });
      const open_ = (await Promise.all((conversation?.tickets ?? []).map(({ id }) => read(id)))).filter(({ status }) => status !== 'CLOSED');
      assert.equal(open_.length, 1);
      await until(open_[0]?.id ?? '', ({ unansweredAt }) => unansweredAt);
      await close(open_[0]?.id ?? '');
    }
  });
});
