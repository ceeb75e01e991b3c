/** Moments and days as clients write them: what is in no calendar is refused, never moved to another day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateScalar, DateTimeScalar } from '../../src/platform/graphql/scalars.ts';

test('a moment is taken with any offset', () => {
  for (const [written, meant] of [
    ['2026-11-22T09:30:00Z', '2026-11-22T09:30:00.000Z'], ['2026-11-22T09:30Z', '2026-11-22T09:30:00.000Z'],
    ['2024-02-29T00:30:00.5+02:00', '2024-02-28T22:30:00.500Z'], ['2026-12-31T23:59:59-01:00', '2027-01-01T00:59:59.000Z'],
  ] as const) assert.equal(DateTimeScalar.parseValue(written).toISOString(), meant);
});

test('a moment that no calendar or clock shows is refused', () => {
  for (const wrong of [
    '2026-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '2026-04-31T10:00:00+02:00', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z',
    '0000-05-05T00:00:00Z', '9999-12-31T23:59:59-14:00', '2026-11-22T09:30:00', '2026-11-22', 'now', '', 1_764_000_000, null,
  ]) assert.throws(() => DateTimeScalar.parseValue(wrong), /A moment is written like/, String(wrong));
});

test('a day that no calendar shows is refused', () => {
  assert.equal(DateScalar.parseValue('2024-02-29'), '2024-02-29');
  for (const wrong of ['2026-02-29', '2026-02-30', '0000-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '']) {
    assert.throws(() => DateScalar.parseValue(wrong), /A day is written like/, wrong);
  }
});
