/** Whatever becomes of an operation, the connection of its snapshot goes back. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';

let app: TestApp;
let tenant: Tenant;

before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
});
after(() => app.stop());

/** An answer is sent before what it no longer waits for is over. */
async function connectionsInUse(): Promise<number> {
  const { database } = app.app.host;
  const inUse = (): number => database.load.total - database.load.idle;
  for (let tries = 0; tries < 50 && inUse() > 0; tries += 1) await sleep(20);
  return inUse();
}

test('a field that fails at once leaves nothing open, however long its siblings read', async () => {
  const document = '{ customers(first: 1000) { nodes { id } } viewer { roles { name } user { name teamMemberships { id } } } }';
  for (let i = 0; i < 3; i += 1) assert.equal(await tenant.administrator.failure(document), 'BAD_USER_INPUT');
  await sleep(100);
  assert.equal(await connectionsInUse(), 0);
});

test('so does a payload in which a field fails', async () => {
  const document = `mutation { customerCreate(input: { kind: PERSON, givenName: "Ada" }) {
    customer { timeline(first: 1000) { nodes { id } } relationships { nodes { to { contactPoints { id } } } } owner { customers { nodes { id } } } }
  } }`;
  const { errors } = await tenant.administrator.send(document);
  assert.deepEqual(errors.map(({ extensions }) => extensions.code), ['BAD_USER_INPUT']);
  await sleep(100);
  assert.equal(await connectionsInUse(), 0);
});
