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

it('what is asked next on that connection begins its own transaction', async () => {
  const { id } = await app.tenant();
  const levels = new Set<unknown>();
  for (let i = 0; i < 60; i += 1) {
    const open = await app.app.host.database.begin('read', id);
    await open.run({ name: `long ${i}`, text: `select 1 -- ${i} ${'x'.repeat(20_000)}`, values: [] });
    const [row] = await open.run({ text: `select current_setting('transaction_isolation') as level`, values: [] });
    levels.add(row?.['level']);
    await open.end('rollback');
  }
  assert.deepEqual([...levels], ['repeatable read']);
});
