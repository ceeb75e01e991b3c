/**
 * A resolver that forgets everything: raw SQL as the application's role. The database itself must keep one
 * organisation from another, in every table and every link, and the few functions that may look across must
 * answer their question and nothing else.
 */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { splitId } from '../../src/kernel/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { mutate, fill, type World } from '../support/world.ts';

let app: TestApp;
let theirs: World;
let ours: World;
let owner: pg.Client;
/** As the application, in a transaction of our organisation. */
let role: pg.Client;
let tables: string[];

before(async () => {
  app = await startTestApp();
  [owner, role] = [app.database.ownerUrl, app.database.appUrl].map((connectionString) => new pg.Client({ connectionString })) as [pg.Client, pg.Client];
  await Promise.all([owner.connect(), role.connect()]);
  theirs = await fill(app);
  ours = await fill(app);
  for (const { administrator } of [theirs, ours]) {
    await mutate(administrator, 'teamCreate', '__typename', { name: 'By key', idempotencyKey: 'one' });
  }
  await owner.query('insert into reaction_cursor (tenant_id, seq) select tenant_id, 0 from event_counter'); // as nodes that do background work would
  tables = (await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)).rows.map(({ name }) => `"${name}"`);
});
after(async () => {
  await Promise.all([owner.end(), role.end()]);
  await app.stop();
});

/** One statement in our organisation; it is always undone. */
async function inside(sql: string, values: unknown[] = []): Promise<pg.QueryResult<Record<string, unknown>>> {
  await role.query('begin');
  try {
    await role.query(`select set_config('app.tenant', $1, true)`, [ours.id]);
    return await role.query(sql, values);
  } finally {
    await role.query('rollback');
  }
}

const refusal = (sql: string, values?: unknown[]): Promise<string> => inside(sql, values).then(() => 'done', (error: { code: string }) => error.code);
const NOT_ALLOWED = '42501';
const NO_SUCH_RECORD = '23503';
const WRONG_STATE = '23514';
const raw = (world: World, model: string): string => splitId(world.ids.get(model)![0]!)!.id;

