/** The database as it really is, read from its own catalogue, against what the models and the fence promise. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { modules } from '../../src/crm/modules.ts';
import type { FieldSpec } from '../../src/kernel/fields.ts';
import { columnOf, modelOf } from '../../src/kernel/model.ts';
import { columnType } from '../../src/platform/database/statement.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** Tables that belong to no tenant, and functions that look across tenants: closed lists. */
const WITHOUT_TENANT = ['migration', 'signing_key'];
const ACROSS_TENANTS = ['api_key_rights', 'forget_idempotency', 'forget_sessions', 'note_api_key_use', 'reaction_backlog', 'rights_of_api_keys', 'rights_of_users', 'session_of_family', 'sign_in_accounts', 'stream_heads', 'user_rights', 'watched_mailboxes'];
const INDEXES_ACROSS_TENANTS = ['api_key_hash', 'idempotency_created', 'session_family', 'session_over', 'user_sign_in'];

const models = modules.flatMap((module) => module.models.map(modelOf));
let database: TestDatabase;
let owner: pg.Client;

before(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await database.drop();
});

const rows = async <R extends object>(sql: string): Promise<R[]> => (await owner.query<R & pg.QueryResultRow>(sql)).rows;
const none = (found: readonly unknown[]): void => assert.deepEqual(found, []);

test('every table has a tenant, but for a closed list', async () => {
  const tables = await rows<{ name: string; fenced: boolean }>(`
    select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as fenced
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  assert.deepEqual(tables.filter(({ fenced }) => !fenced).map(({ name }) => name).sort(), WITHOUT_TENANT);
});

test('row-level security is on and forced, with one policy that reads the tenant once', async () => {
  const policies = await rows<{ name: string; rls: boolean; forced: boolean; using: string; check: string }>(`
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
      (select string_agg(pg_get_expr(polqual, polrelid), ' AND ') from pg_policy where polrelid = c.oid) as using,
      (select string_agg(pg_get_expr(polwithcheck, polrelid), ' AND ') from pg_policy where polrelid = c.oid) as check
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all('{${WITHOUT_TENANT.join(',')}}')`);
  const fence = /^\(tenant_id = \( SELECT \(current_setting\('app\.tenant'::text\)\)::uuid AS current_setting\)\)$/;
  none(policies.filter((table) => !table.rls || !table.forced || !fence.test(table.using) || !fence.test(table.check)).map(({ name }) => name));
});

test('keys, unique constraints and indexes begin with the tenant', async () => {
  const indexes = await rows<{ name: string; first: string; table: string }>(`
    select i.relname as name, c.relname as table, a.attname as first from pg_index x
    join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where c.relnamespace = 'public'::regnamespace and c.relname <> all('{${WITHOUT_TENANT.join(',')}}')`);
  none(indexes.filter(({ name, first }) => first !== 'tenant_id' && !INDEXES_ACROSS_TENANTS.includes(name)).map(({ name }) => name));
});

test('the primary key of a model is the newest of its indexes that begin with the tenant, which the planner takes while it knows nothing of the table', async () => {
  const newest = await rows<{ table: string; primary: boolean }>(`
    select distinct on (x.indrelid) c.relname as table, x.indisprimary as primary from pg_index x
    join pg_class c on c.oid = x.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] and a.attname = 'tenant_id'
    where c.relnamespace = 'public'::regnamespace order by x.indrelid, x.indexrelid desc`);
  const tables = new Set(models.map(({ table }) => table));
  none(newest.filter(({ table, primary }) => tables.has(table) && !primary).map(({ table }) => table));
});

test('no link can cross tenants', async () => {
  const links = await rows<{ name: string; own: string; other: string }>(`
    select conname as name,
      (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as own,
      (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as other
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  assert.ok(links.length > 0);
  none(links.filter(({ own, other }) => own !== 'tenant_id' || other !== 'tenant_id'));
});

test('a column is what its field says, and there are no others', async () => {
  const columns = await rows<{ table: string; name: string; type: string; required: boolean }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
  const stored = Map.groupBy(columns, (column) => column.table);
  const type = (field: FieldSpec): string => columnType(field).replace('timestamptz', 'timestamp(3) with time zone');
  for (const model of models) {
    const actual = (stored.get(model.table) ?? []).filter(({ name }) => name !== 'tenant_id')
      .map(({ name, type, required }) => `${name} ${type}${required ? ' not null' : ''}`).sort();
    const wanted = model.stored.map((field) => `${columnOf(field)} ${type(field)}${field.optional ? '' : ' not null'}`).sort();
    assert.deepEqual(actual, wanted, model.name);
  }
});

test('every order has its index, also within the records it is listed under; parts only there', async () => {
  const indexes = await rows<{ table: string; columns: string[] }>(`
    select c.relname as table, array(select coalesce(a.attname, '') from unnest(x.indkey) with ordinality k(n, o)
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by o)::text[] as columns
    from pg_index x join pg_class c on c.oid = x.indrelid where c.relnamespace = 'public'::regnamespace`);
  const begins = (table: string, ...columns: string[]): boolean => indexes.some((index) =>
    index.table === table && columns.every((column, i) => index.columns[i] === column));
  const missing: string[] = [];
  for (const model of models) {
    const relations = model.stored.filter((field) => field.inverse && field.inverse.max === undefined);
    for (const [name, order] of Object.entries(model.orders)) {
      const column = columnOf(model.field(order.field));
      if (!model.partOf && !begins(model.table, 'tenant_id', column, ...(column === 'id' ? [] : ['id']))) missing.push(`${model.name}.${name}`);
      for (const relation of relations) {
        if (!begins(model.table, 'tenant_id', columnOf(relation), column, ...(column === 'id' ? [] : ['id']))) missing.push(`${model.name}.${name} of ${relation.name}`);
      }
    }
    for (const field of model.stored.filter(({ kind }) => kind === 'belongsTo')) {
      if (!begins(model.table, 'tenant_id', columnOf(field))) missing.push(`${model.name}.${field.name}`);
    }
  }
  none(missing);
});

test('only a closed list of functions looks across tenants, each with a fixed search path and for the roles of the application alone', async () => {
  const functions = await rows<{ name: string; settings: string[] | null; open: boolean; ours: boolean }>(`
    select proname as name, proconfig as settings, has_function_privilege('rapport_app', p.oid, 'execute') or has_function_privilege('rapport_jobs', p.oid, 'execute') as ours,
      exists (select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as open
    from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef`);
  assert.deepEqual(functions.map(({ name }) => name).sort(), ACROSS_TENANTS);
  none(functions.filter(({ settings, open, ours }) => open || !ours || !settings?.some((one) => one.startsWith('search_path='))));
});

test('the application role neither owns nor bypasses, and an unset tenant raises', async () => {
  const [role] = await rows<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(`
    select rolsuper, rolbypassrls, exists (select 1 from pg_class c where relowner = r.oid) as owns from pg_roles r where rolname = 'rapport_app'`);
  assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, owns: false });
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    await assert.rejects(app.query('select * from event'), /unrecognized configuration parameter|invalid input syntax for type uuid/);
  } finally {
    await app.end();
  }
});

test('there are no enum types, no sequences and no triggers of ours', async () => {
  const [found] = await rows<{ enums: number; sequences: number; triggers: number }>(`
    select (select count(*)::int from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace) as enums,
      (select count(*)::int from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace) as sequences,
      (select count(*)::int from pg_trigger where not tgisinternal) as triggers`);
  assert.deepEqual(found, { enums: 0, sequences: 0, triggers: 0 });
});
