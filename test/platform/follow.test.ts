/** Streams of one node: every event once, in commit order, without a gap, and only to whom it may concern. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { encodePosition } from '../../src/kernel/position.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Change } from '../../src/platform/live/change.ts';
import { ResyncRequired } from '../../src/platform/live/resume.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { anActor, commit, EVERYONE, startNode, take, until, type Node } from '../support/event-log.ts';

let base: TestDatabase;
before(async () => { base = await createTestDatabase(); });
after(() => base.drop());

const seqs = (tenant: string, changes: readonly Change[]): number[] =>
  changes.filter(({ type }) => !type.startsWith('stream.')).map(({ position }) => {
    assert.equal(position.slice(0, 12), tenant.replaceAll('-', '').slice(-12));
    return parseInt(position.slice(18), 16);
  });
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const at = (tenant: string, seq: number, epoch = 1): string => encodePosition(tenant, { epoch, seq });

async function asOwner(text: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: base.ownerUrl });
  await owner.connect();
  await owner.query(text, values);
  await owner.end();
}

/** Many writers, each a few transactions of a few events, one of four rolled back. */
async function writeFrom(node: Node, tenant: string, writers: number, transactions: number): Promise<number> {
  let written = 0;
  await Promise.all(range(1, writers).map(async (writer) => {
    for (let i = 0; i < transactions; i += 1) {
      const count = 1 + ((writer + i) % 4);
      await node.write(tenant, count);
      written += count;
    }
  }));
  return written;
}

test('a stream without a position begins with where it starts, and then tells what is committed', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  await node.write(tenant, 3);
  const stream = node.follow(anActor(tenant));
  const [started] = await take(stream, 1);
  assert.deepEqual({ ...started, at: null }, { position: at(tenant, 3), at: null, type: 'stream.started', actor: null, changedFields: [], subject: null, node: null });
  const subject = randomUUID();
  await node.write(tenant, [{ subject, type: 'thing.made', changed: ['name', 'owner'] }]);
  const [change] = await take(stream, 1);
  assert.equal(change?.position, at(tenant, 4));
  assert.equal(change?.type, 'thing.made');
  assert.deepEqual(change?.node, { model: 'Thing', id: subject });
  assert.deepEqual(change?.changedFields, ['name', 'owner']);
  await stream.return?.();
});

test('an organisation that never announced anything can be followed', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const stream = node.follow(anActor(tenant));
  assert.equal((await take(stream, 1))[0]?.position, at(tenant, 0));
  await node.write(tenant, 1);
  assert.deepEqual(seqs(tenant, await take(stream, 1)), [1]);
});

test('many writers: every follower gets every event once and in order, from wherever it starts', async (t) => {
  const node = await startNode(t, base, { capacity: 64 });
  const tenant = randomUUID();
  await node.write(tenant, 700); // more than the ring and more than a block
  const places = [0, 1, 250, 499, 500, 501, 640, 690, 699, 700];
  const streams = places.map((place) => node.follow(anActor(tenant), { after: at(tenant, place) }));
  const writing = writeFrom(node, tenant, 8, 12);
  const head = 700 + 8 * 12 * 2.5;
  const told = await Promise.all(streams.map((stream) => until(stream, at(tenant, head))));
  assert.equal(await writing, 8 * 12 * 2.5);
  told.forEach((changes, i) => assert.deepEqual(seqs(tenant, changes), range((places[i] ?? 0) + 1, head)));
});

test('a follower that stops reading while the ring turns over misses nothing', async (t) => {
  const node = await startNode(t, base, { capacity: 16 });
  const tenant = randomUUID();
  const slow = node.follow(anActor(tenant));
  const quick = node.follow(anActor(tenant));
  await Promise.all([take(slow, 1), take(quick, 1)]);
  for (let i = 0; i < 10; i += 1) {
    await node.write(tenant, 10);
    await until(quick, at(tenant, 10 * (i + 1)));
  }
  assert.deepEqual(seqs(tenant, await until(slow, at(tenant, 100))), range(1, 100));
});

