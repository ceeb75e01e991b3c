/** Several nodes on one database: hints make them quick, and losing hints or connections loses no event. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { encodePosition } from '../../src/kernel/position.ts';
import { Hints } from '../../src/platform/live/hints.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { anActor, commit, startNode, take, until } from '../support/event-log.ts';

let base: TestDatabase;
before(async () => { base = await createTestDatabase(); });
after(() => base.drop());

const at = (tenant: string, seq: number): string => encodePosition(tenant, { epoch: 1, seq });

async function kill(application: string): Promise<number> {
  const client = new pg.Client({ connectionString: base.superuserUrl });
  await client.connect();
  const { rowCount } = await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1', [application]);
  await client.end();
  return rowCount ?? 0;
}

test('a write on one node reaches the followers of another', async (t) => {
  const [writer, reader] = [await startNode(t, base), await startNode(t, base)];
  const tenant = randomUUID();
  const stream = reader.follow(anActor(tenant));
  await take(stream, 1);
  for (let seq = 1; seq <= 5; seq += 1) {
    const { seq: written } = await writer.write(tenant, 1);
    assert.equal((await take(stream, 1))[0]?.position, at(tenant, written));
  }
});

test('hints carry many organisations at once, the latest place of each, and not to their sender', async (t) => {
  const errors: Error[] = [];
  const heard: { by: string; tenant: string; seq: number }[] = [];
  const listener = (by: string): Hints => new Hints({
    url: base.appUrl, onError: (error) => errors.push(error), heard: (tenant, { seq }) => heard.push({ by, tenant, seq }),
  });
  const [sender, receiver] = [listener('sender'), listener('receiver')];
  await Promise.all([sender.start(), receiver.start()]);
  t.after(() => Promise.all([sender.stop(), receiver.stop()]));
  const tenants = Array.from({ length: 300 }, () => randomUUID());
  for (const seq of [1, 3, 2]) for (const tenant of tenants) sender.send(tenant, { epoch: 1, seq });
  while (heard.length < tenants.length) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(new Set(heard.map(({ tenant }) => tenant)), new Set(tenants));
  assert.ok(heard.every(({ by, seq }) => by === 'receiver' && seq === 3));
  assert.deepEqual(errors, []);

  await kill('rapport hints');
  heard.length = 0;
  for (let seq = 4; heard.length === 0; seq += 1) { // those sent while the connections are away are lost
    sender.send(randomUUID(), { epoch: 1, seq });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

test('without any hint the polls find what was committed', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const stream = node.follow(anActor(tenant));
  await take(stream, 1);
  await commit(node.database, tenant, [{}, {}]);
  assert.deepEqual((await take(stream, 2)).map(({ position }) => position), [at(tenant, 1), at(tenant, 2)]);
});

test('a position another node has just given is not taken for one from the future', async (t) => {
  const reader = await startNode(t, base, { mute: true });
  const tenant = randomUUID();
  const first = reader.follow(anActor(tenant));
  await take(first, 1);
  const position = await commit(reader.database, tenant, [{}, {}, {}]);
  const stream = reader.follow(anActor(tenant), { after: encodePosition(tenant, position) });
  const next = stream.next();
  await reader.write(tenant, 1);
  assert.equal((await next).value?.position, at(tenant, 4));
});

test('hints that lie do no harm', async (t) => {
  const node = await startNode(t, base);
  const tenant = randomUUID();
  const stream = node.follow(anActor(tenant));
  await take(stream, 1);
  node.live.tails.heard(tenant, { epoch: 9, seq: 1_000_000 });
  node.live.tails.heard(tenant, { epoch: 0, seq: 5 });
  for (const payload of ['', 'nonsense', `${tenant} 1`, `${tenant} 1 99999999999`]) {
    await node.database.query({ text: `select pg_notify('rapport_hints', $1)`, values: [payload] });
  }
  await node.write(tenant, 2);
  assert.deepEqual((await take(stream, 2)).map(({ position }) => position), [at(tenant, 1), at(tenant, 2)]);
  assert.equal((await node.live.tails.of(tenant).head()).seq, 2);
  assert.deepEqual(node.errors, []);
});

test('killed connections, of hints and of readers, in the middle of writing: nothing missed, nothing doubled', async (t) => {
  const [writer, reader] = [await startNode(t, base), await startNode(t, base, { capacity: 32 })];
  const tenant = randomUUID();
  const streams = Array.from({ length: 5 }, () => reader.follow(anActor(tenant)));
  await Promise.all(streams.map((stream) => take(stream, 1)));
  const told = streams.map((stream) => until(stream, at(tenant, 200)));
  let killed = 0;
  let written = 0;
  while (written < 200) {
    if (written % 50 === 0) killed += await kill('rapport hints') + await kill('rapport');
    written = await writer.write(tenant, 5).then(({ seq }) => seq, () => written); // a killed writer tries again
  }
  for (const changes of await Promise.all(told)) {
    const positions = changes.map(({ position }) => position);
    assert.deepEqual(positions.slice(0, 200), Array.from({ length: 200 }, (_, i) => at(tenant, i + 1)));
  }
  assert.ok(killed > 4);
  assert.ok(reader.errors.length > 0, 'it is told, and it is not fatal');
});
