/** A connection keeps what it understood under names, and forgets all of it before that is too much. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
before(async () => { app = await startTestApp({ poolSize: 1 }); });
after(() => app.stop());

it('documents without end leave a bound of statements on a connection, and each is answered', async () => {
  const { administrator } = await app.tenant();
  const keptNow = async (): Promise<number> => {
    const [row] = await app.app.host.database.query({ text: 'select coalesce(sum(length(statement)), 0)::int as characters from pg_prepared_statements', values: [] });
    return Number(row?.['characters']);
  };
  const sizes: number[] = [];
  for (let i = 0; i < 130; i += 1) {
    const document = `{ users { nodes { ${Array.from({ length: 25 }, (_, n) => `a${i}_${n}: customers(first: 1) { nodes { name } }`).join(' ')} } } }`;
    for (let turn = 0; turn < 2; turn += 1) {
      const { users } = await administrator.ask<{ users: { nodes: unknown[] } }>(document);
      assert.equal(users.nodes.length, 1);
    }
    sizes.push(await keptNow());
  }
  assert.ok(sizes.some((size, i) => size < (sizes[i - 1] ?? 0)), `never less than before: ${sizes.join(' ')}`);
  assert.ok(Math.max(...sizes) < 600_000, `${Math.max(...sizes)} characters kept`);
});

it('a reading begins in a snapshot of its own also where the connection forgets', async () => {
  const { id } = await app.tenant();
  const { database } = app.app.host;
  await database.query({ name: 'long', text: `select 1 /* ${'long '.repeat(110_000)} */`, values: [] });
  const open = await database.begin('read', id);
  try {
    assert.deepEqual(await open.run({ text: `select current_setting('transaction_isolation') as isolation, count(*)::int as kept from pg_prepared_statements where name = 'long'`, values: [] }),
      [{ isolation: 'repeatable read', kept: 0 }]);
  } finally {
    await open.end('rollback');
  }
});