describe('a statement without a condition', () => {
  it('reads the rows of its own organisation, all of them and no others', async () => {
    for (const table of tables) {
      const { rows } = await inside(`select tenant_id, count(*)::int as n from ${table} group by 1`);
      const { rows: [own] } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`, [ours.id]);
      assert.ok(own!.n > 0, `nothing of ours in ${table}: make it in fill()`);
      assert.deepEqual(rows, [{ tenant_id: ours.id, n: own!.n }], table);
    }
  });
  it('changes and removes no others', async () => {
    for (const table of tables) {
      const before = await owner.query(`select * from ${table} where tenant_id = $1`, [theirs.id]);
      for (const sql of [`update ${table} set tenant_id = tenant_id where tenant_id = $1`, `delete from ${table} where tenant_id = $1`]) {
        const result = await inside(sql, [theirs.id]).then(({ rowCount }) => rowCount, (error: { code: string }) => error.code);
        assert.ok(result === 0 || (table === '"event"' && result === NOT_ALLOWED), `${sql}: ${result}`);
      }
      assert.deepEqual((await owner.query(`select * from ${table} where tenant_id = $1`, [theirs.id])).rowCount, before.rowCount);
    }
  });
  it('is refused where no organisation was named, also after one was', async () => {
    for (const table of tables) {
      const fresh = new pg.Client({ connectionString: app.database.appUrl });
      await fresh.connect();
      await assert.rejects(fresh.query(`select 1 from ${table}`), /unrecognized configuration parameter/, table);
      await fresh.end();
      await inside('select 1');
      await assert.rejects(role.query(`select 1 from ${table}`), /invalid input syntax for type uuid: ""/, table);
    }
  });
});

describe('a row', () => {
  it('cannot be put into another organisation, nor moved there', async () => {
    for (const table of tables) {
      const copy = `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('tenant_id', $1::text))).* from ${table} t limit 1`;
      assert.equal(await refusal(copy, [theirs.id]), NOT_ALLOWED, table);
      const move = await refusal(`update ${table} set tenant_id = $1`, [theirs.id]);
      assert.ok(move === NOT_ALLOWED || table === '"organization"' && move === '23514', `${table}: ${move}`);
    }
  });
  it('cannot link to one of another organisation, by any link there is', async () => {
    const { rows: links } = await owner.query<{ from: string; column: string; to: string }>(`
      select conrelid::regclass::text as from, confrelid::regclass::text as to, a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
      where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 3`);
    assert.ok(links.length >= 20, `${links.length} links`);
    for (const { from, column, to } of links) {
      const { rows: [target] } = await owner.query<{ id: string }>(`select id from ${to} where tenant_id = $1 order by id limit 1`, [theirs.id]);
      const link = `update ${from} set ${column} = $1 where id = (select id from ${from} limit 1)`;
      const refused = await refusal(link, [target!.id]);
      // Only a closed ticket was merged into another, which is looked at before whose that is.
      if (`${from}.${column}` === 'ticket.merged_into_id' && refused === WRONG_STATE) continue;
      assert.equal(refused, NO_SUCH_RECORD, `${from}.${column}`);
    }
  });
});

describe('the application', () => {
  it('cannot take down the fence', async () => {
    for (const sql of [
      'alter table customer disable row level security', 'alter table customer no force row level security', 'drop policy tenant on customer',
      'create policy open on customer using (true)', 'set row_security = off; select * from customer', 'set role rapport_owner', 'set session authorization rapport_owner',
      'truncate customer cascade', 'create table public.mine ()', 'create function public.mine() returns int language sql as $$ select 1 $$',
      'alter function stream_heads(uuid[]) owner to rapport_app', 'select make_tenant_table(\'customer\')', 'select * from pg_authid',
      'copy customer to program \'cat\'', 'copy customer to \'/tmp/customer\'', 'alter role rapport_app bypassrls', 'update event set type = type', 'delete from event',
      'insert into migration (name, digest) values (\'x\', \'x\')', 'update signing_key set sealed = sealed',
    ]) assert.equal(await refusal(sql), NOT_ALLOWED, sql);
  });
});

describe('a function that looks across organisations', () => {
  const ask = async (call: string, values: unknown[]): Promise<Record<string, unknown>[]> => (await inside(`select * from ${call}`, values)).rows;
  const now = new Date();

  it('is one of a few, and answers so much', async () => {
    const { rows } = await owner.query<{ function: string }>(`
      select proname || '(' || pg_get_function_identity_arguments(oid) || ') ' || pg_get_function_result(oid) as function
      from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by proname`);
    assert.deepEqual(rows.map((row) => row.function), [
      'api_key_rights(secret_hash text, at timestamp with time zone) TABLE(tenant uuid, id uuid, permissions text[], hidden_fields text[], expires_at timestamp with time zone, last_used_at timestamp with time zone)',
      'forget_idempotency(before timestamp with time zone) TABLE(forgotten bigint)',
      'forget_sessions(before timestamp with time zone) TABLE(forgotten bigint)',
      'note_api_key_use(of_tenant uuid, key uuid, at timestamp with time zone) void',
      'reaction_backlog() TABLE(tenant_id uuid)',
      'rights_of_api_keys(secret_hashes text[], at timestamp with time zone) TABLE(hash text, tenant uuid, id uuid, permissions text[], hidden_fields text[], expires_at timestamp with time zone, last_used_at timestamp with time zone)',
      'rights_of_users(tenants uuid[], people uuid[], sessions uuid[], at timestamp with time zone) TABLE(place bigint, teams uuid[], roles jsonb)',
      'session_of_family(family text) TABLE(tenant uuid, person uuid, session uuid)',
      'sign_in_accounts(address text) TABLE(tenant uuid, organization text, person uuid, password_hash text)',
      'stream_heads(tenants uuid[]) TABLE(tenant_id uuid, epoch integer, seq bigint)',
      'user_rights(of_tenant uuid, person uuid, in_session uuid, at timestamp with time zone) TABLE(teams uuid[], roles jsonb)',
      'watched_mailboxes() TABLE(tenant_id uuid, id uuid, setting integer)',
    ]);
  });
  it('finds accounts by the whole address only', async () => {
    const of = (address: string) => ask('sign_in_accounts($1)', [address]);
    const [found, ...more] = await of(theirs.nobodyEmail);
    assert.deepEqual([found!['tenant'], found!['person'], more], [theirs.id, splitId(theirs.ids.get('User')![1]!)!.id, []]);
    for (const address of ['', '%', '_', `%${theirs.word}%`, theirs.nobodyEmail.slice(0, -1), `${theirs.nobodyEmail} `]) assert.deepEqual(await of(address), [], address);
  });
  it('knows a key and a refresh token by their hash only', async () => {
    const hash = createHash('sha256').update(theirs.key.credential!).digest('hex');
    assert.deepEqual((await ask('api_key_rights($1, $2)', [hash, now])).map(({ tenant }) => tenant), [theirs.id]);
    const { rows: [session] } = await owner.query<{ family_hash: string }>('select family_hash from session where tenant_id = $1 limit 1', [theirs.id]);
    assert.equal((await ask('session_of_family($1)', [session!.family_hash]))[0]!['tenant'], theirs.id);
    for (const guess of ['', '%', hash.slice(0, -1), theirs.key.credential, session!.family_hash.slice(1)]) {
      assert.deepEqual([await ask('api_key_rights($1, $2)', [guess, now]), await ask('session_of_family($1)', [guess])], [[], []]);
      assert.deepEqual((await ask('rights_of_api_keys($1, $2)', [[guess, hash, null], now])).map(({ hash, tenant }) => [hash, tenant]), [[hash, theirs.id]]);
    }
  });
  it('tells the rights of a user only by the right organisation, user and session together', async () => {
    const rights = (tenant: string, person: string, session: string) => ask('user_rights($1, $2, $3, $4)', [tenant, person, session, now]);
    const { rows: [theirSession] } = await owner.query<{ id: string; user_id: string }>('select id, user_id from session where tenant_id = $1 limit 1', [theirs.id]);
    const { rows: [ourSession] } = await owner.query<{ id: string; user_id: string }>('select id, user_id from session where tenant_id = $1 limit 1', [ours.id]);
    assert.equal((await rights(theirs.id, theirSession!.user_id, theirSession!.id)).length, 1);
    for (const [tenant, person, session] of [
      [ours.id, theirSession!.user_id, theirSession!.id], [theirs.id, ourSession!.user_id, theirSession!.id],
      [theirs.id, theirSession!.user_id, ourSession!.id], [theirs.id, theirSession!.user_id, randomUUID()],
    ]) {
      assert.deepEqual(await rights(tenant!, person!, session!), []);
      const many = await ask('rights_of_users($1, $2, $3, $4)', [[tenant, theirs.id, tenant], [person, theirSession!.user_id, person], [session, theirSession!.id, session], now]);
      assert.deepEqual(many.map(({ place }) => place), ['2'], 'each for themselves, also among many');
    }
    assert.deepEqual(await ask('rights_of_users($1, $2, $3, $4)', [[theirs.id], [theirSession!.user_id], [], now]), [], 'nobody without a session');
  });
  it('notes the use of a key only where the key is', async () => {
    const key = raw(theirs, 'ApiKey');
    const used = async () => (await owner.query('select last_used_at, xmin from api_key where id = $1', [key])).rows;
    const before = await used();
    await role.query('select note_api_key_use($1, $2, $3)', [ours.id, key, new Date(Date.now() + 3_600_000)]);
    assert.deepEqual(await used(), before);
  });
  it('tells where streams are by the organisations it is given', async () => {
    assert.deepEqual((await ask('stream_heads($1)', [[theirs.id]])).map(({ tenant_id }) => tenant_id), [theirs.id]);
    assert.deepEqual(await ask('stream_heads($1)', [[randomUUID()]]), []);
  });
  it('forgets what is over, and nothing else', async () => {
    const left = async (table: string) => Number((await owner.query(`select count(*) as n from ${table}`)).rows[0].n);
    const [keys, sessions] = [await left('idempotency'), await left('session')];
    for (const definer of ['forget_idempotency', 'forget_sessions']) {
      assert.deepEqual((await role.query(`select * from ${definer}($1)`, [new Date(Date.now() - 3_600_000)])).rows, [{ forgotten: '0' }]);
    }
    assert.deepEqual([await left('idempotency'), await left('session')], [keys, sessions]);
    await ours.nobody.ask('mutation { signOut(input: {}) { session { endedAt } userErrors { code } } }');
    await owner.query(`update session set expires_at = now() - interval '1 minute' where tenant_id = $1 and user_id = $2`, [theirs.id, splitId(theirs.ids.get('User')![1]!)!.id]);
    assert.deepEqual((await role.query('select * from forget_sessions($1)', [new Date(Date.now() + 1000)])).rows, [{ forgotten: '2' }]);
    assert.equal(await left('session'), sessions - 2);
    assert.deepEqual((await role.query('select * from forget_idempotency($1)', [new Date(Date.now() + 1000)])).rows, [{ forgotten: String(keys) }]);
  });
});
