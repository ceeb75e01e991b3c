/** Subscribers who ask and see alike share the work of a stream; what each gets is what they would get alone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { splitId } from '../../src/kernel/ids.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { commit } from '../support/event-log.ts';
import { idFrom, mutationOf } from '../support/payload.ts';
import { RawSocket } from '../support/raw-socket.ts';
import { recordStatements, type Sent } from '../support/statements.ts';
import { mutate } from '../support/world.ts';

let app: TestApp;
let tenant: Tenant;
let customerId: string;
let sent: Sent[];
const sockets: RawSocket[] = [];

before(async () => {
  app = await startTestApp({ limits: { actorMs: 1_600 } });
  sent = recordStatements(app);
  tenant = await app.tenant();
  customerId = await idFrom(tenant.administrator, mutationOf('customerCreate', 'customer { id }'), { kind: 'PERSON', givenName: 'Anna' }, 'customer');
});
after(async () => {
  for (const socket of sockets) socket.end();
  await app.stop();
});

const CHANGES = `subscription ($after: Position, $types: [String!], $brief: Boolean = false) { changes(after: $after, filter: { types: $types }) {
  position at type changedFields @skip(if: $brief) actor { kind node { id } } subjectId subject { __typename } node { id ... on Interaction { subject customer { name owner { name } } } } } }`;
const open = async (client: Client): Promise<RawSocket> => {
  const socket = await new RawSocket(client).open();
  sockets.push(socket);
  return socket;
};
const following = async (client: Client, query = CHANGES, variables: object = {}): Promise<RawSocket> => {
  const socket = await open(client);
  socket.subscribe(query, variables);
  await socket.until(1);
  return socket;
};
const key = async (permissions: readonly string[]): Promise<Client> => {
  const { secret } = await mutate<{ secret: string }>(tenant.administrator, 'apiKeyCreate', 'secret', { name: 'Partner', permissions });
  return new Client(app.url, secret);
};
const write = (subject: string): Promise<string> =>
  idFrom(tenant.administrator, mutationOf('interactionLog', 'interaction { id }'), { customerId, kind: 'NOTE', direction: 'INTERNAL', subject }, 'interaction');
const READER = ['customer:read', 'interaction:read'];
/** Reads of records, by the name of their statement. */
const reads = (table: string): number => sent.filter(({ name }) => name?.startsWith(`read ${table} `)).length;

describe('a group', { timeout: 60_000 }, () => {
  it('is told byte for byte what each would be told alone, for one reading', async () => {
    const together = await Promise.all(Array.from({ length: 6 }, async () => following(await key(READER))));
    const alone = await following(await key(READER), `${CHANGES} # alone`);
    const other = await following(await key(['interaction:read']));
    sent.length = 0;
    await write('Told once');
    const told = await Promise.all([...together, alone, other].map(async (socket) => (await socket.until(2))[1]));
    const [first, ...rest] = told.slice(0, -1);
    assert.match(first ?? '', /"subject":"Told once","customer":\{"name":"Anna"/);
    for (const text of rest) assert.equal(text, first);
    assert.match(told.at(-1) ?? '', /"subject":"Told once","customer":null/, 'who may see less is told less');
    assert.equal(reads('interaction'), 3, 'one for each group');
    for (const socket of [...together, alone, other]) socket.end();
  });

  it('reads the records of many events by one statement', async () => {
    const interactions: string[] = [];
    for (let i = 0; i < 12; i += 1) interactions.push(await write(`Of many ${i}`));
    const socket = await following(tenant.administrator);
    sent.length = 0;
    const position = await commit(app.app.host.database, tenant.id, interactions.map((id) => ({ type: 'interaction.updated', model: 'Interaction', subject: splitId(id)?.id ?? '' })));
    app.app.host.committed(tenant.id, position);
    const told = (await socket.until(1 + interactions.length)).slice(1).map((text) => (JSON.parse(text) as { data: { changes: { node: { id: string } } } }).data.changes.node.id);
    assert.deepEqual(told, interactions);
    assert.deepEqual([reads('interaction'), reads('customer')], [1, 1]);
    socket.end();
  });

  it('differs by variables, but not by where its members began', async () => {
    const [notes, mails] = await Promise.all([['interaction.*'], ['customer.*']].map((types) => following(tenant.administrator, CHANGES, { types })));
    const { position } = await tenant.administrator.ask<{ position: string }>('{ position }');
    await write('For some');
    const brief = await following(tenant.administrator, CHANGES, { types: ['interaction.*'], brief: true });
    const resumed = await open(tenant.administrator);
    resumed.subscribe(CHANGES, { types: ['interaction.*'], after: position });
    await resumed.until(1);
    sent.length = 0;
    await write('For some, later');
    assert.equal((await resumed.until(2))[1], (await notes!.until(3))[2]);
    assert.doesNotMatch((await brief.until(2))[1] ?? '', /changedFields/);
    assert.equal(reads('interaction'), 2);
    assert.equal(mails!.payloads.length, 1);
    for (const socket of [notes, mails, brief, resumed]) socket!.end();
  });

  it('tells nothing any more to who said that is enough, and goes on for the others of the same socket', async () => {
    const socket = await open(tenant.administrator);
    const [one] = [socket.subscribe(CHANGES), socket.subscribe(CHANGES)];
    await socket.until(2);
    await write('For both');
    await socket.until(4);
    socket.complete(one);
    await sleep(50); // on its way
    await write('For one');
    await socket.until(5);
    await sleep(50);
    assert.equal(socket.payloads.length, 5);
    socket.end();
  });
});

it('those who are connected are judged together', { timeout: 60_000 }, async () => {
  const clients = await Promise.all(Array.from({ length: 48 }, () => key([])));
  await Promise.all(clients.map((client) => following(client, 'subscription { changes { type } }')));
  sent.length = 0;
  await sleep(4_000); // more than two periods
  const judgements = sent.filter(({ name }) => name === 'ask rights_of_api_keys').map(({ values: [hashes] }) => (hashes as string[]).length);
  const judged = judgements.reduce((sum, count) => sum + count, 0);
  assert.ok(judged >= clients.length, `${judged} keys were judged`);
  assert.ok(judgements.length * 2 <= judged, `${judged} keys by ${judgements.length} statements`);
});
