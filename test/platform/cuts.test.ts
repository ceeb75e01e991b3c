/** The campaigns of `npm run faults` in which connections fail, in short. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { wrongIn } from '../faults/campaign.ts';
import { cutSubscribers } from '../faults/cut-subscribers.ts';
import { herd } from '../faults/herd.ts';
import { Installation } from '../faults/installation.ts';
import { loseHints } from '../faults/lose-hints.ts';
import { brokenIn, resync } from '../faults/resync.ts';
import { stopReading } from '../faults/stop-reading.ts';

let installation: Installation;
before(async () => { installation = await Installation.start(); });
after(() => installation.remove());

it('subscribers who are cut off again and again, and whose node is started anew, are told everything once and in order', async () => {
  const [cuts, subscribers] = [20, 50];
  const outcome = await cutSubscribers(installation, { cuts, writers: 2, subscribers });
  assert.deepEqual(wrongIn(outcome), []);
  assert.ok(outcome.acknowledged >= cuts && outcome.cutConnections >= cuts * subscribers, JSON.stringify(outcome));
});

it('a write on one node reaches the subscribers of another, also while hints are lost', async () => {
  const outcome = await loseHints(installation, { losses: 2, writers: 2, subscribers: 3 });
  assert.deepEqual(wrongIn(outcome), []);
  assert.ok(outcome.listenersEnded >= 2, JSON.stringify(outcome));
});

it('a herd that comes back at once is told everything, hardly reads the log, and keeps nobody waiting', async () => {
  const outcome = await herd(installation, { herds: 1, writers: 2, subscribers: 200 });
  assert.deepEqual(wrongIn(outcome), []);
  assert.ok(outcome.resumed >= 200, JSON.stringify(outcome));
});

it('subscribers who stop reading are closed, cost little, and miss nothing later', async () => {
  const outcome = await stopReading(installation, { subscribers: 30, stuck: 10, writers: 2 });
  assert.deepEqual(wrongIn(outcome), []);
  assert.ok(outcome.resumed >= 10, JSON.stringify(outcome));
});

it('positions that mean nothing any more are answered with one that does', async () => {
  const outcome = await resync(installation, { followers: 10 });
  assert.deepEqual(brokenIn(outcome), []);
  assert.equal(outcome.told, 40);
});
