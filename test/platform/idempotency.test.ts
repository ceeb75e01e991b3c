/** A mutation under an idempotency key has its effect once, however often and by whatever way it is sent. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { decodePosition } from '../../src/kernel/position.ts';
import { PASSWORD, SECRET, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { doneBy, idFrom, mutationOf, payloadOf, type Payload, type Shown } from '../support/payload.ts';

const COPIES = 100;

const create = mutationOf('customerCreate', 'customer { id version name }');
const update = mutationOf('customerUpdate', 'customer { id version name }');
const archive = mutationOf('customerArchive', 'customer { id version }');
const restore = mutationOf('customerRestore', 'customer { id version }');
const relate = mutationOf('customerRelate', 'relationship { id version }');
const setExternalId = mutationOf('externalIdSet', 'customer { id version }');
const createKey = mutationOf('apiKeyCreate', 'apiKey { id } secret');
const createChannel = mutationOf('channelCreate', 'channel { id }');
const receive = mutationOf('messageReceive', 'interaction { id version }');

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let elsewhere: Client;
let database: pg.Client;

before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  ada = tenant.administrator;
  elsewhere = new Client((await app.node()).url, ada.credential);
  database = new pg.Client({ connectionString: app.database.superuserUrl });
  await database.connect();
});
after(async () => {
  await database.end();
  await app.stop();
});

const aCustomer = (): Promise<string> => idFrom(ada, create, { kind: 'PERSON', givenName: 'Anna' }, 'customer');

/** Where the organisation's log ends, and what it holds after a number. */
async function eventsAfter(seq: number): Promise<{ seq: number; type: string }[]> {
  const { rows } = await database.query<{ seq: string; type: string }>(
    'select seq, type from event where tenant_id = $1 and seq > $2 order by seq', [tenant.id, seq]);
  return rows.map((row) => ({ seq: Number(row.seq), type: row.type }));
}
const head = async (): Promise<number> => (await eventsAfter(0)).at(-1)?.seq ?? 0;

const seqOf = ({ position }: Payload): number => {
  const decoded = decodePosition(tenant.id, position ?? '');
  return decoded === null || decoded === 'foreign' ? -1 : decoded.seq;
};

/** All at once, every second one by another node. */
const copies = (document: string, input: object): Promise<Payload[]> =>
  Promise.all(Array.from({ length: COPIES }, (_, i) => payloadOf(i % 2 ? ada : elsewhere, document, input)));

describe(`${COPIES} copies at once, on two nodes`, () => {
  const cases: Readonly<Record<string, { document: string; events: readonly string[]; input: () => Promise<object> }>> = {
    'of a creation': { document: create, events: ['customer.created'], input: async () => ({ kind: 'PERSON', givenName: 'Anna' }) },
    'of what can be done only once': { document: archive, events: ['customer.archived'], input: async () => ({ customerId: await aCustomer() }) },
    'of what must be unique': {
      document: setExternalId, events: ['customer.externalIdSet'],
      input: async () => ({ customerId: await aCustomer(), system: 'erp', value: randomUUID() }),
    },
    'of what locks two records': {
      document: relate, events: ['customer.related', 'customer.related'],
      input: async () => ({ customerId: await aCustomer(), toCustomerId: await aCustomer(), type: 'PARTNER_OF' }),
    },
    "of what is unique in a partner's system too, and makes several records": {
      document: receive, events: ['customer.created', 'conversation.started', 'interaction.received'],
      input: async () => ({
        channelId: await idFrom(ada, createChannel, { kind: 'EMAIL', name: 'Post', address: 'post@example.com' }, 'channel'),
        externalId: randomUUID(), from: { kind: 'EMAIL', value: 'anna@example.org' }, text: 'Hello',
      }),
    },
  };
  for (const [name, { document, events, input: prepare }] of Object.entries(cases)) {
    it(`${name}: one effect, equal answers`, async () => {
      const input = { ...await prepare(), idempotencyKey: randomUUID() };
      const from = await head();
      const answers = await copies(document, input);
      const [first] = answers;
      for (const answer of answers) assert.deepEqual(answer, first);
      assert.deepEqual(first?.userErrors, []);
      const logged = await eventsAfter(from);
      assert.deepEqual(logged.map(({ type }) => type).sort(), [...events].sort());
      assert.equal(seqOf(first), logged.at(-1)?.seq);
      assert.deepEqual(await payloadOf(ada, document, input), first, 'and later, too');
    });
  }

  it('of two bodies under one key: one of them is done, the other is told', async () => {
    const from = await head();
    const idempotencyKey = randomUUID();
    const told = await Promise.all(Array.from({ length: COPIES }, async (_, i) => {
      const { data, errors } = await ada.send<Record<string, Payload>>(create, { input: { kind: 'PERSON', givenName: i % 2 ? 'Anna' : 'Boris', idempotencyKey } });
      const shown = data?.['customerCreate']?.['customer'] as Shown | undefined;
      return errors[0]?.extensions.code ?? shown?.id ?? 'nothing';
    }));
    assert.equal((await eventsAfter(from)).length, 1);
    const done = told.filter((one) => one.startsWith('cus_'));
    assert.equal(new Set(done).size, 1);
    assert.equal(done.length, COPIES / 2);
    assert.deepEqual(new Set(told.filter((one) => !one.startsWith('cus_'))), new Set(['IDEMPOTENCY_KEY_REUSED']));
  });
});

