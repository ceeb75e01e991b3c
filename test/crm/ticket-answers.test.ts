/** Answers in tickets on their way: what waits for its time, does not arrive or is taken back, and who is told; through the API and a real SMTP server. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { bounce } from '../support/bounce.ts';
import type { Client } from '../support/client.ts';
import { colleague, done, payload, team } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { ServiceLevelMetric, TicketFactsFragment, TicketOpenInput } from '../support/graphql/graphql.ts';
import { openPostOffice, type PostOffice } from '../support/post-office.ts';
import { ListCalendars } from './clocks.documents.ts';
import { DeactivateColleague } from './customers.documents.ts';
import { CreateChannel, ReceiveMessage } from './interactions.documents.ts';
import { CancelMessage, ReadMessage, ReadMessages, SendMessage, SendMessageAgain } from './messages.documents.ts';
import { AssignTicket, CloseTicket, CreateServiceLevel, FollowTicketBy, OpenTicket, ReadNotifications, ReadTicket, ReadTicketsOf, ReplyToTicket, ResolveTicket, ResumeTicket } from './tickets.documents.ts';

let office: PostOffice;
let app: TestApp;
let tenant: Tenant;
let ada: Client;
let mail: string;
before(async () => {
  office = await openPostOffice();
  app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400, mail: { smtp: { url: office.url, startTls: 'OFFERED', patience: 5_000 }, folder: '/nowhere', dkim: null, returnByMessage: true } });
  tenant = await app.tenant();
  ada = tenant.administrator;
  mail = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Help', address: 'help@shop.example' })).channel?.id ?? '';
  const calendarId = (await ada.ask(ListCalendars, {})).calendars.nodes.find(({ name }) => name === 'Around the clock')?.id ?? '';
  const metrics = ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as const;
  await done(ada, CreateServiceLevel, { name: 'Standard', position: 100, calendarId, targets: metrics.map((metric) => ({ priority: 'NORMAL' as const, metric, within: 'PT8H' })) });
});
beforeEach(() => { office.onMail = () => {}; office.onRecipient = () => null; });
after(async () => {
  await app.stop();
  await office.stop();
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let made = 0;

/** A mail of a customer; answers its conversation. */
async function wrote(who: string): Promise<string> {
  const { interaction } = await done(ada, ReceiveMessage, {
    channelId: mail, externalId: `m${made += 1}`, externalConversationId: who, from: { kind: 'EMAIL', value: `${who}@customer.example`, name: who }, subject: `Question of ${who}`, text: 'Hello?',
  });
  return interaction?.conversation?.id ?? '';
}
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
  eventually(async () => { const now = await read(id); return holds(now) ? now : null; }, String(holds));
const states = ({ clocks }: TicketFactsFragment, of: ServiceLevelMetric): string[] => (clocks ?? []).filter(({ metric }) => metric === of).map(({ state }) => state);
const news = async (client: Client): Promise<[string, string | undefined][]> =>
  (await client.ask(ReadNotifications, { unread: true })).notifications.nodes.map(({ reason, subject }) => [reason, subject?.id]);
const told = (client: Client, reason: string): Promise<unknown> => eventually(async () => (await news(client)).some(([why]) => why === reason), `${reason} to be told`);
const lastOf = async (conversationId: string): Promise<string> => (await ada.ask(ReadMessages, { id: conversationId })).conversation?.interactions?.nodes.at(-1)?.id ?? '';
const deliveryOf = async (id: string): Promise<string | undefined> => (await ada.ask(ReadMessage, { id })).interaction?.delivery?.status;

