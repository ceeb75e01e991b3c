import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Paced } from '../../src/platform/live/paced.ts';

test('asks share a run that has not started, never one that has', async () => {
  const started: string[] = [];
  const gates: (() => void)[] = [];
  const paced = new Paced(() => 1, (key: string) => {
    started.push(key);
    return new Promise<number>((resolve) => gates.push(() => resolve(started.length)));
  });
  const first = [paced.run('a'), paced.run('a')];
  await until(() => gates.length === 1);
  const late = [paced.run('a'), paced.run('b'), paced.run('a')];
  gates[0]?.();
  assert.deepEqual(await Promise.all(first), [1, 1]);
  await until(() => gates.length === 2);
  gates[1]?.();
  await until(() => gates.length === 3);
  gates[2]?.();
  assert.deepEqual(await Promise.all(late), [2, 3, 2]);
  assert.deepEqual(started, ['a', 'a', 'b']);
});

test('a failed run is told to those who asked, and the next one runs', async () => {
  let fail = true;
  const paced = new Paced(() => 1, async () => {
    if (fail) throw new Error('away');
    return 'back';
  });
  await assert.rejects(paced.run(undefined), /away/);
  fail = false;
  assert.equal(await paced.run(undefined), 'back');
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}
