/** When mails may leave, over nights, weekends and the days on which clocks are put forward or back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextSendMoment, type SendWindow } from '../../src/crm/campaigns/send-window.ts';

const prague: SendWindow = { timeZone: 'Europe/Prague', sendFrom: '09:00', sendUntil: '17:30', weekdaysOnly: true };
const next = (at: string, window: Partial<SendWindow> = {}): string => nextSendMoment(new Date(at), { ...prague, ...window }).toISOString();

describe('the next moment to send', () => {
  const cases: [what: string, at: string, expected: string, window?: Partial<SendWindow>][] = [
    ['is now within the window', '2026-11-27T10:00:00.000Z', '2026-11-27T10:00:00.000Z'],
    ['is its beginning before it', '2026-11-27T05:00:00.000Z', '2026-11-27T08:00:00.000Z'],
    ['is after the weekend when it has closed on a Friday', '2026-11-27T16:30:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['is the next day when every day will do', '2026-11-27T16:30:00.000Z', '2026-11-28T08:00:00.000Z', { weekdaysOnly: false }],
    ['is any time without a window', '2026-11-28T23:59:00.000Z', '2026-11-28T23:59:00.000Z', { sendFrom: null, sendUntil: null, weekdaysOnly: false }],
    ['follows summer time', '2026-07-01T05:00:00.000Z', '2026-07-01T07:00:00.000Z'],
    ['skips the hour that a clock skips', '2026-03-29T00:30:00.000Z', '2026-03-29T01:00:00.000Z', { sendFrom: '02:00', sendUntil: '04:00', weekdaysOnly: false }],
    ['takes a window that the clock skips whole on the next day', '2026-03-28T23:30:00.000Z', '2026-03-30T00:00:00.000Z', { sendFrom: '02:00', sendUntil: '03:00', weekdaysOnly: false }],
    ['knows the end of the day', '2026-11-27T22:59:59.999Z', '2026-11-27T22:59:59.999Z', { sendUntil: '24:00' }],
  ];
  for (const [what, at, expected, window] of cases) it(what, () => assert.equal(next(at, window), expected));

  it('is never before, in the window, on a day that will do, and then stays', () => fc.assert(fc.property(
    fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.constantFrom('Europe/Prague', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
    fc.integer({ min: 4, max: 12 }), fc.integer({ min: 1, max: 11 }), fc.boolean(),
    (at, timeZone, from, hours, weekdaysOnly) => {
      const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
      const window = { timeZone, sendFrom: clock(from), sendUntil: clock(from + hours), weekdaysOnly };
      const found = nextSendMoment(at, window);
      const wall = DateTime.fromJSDate(found, { zone: timeZone });
      assert.ok(found >= at && wall.hour >= from && wall.hour < from + hours && (!weekdaysOnly || wall.weekday < 6));
      assert.deepEqual(nextSendMoment(found, window), found);
    },
  )));
});
