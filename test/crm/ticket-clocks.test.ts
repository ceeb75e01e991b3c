/** The clocks of tickets where one thing crosses another: a message with an answer, a hold with another promise, a breach with a mended one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { done } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { ServiceLevelMetric, TicketFactsFragment } from '../support/graphql/graphql.ts';
import { recordStatements, type Sent } from '../support/statements.ts';
import { CreateCalendar, ListCalendars, ReadClock, UpdateCalendar } from './clocks.documents.ts';
import { CreateChannel, ReceiveMessage } from './interactions.documents.ts';
import { CountAttainment, CreateServiceLevel, CreateTicketCategory, ExplainTickets, HoldTicket, JudgeTickets, MeasureAttainment, OpenTicket, ReadTicket, ReopenTicket, ReplyToTicket, ResolveTicket, ResumeTicket, UpdateTicket } from './tickets.documents.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** An organisation in which all hours count, and what is asked of it. */
async function shop(app: TestApp) {
  const ada = (await app.tenant()).administrator;
  const always = (await ada.ask(ListCalendars, {})).calendars.nodes.find(({ name }) => name === 'Around the clock')?.id ?? '';
  const mail = (await done(ada, CreateChannel, { kind: 'EMAIL', name: 'Help', address: `help@${crypto.randomUUID()}.example` })).channel?.id ?? '';
  let made = 0;
  return {
    ada, always,
    /** A mail of a customer; answers its conversation. */
    async wrote(conversation: string): Promise<string> {
      const { interaction } = await done(ada, ReceiveMessage, {
        channelId: mail, externalId: `m${made += 1}`, externalConversationId: conversation, from: { kind: 'EMAIL', value: 'anna@customer.example' }, subject: 'Where is it?', text: 'Hello?',
      });
      return interaction?.conversation?.id ?? '';
    },
    async open(input: object = {}): Promise<TicketFactsFragment> {
      const { ticket } = await done(ada, OpenTicket, { subject: 'Torn parcel', ...input });
      assert.ok(ticket);
      return ticket;
    },
    read: (id: string): Promise<TicketFactsFragment> => read(ada, id),
  };
}

async function read(ada: Client, id: string): Promise<TicketFactsFragment> {
  const { ticket } = await ada.ask(ReadTicket, { id });
  assert.ok(ticket);
  return ticket;
}

const clockOf = ({ clocks }: TicketFactsFragment, metric: ServiceLevelMetric) => (clocks ?? []).find((clock) => clock.metric === metric);

