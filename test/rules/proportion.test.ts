/** Intervals of proportions, against the tables of Newcombe's two papers of 1998, and by what must hold of any. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newcombe, wilson, type Estimate, type Proportion } from '../../src/kernel/values/proportion.ts';

const four = (estimate: Estimate | null): string[] | null => estimate && [estimate.low.toFixed(4), estimate.high.toFixed(4)];
const proportion = fc.integer({ min: 1, max: 100_000 }).chain((of) => fc.record({ count: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
const flipped = ({ count, of }: Proportion): Proportion => ({ count: of - count, of });

describe("Wilson's interval of a proportion", () => {
  const published: [count: number, of: number, low: string, high: string][] = [
    [81, 263, '0.2553', '0.3662'], [15, 148, '0.0624', '0.1605'], [0, 20, '0.0000', '0.1611'], [1, 29, '0.0061', '0.1718'],
  ];
  for (const [count, of, low, high] of published) {
    it(`is ${low} to ${high} of ${count} in ${of}, as published`, () => assert.deepEqual(four(wilson({ count, of })), [low, high]));
  }

  it('says nothing of nothing', () => assert.equal(wilson({ count: 0, of: 0 }), null));

  it('refuses more than there are, and fewer than none', () => {
    for (const wrong of [{ count: 2, of: 1 }, { count: -1, of: 1 }]) assert.throws(() => wilson(wrong));
  });

  it('begins at exactly none and ends at exactly all', () => fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (of) => {
    assert.equal(wilson({ count: 0, of })?.low, 0);
    assert.equal(wilson({ count: of, of })?.high, 1);
  })));

  it('holds what was counted, within 0 and 1, and mirrors the interval of the others', () => fc.assert(fc.property(proportion, (p) => {
    const [it, mirror] = [wilson(p), wilson(flipped(p))];
    assert.ok(it && mirror && it.low >= 0 && it.low <= it.value && it.value <= it.high && it.high <= 1, JSON.stringify(it));
    assert.ok(Math.abs(1 - it.low - mirror.high) < 1e-12 && it.low < it.high);
  })));

  it('solves what defines it: at its ends the score is as unlikely as agreed', () => fc.assert(fc.property(proportion, (p) => {
    const it = wilson(p);
    for (const end of it ? [it.low, it.high].filter((end) => end > 1e-9 && end < 1 - 1e-9) : []) {
      const score = Math.abs(p.count / p.of - end) / Math.sqrt((end * (1 - end)) / p.of);
      assert.ok(Math.abs(score - 1.959963984540054) < 1e-4, `${score} at ${end} of ${p.count}/${p.of}`);
    }
  })));

  it('gets narrower the more is counted', () => fc.assert(fc.property(proportion, ({ count, of }) => {
    const [one, ten] = [wilson({ count, of }), wilson({ count: 10 * count, of: 10 * of })];
    assert.ok(one && ten && ten.high - ten.low < one.high - one.low);
  })));
});

describe("Newcombe's interval of a difference", () => {
  const published: [one: [number, number], other: [number, number], low: string, high: string][] = [
    [[56, 70], [48, 80], '0.0524', '0.3339'], [[9, 10], [3, 10], '0.1705', '0.8090'], [[6, 7], [2, 7], '0.0582', '0.8062'],
    [[5, 56], [0, 29], '-0.0381', '0.1926'], [[0, 10], [0, 20], '-0.1611', '0.2775'], [[0, 10], [0, 10], '-0.2775', '0.2775'],
    [[10, 10], [0, 20], '0.6791', '1.0000'], [[10, 10], [0, 10], '0.6075', '1.0000'],
  ];
  for (const [[a, m], [b, n], low, high] of published) {
    it(`is ${low} to ${high} between ${a} in ${m} and ${b} in ${n}, as published`, () => {
      assert.deepEqual(four(newcombe({ count: a, of: m }, { count: b, of: n })), [low, high]);
    });
  }

  it('says nothing where one side has nothing', () => {
    assert.equal(newcombe({ count: 0, of: 0 }, { count: 1, of: 2 }), null);
    assert.equal(newcombe({ count: 1, of: 2 }, { count: 0, of: 0 }), null);
  });

  it('holds the difference, within -1 and 1, and turns round with it', () => fc.assert(fc.property(proportion, proportion, (p, q) => {
    const [it, round] = [newcombe(p, q), newcombe(q, p)];
    assert.ok(it && round && it.low >= -1 && it.low <= it.value && it.value <= it.high && it.high <= 1, JSON.stringify(it));
    assert.ok(Math.abs(it.low + round.high) < 1e-12 && Math.abs(it.high + round.low) < 1e-12);
  })));
});
