/** Guessing gets slow, never impossible, and only for the key that failed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SlowDown } from '../../src/crm/identity/slow-down.ts';
import { Turns } from '../../src/crm/identity/turns.ts';

const start = Date.parse('2026-11-22T12:00:00Z');
const at = (ms: number) => new Date(start + ms);
const failing = (times: number) => {
  const slowDown = new SlowDown({ free: 3, longestMs: 30_000 });
  for (let i = 0; i < times; i++) slowDown.failed('anna', at(0));
  return slowDown;
};

describe('after failures in a row', () => {
  it('the first few cost nothing', () => assert.equal(failing(2).wait('anna', at(0)), 0));
  it('each further one doubles the wait', () => {
    assert.deepEqual([3, 4, 5, 6].map((times) => failing(times).wait('anna', at(0))), [1000, 2000, 4000, 8000]);
  });
  it('the wait passes, and is never longer than its bound', () => {
    assert.equal(failing(4).wait('anna', at(1500)), 500);
    assert.equal(failing(4).wait('anna', at(2000)), 0);
    assert.equal(failing(1000).wait('anna', at(0)), 30_000);
  });
  it('others do not wait', () => assert.equal(failing(10).wait('petr', at(0)), 0));
  it('a success forgets them, and so does an hour', () => {
    const slowDown = failing(10);
    assert.equal(slowDown.wait('anna', at(3_600_000)), 0);
    slowDown.succeeded('anna');
    assert.equal(slowDown.wait('anna', at(0)), 0);
  });
  it('of very many keys, the last are remembered', () => {
    const slowDown = failing(10);
    for (let i = 0; i < 10_000; i++) slowDown.failed(`nobody-${i}`, at(0));
    assert.equal(slowDown.wait('anna', at(0)), 0);
    for (let i = 0; i < 3; i++) slowDown.failed('nobody-9999', at(0));
    assert.equal(slowDown.wait('nobody-9999', at(0)), 2000);
  });
});

describe('turns', () => {
  it('let few run at once and everybody in the end, also past failures', async () => {
    const turns = new Turns({ atOnce: 3, longestLine: 5 });
    let running = 0;
    let most = 0;
    const work = (fails: boolean) => async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (fails) throw new Error('wrong');
    };
    const all = Array.from({ length: 20 }, (_, i) => turns.take(work(i % 3 === 0)));
    assert.equal(turns.full, true);
    const done = await Promise.allSettled(all);
    assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 13);
    assert.deepEqual({ most, running, full: turns.full }, { most: 3, running: 0, full: false });
    await turns.take(work(false));
  });
});
