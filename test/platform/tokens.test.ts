/** Signing keys over time and over nodes: made once, found by all, published long enough. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import { Database } from '../../src/platform/database/pool.ts';
import { createSealing } from '../../src/platform/http/sealing.ts';
import { createTokens, type Tokens } from '../../src/platform/http/tokens.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const DAY = 86_400_000;
const SECRET = 'a secret of this installation, long enough';
const claims = { user: 'usr_1', tenant: 'org_1', session: 'ses_1' };

let made: TestDatabase;
let database: Database;
const running: Tokens[] = [];
const fail = (error: unknown): void => assert.fail(String(error));
before(async () => {
  made = await createTestDatabase();
  database = new Database(made.appUrl, { size: 8, onError: fail });
});
after(async () => {
  for (const tokens of running) tokens.stop();
  await database.close();
  await made.drop();
});

/** A node with a clock of its own; every test begins in another stretch of years. */
async function node(clock: { now: number }, secret = SECRET): Promise<Tokens> {
  const terms = { issuer: 'rapport', audience: 'rapport', accessLifetimeSeconds: 900, refreshLifetimeSeconds: 86_400 };
  const tokens = await createTokens(terms, { database, sealing: createSealing(secret), now: () => new Date(clock.now), onError: fail });
  running.push(tokens);
  return tokens;
}
const periodStart = (period: number): number => period * 30 * DAY;
const kids = (tokens: Tokens): unknown[] => tokens.jwks().keys.map(({ kid }) => kid);
const works = async (tokens: Tokens, token: string): Promise<boolean> => 'claims' in (await tokens.verify(token));

test('nodes that start at the same moment agree on one key, and nothing private is published or stored open', async () => {
  const clock = { now: periodStart(1000) };
  const nodes = await Promise.all(Array.from({ length: 5 }, () => node(clock)));
  const [first] = nodes;
  assert.ok(first);
  assert.equal(kids(first).length, 1);
  for (const other of nodes) assert.deepEqual(kids(other), kids(first));
  const { token, expiresAt } = await first.issue(claims);
  assert.equal(expiresAt.getTime(), clock.now + 900_000);
  for (const other of nodes) assert.deepEqual(await other.verify(token), { claims: { sub: 'usr_1', org: 'org_1', sid: 'ses_1' }, expiresAt });
  assert.deepEqual(Object.keys(first.jwks().keys[0] ?? {}).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  const rows = await database.query({ text: 'select sealed from signing_key', values: [] });
  for (const { sealed } of rows) assert.match(String(sealed), /^s1\./);
});

test('the next key is published a day before it signs, the old one until its last token has ended, and then forgotten', async () => {
  const clock = { now: periodStart(1201) - 2 * DAY };
  const old = await (await node(clock)).issue(claims);
  clock.now = periodStart(1201) - DAY / 2;
  const tokens = await node(clock);
  const [oldKid, newKid] = kids(tokens);
  assert.ok(oldKid && newKid);
  const last = await tokens.issue(claims);
  assert.equal(decodeProtectedHeader(last.token).kid, oldKid);
  assert.deepEqual(decodeProtectedHeader(old.token).kid, oldKid);
  clock.now = periodStart(1201);
  assert.equal(decodeProtectedHeader((await tokens.issue(claims)).token).kid, newKid);
  const later = await node(clock);
  assert.deepEqual(kids(later), [oldKid, newKid]);
  clock.now = periodStart(1202) - DAY;
  assert.ok(!kids(await node(clock)).includes(oldKid));
  const [{ n } = { n: 1 }] = await database.query({ text: 'select count(*)::int as n from signing_key where kid = $1', values: [oldKid] });
  assert.equal(n, 0);
});

test('a running node signs on into the next period, and learns of keys that others made, but does not ask for each unknown one', async () => {
  const [here, there] = [{ now: periodStart(1301) - 10 * DAY }, { now: periodStart(1301) - 10 * DAY }];
  const [one, other] = [await node(here), await node(there)];
  here.now = there.now = periodStart(1301) + 1000;
  const { token } = await one.issue(claims);
  assert.equal(await works(other, token), true);

  const [header = '', ...rest] = token.split('.');
  const renamed = JSON.stringify({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), kid: 'made up' });
  const madeUp = [Buffer.from(renamed).toString('base64url'), ...rest].join('.');
  let asked = 0;
  const query = database.query.bind(database);
  database.query = (sql) => { asked += 1; return query(sql); };
  try {
    there.now += 60_000;
    for (let i = 0; i < 20; i++) assert.equal(await works(other, madeUp), false);
    assert.equal(asked, 1);
  } finally {
    Reflect.deleteProperty(database, 'query');
  }
});

test('a node with another secret says so instead of starting', async () => {
  const clock = { now: periodStart(1400) };
  await node(clock);
  await assert.rejects(node(clock, 'a secret of some other installation, as long'), /sealed with another secret/);
});