describe('a message of the customer that is heard only after an agent acted', () => {
  /** Nothing reacts in it until a node that works comes. */
  let app: TestApp;
  before(async () => { app = await startTestApp({ refreshTokenLifetime: 400 * 86_400 }); });
  after(() => app.stop());

  it('takes up again what was resolved or answered meanwhile, and its clocks go on', async () => {
    const { ada, always, wrote, open, read } = await shop(app);
    await done(ada, CreateServiceLevel, {
      name: 'Standard', position: 1, calendarId: always,
      targets: (['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as const).map((metric) => ({ priority: 'NORMAL' as const, metric, within: 'PT8H' })),
    });
    const [resolved, answered] = [await open({ conversationId: await wrote('one') }), await open({ conversationId: await wrote('two') })];
    await app.letTimePass(MINUTE);
    for (const conversation of ['one', 'two']) await wrote(conversation);
    await app.letTimePass(5 * SECOND);
    assert.equal((await done(ada, ResolveTicket, { ticketId: resolved.id })).ticket?.status, 'RESOLVED');
    assert.equal((await done(ada, ReplyToTicket, { ticketId: answered.id, text: 'We look.' })).ticket?.status, 'WAITING');

    await app.node({ jobsUrl: app.database.jobsUrl });
    const reopened = await eventually(async () => { const at = await read(resolved.id); return at.status === 'OPEN' && at; });
    const first = clockOf(reopened, 'FIRST_RESPONSE');
    const resolution = clockOf(reopened, 'RESOLUTION');
    assert.deepEqual([reopened.reopenings, first?.state, resolution?.state], [1, 'RUNNING', 'RUNNING']);
    for (const clock of [first, resolution]) assert.equal(Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? ''), 8 * HOUR, 'no time between');

    const turned = await eventually(async () => { const at = await read(answered.id); return at.status === 'OPEN' && at; });
    assert.deepEqual([clockOf(turned, 'FIRST_RESPONSE')?.state, clockOf(turned, 'RESOLUTION')?.state], ['MET', 'RUNNING']);
    const [pause] = clockOf(turned, 'RESOLUTION')?.pauses ?? [];
    assert.ok(pause && pause.startedAt === pause.endedAt);
  });
});

describe('the clock of a ticket', () => {
  let app: TestApp;
  before(async () => { app = await startTestApp({ works: true, refreshTokenLifetime: 400 * 86_400 }); });
  after(() => app.stop());
  const ahead = (ms: number): string => new Date(app.app.host.now().getTime() + ms).toISOString();

  it('that was due stands still on hold too: when something else is promised, the hold is not counted, and what was broken stays so in the figures', async () => {
    const { ada, always, open, read } = await shop(app);
    await done(ada, CreateServiceLevel, {
      name: 'Standard', position: 1, calendarId: always, targets: [{ priority: 'HIGH', metric: 'RESOLUTION', within: 'PT1H' }, { priority: 'NORMAL', metric: 'RESOLUTION', within: 'PT8H' }],
    });
    const { id: ticketId } = await open({ priority: 'HIGH' });
    await app.letTimePass(2 * HOUR);
    await eventually(async () => clockOf(await read(ticketId), 'RESOLUTION')?.state === 'BREACHED');
    const held = (await done(ada, HoldTicket, { ticketId, reason: 'Courier', until: ahead(20 * HOUR) })).ticket;
    assert.deepEqual([held && clockOf(held, 'RESOLUTION')?.state, held?.overdueAt !== null], ['BREACHED', true]);
    await app.letTimePass(10 * HOUR);
    const eased = (await done(ada, UpdateTicket, { ticketId, priority: 'NORMAL' })).ticket;
    assert.deepEqual([eased && clockOf(eased, 'RESOLUTION')?.state, eased?.dueAt], ['PAUSED', null]);
    const { ticket } = await done(ada, ResumeTicket, { ticketId });
    const clock = ticket && clockOf(ticket, 'RESOLUTION');
    assert.deepEqual([clock?.state, clock?.pauses?.length], ['RUNNING', 1]);
    const left = Date.parse(clock?.dueAt ?? '') - app.app.host.now().getTime();
    assert.ok(left > 5.9 * HOUR && left <= 6 * HOUR, `${left / HOUR} hours left`);
    assert.deepEqual([clock?.breachedAt, ticket?.overdueAt], [null, null]);
    await done(ada, ResolveTicket, { ticketId });
    assert.equal(clockOf(await read(ticketId), 'RESOLUTION')?.state, 'MET');
    const measured = await ada.ask(MeasureAttainment, { from: ahead(-24 * HOUR), until: ahead(HOUR) });
    assert.deepEqual(measured.serviceLevelAttainment.map(({ metric, met, breached, running }) => [metric, met, breached, running]), [['RESOLUTION', 0, 1, 0]], 'what was broken stays broken');
    const { clock: explained } = await ada.ask(ReadClock, { id: clock?.id ?? '' });
    assert.deepEqual(explained?.explanation.map(({ kind, name }) => [kind, name]), [['COUNTED', null], ['PAUSED', 'On hold: Courier'], ['COUNTED', null]]);
    assert.ok(Date.parse(explained?.firstBreachedAt ?? '') - Date.parse(explained?.startedAt ?? '') === HOUR);
  });

  it('that begins while the ticket is on hold, or after it was, does not count the hold', async () => {
    const { ada, always, open } = await shop(app);
    await done(ada, CreateServiceLevel, {
      name: 'Standard', position: 1, calendarId: always,
      targets: [{ priority: 'URGENT', metric: 'RESOLUTION', within: 'PT8H' }, { priority: 'NORMAL', metric: 'FIRST_RESPONSE', within: 'PT8H' }, { priority: 'URGENT', metric: 'FIRST_RESPONSE', within: 'PT8H' }],
    });
    const [unpromised, half, over] = [await open({ priority: 'LOW' }), await open(), await open()];
    await app.letTimePass(HOUR);
    for (const { id: ticketId } of [unpromised, half, over]) await done(ada, HoldTicket, { ticketId, reason: 'Courier', until: ahead(100 * HOUR) });
    await app.letTimePass(20 * HOUR);
    await done(ada, ResumeTicket, { ticketId: over.id });
    /** What the ticket has used of its resolution when it is made urgent, in hours. */
    const used = async (ticketId: string): Promise<[string | undefined, number]> => {
      const { ticket } = await done(ada, UpdateTicket, { ticketId, priority: 'URGENT' });
      if (ticket?.status === 'ON_HOLD') await done(ada, ResumeTicket, { ticketId });
      const { clock } = await ada.ask(ReadClock, { id: ticket ? clockOf(ticket, 'RESOLUTION')?.id ?? '' : '' });
      return [ticket ? clockOf(ticket, 'RESOLUTION')?.state : undefined, Math.round(8 - (Date.parse(clock?.dueAt ?? '') - app.app.host.now().getTime()) / HOUR)];
    };
    assert.deepEqual(await used(unpromised.id), ['PAUSED', 0], 'nobody knows since when: it begins now');
    assert.deepEqual(await used(half.id), ['PAUSED', 1], 'its other clock knows');
    assert.deepEqual(await used(over.id), ['RUNNING', 1]);
  });

  it('warns as the service level says that it has come to, and once for each due time', async () => {
    const { ada, always, open } = await shop(app);
    for (const [kind, warnShare] of [['QUESTION', 90], ['COMPLAINT', 50]] as const) {
      await done(ada, CreateServiceLevel, { name: kind, position: warnShare, warnShare, kinds: [kind], calendarId: always, targets: [{ priority: 'NORMAL', metric: 'RESOLUTION', within: 'PT10H' }] });
    }
    const { id: ticketId } = await open({ kind: 'QUESTION' });
    const { ticket } = await done(ada, UpdateTicket, { ticketId, kind: 'COMPLAINT' });
    const { clock } = await ada.ask(ReadClock, { id: ticket ? clockOf(ticket, 'RESOLUTION')?.id ?? '' : '' });
    assert.deepEqual([Date.parse(clock?.warnAt ?? '') - Date.parse(clock?.startedAt ?? ''), Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? ''), clock?.terms?.length], [5 * HOUR, 10 * HOUR, 1]);
    await app.letTimePass(6 * HOUR);
    const warned = await eventually(async () => { const { clock: at } = await ada.ask(ReadClock, { id: clock?.id ?? '' }); return at?.warnedAt && at; });
    await done(ada, UpdateTicket, { ticketId, kind: 'QUESTION' });
    const { clock: back } = await ada.ask(ReadClock, { id: clock?.id ?? '' });
    assert.deepEqual([back?.warnedAt, Date.parse(back?.warnAt ?? '') - Date.parse(back?.startedAt ?? '')], [warned.warnedAt, 9 * HOUR]);
  });

  it('that ended and is promised otherwise when it goes on does not count the time between', async () => {
    const { ada, always, open } = await shop(app);
    await done(ada, CreateServiceLevel, {
      name: 'Standard', position: 1, calendarId: always, targets: [{ priority: 'NORMAL', metric: 'RESOLUTION', within: 'PT8H' }, { priority: 'HIGH', metric: 'RESOLUTION', within: 'PT6H' }],
    });
    const { id: ticketId } = await open();
    await done(ada, UpdateTicket, { ticketId, priority: 'LOW' });
    await app.letTimePass(20 * HOUR);
    const { ticket } = await done(ada, UpdateTicket, { ticketId, priority: 'HIGH' });
    const clock = ticket && clockOf(ticket, 'RESOLUTION');
    assert.equal(clock?.state, 'RUNNING');
    assert.equal(Math.round((Date.parse(clock?.dueAt ?? '') - app.app.host.now().getTime()) / HOUR), 6);
  });

  it('that had ended when its calendar got other hours goes on by those', async () => {
    const { ada, open } = await shop(app);
    const allDay = { weekday: 'MONDAY' as const, opensAt: '00:00', closesAt: '24:00' };
    const { calendar } = await done(ada, CreateCalendar, { name: 'Ours', timeZone: 'UTC', windows: [allDay] });
    const calendarId = calendar?.id ?? '';
    await done(ada, CreateServiceLevel, { name: 'Standard', position: 1, calendarId, targets: [{ priority: 'NORMAL', metric: 'RESOLUTION', within: 'PT8H' }] });
    const { id: ticketId } = await open();
    await done(ada, ResolveTicket, { ticketId });
    await done(ada, UpdateCalendar, { calendarId, windows: [{ ...allDay, weekday: 'TUESDAY' }] });
    const { ticket } = await done(ada, ReopenTicket, { ticketId });
    const { clock } = await ada.ask(ReadClock, { id: ticket ? clockOf(ticket, 'RESOLUTION')?.id ?? '' : '' });
    assert.deepEqual([clock?.terms?.length, new Date(clock?.dueAt ?? '').getUTCDay()], [2, 2]);
  });
});

