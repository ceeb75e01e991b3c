/** The clocks of tickets where one thing crosses another: a message with an answer, a hold with another promise, a breach with a mended one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { done } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { ServiceLevelMetric, TicketFactsFragment } from '../support/graphql/graphql.ts';
import { ListCalendars, ReadClock } from './clocks.documents.ts';
import { CreateChannel, ReceiveMessage } from './interactions.documents.ts';
import { CreateServiceLevel, HoldTicket, MeasureAttainment, OpenTicket, ReadTicket, ReplyToTicket, ResolveTicket, ResumeTicket, UpdateTicket } from './tickets.documents.ts';

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
});
