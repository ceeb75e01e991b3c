/** What we promise for tickets, as time passes: which service level holds and why, what its clocks count, when they stand still, what is late. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { colleague, done, refused, team } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { ServiceLevelMetric, TicketFactsFragment } from '../support/graphql/graphql.ts';
import { ListCalendars } from './clocks.documents.ts';
import { AddColleague, CreateCustomer, DefineRole, TagCustomer } from './customers.documents.ts';
import { CreateChannel, ReceiveMessage } from './interactions.documents.ts';
import { SendMessage } from './messages.documents.ts';
import {
  AssignTicket, CreateServiceLevel, CreateTicketCategory, HoldTicket, ListServiceLevels, MeasureAttainment, MergeTicket, OpenTicket, ReadNotifications, ReadTicket, ReadVerdicts, ReopenTicket,
  ReplyToTicket, ResolveTicket, ResumeTicket, UpdateServiceLevel, UpdateTicket,
} from './tickets.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let mail: string;
let always: string;
before(async () => {
  app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400 });
  tenant = await app.tenant();
  ada = tenant.administrator;
  mail = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Help', address: 'help@shop.example' })).channel?.id ?? '';
  always = (await ada.ask(ListCalendars, {})).calendars.nodes.find(({ name }) => name === 'Around the clock')?.id ?? '';
  await done(ada, CreateServiceLevel, {
    name: 'Standard', position: 100, calendarId: always, targets: (['NORMAL', 'HIGH'] as const).flatMap((priority) => [
      { priority, metric: 'FIRST_RESPONSE' as const, within: priority === 'HIGH' ? 'PT2H' : 'PT4H' },
      { priority, metric: 'NEXT_RESPONSE' as const, within: 'PT8H' },
      { priority, metric: 'RESOLUTION' as const, within: priority === 'HIGH' ? 'PT24H' : 'PT48H' },
    ]),
  });
});
after(() => app.stop());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = (): number => app.app.host.now().getTime();

let made = 0;
const address = (): string => `anna-${made += 1}@customer.example`;
async function customer(more: object = {}): Promise<string> {
  return (await done(ada, CreateCustomer, { kind: 'PERSON', givenName: 'Anna', contactPoints: [{ kind: 'EMAIL', value: address() }], ...more })).customer?.id ?? '';
}

/** A mail of a customer; answers its conversation. */
async function wrote(from: string, conversation = from): Promise<string> {
  const { interaction } = await done(ada, ReceiveMessage, {
    channelId: mail, externalId: `m${made += 1}`, externalConversationId: conversation, from: { kind: 'EMAIL', value: from }, subject: 'Where is it?', text: 'Hello?',
  });
  return interaction?.conversation?.id ?? '';
}

