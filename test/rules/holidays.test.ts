/** The file of holidays says what date-holidays, of which it was made, says; checked for a few regions of different kinds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import DateHolidays from 'date-holidays';
import { holidaysIn, isRegion, regionsOf } from '../../src/crm/clocks/holidays.ts';

describe('the file of holidays', () => {
  for (const region of ['CZ', 'PL', 'DE-BY', 'GB-ENG', 'US-CA', 'CN', 'JP']) {
    it(`knows those of ${region}, of fixed days and moving ones`, () => {
      const [country = '', ...parts] = region.split('-');
      const calendar = new DateHolidays(country, parts[0] ?? '');
      for (const year of [2020, 2026, 2031]) {
        const wanted = calendar.getHolidays(year).filter(({ type, start, end }) => type === 'public' && end.getTime() - start.getTime() >= 20 * 3_600_000).map(({ date }) => date.slice(0, 10));
        assert.deepEqual(new Set(holidaysIn(region, year).map(({ fallsOn }) => fallsOn)), new Set(wanted));
      }
    });
  }

  it('lists a country before its parts, and nothing of a country it does not know', () => {
    assert.equal(regionsOf('DE')[0]?.code, 'DE');
    assert.deepEqual([regionsOf('KP'), isRegion('KP'), isRegion('toString')], [[], false, false]);
  });
});
