/**
 * Where personal words and secrets must not turn up: what a node logs, counts and announces, whatever goes
 * wrong; and, of secrets, anywhere in the database.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createSealing } from '../../src/platform/http/sealing.ts';
import { PASSWORD, SECRET, startTestApp, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { fill, mutate, type World } from '../support/world.ts';

let app: TestApp;
let world: World;
let owner: pg.Client;
/** Whatever a person would not want to meet elsewhere. */
const words: string[] = [];
const secrets: string[] = [PASSWORD, SECRET];

before(async () => {
  app = await startTestApp();
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  world = await fill(app);
  words.push(world.word);
  secrets.push(...world.secrets);
});
after(async () => {
  await owner.end();
  await app.stop();
});

/** A word that only this place of the test says. */
function word(): string {
  const one = `kanarek${randomBytes(6).toString('hex')}`;
  words.push(one);
  return one;
}

function secret(): string {
  const one = word();
  secrets.push(one);
  return one;
}

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

const codeOf = async (client: Client, name: string, input: object): Promise<string | undefined> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { errors } = await client.send(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, { input });
  return errors[0]?.extensions.code;
};

describe('personal words and secrets', () => {
  before(async () => {
    const { administrator, ids } = world;
    // Refused by us, at every stage.
    await mutate(app.stranger, 'signIn', '__typename', { email: `${word()}@example.com`, password: secret() });
    await mutate(app.stranger, 'signIn', '__typename', { email: word(), password: secret(), device: word() });
    await mutate(app.stranger, 'tokenRefresh', '__typename', { refreshToken: secret() });
    await mutate(administrator, 'passwordChange', '__typename', { currentPassword: secret(), newPassword: secret() });
    await mutate(administrator, 'userCreate', '__typename', { name: word(), email: word(), password: secret() });
    await mutate(administrator, 'contactPointAdd', '__typename', { customerId: ids.get('Customer')![0], kind: 'PHONE', value: word() });
    await mutate(administrator, 'roleDefine', '__typename', { name: word(), permissions: [word()], reach: 'ALL', hiddenFields: [word()] });
    await administrator.send(`{ customers(named: "${word()}") { ${word()} } }`);
    await administrator.send('query ($i: Int) { customers(first: $i) { totalCount } }', { i: word() });
    await administrator.send(`{ customers(after: "${word()}") { totalCount } node(id: "${word()}") { id } }`);
    for (const credential of [secret(), `rpk_live_${secret()}`, `${secret()}.${secret()}.${secret()}`]) {
      await new Client(app.url, credential).send('{ viewer { kind } }');
      await new Client(app.url, credential).socket().iterate({ query: '{ viewer { kind } }' }).next().catch(() => {});
    }
    // Not understood at all.
    for (const body of [`{"query":"{ ${word()}`, word(), `{"query":${JSON.stringify(word())}}`, `[${JSON.stringify(word())}]`]) await post(body, { authorization: `Bearer ${secret()}`, cookie: secret() });
    for (const path of [`/${word()}`, `/graphql?query=${word()}&x=${word()}`, `/files/${secret()}`, `/files/${secret()}/${word()}`]) await fetch(app.url + path);
    // Done, with keys, so that outcomes are stored.
    const { apiKey, secret: shown } = await mutate<{ apiKey: { id: string }; secret: string }>(administrator, 'apiKeyCreate', 'apiKey { id } secret', { name: word(), permissions: [], idempotencyKey: 'key' });
    const password = `${secret()} long enough`;
    await mutate(administrator, 'userCreate', '__typename', { name: word(), email: `${word()}@example.com`, password, idempotencyKey: 'user' });
    const { signIn } = await app.stranger.ask<{ signIn: { accessToken: string; refreshToken: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }', { input: { email: world.email, password: PASSWORD, device: word() } });
    const { tokenRefresh } = await app.stranger.ask<{ tokenRefresh: { accessToken: string; refreshToken: string } }>(
      'mutation ($input: TokenRefreshInput!) { tokenRefresh(input: $input) { accessToken refreshToken } }', { input: { refreshToken: signIn.refreshToken } });
    secrets.push(shown, password, ...Object.values(signIn), ...Object.values(tokenRefresh));
    assert.ok(apiKey.id && Object.values(tokenRefresh).every(Boolean));
  });

  it('are not in the log when we fail ourselves, however much the database tells of the row', async () => {
    const { administrator } = world;
    const create = (familyName: string): Promise<string | undefined> => codeOf(administrator, 'customerCreate', { kind: 'PERSON', familyName });
    const forbidden = word();
    await owner.query(`alter table customer add constraint never check (family_name <> '${forbidden}')`);
    assert.equal(await create(forbidden), 'INTERNAL');
    await owner.query('alter table customer drop constraint never');
    const twice = word();
    await owner.query(`create unique index surprise on customer (tenant_id, family_name) where family_name = '${twice}'`);
    assert.deepEqual([await create(twice), await create(twice)], [undefined, 'INTERNAL']);
    await owner.query('drop index surprise');
    await owner.query('alter table customer alter column family_name type varchar(5) using left(family_name, 5)');
    assert.equal(await create(word()), 'INTERNAL');
    await owner.query('alter table customer alter column family_name type text');
    await owner.query('alter table customer rename column family_name to gone');
    assert.equal(await create(word()), 'INTERNAL');
    await owner.query('alter table customer rename column gone to family_name');
    assert.equal(await create(word()), undefined);
    assert.ok(app.logged().split('\n').filter((line) => line.includes('"level":"error"')).length >= 4, 'failures are logged');
  });

  it('are in no line of the log', () => {
    const log = app.logged();
    assert.ok(log.includes('"level":"debug"'));
    assert.deepEqual([...words, ...secrets].filter((one) => log.includes(one)), []);
  });
  it('are in no measure', async () => {
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    assert.match(metrics, /rapport_operations_total\{/);
    assert.deepEqual([...words, ...secrets].filter((one) => metrics.includes(one)), []);
  });
  it('are in no event', async () => {
    const { rows } = await owner.query<{ event: string }>('select event::text from event');
    assert.ok(rows.length > 20);
    assert.deepEqual(words.filter((one) => rows.some(({ event }) => event.includes(one))), []);
  });
});

describe('a dump of the whole database', () => {
  it('holds no secret, only what secrets are known by', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
    const { rows: [key] } = await owner.query<{ sealed: string }>('select sealed from signing_key limit 1');
    const { d } = JSON.parse(createSealing(SECRET).open(key!.sealed)) as { d: string };
    assert.ok(d.length > 40);
    assert.ok(secrets.length > 25);
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`select t::text as row from "${name}" t`);
      const dump = rows.map(({ row }) => row).join('\n');
      assert.deepEqual([...secrets, d].filter((one) => one !== '' && dump.includes(one)), [], name);
    }
  });
});