test('a stream that is cut again and again and resumed from its last position is one stream', async (t) => {
  const node = await startNode(t, base, { capacity: 32 });
  const tenant = randomUUID();
  const actor = anActor(tenant);
  const total = 6 * 10 * 2.5;
  await node.write(tenant, 1);
  const writing = writeFrom(node, tenant, 6, 10);
  const told: Change[] = [];
  for (let cut = 1; told.length < total; cut += 1) {
    const stream = node.follow(actor, { after: told.at(-1)?.position ?? at(tenant, 1) });
    told.push(...await take(stream, Math.min(1 + (cut * 7) % 23, total - told.length)));
    await stream.return?.();
  }
  await writing;
  assert.deepEqual(seqs(tenant, told), range(2, total + 1));
});

test('however many resume together, the log is read a few times only', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  await node.write(tenant, 900);
  let readings = 0;
  const begin = node.database.begin.bind(node.database);
  t.mock.method(node.database, 'begin', (...given: Parameters<typeof begin>) => {
    readings += 1;
    return begin(...given);
  });
  const streams = range(1, 300).map((i) => node.follow(anActor(tenant), { after: at(tenant, 300 + i) }));
  const told = await Promise.all(streams.map((stream) => until(stream, at(tenant, 900))));
  told.forEach((changes, i) => assert.equal(changes.length, 600 - (i + 1)));
  assert.ok(readings <= 4, `${readings} readings`);
});

test('positions that cannot be resumed are answered with a fresh one', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  await node.write(tenant, 5, new Date(Date.now() - 8 * 24 * 3600 * 1000));
  await node.write(tenant, 5);
  const wrong = {
    'older than the window': at(tenant, 4),
    'of another organisation': at(randomUUID(), 9),
    'from before a restore': at(tenant, 9, 0),
    'from the future': at(tenant, 11),
  };
  for (const [why, position] of Object.entries(wrong)) {
    const stream = node.follow(anActor(tenant), { after: position });
    await assert.rejects(stream.next(), (error) => error instanceof ResyncRequired && error.position === at(tenant, 10), why);
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
  }
  assert.equal(node.live.stats.followers, 0);
  await assert.rejects(node.follow(anActor(tenant), { after: 'nonsense' }).next(), /not a position of this API/);
  assert.deepEqual(seqs(tenant, await take(node.follow(anActor(tenant), { after: at(tenant, 5) }), 5)), range(6, 10));
});

test('events that retention took away are never skipped in silence', async (t) => {
  const node = await startNode(t, base, { capacity: 4 });
  const tenant = randomUUID();
  await node.write(tenant, 1000);
  const behind = node.follow(anActor(tenant), { after: at(tenant, 1) });
  assert.deepEqual(seqs(tenant, await take(behind, 1)), [2]);
  await asOwner('delete from event where tenant_id = $1 and seq <= 700', [tenant]);
  await assert.rejects(node.follow(anActor(tenant), { after: at(tenant, 1) }).next(), ResyncRequired);
  await assert.rejects(until(behind, at(tenant, 1000)), ResyncRequired, 'nor by one that was reading them');
});

test('a restore while following ends the stream with a fresh position', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  await node.write(tenant, 5);
  const stream = node.follow(anActor(tenant), { after: at(tenant, 5) });
  const next = stream.next();
  await asOwner('update event_counter set epoch = 2, seq = 3 where tenant_id = $1', [tenant]);
  await assert.rejects(next, (error) => error instanceof ResyncRequired && error.position === at(tenant, 3, 2));
});