async function open(input: object = {}): Promise<TicketFactsFragment> {
  const { ticket } = await done(ada, OpenTicket, { subject: 'Torn parcel', ...input });
  assert.ok(ticket);
  return ticket;
}
async function read(id: string): Promise<TicketFactsFragment> {
  const { ticket } = await ada.ask(ReadTicket, { id });
  assert.ok(ticket);
  return ticket;
}
const clocks = ({ clocks: all }: TicketFactsFragment, metric: ServiceLevelMetric) => (all ?? []).filter((clock) => clock.metric === metric);
const states = (ticket: TicketFactsFragment): Record<string, string[]> => Object.fromEntries((['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as const).map((metric) => [metric, clocks(ticket, metric).map(({ state }) => state)]));
/** In whole minutes from now. */
const dueIn = (moment: string | null | undefined): number | null => (moment ? Math.round((Date.parse(moment) - now()) / MINUTE) : null);

describe('a service level', () => {
  it('is chosen by the first rule that fits, and says why', async () => {
    const { ticketCategory: top } = await done(ada, CreateTicketCategory, { name: 'Coffee' });
    const { ticketCategory: below } = await done(ada, CreateTicketCategory, { name: 'Beans', parentId: top?.id ?? '' });
    const { id: agent } = await colleague(ada, 'AGENT');
    const teamId = await team(ada, [agent]);
    const gold = (await done(ada, CreateServiceLevel, { name: 'Gold', position: 10, customerTag: 'VIP', calendarId: always, targets: [{ priority: 'NORMAL', metric: 'FIRST_RESPONSE', within: 'PT30M' }] })).serviceLevel;
    const beans = (await done(ada, CreateServiceLevel, { name: 'Beans', position: 20, categoryId: top?.id ?? '', teamId, calendarId: always, targets: [{ priority: 'NORMAL', metric: 'RESOLUTION', within: 'PT1H' }] })).serviceLevel;
    const customerId = await customer();
    const plain = await open({ customerId });
    assert.deepEqual([plain.serviceLevel?.name, plain.serviceLevelCriteria], ['Standard', []]);
    await done(ada, TagCustomer, { customerId, tags: ['vip'] });
    const vip = await open({ customerId });
    assert.deepEqual([vip.serviceLevel?.name, vip.serviceLevelCriteria, states(vip)], ['Gold', ['CUSTOMER_TAG'], { FIRST_RESPONSE: ['RUNNING'], NEXT_RESPONSE: [], RESOLUTION: [] }]);
    const sorted = await open({ categoryId: below?.id ?? '', teamId });
    assert.deepEqual([sorted.serviceLevel?.name, sorted.serviceLevelCriteria], ['Beans', ['CATEGORY', 'TEAM']]);
    const { ticket } = await ada.ask(ReadVerdicts, { id: sorted.id });
    assert.deepEqual(ticket?.serviceLevelVerdicts.map(({ serviceLevel, fits, satisfied, failed }) => [serviceLevel?.id === gold?.id, serviceLevel?.id === beans?.id, fits, satisfied, failed]), [
      [true, false, false, [], 'CUSTOMER_TAG'], [false, true, true, ['CATEGORY', 'TEAM'], null], [false, false, true, [], null],
    ]);
    const given = (await done(ada, AssignTicket, { ticketId: sorted.id, teamId: null })).ticket;
    assert.ok(given);
    assert.deepEqual([given.serviceLevel?.name, states(given)], ['Standard', { FIRST_RESPONSE: ['RUNNING'], NEXT_RESPONSE: [], RESOLUTION: ['RUNNING'] }]);
    assert.equal(clocks(given, 'RESOLUTION')[0]?.target, 'PT48H');
    for (const level of [gold, beans]) await done(ada, UpdateServiceLevel, { serviceLevelId: level?.id ?? '', active: false });
    assert.deepEqual((await ada.ask(ListServiceLevels, {})).serviceLevels.nodes.map(({ name, active }) => [name, active]), [['Gold', false], ['Beans', false], ['Standard', true]]);
  });

  it('promises each once, in hours, and has a name of its own', async () => {
    const define = (targets: { priority: 'LOW'; metric: ServiceLevelMetric; within: string }[]) => refused(ada, CreateServiceLevel, { name: `L${made += 1}`, targets });
    assert.deepEqual(await define([{ priority: 'LOW', metric: 'RESOLUTION', within: 'P1D' }]), [['TARGET_IN_DAYS', 'targets.0.within']]);
    assert.deepEqual(await define([{ priority: 'LOW', metric: 'RESOLUTION', within: 'PT0S' }]), [['TARGET_OF_NOTHING', 'targets.0.within']]);
    assert.deepEqual(await define([{ priority: 'LOW', metric: 'RESOLUTION', within: 'PT1H' }, { priority: 'LOW', metric: 'RESOLUTION', within: 'PT2H' }]), [['SERVICE_LEVEL_TARGET_TWICE', 'targets.1']]);
    assert.deepEqual(await refused(ada, CreateServiceLevel, { name: 'Standard', targets: [] }), [['SERVICE_LEVEL_NAME_TAKEN', null]]);
  });

  it('is the same whoever changes the ticket, also who does not reach its customer', async () => {
    const tagged = (await done(ada, CreateServiceLevel, { name: 'Diamond', position: 5, customerTag: 'Diamond', customerStage: 'CLIENT', calendarId: always, targets: [{ priority: 'NORMAL', metric: 'FIRST_RESPONSE', within: 'PT10M' }] })).serviceLevel;
    const customerId = await customer({ stage: 'CLIENT' });
    await done(ada, TagCustomer, { customerId, tags: ['diamond'] });
    const { role } = await done(ada, DefineRole, { name: 'Of a team', permissions: ['ticket:read', 'ticket:update', 'ticket:reply', 'ticket:assign', 'customer:read', 'interaction:read', 'clock:read'], reach: 'TEAM' });
    const { user } = await done(ada, AddColleague, { name: 'Near', email: 'near@example.com', password: PASSWORD, roleIds: [role?.id ?? ''] });
    const near = await Client.signIn(app.url, 'near@example.com', PASSWORD);
    const ticket = await open({ customerId, assigneeId: user?.id ?? '' });
    assert.equal(ticket.serviceLevel?.id, tagged?.id);
    const { ticket: changed } = await done(near, UpdateTicket, { ticketId: ticket.id, kind: 'INCIDENT' });
    assert.deepEqual([changed?.customer, changed?.serviceLevel?.id], [null, tagged?.id]);
    const { ticket: judged } = await near.ask(ReadVerdicts, { id: ticket.id });
    assert.deepEqual(judged?.serviceLevelVerdicts.find(({ fits }) => fits)?.serviceLevel?.id, tagged?.id);
    assert.equal(await near.failure(ReplyToTicket, { input: { ticketId: ticket.id, text: 'x' } }), 'NOT_FOUND');
  });
});

describe('the first answer', () => {
  it('is promised from when the customer wrote, and kept by the first answer of a person, however it is sent', async () => {
    const from = address();
    const conversationId = await wrote(from);
    await app.letTimePass(HOUR);
    const ticket = await open({ conversationId });
    assert.equal(dueIn(clocks(ticket, 'FIRST_RESPONSE')[0]?.dueAt), 3 * 60);
    assert.equal(ticket.dueAt, clocks(ticket, 'FIRST_RESPONSE')[0]?.dueAt);
    await done(ada, SendMessage, { conversationId, text: 'We look.' });
    const answered = await eventually(async () => { const at = await read(ticket.id); return at.firstRepliedAt && at; });
    assert.deepEqual(states(answered), { FIRST_RESPONSE: ['MET'], NEXT_RESPONSE: [], RESOLUTION: ['RUNNING'] });
    assert.deepEqual([answered.status, answered.overdueAt, dueIn(answered.dueAt)], ['OPEN', null, 47 * 60]);
  });

  it('that comes too late stays late, and whoever sees to it was warned and told, once', async () => {
    const { id: assigneeId, client } = await colleague(ada, 'AGENT');
    const ticket = await open({ customerId: await customer(), assigneeId });
    await app.letTimePass(3 * HOUR + MINUTE);
    const reasons = async (): Promise<string[]> => (await client.ask(ReadNotifications, {})).notifications.nodes.map(({ reason }) => reason);
    await eventually(async () => (await reasons()).includes('DUE_SOON'));
    assert.equal((await read(ticket.id)).overdueAt, null);
    await app.letTimePass(HOUR);
    const late = await eventually(async () => { const at = await read(ticket.id); return at.overdueAt && at; });
    assert.equal(late.overdueAt, clocks(late, 'FIRST_RESPONSE')[0]?.dueAt);
    await eventually(async () => (await reasons()).includes('OVERDUE'));
    assert.deepEqual(await reasons(), ['OVERDUE', 'DUE_SOON', 'ASSIGNED']);
    const { ticket: answered } = await done(ada, ReplyToTicket, { ticketId: ticket.id, text: 'Sorry.' });
    assert.ok(answered);
    const [first] = clocks(answered, 'FIRST_RESPONSE');
    assert.ok(first?.metAt && first.breachedAt && first.metAt > first.breachedAt);
    assert.equal(answered.overdueAt, null);
  });

  it('is neither kept nor broken when the ticket is resolved without one', async () => {
    const { id: ticketId } = await open();
    const { ticket } = await done(ada, ResolveTicket, { ticketId });
    assert.ok(ticket);
    assert.deepEqual(states(ticket), { FIRST_RESPONSE: ['CANCELLED'], NEXT_RESPONSE: [], RESOLUTION: ['MET'] });
  });
});

describe('the next answer', () => {
  it('is promised from each message that nobody has answered, and the resolution stands still while we wait', async () => {
    const from = address();
    const conversationId = await wrote(from);
    const { id: ticketId } = await open({ conversationId });
    const { ticket: waiting } = await done(ada, ReplyToTicket, { ticketId, text: 'Which address?' });
    assert.ok(waiting);
    assert.deepEqual([states(waiting), waiting.dueAt], [{ FIRST_RESPONSE: ['MET'], NEXT_RESPONSE: [], RESOLUTION: ['PAUSED'] }, null]);
    await app.letTimePass(10 * HOUR);
    await wrote(from);
    const asked = await eventually(async () => { const at = await read(ticketId); return at.status === 'OPEN' && at; });
    assert.deepEqual(states(asked), { FIRST_RESPONSE: ['MET'], NEXT_RESPONSE: ['RUNNING'], RESOLUTION: ['RUNNING'] });
    assert.deepEqual([dueIn(clocks(asked, 'NEXT_RESPONSE')[0]?.dueAt), dueIn(clocks(asked, 'RESOLUTION')[0]?.dueAt)], [8 * 60, 48 * 60]);
    assert.equal(clocks(asked, 'RESOLUTION')[0]?.pauses?.[0]?.reason, 'Waiting for the customer');
    await app.letTimePass(HOUR);
    await wrote(from);
    const { ticket: answered } = await done(ada, ReplyToTicket, { ticketId, text: 'Thank you.', awaitCustomer: false });
    assert.ok(answered);
    assert.deepEqual(states(answered)['NEXT_RESPONSE'], ['MET']);
    await wrote(from);
    const again = await eventually(async () => { const at = await read(ticketId); return (states(at)['NEXT_RESPONSE']?.length ?? 0) > 1 && at; });
    assert.deepEqual(states(again)['NEXT_RESPONSE'], ['MET', 'RUNNING']);
  });
});

describe('the resolution', () => {
  it('stands still on hold, and goes on when the hold ends by itself', async () => {
    const { id: ticketId } = await open();
    const until = new Date(now() + 5 * HOUR).toISOString();
    const { ticket: held } = await done(ada, HoldTicket, { ticketId, reason: 'The courier looks for it', until });
    assert.ok(held);
    assert.deepEqual([held.status, states(held), held.dueAt], ['ON_HOLD', { FIRST_RESPONSE: ['PAUSED'], NEXT_RESPONSE: [], RESOLUTION: ['PAUSED'] }, null]);
    await app.letTimePass(6 * HOUR);
    const taken = await eventually(async () => { const at = await read(ticketId); return at.status === 'OPEN' && at; });
    assert.deepEqual([dueIn(clocks(taken, 'RESOLUTION')[0]?.dueAt), dueIn(clocks(taken, 'FIRST_RESPONSE')[0]?.dueAt)], [47 * 60, 3 * 60]);
    assert.equal(clocks(taken, 'RESOLUTION')[0]?.pauses?.[0]?.reason, 'On hold: The courier looks for it');
    await done(ada, HoldTicket, { ticketId, reason: 'Again', until: new Date(now() + HOUR).toISOString() });
    assert.equal((await done(ada, ResumeTicket, { ticketId })).ticket?.status, 'OPEN');
    assert.deepEqual(await refused(ada, ResumeTicket, { ticketId }), [['TICKET_NOT_WAITING', null]]);
    assert.deepEqual(await refused(ada, HoldTicket, { ticketId, reason: 'x', until: new Date(now() - HOUR).toISOString() }), [['HOLD_IN_THE_PAST', 'until']]);
    assert.deepEqual(await refused(ada, HoldTicket, { ticketId, reason: 'x', until: '2099-01-01T00:00:00Z' }), [['HOLD_TOO_LONG', 'until']]);
  });

  it('goes on with what was used when the ticket is reopened', async () => {
    const { id: ticketId } = await open();
    await app.letTimePass(10 * HOUR);
    await done(ada, ResolveTicket, { ticketId });
    await app.letTimePass(20 * HOUR);
    const { ticket } = await done(ada, ReopenTicket, { ticketId });
    assert.ok(ticket);
    assert.deepEqual([states(ticket)['RESOLUTION'], dueIn(clocks(ticket, 'RESOLUTION')[0]?.dueAt)], [['RUNNING'], 38 * 60]);
  });

  it('is promised sooner at a higher priority, with what was used, and not at one of which nothing is said', async () => {
    const { id: ticketId } = await open();
    await app.letTimePass(3 * HOUR);
    const { ticket: high } = await done(ada, UpdateTicket, { ticketId, priority: 'HIGH' });
    assert.ok(high);
    assert.deepEqual([dueIn(clocks(high, 'RESOLUTION')[0]?.dueAt), clocks(high, 'RESOLUTION')[0]?.target], [21 * 60, 'PT24H']);
    const late = await eventually(async () => { const at = await read(ticketId); return at.overdueAt && at; });
    assert.deepEqual(states(late)['FIRST_RESPONSE'], ['BREACHED']);
    const { ticket: low } = await done(ada, UpdateTicket, { ticketId, priority: 'LOW' });
    assert.ok(low);
    assert.deepEqual([states(low), low.dueAt, low.overdueAt], [{ FIRST_RESPONSE: ['CANCELLED'], NEXT_RESPONSE: [], RESOLUTION: ['CANCELLED'] }, null, null]);
  });

  it('of a ticket that is merged away is not counted', async () => {
    const customerId = await customer();
    const [one, target] = [await open({ customerId }), await open({ customerId })];
    const { ticket } = await done(ada, MergeTicket, { ticketId: one.id, intoTicketId: target.id });
    assert.ok(ticket);
    assert.deepEqual(states(ticket), { FIRST_RESPONSE: ['CANCELLED'], NEXT_RESPONSE: [], RESOLUTION: ['CANCELLED'] });
    assert.deepEqual(states(await read(target.id)), { FIRST_RESPONSE: ['RUNNING'], NEXT_RESPONSE: [], RESOLUTION: ['RUNNING'] });
  });
});

describe('attainment', () => {
  it('counts what was kept, broken and still runs, by service level, metric, team and period, with the interval of the share', async () => {
    const from = new Date(now()).toISOString();
    const teamId = await team(ada, []);
    const level = (await done(ada, CreateServiceLevel, {
      name: 'Measured', position: 1, teamId, calendarId: always, targets: [{ priority: 'NORMAL', metric: 'FIRST_RESPONSE', within: 'PT4H' }, { priority: 'NORMAL', metric: 'RESOLUTION', within: 'PT8H' }],
    })).serviceLevel;
    const [kept, late, open_] = [await open({ teamId }), await open({ teamId }), await open({ teamId })];
    await done(ada, ResolveTicket, { ticketId: kept.id });
    await app.letTimePass(9 * HOUR);
    await eventually(async () => states(await read(late.id))['RESOLUTION']?.[0] === 'BREACHED' && states(await read(open_.id))['RESOLUTION']?.[0] === 'BREACHED');
    await done(ada, ResolveTicket, { ticketId: late.id });
    await open({ teamId });
    const measured = async (more: object = {}) => (await ada.ask(MeasureAttainment, { from, until: new Date(now() + HOUR).toISOString(), teamId, ...more })).serviceLevelAttainment;
    const rows = await measured();
    assert.deepEqual(rows.map(({ serviceLevel, metric, met, breached, running }) => [serviceLevel?.name, metric, met, breached, running]), [
      ['Measured', 'FIRST_RESPONSE', 0, 2, 1], ['Measured', 'RESOLUTION', 1, 2, 1],
    ]);
    assert.deepEqual(rows[1]?.attainment, { count: 1, of: 3, share: '0.3333', low: '0.0615', high: '0.7923' });
    assert.deepEqual(await measured({ teamId: await team(ada, []) }), []);
    assert.deepEqual((await measured({ teamId: null, serviceLevelId: level?.id })).length, 2);
    assert.deepEqual(await measured({ from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' }), []);
    assert.equal(await ada.failure(MeasureAttainment, { from: '2020-01-01T00:00:00Z', until: '2022-01-01T00:00:00Z' }), 'BAD_USER_INPUT');
    await done(ada, UpdateServiceLevel, { serviceLevelId: level?.id ?? '', active: false });
  });
});
