/** Statements that travel together: they are answered each for itself, and what follows a failure is not done, COMMIT least of all. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Conversation } from '../../src/platform/database/batch.ts';
import { Database, type OpenTransaction } from '../../src/platform/database/pool.ts';
import type { Sql } from '../../src/platform/database/statement.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const tenant = randomUUID();
let base: TestDatabase;
let database: Database;

before(async () => {
  base = await createTestDatabase();
  database = new Database(base.appUrl, { size: 1, onError: () => {} });
});
after(async () => {
  await database.close();
  await base.drop();
});

const keep = (key: string, digest: unknown = 'd'): Sql => ({
  name: 'keep', text: `insert into idempotency (principal, key, digest, outcome, created_at) values ('p', $1, $2, '{}', now())`, values: [key, digest],
});
const kept: Sql = { name: 'kept', text: 'select key from idempotency order by key', values: [] };
const fails: Sql = { name: 'fails', text: 'select 1 / $1::int as one', values: [0] };

async function inTransaction<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T> {
  const open = await database.begin('write', tenant);
  try {
    return await work(open);
  } finally {
    await open.end('rollback');
  }
}
const keys = async (): Promise<unknown[]> => (await inTransaction((open) => open.run(kept))).map((row) => row['key']);

/** How often the server came to an end with what it was sent. */
async function ends(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const heard = (): void => { count += 1; };
  const client = await database.pool.connect();
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  connection.on('readyForQuery', heard);
  client.release();
  await work();
  await keys(); // on the same connection, so all before it is over
  connection.off('readyForQuery', heard);
  return count - 1;
}

test('a transaction whose statements wait for nothing is one message', async () => {
  assert.equal(await ends(() => inTransaction((open) => Promise.all([open.run(keep('a')), open.run(keep('b')), open.end('commit')]))), 1);
  assert.deepEqual(await keys(), ['a', 'b']);
});

test('what follows a failed statement is not done, nor is what was before it', async () => {
  await assert.rejects(inTransaction((open) => Promise.all([open.run(keep('c')), open.run(fails), open.run(keep('d')), open.end('commit')])), { code: '22012' });
  assert.deepEqual(await keys(), ['a', 'b']);
});

test('each that was skipped is told of the failure, and those before it have their answer', async () => {
  await inTransaction(async (open) => {
    const told = await Promise.allSettled([open.run(kept), open.run(fails), open.run(kept)]);
    assert.deepEqual(told.map((one) => (one.status === 'fulfilled' ? one.value.length : (one.reason as { code: string }).code)), [2, '22012', '22012']);
  });
});

test('a COMMIT that only ends what had failed is a failure', async () => {
  await assert.rejects(inTransaction(async (open) => {
    await open.run(fails).catch(() => {});
    await open.end('commit');
  }), /had failed/);
});

test('a statement that was skipped before the server had seen it can be sent again', async () => {
  const fresh: Sql = { name: 'fresh', text: 'select $1::int as n', values: [7] };
  await assert.rejects(inTransaction((open) => Promise.all([open.run(fails), open.run(fresh)])));
  assert.deepEqual(await inTransaction((open) => open.run(fresh)), [{ n: 7 }]);
});

test('a failure leaves the connection as good as new', async () => {
  const pid = async (): Promise<unknown> => (await database.query({ text: 'select pg_backend_pid() as pid', values: [] }))[0]?.['pid'];
  const before = await pid();
  for (const name of ['one', 'two', 'three']) {
    await assert.rejects(inTransaction((open) => Promise.all([open.run({ ...fails, name }), open.end('commit')])));
    await assert.rejects(database.query({ ...fails, name }));
  }
  assert.equal(await pid(), before);
});

test('nothing is sent when one of them cannot be', async () => {
  const unsayable = { toJSON: (): never => { throw new TypeError('unsayable'); } };
  await assert.rejects(inTransaction((open) => Promise.all([open.run(keep('e')), open.run(keep('f', unsayable)), open.end('commit')])), /unsayable/);
  await assert.rejects(inTransaction((open) => Promise.all([open.run(keep('e')), open.run({ ...kept, name: 'keep' }), open.end('commit')])), /name of another/);
  assert.deepEqual(await keys(), ['a', 'b']);
});

test('nothing is done in a transaction that did not begin', async () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['itself'] = cyclic;
  for (const end of ['commit', 'rollback'] as const) {
    const open = await database.begin('write', tenant);
    await assert.rejects(open.run(keep('not begun', cyclic)), /circular/);
    await assert.rejects(open.run({ text: 'select 1', values: [] }), /circular/);
    if (end === 'commit') await assert.rejects(open.end(end), /circular/);
    else await open.end(end);
  }
  assert.ok(!(await keys()).includes('not begun'));
});

test('values come back as they went, the first time as when its columns are known', async () => {
  const at = new Date('2026-02-28T23:59:59.123Z');
  const values = ['it\'s "so" \\ {1,2}', 42, true, at, '2026-02-28', [`a"b\\c{},'`, '', 'NULL'], [], null, { deep: [1, 'x'] }];
  const same: Sql = {
    name: 'same', text: 'select $1::text as a, $2::integer as b, $3::boolean as c, $4::timestamptz as d, $5::date as e, $6::text[] as f, $7::uuid[] as g, $8::text as h, $9::jsonb as i', values,
  };
  for (let times = 0; times < 2; times += 1) assert.deepEqual((await database.query(same)).map((row) => Object.values(row)), [values]);
});

test('rows come in any number, and none', async () => {
  for (const n of [0, 1, 5000]) {
    const rows = await database.query({ name: 'series', text: 'select n::int, repeat($2, 20) as text from generate_series(1, $1::int) n', values: [n, 'ž'] });
    assert.equal(rows.length, n);
    if (n > 0) assert.deepEqual(rows.at(-1), { n, text: 'ž'.repeat(20) });
  }
});

test('a connection that is lost fails all that was asked on it, and is not used again', async () => {
  const connection = await database.pool.connect();
  const conversation = new Conversation(connection);
  const told = Promise.allSettled([
    conversation.ask({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] }), conversation.ask(kept), conversation.ask(kept),
  ]);
  assert.deepEqual((await told).map(({ status }) => status), ['rejected', 'rejected', 'rejected']);
  connection.release(true);
  assert.deepEqual(await keys(), ['a', 'b']);
});