test('a quiet stream tells its position, and so does one whose filter skips much', async (t) => {
  const node = await startNode(t, base, { silence: 50 });
  const tenant = randomUUID();
  const quiet = node.follow(anActor(tenant));
  assert.deepEqual((await take(quiet, 3)).map(({ type }) => type), ['stream.started', 'stream.progress', 'stream.progress']);

  const patient = await startNode(t, base);
  const picky = patient.follow(anActor(tenant), { filter: { types: ['thing.rare'] } });
  await take(picky, 1);
  for (const count of [600, 600, 800]) await patient.write(tenant, count);
  await patient.write(tenant, [{ type: 'thing.rare' }]);
  assert.deepEqual((await take(picky, 3)).map(({ type, position }) => [type, position]), [
    ['stream.progress', at(tenant, 1000)], ['stream.progress', at(tenant, 2000)], ['thing.rare', at(tenant, 2001)],
  ]);
});

test('progress also comes while only skipped events keep the stream awake', async (t) => {
  const node = await startNode(t, base, { silence: 100 });
  const tenant = randomUUID();
  const stream = node.follow(anActor(tenant), { filter: { types: ['thing.rare'] } });
  await take(stream, 1);
  const writing = setInterval(() => void node.write(tenant, 1), 20);
  const [progress] = await take(stream, 1);
  clearInterval(writing);
  assert.equal(progress?.type, 'stream.progress');
  assert.ok((progress?.position ?? '') > at(tenant, 0));
});

test('a filter takes types, nouns, and records an event is of or about', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const [one, other] = [randomUUID(), randomUUID()];
  await node.write(tenant, [{ type: 'thing.made', subject: one }, { type: 'thing.named', subject: other, about: [one] }, { type: 'place.made', subject: other }]);
  await node.write(tenant, [{ type: 'thing.last', subject: one }]);
  const types = async (filter: object): Promise<string[]> =>
    (await until(node.follow(anActor(tenant), { after: at(tenant, 0), filter: { ...filter } }), at(tenant, 4))).map(({ type }) => type);
  assert.deepEqual(await types({}), ['thing.made', 'thing.named', 'place.made', 'thing.last']);
  assert.deepEqual(await types({ types: ['thing.*'] }), ['thing.made', 'thing.named', 'thing.last']);
  assert.deepEqual(await types({ about: [one] }), ['thing.made', 'thing.named', 'thing.last']);
  assert.deepEqual(await types({ types: ['place.made', 'thing.last'], about: [one, other] }), ['place.made', 'thing.last']);
});

test('reach: entering shows the record, leaving tells once without it, and before and after there is silence', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const actor = anActor(tenant, { reach: 'TEAM', teams: [randomUUID()] });
  const mine = { owners: [actor.id], teams: [] };
  const ours = { owners: [randomUUID()], teams: [...actor.teams] };
  const theirs = { owners: [randomUUID()], teams: [randomUUID()] };
  const subject = randomUUID();
  await node.write(tenant, [
    { type: 'thing.made', subject, before: null, after: theirs },
    { type: 'thing.given', subject, before: theirs, after: mine },
    { type: 'thing.shared', subject, before: mine, after: ours },
    { type: 'thing.taken', subject, before: ours, after: theirs },
    { type: 'thing.changed', subject, before: theirs, after: theirs },
    { type: 'thing.gone', subject, before: mine, after: null },
    { type: 'thing.made', before: null, after: mine },
  ]);
  const told = await until(node.follow(actor, { after: at(tenant, 0) }), at(tenant, 7));
  assert.deepEqual(told.map(({ type, node: shown }) => [type, shown !== null]), [
    ['thing.given', true], ['thing.shared', true], ['thing.taken', false], ['thing.gone', false], ['thing.made', true],
  ]);
});

