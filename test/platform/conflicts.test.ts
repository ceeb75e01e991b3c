/** What happens when writers meet: they wait, try again, are told, and nothing anybody wrote is lost. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { doneBy, idFrom, mutationOf, payloadOf, type Shown } from '../support/payload.ts';

const create = mutationOf('customerCreate', 'customer { id version name }');
const update = mutationOf('customerUpdate', 'customer { id version name }');
const tag = mutationOf('customerTag', 'customer { id version tags { name } }');
const relate = mutationOf('customerRelate', 'relationship { id }');
const end = mutationOf('relationshipEnd', 'relationship { id version untilOn }');
const setExternalId = mutationOf('externalIdSet', 'customer { id externalIds { value } }');

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let database: pg.Client;

before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  ada = tenant.administrator;
  database = await connect();
});
after(async () => {
  await database.end();
  await app.stop();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  return client;
}

const aCustomer = (): Promise<string> => idFrom(ada, create, { kind: 'PERSON', givenName: 'Anna' }, 'customer');
const uuidOf = (id: string): string => id.slice(id.indexOf('_') + 1);

async function one<T>(text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await database.query(text, values);
  return rows[0] as T;
}

/** Until so many of the application's connections wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { n } = await one<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'rapport_app' and wait_event_type = 'Lock'`);
    if (n === count) return;
    await sleep(10);
  }
  assert.fail(`${count} writers should have been waiting`);
}

/** Holds rows as another writer would, until the returned function commits. */
async function holding(t: { after(work: () => Promise<void>): void }, ...statements: readonly [string, unknown[]][]): Promise<() => Promise<void>> {
  const holder = await connect();
  t.after(() => holder.end());
  await holder.query('begin');
  for (const [text, values] of statements) await holder.query(text, values);
  return async () => void await holder.query('commit');
}

describe('two writers who lock in opposite order', () => {
  it('both succeed: the one the database chose as victim of the deadlock tries again', async (t) => {
    const [from, to] = [await aCustomer(), await aCustomer()];
    await doneBy(ada, relate, { customerId: from, toCustomerId: to, type: 'PARTNER_OF' });
    const { rows: sides } = await database.query<{ id: string }>('select id from relationship where from_id = any($1)', [[uuidOf(from), uuidOf(to)]]);
    const { deadlocks: before } = await one<{ deadlocks: number }>('select deadlocks::int from pg_stat_database where datname = current_database()');

    // Each ends the relationship from its own side: it holds that side's row, and will want the other's.
    const release = await holding(t, ['select 1 from customer where id = any($1) for update', [[uuidOf(from), uuidOf(to)]]]);
    const ended = sides.map(({ id }) => doneBy(ada, end, { relationshipId: `rel_${id.replaceAll('-', '')}`, untilOn: '2026-06-30' }));
    await waiting(2);
    await release();
    for (const { relationship } of await Promise.all(ended)) assert.equal((relationship as { untilOn: string }).untilOn, '2026-06-30');

    for (let tries = 0; ; tries += 1) { // statistics are a little late
      const { deadlocks } = await one<{ deadlocks: number }>('select deadlocks::int from pg_stat_database where datname = current_database()');
      if (deadlocks > before) break; // the victim may meet the other once more
      assert.ok(tries < 300, 'no deadlock happened; there should have been one');
      await sleep(20);
    }
  });
});

describe('a record that changes between reading and writing', () => {
  it('is read again, and the write goes on from what it is by then', async (t) => {
    const customerId = await aCustomer();
    await doneBy(ada, setExternalId, { customerId, system: 'erp', value: 'first' });
    const release = await holding(t, [`update external_id set value = 'second', version = version + 1 where customer_id = $1`, [uuidOf(customerId)]]);
    const set = doneBy(ada, setExternalId, { customerId, system: 'erp', value: 'third' });
    await waiting(1);
    await release();
    assert.deepEqual(((await set)['customer'] as { externalIds: unknown }).externalIds, [{ value: 'third' }]);
    assert.deepEqual(await one('select value, version from external_id where customer_id = $1', [uuidOf(customerId)]), { value: 'third', version: 3 });
  });
});

