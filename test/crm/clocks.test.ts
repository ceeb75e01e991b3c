/** Calendars and business time through the API, and clocks as time passes: told once of each warning and breach, explained step by step. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { CLOCK_VERBS, ClockHands } from '../support/clock-hands.ts';
import { colleague, done, payload, refused } from '../support/doing.ts';
import { eventually } from '../support/eventually.ts';
import type { CalendarCreateInput, CalendarFactsFragment, ClockFactsFragment, StepFactsFragment } from '../support/graphql/graphql.ts';
import {
  AskBusinessTime, AskDueTime, CreateCalendar, ListCalendars, ListHolidayRegions, ListHolidays, MakeCalendarDefault, ReadCalendar, ReadClock, UpdateCalendar,
} from './clocks.documents.ts';
import { CurrentPosition } from './customers.documents.ts';
import { EventsSince } from './interactions.documents.ts';
import { CreateTask } from './tasks.documents.ts';

const HOUR = 3_600_000;
const A_YEAR = 365 * 86_400; // in seconds

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let stranger: Client;
let hands: ClockHands;
before(async () => {
  app = await startTestApp({ works: true, refreshTokenLifetime: A_YEAR });
  tenant = await app.tenant();
  ada = tenant.administrator;
  hands = new ClockHands(app, tenant.id);
  stranger = (await app.tenant()).administrator;
});
after(() => app.stop());

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const nineToFive = WEEK.map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:00' }));

let made = 0;
async function calendar(input: Partial<CalendarCreateInput> = {}): Promise<CalendarFactsFragment> {
  const { calendar } = await done(ada, CreateCalendar, { name: `Calendar ${made += 1}`, timeZone: 'Europe/Prague', windows: nineToFive, ...input });
  assert.ok(calendar);
  return calendar;
}

const short = (steps: readonly StepFactsFragment[]): string[] =>
  steps.map(({ kind, startsAt, endsAt, name, countedSeconds }) => [kind, `${startsAt.slice(5, 16)} to ${endsAt?.slice(5, 16) ?? '…'}`, ...(countedSeconds > 0 ? [`${countedSeconds / 60}m`] : []), ...(name ? [name] : [])].join(' '));

describe('an organisation', () => {
  it('begins with the working week of its country, which is the default, and with a calendar that never closes', async () => {
    const { calendars } = await stranger.ask(ListCalendars);
    assert.deepEqual(calendars.nodes.map(({ name, isDefault, active, hours }) => [name, isDefault, active, hours?.timeZone, hours?.holidayRegion, hours?.windows.length]), [
      ['Around the clock', false, true, 'Europe/Prague', null, 7], ['Business hours', true, true, 'Europe/Prague', 'CZ', 5],
    ]);
  });

  it('of a country without known holidays begins with a week all the same', async () => {
    const { administrator } = await app.tenant({ country: 'KP' });
    const { calendars } = await administrator.ask(ListCalendars);
    assert.deepEqual(calendars.nodes.map(({ hours }) => hours?.holidayRegion), [null, null]);
  });
});

describe('a calendar', () => {
  it('has windows in the order of the week, holidays of a region and days of its own', async () => {
    const { hours } = await calendar({
      windows: [{ weekday: 'FRIDAY', opensAt: '9:00', closesAt: '24:00' }, { weekday: 'MONDAY', opensAt: '13:00', closesAt: '17:30' }, { weekday: 'MONDAY', opensAt: '08:00', closesAt: '12:00' }],
      holidayRegion: 'DE-BY', specialDays: [{ fallsOn: '2026-12-31', opensAt: '10:00', closesAt: '14:00' }, { fallsOn: '2026-12-24', name: 'Christmas Eve' }],
    });
    assert.deepEqual(hours?.windows.map(({ weekday, opensAt, closesAt }) => `${weekday} ${opensAt} ${closesAt}`), ['MONDAY 08:00 12:00', 'MONDAY 13:00 17:30', 'FRIDAY 09:00 24:00']);
    assert.deepEqual(hours?.specialDays, [{ fallsOn: '2026-12-24', name: 'Christmas Eve', opensAt: null, closesAt: null }, { fallsOn: '2026-12-31', name: null, opensAt: '10:00', closesAt: '14:00' }]);
    assert.equal(hours?.holidayRegion, 'DE-BY');
  });

  it('is refused with all that is wrong with its hours at once', async () => {
    assert.deepEqual(await refused(ada, CreateCalendar, {
      name: 'Wrong', timeZone: 'Europe/Prague', holidayRegion: 'XX',
      windows: [{ weekday: 'MONDAY', opensAt: '22:00', closesAt: '06:00' }, { weekday: 'TUESDAY', opensAt: '09:00', closesAt: '12:00' }, { weekday: 'TUESDAY', opensAt: '11:00', closesAt: '13:00' }],
      specialDays: [{ fallsOn: '2026-12-24' }, { fallsOn: '2026-12-24', opensAt: '09:00', closesAt: '10:00' }, { fallsOn: '2026-12-25', opensAt: '09:00' }],
    }), [
      ['WINDOW_ENDS_BEFORE_IT_BEGINS', 'windows.0.closesAt'], ['WINDOWS_OVERLAP', 'windows.2'], ['WINDOW_HALF_GIVEN', 'specialDays.2'],
      ['SPECIAL_DAY_CONTRADICTS', 'specialDays.1'], ['HOLIDAY_REGION_UNKNOWN', 'holidayRegion'],
    ]);
    assert.deepEqual(await refused(ada, CreateCalendar, { name: 'Never', timeZone: 'UTC', windows: [], specialDays: [{ fallsOn: '2026-12-24' }] }), [['CALENDAR_NEVER_OPEN', 'windows']]);
    assert.deepEqual(await refused(ada, CreateCalendar, { name: 'Nowhere', timeZone: '+01:00', windows: [{ weekday: 'MONDAY', opensAt: '9', closesAt: '25:00' }] }), [
      ['INVALID_TIME_ZONE', 'timeZone'], ['INVALID_LOCAL_TIME', 'windows.0.opensAt'], ['INVALID_LOCAL_TIME', 'windows.0.closesAt'],
    ]);
  });

  it('may begin one window where another ends, and open on one day only', async () => {
    const { hours } = await calendar({ windows: [{ weekday: 'MONDAY', opensAt: '09:00', closesAt: '12:00' }, { weekday: 'MONDAY', opensAt: '12:00', closesAt: '17:00' }] });
    assert.equal(hours?.windows.length, 2);
    assert.equal((await calendar({ windows: [], specialDays: [{ fallsOn: '2026-12-24', opensAt: '09:00', closesAt: '10:00' }] })).hours?.windows.length, 0);
  });

  it('gets other hours as new hours, and keeps them where nothing is said of them', async () => {
    const { id, hours } = await calendar({ holidayRegion: 'CZ', specialDays: [{ fallsOn: '2026-12-31' }] });
    const { calendar: renamed } = await done(ada, UpdateCalendar, { calendarId: id, name: `Renamed ${made}`, expectedVersion: 1 });
    assert.equal(renamed?.hours?.id, hours?.id);
    const { calendar: moved } = await done(ada, UpdateCalendar, { calendarId: id, timeZone: 'Europe/Lisbon' });
    assert.notEqual(moved?.hours?.id, hours?.id);
    assert.deepEqual([moved?.hours?.timeZone, moved?.hours?.holidayRegion, moved?.hours?.windows.length, moved?.hours?.specialDays.length], ['Europe/Lisbon', 'CZ', 5, 1]);
    const { calendar: without } = await done(ada, UpdateCalendar, { calendarId: id, holidayRegion: null, specialDays: [] });
    assert.deepEqual([without?.hours?.timeZone, without?.hours?.holidayRegion, without?.hours?.specialDays], ['Europe/Lisbon', null, []]);
    assert.deepEqual((await payload(ada, UpdateCalendar, { calendarId: id, name: 'Stale', expectedVersion: 1 })).userErrors.map(({ code }) => code), ['STALE']);
  });

  it('is the default alone, and then stays in use', async () => {
    const { administrator } = await app.tenant();
    const { calendar: own } = await done(administrator, CreateCalendar, { name: 'Own', timeZone: 'UTC', windows: nineToFive });
    const calendarId = own?.id ?? '';
    await done(administrator, MakeCalendarDefault, { calendarId });
    const { calendars } = await administrator.ask(ListCalendars);
    assert.deepEqual(calendars.nodes.filter(({ isDefault }) => isDefault).map(({ name }) => name), ['Own']);
    assert.deepEqual(await refused(administrator, UpdateCalendar, { calendarId, active: false }), [['CALENDAR_IS_DEFAULT', 'active']]);
    const former = calendars.nodes.find(({ name }) => name === 'Business hours')?.id ?? '';
    await done(administrator, UpdateCalendar, { calendarId: former, active: false });
    assert.deepEqual(await refused(administrator, MakeCalendarDefault, { calendarId: former }), [['CALENDAR_NOT_ACTIVE', 'calendarId']]);
    const { errors } = await administrator.send(AskDueTime, { calendarId: former, target: 'PT1H' });
    assert.match(errors[0]?.message ?? '', /out of use/);
  });

  it('has a name of its own, is changed by who may, and is no other organisation\'s', async () => {
    const { id, name } = await calendar();
    assert.deepEqual(await refused(ada, CreateCalendar, { name, timeZone: 'UTC', windows: nineToFive }), [['CALENDAR_NAME_TAKEN', null]]);
    const { client } = await colleague(ada, 'AGENT');
    assert.equal(await client.failure(UpdateCalendar, { input: { calendarId: id, name: 'Mine' } }), 'FORBIDDEN');
    assert.equal((await client.ask(ReadCalendar, { id })).calendar?.name, name);
    assert.equal((await stranger.ask(ReadCalendar, { id })).calendar, null);
    assert.equal(await stranger.failure(UpdateCalendar, { input: { calendarId: id, name: 'Ours' } }), 'NOT_FOUND');
    assert.equal(await stranger.failure(AskDueTime, { calendarId: id, target: 'PT1H' }), 'NOT_FOUND');
  });
});

describe('public holidays', () => {
  it('are told of a region and year, in order', async () => {
    const { holidays } = await ada.ask(ListHolidays, { region: 'CZ', year: 2026 });
    assert.deepEqual(holidays.map(({ fallsOn }) => fallsOn), [
      '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-08', '2026-07-05', '2026-07-06', '2026-09-28', '2026-10-28', '2026-11-17', '2026-12-24', '2026-12-25', '2026-12-26',
    ]);
    assert.equal(holidays[2]?.name, 'Velikonoční pondělí');
    assert.ok((await ada.ask(ListHolidays, { region: 'DE-BY', year: 2027 })).holidays.some(({ fallsOn, name }) => fallsOn === '2027-01-06' && name === 'Heilige Drei Könige'));
  });

  it('are known of regions that are listed, and of some thirty years', async () => {
    const { holidayRegions } = await ada.ask(ListHolidayRegions, { country: 'DE' });
    assert.deepEqual(holidayRegions[0], { code: 'DE', name: 'Germany' });
    assert.ok(holidayRegions.some(({ code }) => code === 'DE-BY'));
    assert.deepEqual((await ada.ask(ListHolidayRegions, { country: 'KP' })).holidayRegions, []);
    for (const [region, year] of [['XX', 2026], ['CZ', 1900], ['CZ', 2200]] as const) assert.equal(await ada.failure(ListHolidays, { region, year }), 'BAD_USER_INPUT');
  });
});

describe('business time', () => {
  it('is explained by windows, nights, week-ends and holidays', async () => {
    const { id } = await calendar({ holidayRegion: 'CZ' });
    // Thursday 15:00 before Easter: two hours, then Good Friday to Easter Monday are closed, then Tuesday.
    const { dueTime } = await ada.ask(AskDueTime, { calendarId: id, target: 'PT8H', from: '2026-04-02T13:00:00Z' });
    assert.equal(dueTime.dueAt, '2026-04-07T13:00:00.000Z');
    assert.deepEqual(short(dueTime.steps), [
      'COUNTED 04-02T13:00 to 04-02T15:00 120m', 'CLOSED 04-02T15:00 to 04-02T22:00', 'HOLIDAY 04-02T22:00 to 04-03T22:00 Velký pátek',
      'CLOSED 04-03T22:00 to 04-05T22:00', 'HOLIDAY 04-05T22:00 to 04-06T22:00 Velikonoční pondělí', 'CLOSED 04-06T22:00 to 04-07T07:00', 'COUNTED 04-07T07:00 to 04-07T13:00 360m',
    ]);
    assert.deepEqual(dueTime.steps.map(({ leftSeconds }) => leftSeconds / HOUR * 1000), [6, 6, 6, 6, 6, 6, 0]);
  });

  it('counts an hour that comes twice twice, and none that is left out', async () => {
    const { id } = await calendar({ windows: [{ weekday: 'SUNDAY', opensAt: '01:00', closesAt: '04:00' }] });
    const between = async (from: string, until: string): Promise<number> => (await ada.ask(AskBusinessTime, { calendarId: id, from, until })).businessTime.seconds / 3600;
    assert.equal(await between('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'), 2);
    assert.equal(await between('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z'), 4);
    assert.equal(await between('2026-06-13T12:00:00Z', '2026-06-14T12:00:00Z'), 3);
  });

  it('is counted by the default calendar when none is named, and by every hour where it never closes', async () => {
    const { calendars } = await ada.ask(ListCalendars);
    const always = calendars.nodes.find(({ name }) => name === 'Around the clock')?.id ?? '';
    assert.equal((await ada.ask(AskDueTime, { target: 'PT1H', from: '2026-06-05T14:30:00Z' })).dueTime.dueAt, '2026-06-08T07:30:00.000Z');
    const { dueTime } = await ada.ask(AskDueTime, { calendarId: always, target: 'P1D', from: '2026-03-28T12:00:00Z' });
    assert.deepEqual([dueTime.dueAt, dueTime.steps.length], ['2026-03-29T12:00:00.000Z', 1]);
  });

  it('is refused in days, beyond ten years, between two moments beyond one, and backwards', async () => {
    const { id } = await calendar({ windows: [], specialDays: [{ fallsOn: '2026-12-24', opensAt: '09:00', closesAt: '10:00' }] });
    const why = async (variables: object): Promise<unknown> => {
      const { errors } = await ada.send(AskDueTime, { calendarId: id, ...variables } as never);
      return [errors[0]?.extensions.code, errors[0]?.message.match(/days, which|ten years/)?.[0]];
    };
    assert.deepEqual(await why({ target: 'P1D', from: '2026-06-01T00:00:00Z' }), ['BAD_USER_INPUT', 'days, which']);
    assert.deepEqual(await why({ target: 'PT2H', from: '2026-06-01T00:00:00Z' }), ['BAD_USER_INPUT', 'ten years']);
    assert.equal(await ada.failure(AskBusinessTime, { from: '2026-06-02T00:00:00Z', until: '2026-06-01T00:00:00Z' }), 'BAD_USER_INPUT');
    assert.equal(await ada.failure(AskBusinessTime, { from: '2026-06-02T00:00:00Z', until: '2027-06-04T00:00:00Z' }), 'BAD_USER_INPUT');
  });
});

describe('a clock', () => {
  const read = async (id: string): Promise<ClockFactsFragment> => {
    const { clock } = await ada.ask(ReadClock, { id });
    assert.ok(clock);
    return clock;
  };
  /** A clock of a task that has no other. */
  const start = async (facts: Omit<Parameters<ClockHands['start']>[0], 'taskId'> = {}): Promise<string> => {
    const { task } = await done(ada, CreateTask, { title: 'Something' });
    return hands.start({ taskId: task?.id ?? '', ...facts });
  };
  const position = async (): Promise<string> => (await ada.ask(CurrentPosition)).position;
  const told = async (id: string, after: string): Promise<string[]> => (await ada.ask(EventsSince, { after })).events.changes
    .filter(({ type, subjectId }) => type.startsWith('clock.') && subjectId === id).map(({ type }) => type);

  it('stands still while it is paused, and keeps what it used', async () => {
    const { id: calendarId } = await calendar();
    const id = await start({ calendarId, at: new Date('2030-06-03T08:00:00.600Z') }); // Monday 10:00
    assert.equal((await read(id)).dueAt, '2030-06-03T12:00:00.000Z');
    await hands.does('pause', id, { at: new Date('2030-06-03T09:00:00Z'), reason: 'Waiting for the customer' });
    const paused = await read(id);
    assert.deepEqual([paused.state, paused.dueAt, short(paused.explanation)], ['PAUSED', null, [
      'COUNTED 06-03T08:00 to 06-03T09:00 60m', 'PAUSED 06-03T09:00 to … Waiting for the customer',
    ]]);
    await hands.does('resume', id, { at: new Date('2030-06-03T14:00:00Z') });
    const resumed = await read(id);
    assert.deepEqual([resumed.state, resumed.dueAt], ['RUNNING', '2030-06-04T09:00:00.000Z']);
    assert.deepEqual(short(resumed.explanation), [
      'COUNTED 06-03T08:00 to 06-03T09:00 60m', 'PAUSED 06-03T09:00 to 06-03T14:00 Waiting for the customer', 'COUNTED 06-03T14:00 to 06-03T15:00 60m',
      'CLOSED 06-03T15:00 to 06-04T07:00', 'COUNTED 06-04T07:00 to 06-04T09:00 120m',
    ]);
    assert.deepEqual(resumed.explanation.at(-1), { ...resumed.explanation.at(-1), usedSeconds: 4 * 3600, leftSeconds: 0 });
  });

  it('warns and is breached once each, though several nodes look', async () => {
    const second = await app.node();
    const from = await position();
    const id = await start({ warning: { warnShare: 75 } });
    await app.letTimePass(3 * HOUR - 60_000);
    assert.deepEqual(await told(id, from), ['clock.started']);
    await app.letTimePass(2 * 60_000);
    const warned = await eventually(async () => {
      const clock = await read(id);
      return clock.warnedAt && clock;
    });
    assert.deepEqual([warned.state, warned.warnedAt], ['RUNNING', warned.warnAt]);
    await app.letTimePass(HOUR);
    const breached = await eventually(async () => {
      const clock = await read(id);
      return clock.state === 'BREACHED' && clock;
    });
    assert.equal(breached.breachedAt, breached.dueAt);
    await app.letTimePass(24 * HOUR);
    const later = await start({ target: 'PT1S' });
    await app.letTimePass(HOUR);
    await eventually(async () => (await read(later)).state === 'BREACHED');
    assert.deepEqual(await told(id, from), ['clock.started', 'clock.warned', 'clock.breached']);
    await second.app.stop();
  });

  it('met after it was due is late as of when it was due, also before anybody told', async () => {
    const from = await position();
    const id = await start({ at: new Date(app.app.host.now().getTime() - 5 * HOUR) });
    await hands.does('meet', id, {});
    const met = await read(id);
    assert.deepEqual([met.state, met.breachedAt], ['MET', met.dueAt]);
    assert.ok(met.metAt && met.breachedAt && met.metAt > met.breachedAt);
    assert.deepEqual((await told(id, from)).toSorted(), ['clock.breached', 'clock.met', 'clock.started']);
  });

  it('met in time tells nothing more when its time comes', async () => {
    const from = await position();
    const id = await start({ target: 'PT2H', warning: { warnBefore: 'PT1H' } });
    await hands.does('meet', id, {});
    await app.letTimePass(3 * HOUR);
    const other = await start({ target: 'PT1S' });
    await app.letTimePass(HOUR);
    await eventually(async () => (await read(other)).state === 'BREACHED');
    assert.deepEqual([(await read(id)).state, await told(id, from)], ['MET', ['clock.started', 'clock.met']]);
  });

  it('given another target keeps what it used, and by other hours too', async () => {
    const begun = new Date(app.app.host.now().getTime() - 2 * HOUR);
    const id = await start({ at: begun });
    await hands.does('retarget', id, { target: 'PT3H' });
    const shorter = await read(id);
    assert.equal(Date.parse(shorter.dueAt ?? '') - Date.parse(shorter.startedAt), 3 * HOUR);
    assert.deepEqual(shorter.terms?.map(({ target }) => target), ['PT4H', 'PT3H']);

    await hands.does('retarget', id, { target: 'PT1H' });
    const used = await eventually(async () => {
      const clock = await read(id);
      return clock.state === 'BREACHED' && clock;
    }, 'a target that is used up to be due at once');
    assert.ok(Date.parse(used.breachedAt ?? '') >= begun.getTime() + 2 * HOUR - 1000);

    await hands.does('retarget', id, { target: 'PT10H' });
    const mended = await read(id);
    assert.deepEqual([mended.state, mended.breachedAt], ['RUNNING', null]);
  });

  it('goes on by the new hours of its calendar, and keeps what it used by the old', async () => {
    const { id: calendarId } = await calendar({ windows: [...WEEK, 'SATURDAY', 'SUNDAY'].map((weekday) => ({ weekday, opensAt: '00:00', closesAt: '23:59' })) as never, timeZone: 'UTC' });
    const running = await start({ calendarId, target: 'PT40H' });
    const before = await read(running);
    await app.letTimePass(HOUR);
    const none = { windows: [{ weekday: 'MONDAY' as const, opensAt: '09:00', closesAt: '10:00' }] };
    await done(ada, UpdateCalendar, { calendarId, ...none });
    const after = await eventually(async () => {
      const clock = await read(running);
      return clock.terms?.length === 2 && clock;
    });
    assert.ok((after.dueAt ?? '') > (before.dueAt ?? ''));
    const [first] = after.explanation;
    assert.ok((first?.countedSeconds ?? 0) >= 3599, 'the hour by the old hours');
    assert.equal(after.explanation.filter(({ kind }) => kind === 'COUNTED').reduce((sum, { countedSeconds }) => sum + countedSeconds, 0), 40 * 3600);
  });

  it('that the new hours of its calendar leave without a due time keeps no other back, and is due again by hours that do', async () => {
    const { id: calendarId } = await calendar();
    const at = new Date('2040-06-03T12:00:00Z'); // a Sunday
    const [long, short_] = [await start({ calendarId, target: 'PT40H', at }), await start({ calendarId, target: 'PT30M', at })];
    await done(ada, UpdateCalendar, { calendarId, windows: [], specialDays: [{ fallsOn: '2040-06-15', opensAt: '09:00', closesAt: '10:00' }] });
    const moved = await eventually(async () => {
      const clock = await read(short_);
      return clock.terms?.length === 2 && clock;
    });
    assert.equal(moved.dueAt, '2040-06-15T07:30:00.000Z');
    const endless = await read(long);
    assert.deepEqual([endless.state, endless.dueAt, endless.terms?.length, endless.explanation.at(-1)?.kind], ['RUNNING', null, 2, 'CLOSED']);
    assert.ok((endless.explanation.at(-1)?.leftSeconds ?? 0) > 0);

    await done(ada, UpdateCalendar, { calendarId, windows: nineToFive });
    const again = await eventually(async () => {
      const clock = await read(long);
      return clock.terms?.length === 3 && clock;
    });
    assert.deepEqual([again.state, again.dueAt !== null], ['RUNNING', true]);
  });

  it('that ended can be taken up again: the time between does not count', async () => {
    const id = await start({ at: new Date(app.app.host.now().getTime() - HOUR) });
    await hands.does('meet', id, {});
    const { dueAt } = await read(id);
    await app.letTimePass(10 * HOUR);
    await hands.does('reopen', id, { reason: 'Answered' });
    const open = await read(id);
    assert.deepEqual([open.state, open.metAt, open.pauses?.length], ['RUNNING', null, 1]);
    const moved = Date.parse(open.dueAt ?? '') - Date.parse(dueAt ?? '');
    assert.ok(moved >= 10 * HOUR && moved < 10 * HOUR + 60_000);
  });

  it('that is cancelled is silent from then on; verbs where there is nothing to do do nothing', async () => {
    const from = await position();
    const id = await start();
    await hands.does('cancel', id, {});
    for (const verb of CLOCK_VERBS.filter((one) => one !== 'reopen')) await hands.does(verb, id, {});
    assert.deepEqual([(await read(id)).state, await told(id, from)], ['CANCELLED', ['clock.started', 'clock.cancelled']]);
  });

  it('due at a named moment is not moved by pauses', async () => {
    const dueAt = new Date(Math.floor(app.app.host.now().getTime() / 1000) * 1000 + 5 * HOUR);
    const id = await start({ target: dueAt });
    await hands.does('pause', id, { reason: 'Never mind' });
    const clock = await read(id);
    assert.deepEqual([clock.state, clock.dueAt, clock.target, clock.explanation.length], ['RUNNING', dueAt.toISOString(), null, 1]);
  });

  it('is found by its record, and out of reach with it', async () => {
    const id = await start();
    const { subject } = await read(id);
    assert.deepEqual(await hands.of(subject?.id ?? ''), [id]);
    assert.deepEqual(await hands.of(subject?.id ?? '', ['FIRST_RESPONSE']), []);
    assert.equal((await stranger.ask(ReadClock, { id: id })).clock, null);
  });
});