describe('an answer about many tickets', () => {
  let app: TestApp;
  let sent: Sent[];
  before(async () => {
    app = await startTestApp();
    sent = recordStatements(app);
  });
  after(() => app.stop());
  /** How many statements it takes. */
  async function count(work: Promise<unknown>): Promise<number> {
    sent.length = 0;
    await work;
    return sent.filter(({ text }) => !text.includes('rights_of_')).length;
  }

  it('explains all their clocks by one look at terms and one at pauses', async () => {
    const { ada, always, open } = await shop(app);
    await done(ada, CreateServiceLevel, {
      name: 'Standard', position: 1, calendarId: always, targets: (['FIRST_RESPONSE', 'RESOLUTION'] as const).map((metric) => ({ priority: 'NORMAL' as const, metric, within: 'PT8H' })),
    });
    for (let i = 0; i < 3; i++) await open();
    await ada.ask(ExplainTickets, { first: 1 });
    const few = await count(ada.ask(ExplainTickets, { first: 1 }));
    assert.equal(await count(ada.ask(ExplainTickets, { first: 3 })), few);
    const { tickets } = await ada.ask(ExplainTickets, { first: 3 });
    assert.deepEqual(tickets.nodes.map(({ clocks }) => clocks?.map(({ explanation }) => explanation.length)), [[1, 1], [1, 1], [1, 1]]);
  });

  it('measures all service levels by as many statements as one', async () => {
    const { ada, always, open } = await shop(app);
    const promise = (kind: 'QUESTION' | 'COMPLAINT' | 'REQUEST') => done(ada, CreateServiceLevel, {
      name: kind, position: 1, kinds: [kind], calendarId: always, targets: (['RESOLUTION', 'FIRST_RESPONSE'] as const).map((metric) => ({ priority: 'NORMAL' as const, metric, within: 'PT8H' })),
    });
    const rows = async () => (await ada.ask(CountAttainment, { from: new Date(Date.now() - HOUR).toISOString(), until: new Date(Date.now() + HOUR).toISOString() })).serviceLevelAttainment;
    await promise('QUESTION');
    await open({ kind: 'QUESTION' });
    await rows();
    const one = await count(rows());
    for (const kind of ['COMPLAINT', 'REQUEST'] as const) {
      await promise(kind);
      await open({ kind });
    }
    assert.equal(await count(rows()), one);
    assert.deepEqual((await rows()).map(({ metric, running }) => [metric, running]), [1, 2, 3].flatMap(() => [['FIRST_RESPONSE', 1], ['RESOLUTION', 1]]));
    const period = { from: new Date(Date.now() - HOUR).toISOString(), until: new Date(Date.now() + HOUR).toISOString() };
    assert.equal(await count(ada.ask(MeasureAttainment, period)), one + 3, 'each service level is read once, though it has two rows');
  });

  it('judges them by one look at the service levels and one at the categories', async () => {
    const { ada, always, open } = await shop(app);
    const { ticketCategory } = await done(ada, CreateTicketCategory, { name: 'Coffee' });
    const categoryId = ticketCategory?.id ?? '';
    await done(ada, CreateServiceLevel, { name: 'Coffee', position: 1, categoryId, calendarId: always, targets: [] });
    for (let i = 0; i < 3; i++) await open({ categoryId });
    await ada.ask(JudgeTickets, { first: 1 });
    const few = await count(ada.ask(JudgeTickets, { first: 1 }));
    assert.equal(await count(ada.ask(JudgeTickets, { first: 3 })), few);
    assert.deepEqual((await ada.ask(JudgeTickets, { first: 3 })).tickets.nodes.map(({ serviceLevelVerdicts }) => serviceLevelVerdicts.map(({ satisfied }) => satisfied)), [1, 2, 3].map(() => [['CATEGORY']]));
  });
});
