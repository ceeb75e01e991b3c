/** What clients filter by is found through its index, under row-level security, by every operator that is offered. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { Customer } from '../../src/crm/customers/customer.ts';
import { systemActor } from '../../src/kernel/actor.ts';
import { splitId } from '../../src/kernel/ids.ts';
import { modelOf } from '../../src/kernel/model.ts';
import type { Comparison } from '../../src/kernel/predicates.ts';
import { condition } from '../../src/platform/database/condition.ts';
import { tableOf, Values } from '../../src/platform/database/statement.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';

let app: TestApp;
let tenant: Tenant;

before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  await fill();
});
after(() => app.stop());

const model = modelOf(Customer);

/** The planner must know that a table is large, and what is rare in it. */
async function fill(): Promise<void> {
  const open = await app.app.host.database.begin('write', tenant.id);
  await open.run({
    text: `insert into customer (id, created_at, updated_at, version, kind, name, sort_name, name_key, name_order, stage, language, owner_id)
      select gen_random_uuid(), now(), now(), 1, 'PERSON', 'n' || n, 'n' || n, 'n' || n, 'GIVEN_FIRST',
        case when n % 500 = 0 then 'CLIENT' else 'CONTACT' end, 'x' || n % 500, case when n = 1 then $1::uuid end
      from generate_series(1, 5000) n`,
    values: [splitId(tenant.administratorId)?.id],
  });
  await open.end('commit');
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query('analyze customer');
  await owner.end();
}

async function planOf(field: string, is: Comparison, value: unknown): Promise<string> {
  const values = new Values();
  const where = condition(model, { field, is, value }, 't', values);
  const open = await app.app.host.database.begin('read', tenant.id);
  try {
    const rows = await open.run({ text: `explain select id from ${tableOf(model)} t where ${where}`, values: values.of(systemActor(tenant.id)) });
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  } finally {
    await open.end('rollback');
  }
}

for (const [field, is, value] of [
  ['language', 'eq', 'x7'], ['language', 'in', ['x7', 'x8']], ['language', 'startsWith', 'x17'],
  ['nameKey', 'startsWith', 'n17'], ['stage', 'eq', 'CLIENT'], ['owner', 'in', ['00000000-0000-7000-8000-000000000001']],
] as const) {
  test(`${field} ${is}`, async () => {
    const column = field === 'nameKey' ? 'name_key' : field === 'owner' ? 'owner_id' : field;
    assert.match(await planOf(field, is, value), new RegExp(`Index Cond: .*\\b${column}\\b`));
  });
}