describe('a repeat', () => {
  it('with another input, or of another operation, is refused', async () => {
    const customerId = await aCustomer();
    const idempotencyKey = randomUUID();
    await doneBy(ada, archive, { customerId, idempotencyKey });
    assert.equal(await ada.failure(archive, { input: { customerId, expectedVersion: 1, idempotencyKey } }), 'IDEMPOTENCY_KEY_REUSED');
    assert.equal(await ada.failure(restore, { input: { customerId, idempotencyKey } }), 'IDEMPOTENCY_KEY_REUSED');
  });

  it('may write the same input in another order', async () => {
    const idempotencyKey = randomUUID();
    const one = await doneBy(ada, create, { kind: 'PERSON', givenName: 'Anna', familyName: 'Nowak', idempotencyKey });
    assert.deepEqual(await doneBy(ada, create, { idempotencyKey, familyName: 'Nowak', givenName: 'Anna', kind: 'PERSON' }), one);
  });

  it('of a refusal acts, since refusals are not kept', async () => {
    const input = { customerId: await aCustomer(), idempotencyKey: randomUUID() };
    await doneBy(ada, archive, { customerId: input.customerId });
    const refused = await payloadOf(ada, archive, input);
    assert.deepEqual([refused.userErrors[0]?.code, refused.position], ['CUSTOMER_ALREADY_ARCHIVED', null]);
    await doneBy(ada, restore, { customerId: input.customerId });
    const done = await doneBy(ada, archive, input);
    assert.deepEqual(await doneBy(ada, archive, input), done);
  });

  it('is shown as things are by then', async () => {
    const input = { kind: 'PERSON', givenName: 'Anna', idempotencyKey: randomUUID() };
    const first = await doneBy(ada, create, input);
    await doneBy(ada, update, { customerId: (first['customer'] as Shown).id, givenName: 'Hanna' });
    const repeat = await doneBy(ada, create, input);
    assert.equal(repeat.position, first.position);
    assert.deepEqual(repeat['customer'], { ...first['customer'] as Shown, version: 2, name: 'Hanna' });
  });

  it('does not begin what it did: it guesses no password, though the one it brings was changed by itself', async () => {
    const email = `petr-${randomUUID()}@example.com`;
    await doneBy(ada, mutationOf('userCreate', 'user { id }'), { name: 'Petr', email, password: PASSWORD });
    const petr = await Client.signIn(app.url, email, PASSWORD);
    const input = { currentPassword: PASSWORD, newPassword: `${PASSWORD}, changed`, idempotencyKey: randomUUID() };
    const change = mutationOf('passwordChange', 'user { id }');
    const first = await doneBy(petr, change, input);
    for (let times = 0; times < 10; times += 1) assert.deepEqual(await doneBy(petr, change, input), first);
    await Client.signIn(app.url, email, `${PASSWORD}, changed`); // too many wrong guesses would slow it down
  });

  it('does not tell a secret again', async () => {
    const input = { name: 'ERP', permissions: ['customer:read'], idempotencyKey: randomUUID() };
    const first = await doneBy(ada, createKey, input);
    assert.match(String(first['secret']), /^rpk_/);
    assert.deepEqual(await doneBy(ada, createKey, input), { ...first, secret: null });
    const { rows: [kept] } = await database.query<{ row: string }>('select i::text as row from idempotency i where key = $1', [input.idempotencyKey]);
    assert.ok(kept && !kept.row.includes(String(first['secret'])));
  });

  it('is one only of the same principal in the same organisation', async () => {
    const { secret } = await doneBy(ada, createKey, { name: 'Partner', permissions: ['customer:create', 'customer:read'] });
    const other = await app.tenant();
    const input = { kind: 'PERSON', givenName: 'Anna', idempotencyKey: randomUUID() };
    const ids = await Promise.all([ada, new Client(app.url, String(secret)), other.administrator].map((client) => idFrom(client, create, input, 'customer')));
    assert.equal(new Set(ids).size, 3);
  });
});

it('a key has 1 to 255 characters', async () => {
  for (const [length, code] of [[0, 'INVALID_IDEMPOTENCY_KEY'], [1, undefined], [255, undefined], [256, 'INVALID_IDEMPOTENCY_KEY']] as const) {
    const { userErrors } = await payloadOf(ada, create, { kind: 'PERSON', givenName: 'Anna', idempotencyKey: 'ž'.repeat(length) });
    assert.deepEqual(userErrors, code ? [{ code, field: ['idempotencyKey'] }] : [], `${length} characters`);
  }
});

it('a node that dies between commit and answer has done it, and the repeat says so', async () => {
  const script = join(import.meta.dirname, '../support/dying-node.ts');
  const child = spawn(process.execPath, [...process.execArgv, script, app.database.appUrl, SECRET], { stdio: ['ignore', 'pipe', 'inherit'] });
  const died = once(child, 'exit');
  const [url] = await once(createInterface(child.stdout), 'line') as [string];
  const from = await head();
  const input = { kind: 'PERSON', givenName: 'Anna', idempotencyKey: randomUUID() };
  await assert.rejects(new Client(url, ada.credential).send(create, { input }), 'no answer came');
  assert.deepEqual(await died, [null, 'SIGKILL']);

  const logged = await eventsAfter(from);
  assert.deepEqual(logged.map(({ type }) => type), ['customer.created']);
  const repeat = await doneBy(ada, create, input);
  assert.equal(seqOf(repeat), logged[0]?.seq);
  assert.equal((await eventsAfter(from)).length, 1);
});
