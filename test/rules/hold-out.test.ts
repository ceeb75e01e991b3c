/** The lot of a campaign: even, of nothing but seed and customer, and in the shares that were asked for. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { assign, placeOf } from '../../src/crm/campaigns/hold-out.ts';
import { newId } from '../../src/kernel/ids.ts';

const customers = Array.from({ length: 20_000 }, () => `cus_${newId().replaceAll('-', '')}`);

describe('the place of a customer', () => {
  it('is what its description says, so that anybody can draw it again', () => {
    const [customer = ''] = customers;
    const digest = createHmac('sha256', 'seed').update(customer).digest('hex').slice(0, 12);
    assert.equal(placeOf('seed', customer), parseInt(digest, 16) / 2 ** 48);
  });

  it('is spread evenly over ids that follow each other, under any seed', () => {
    for (const seed of ['a', 'b', '0f'.repeat(16)]) {
      const cells = Array.from({ length: 100 }, () => 0);
      for (const customer of customers) cells[Math.floor(placeOf(seed, customer) * 100)]! += 1;
      const expected = customers.length / 100;
      const chiSquared = cells.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
      // 99 degrees of freedom: one in a million is above 176.
      assert.ok(chiSquared < 176, `${chiSquared} under ${seed}`);
    }
  });

  it('under one seed says nothing of that under another', () => {
    const both = customers.filter((customer) => placeOf('a', customer) < 0.1 && placeOf('b', customer) < 0.1).length;
    assert.ok(both > 120 && both < 290, `${both} of 20,000 are among the first tenth of both`);
  });
});

describe('the assignment', () => {
  const two = [{ name: 'A', weight: 3 }, { name: 'B', weight: 1 }];

  it('holds out what was asked for, and shares the rest by weight', () => {
    const counts = Map.groupBy(customers, (customer) => {
      const assigned = assign(placeOf('s', customer), 10, two);
      return assigned === 'HELD_OUT' ? assigned : assigned.name;
    });
    const share = (key: string): number => (counts.get(key)?.length ?? 0) / customers.length;
    assert.ok(Math.abs(share('HELD_OUT') - 0.1) < 0.01 && Math.abs(share('A') - 0.675) < 0.015 && Math.abs(share('B') - 0.225) < 0.015, `${share('HELD_OUT')} ${share('A')} ${share('B')}`);
  });

  it('gives everybody something, at the ends of the range too', () => fc.assert(fc.property(
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 0, max: 90 }), fc.array(fc.record({ weight: fc.integer({ min: 1, max: 1000 }) }), { minLength: 1, maxLength: 10 }),
    (place, percent, variants) => {
      const assigned = assign(place, percent, variants);
      assert.equal(assigned === 'HELD_OUT', place < percent / 100);
      assert.ok(assigned === 'HELD_OUT' || variants.includes(assigned));
    },
  )));

  it('holds nobody out when none are asked for', () => assert.equal(assign(0, 0, two), two[0]));
});
