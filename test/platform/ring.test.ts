import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LoggedEvent } from '../../src/platform/live/log.ts';
import { Ring } from '../../src/platform/live/ring.ts';

const event = (seq: number): LoggedEvent => ({ seq }) as LoggedEvent;
const events = (from: number, to: number): LoggedEvent[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => event(from + i));

test('a ring holds the newest events without a gap, however it grows', () => {
  const growth = fc.array(fc.record({ end: fc.constantFrom('append', 'prepend'), count: fc.nat(12) }), { maxLength: 20 });
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(50), growth, fc.nat(80), fc.integer({ min: 1, max: 12 }), (capacity, start, steps, after, limit) => {
    const ring = new Ring(capacity, start);
    for (const { end, count } of steps) {
      if (end === 'append') ring.append(events(ring.last + 1, ring.last + count));
      else ring.prepend(events(Math.max(1, ring.first - count), ring.first - 1));
    }
    assert.ok(ring.last - ring.first + 1 <= capacity);
    const held = ring.after(after, limit)?.map(({ seq }) => seq) ?? null;
    const expected = after < ring.first - 1 ? null : events(after + 1, Math.min(ring.last, after + limit)).map(({ seq }) => seq);
    assert.deepEqual(held, expected);
  }));
});

test('a ring refuses what would leave a gap', () => {
  const ring = new Ring(4, 10);
  assert.throws(() => ring.append([event(12)]), /does not follow 10/);
  ring.append([event(11)]);
  ring.prepend([event(8), event(9)]);
  assert.equal(ring.after(9, 5), null, 'older events that do not meet the ring are not taken');
});