describe('an answer that does not arrive', () => {
  it('gives the turn back, as if it had not been, and tells who sees to the ticket and who follows it', async () => {
    const assignee = await colleague(ada, 'AGENT');
    const follower = await colleague(ada, 'AGENT');
    const conversationId = await wrote('anna');
    const before_ = await open({ conversationId, assigneeId: assignee.id });
    await done(ada, FollowTicketBy, { ticketId: before_.id, userId: follower.id });
    office.onRecipient = () => '550 5.7.1 Not today';
    const { ticket } = await done(ada, ReplyToTicket, { ticketId: before_.id, text: 'Here it is.' });
    assert.deepEqual([ticket?.status, ticket?.unansweredAt], ['WAITING', null]);
    const after_ = await until(before_.id, ({ status }) => status === 'OPEN');
    assert.deepEqual([after_.unansweredAt, after_.firstRepliedAt, after_.lastRepliedAt], [before_.unansweredAt, null, null]);
    assert.deepEqual([states(after_, 'FIRST_RESPONSE'), states(after_, 'RESOLUTION')], [['RUNNING'], ['RUNNING']]);
    assert.ok(after_.dueAt);
    await told(assignee.client, 'NOT_DELIVERED');
    assert.deepEqual(await news(follower.client), [['NOT_DELIVERED', before_.id]]);

    office.onRecipient = () => null;
    await done(ada, SendMessageAgain, { interactionId: await lastOf(conversationId) });
    const answered = await until(before_.id, ({ firstRepliedAt }) => firstRepliedAt);
    assert.deepEqual([answered.unansweredAt, states(answered, 'FIRST_RESPONSE')], [null, ['MET']]);
  });

  it('leaves the answers before it, and reopens what was resolved with it', async () => {
    const conversationId = await wrote('bela');
    const { id: ticketId } = await open({ conversationId });
    await done(ada, ReplyToTicket, { ticketId, text: 'We look at it.' });
    const first = (await read(ticketId)).firstRepliedAt;
    await wrote('bela');
    const asked = await until(ticketId, ({ unansweredAt }) => unansweredAt);
    await done(ada, ReplyToTicket, { ticketId, text: 'Done.' });
    const second = await lastOf(conversationId);
    await eventually(async () => (await deliveryOf(second)) === 'SENT');
    await done(ada, ResolveTicket, { ticketId });
    await bounce(app, tenant.id, second);
    const again = await until(ticketId, ({ status }) => status === 'OPEN');
    assert.deepEqual([again.firstRepliedAt, again.lastRepliedAt, again.unansweredAt, again.closesAt], [first, first, asked.unansweredAt, null]);
    assert.deepEqual(states(again, 'NEXT_RESPONSE').at(-1), 'RUNNING');
  });

  it('is only told of where another answer followed, or it may have arrived', async () => {
    const conversationId = await wrote('cyril');
    const assignee = await colleague(ada, 'AGENT');
    const { id: ticketId } = await open({ conversationId, assigneeId: assignee.id });
    await done(ada, ReplyToTicket, { ticketId, text: 'One.' });
    const first = await lastOf(conversationId);
    await eventually(async () => (await deliveryOf(first)) === 'SENT');
    office.onMail = () => { office.cut(); };
    await done(ada, ReplyToTicket, { ticketId, text: 'Two.' });
    const second = await lastOf(conversationId);
    await eventually(async () => (await deliveryOf(second)) === 'UNCERTAIN');
    await told(assignee.client, 'NOT_DELIVERED');
    await bounce(app, tenant.id, first);
    await eventually(async () => (await news(assignee.client)).filter(([why]) => why === 'NOT_DELIVERED').length === 2);
    const { status, lastRepliedAt } = await read(ticketId);
    assert.deepEqual([status, Boolean(lastRepliedAt)], ['WAITING', true]);
  });
});