test('a stream goes on from its place by the rights its subscriber has from then on', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const actor = anActor(tenant);
  const [stream, other] = [node.follow(actor), node.follow(actor)];
  await Promise.all([take(stream, 1), take(other, 1)]);
  const changed = async (): Promise<(readonly string[] | undefined)[]> => {
    await node.write(tenant, 1);
    return (await Promise.all([take(stream, 1), take(other, 1)])).map(([change]) => change?.changedFields);
  };
  assert.deepEqual(await changed(), [['name'], ['name']]);
  stream.seenBy({ ...actor, hidden: new Set(['Thing.name']) });
  assert.deepEqual(await changed(), [[], ['name']]);
  stream.seenBy({ ...actor, permissions: new Set() });
  await node.write(tenant, 2);
  await until(other, at(tenant, 4));
  stream.seenBy(actor);
  await node.write(tenant, [{ type: 'thing.seen' }]);
  assert.ok((await until(stream, at(tenant, 5))).some(({ type }) => type === 'thing.seen'));
  assert.equal(node.live.stats.followers, 2);
});

test('rights that change while much is written cost no event and double none', async (t) => {
  const node = await startNode(t, base, { capacity: 64 });
  const tenant = randomUUID();
  const sights = [anActor(tenant), anActor(tenant, { hidden: new Set(['Thing.name']) }), anActor(tenant, { hidden: new Set(['Thing.owner']) })];
  const streams = range(0, 5).map((i) => node.follow(sights[i % 3] as Actor, { after: at(tenant, 0) }));
  const head = 8 * 12 * 2.5;
  const told = streams.map((stream) => until(stream, at(tenant, head)));
  const changing = setInterval(() => streams.forEach((stream, i) => stream.seenBy(sights[(i + Math.floor(Math.random() * 3)) % 3] as Actor)), 20);
  const writing = writeFrom(node, tenant, 8, 12);
  for (const changes of await Promise.all(told)) assert.deepEqual(seqs(tenant, changes), range(1, head));
  clearInterval(changing);
  await writing;
});

test('a stream ends at once when its consumer leaves or the node stops, also while it waits', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const streams = [node.follow(anActor(tenant)), node.follow(anActor(tenant)), node.follow(anActor(tenant), { after: at(tenant, 0) })];
  await Promise.all(streams.slice(0, 2).map((stream) => take(stream, 1)));
  const waiting = streams.map((stream) => stream.next());
  await node.live.tails.of(tenant).head();
  assert.deepEqual(node.live.stats, { tenants: 1, followers: 3, groups: 1, eventLagSeconds: 0, reads: 1 });
  await streams[0]?.return?.();
  assert.deepEqual(await waiting[0], { done: true, value: undefined });
  assert.equal(node.live.stats.followers, 2);
  await node.live.stop();
  assert.deepEqual(await Promise.all(waiting.slice(1)), [{ done: true, value: undefined }, { done: true, value: undefined }]);
  assert.deepEqual(await node.follow(anActor(tenant)).next(), { done: true, value: undefined });
});

test('who leaves before the stream began, or as the last, leaves nothing behind', async (t) => {
  const node = await startNode(t, base);
  const actor = anActor(randomUUID());
  await node.follow(actor).return?.();
  assert.equal(node.live.stats.groups, 0);
  const [early, late] = [node.follow(actor), node.follow(actor)];
  await take(early, 1);
  await early.return?.(); // the other begins with a group that was given up meanwhile
  const third = node.follow(actor);
  await Promise.all([take(late, 1), take(third, 1)]);
  await late.return?.();
  assert.deepEqual(seqs(actor.tenant, (await Promise.all([take(third, 1), node.write(actor.tenant, 1)]))[0]), [1]);
  assert.equal(node.live.stats.groups, 1);
  await third.return?.();
  assert.equal(node.live.stats.groups, 0);
});

test('organisations do not hear of each other', async (t) => {
  const node = await startNode(t, base);
  const [tenant, other] = [randomUUID(), randomUUID()];
  const stream = node.follow(anActor(tenant));
  await take(stream, 1);
  await node.write(other, [{ type: 'thing.theirs', after: EVERYONE }]);
  await commit(node.database, other, [{}]);
  await node.write(tenant, [{ type: 'thing.ours' }]);
  assert.deepEqual((await take(stream, 1)).map(({ type, position }) => [type, position]), [['thing.ours', at(tenant, 1)]]);
});
