import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { AtMost } from '../../src/platform/live/at-most.ts';

test('at most so much is under way at once, in order, also when some of it fails', async () => {
  const atMost = new AtMost(2);
  const begun: number[] = [];
  let [now, most] = [0, 0];
  const work = async (n: number): Promise<number> => {
    begun.push(n);
    now += 1;
    most = Math.max(most, now);
    await turn();
    now -= 1;
    if (n % 3 === 0) throw new Error('failed');
    return n;
  };
  const numbers = Array.from({ length: 9 }, (_, n) => n);
  const outcomes = await Promise.allSettled(numbers.map((n) => atMost.run(() => work(n))));
  assert.deepEqual(outcomes.map(({ status }) => status === 'fulfilled'), numbers.map((n) => n % 3 !== 0));
  assert.deepEqual([begun, most, now], [numbers, 2, 0]);
  assert.equal(await atMost.run(() => work(10)), 10, 'nothing is left taken');
});