describe('an answer that waits for its time', () => {
  const schedule = async (conversationId: string): Promise<string> => {
    const sendAt = new Date(app.app.host.now().getTime() + HOUR).toISOString();
    return (await done(ada, SendMessage, { conversationId, channelId: mail, text: 'Later', sendAt })).interaction?.id ?? '';
  };

  it('is the answer when it leaves', async () => {
    const conversationId = await wrote('dora');
    const assignee = await colleague(ada, 'AGENT');
    const { id, unansweredAt } = await open({ conversationId, assigneeId: assignee.id });
    const interactionId = await schedule(conversationId);
    await wrote('dora');
    await told(assignee.client, 'CUSTOMER_WROTE'); // which is heard of after what was written
    const still = await read(id);
    assert.deepEqual([still.unansweredAt, still.firstRepliedAt, states(still, 'FIRST_RESPONSE')], [unansweredAt, null, ['RUNNING']]);
    await app.letTimePass(HOUR + 1000);
    const answered = await until(id, ({ firstRepliedAt }) => firstRepliedAt);
    assert.deepEqual([answered.unansweredAt, states(answered, 'FIRST_RESPONSE')], [null, ['MET']]);
    assert.equal(answered.firstRepliedAt, (await ada.ask(ReadMessage, { id: interactionId })).interaction?.delivery?.sentAt);
  });

  it('is none when it is taken back, nor for a ticket that is opened meanwhile', async () => {
    const conversationId = await wrote('emil');
    const interactionId = await schedule(conversationId);
    const { id, unansweredAt } = await open({ conversationId });
    assert.ok(unansweredAt);
    await done(ada, CancelMessage, { interactionId });
    await done(ada, SendMessage, { conversationId, channelId: mail, text: 'Now' });
    await until(id, ({ firstRepliedAt }) => firstRepliedAt);
    assert.equal((await read(id)).unansweredAt, null);
  });
});

describe('two who answer at once', () => {
  it('are both heard, whichever way the turn goes', async () => {
    const { id: ticketId, clocks } = await open({ conversationId: await wrote('franz'), priority: 'LOW' });
    assert.deepEqual(clocks, []);
    const other = await colleague(ada, 'AGENT');
    for (let round = 0; round < 12; round++) {
      const answers = await Promise.all([
        ...[ada, other.client, ada].map((client, i) => payload(client, ReplyToTicket, { ticketId, text: 'x', awaitCustomer: i !== 1 })),
        payload(ada, ResumeTicket, { ticketId }), payload(other.client, ResumeTicket, { ticketId }),
      ]);
      assert.deepEqual(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)).filter((code) => code !== 'TICKET_NOT_WAITING'), []);
    }
  });
});

describe('a ticket of a team that nobody took', () => {
  it('is told of to all of the team, until somebody takes it', async () => {
    const [one, two, outside] = [await colleague(ada, 'AGENT'), await colleague(ada, 'AGENT'), await colleague(ada, 'AGENT')];
    const teamId = await team(ada, [one.id, two.id]);
    const { id } = await open({ conversationId: await wrote('gita'), teamId });
    await wrote('gita');
    await told(two.client, 'CUSTOMER_WROTE');
    await app.letTimePass(9 * HOUR);
    await told(one.client, 'OVERDUE');
    assert.deepEqual([(await news(one.client)).at(-1), await news(outside.client)], [['CUSTOMER_WROTE', id], []]);
    await done(ada, AssignTicket, { ticketId: id, assigneeId: one.id });
    const before_ = (await news(two.client)).length;
    await wrote('gita');
    await eventually(async () => (await news(one.client)).filter(([why]) => why === 'CUSTOMER_WROTE').length === 2);
    assert.equal((await news(two.client)).length, before_);
  });

  it('is what follows on a ticket whose assignee left, or nobody\'s', async () => {
    const left = await colleague(ada, 'AGENT');
    const conversationId = await wrote('hugo');
    const { id: ticketId, customer } = await open({ conversationId, assigneeId: left.id });
    await done(ada, ResolveTicket, { ticketId });
    await done(ada, CloseTicket, { ticketId });
    await done(ada, DeactivateColleague, { userId: left.id });
    await app.letTimePass(15 * DAY);
    await wrote('hugo');
    const next = await eventually(async () => {
      const { conversation } = await ada.ask(ReadTicketsOf, { customer: customer?.id ?? '', conversation: conversationId });
      return conversation?.tickets?.find(({ id }) => id !== ticketId);
    });
    assert.equal((await read(next.id)).assignee, null);
  });
});