describe('a write that keeps colliding', () => {
  const given = (): string => `Collide ${randomBytes(4).toString('hex')}`;
  const head = async (): Promise<number> => (await one<{ n: number }>('select seq::int as n from event_counter where tenant_id = $1', [tenant.id])).n;

  /** The first so many writes of a customer with this name collide, at once or only at COMMIT; answers how to ask how many were tried. */
  async function colliding(name: string, times: number, code: string, at: 'once' | 'commit' = 'once'): Promise<() => Promise<number>> {
    const id = randomBytes(4).toString('hex');
    await database.query(`create sequence tried_${id}; grant usage on sequence tried_${id} to rapport_app;
      create function collide_${id}() returns trigger language plpgsql as $$ begin
        if nextval('tried_${id}') <= ${times} then raise exception 'collision' using errcode = '${code}'; end if;
        return new;
      end $$;
      create ${at === 'once' ? `trigger collide_${id} before insert on customer` : `constraint trigger collide_${id} after insert on customer deferrable initially deferred`}
        for each row when (new.given_name = '${name}') execute function collide_${id}()`);
    return async () => (await one<{ n: number }>(`select last_value::int as n from tried_${id}`)).n;
  }

  for (const [what, code] of [['deadlocks', '40P01'], ['serialisation failures', '40001'], ['lock timeouts', '55P03']] as const) {
    it(`is tried three times: two ${what} are nobody's business`, async () => {
      const givenName = given();
      const tried = await colliding(givenName, 2, code);
      await doneBy(ada, create, { kind: 'PERSON', givenName });
      assert.equal(await tried(), 3);
    });
  }

  it('is given up after three, having done nothing, and may be sent again', async () => {
    const givenName = given();
    const tried = await colliding(givenName, 3, '40P01');
    const input = { kind: 'PERSON', givenName, idempotencyKey: given() };
    assert.equal(await ada.failure(create, { input }), 'CONFLICT_RETRY');
    assert.equal(await tried(), 3);
    assert.deepEqual(await one('select count(*)::int as n from customer where given_name = $1', [givenName]), { n: 0 });
    await doneBy(ada, create, input);
    assert.deepEqual(await one('select count(*)::int as n from customer where given_name = $1', [givenName]), { n: 1 });
  });

  it('is tried again also when only its COMMIT collides', async () => {
    const givenName = given();
    const tried = await colliding(givenName, 2, '40001', 'commit');
    await doneBy(ada, create, { kind: 'PERSON', givenName, idempotencyKey: given() });
    assert.equal(await tried(), 3);
    assert.deepEqual(await one('select count(*)::int as n from customer where given_name = $1', [givenName]), { n: 1 });
  });

  it('leaves nothing when its COMMIT fails: no record, no event, no kept answer', async () => {
    const givenName = given();
    await colliding(givenName, 1, 'P0001', 'commit');
    const [input, before] = [{ kind: 'PERSON', givenName, idempotencyKey: given() }, await head()];
    assert.equal(await ada.failure(create, { input }), 'INTERNAL');
    assert.deepEqual(await one('select count(*)::int as n from customer where given_name = $1', [givenName]), { n: 0 });
    assert.deepEqual(await one('select count(*)::int as n from idempotency where key = $1', [input.idempotencyKey]), { n: 0 });
    assert.equal(await head(), before);
    await doneBy(ada, create, input);
    assert.equal(await head(), before + 1);
  });

  it('is not tried again for any other reason', async () => {
    const givenName = given();
    const tried = await colliding(givenName, 3, 'P0001');
    assert.equal(await ada.failure(create, { input: { kind: 'PERSON', givenName } }), 'INTERNAL');
    assert.equal(await tried(), 1);
  });
});

describe('writers at the same time', () => {
  const WRITERS = 40;
  const all = <T>(write: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n)));

  it('lose nothing of each other', async () => {
    const customerId = await aCustomer();
    await all((n) => n % 2
      ? doneBy(ada, update, { customerId, [n % 4 === 1 ? 'middleName' : 'namePrefix']: `Value ${n}` })
      : doneBy(ada, tag, { customerId, tags: [`tag-${n}`] }));
    const { customer } = await ada.ask<{ customer: { version: number; tags: { name: string }[] } & Record<string, string> }>(
      'query ($id: ID!) { customer(id: $id) { version tags { name } middleName namePrefix givenName } }', { id: customerId });
    assert.deepEqual(customer.tags.map(({ name }) => name).sort(), Array.from({ length: WRITERS / 2 }, (_, n) => `tag-${n * 2}`).sort());
    assert.deepEqual([customer['givenName'], customer['middleName']?.slice(0, 5), customer['namePrefix']?.slice(0, 5)], ['Anna', 'Value', 'Value']);
    assert.equal(customer.version, 1 + WRITERS, 'each change counts once, also of a part');
  });

  it('who expect a version: one is right, the others are shown the record as it is', async () => {
    const customerId = await aCustomer();
    const told = await all((n) => payloadOf(ada, update, { customerId, expectedVersion: 1, givenName: `Writer ${n}` }));
    const [winner, ...more] = told.filter(({ userErrors }) => userErrors.length === 0);
    assert.ok(winner && more.length === 0);
    const current = winner['customer'] as Shown;
    assert.equal(current.version, 2);
    for (const payload of told.filter((one) => one !== winner)) {
      assert.deepEqual(payload, { customer: current, userErrors: [{ code: 'STALE', field: ['expectedVersion'] }], position: null });
    }
  });

  it('who take what only one can have: the others are told, none is answered with a fault', async () => {
    const customers = await all(() => aCustomer());
    const told = await Promise.all(customers.map((customerId) => payloadOf(ada, setExternalId, { customerId, system: 'erp', value: 'only one' })));
    assert.deepEqual(told.map(({ userErrors }) => userErrors[0]?.code).filter((code) => code !== 'EXTERNAL_ID_TAKEN'), [undefined]);
  });
});
