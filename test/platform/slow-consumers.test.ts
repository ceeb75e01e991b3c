/** Subscribers who stop reading: they cost little, are closed soon, disturb nobody, and miss nothing when they are back. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { resumingSubscription } from '../../src/client/resuming-subscription.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { doneBy, idFrom, mutationOf } from '../support/payload.ts';

const STUCK = 5;
const QUICK = 3;
const EVENTS = 60;
const BUFFERED = 1_048_576;
/** Past what the kernel takes in for either side of a socket. */
const MESSAGE = 300_000;
const ALIASES = 15;
const TEXT = 'x'.repeat(MESSAGE / ALIASES);

let app: TestApp;
let tenant: Tenant;
before(async () => {
  app = await startTestApp({ limits: { bucketPoints: 1e9, stalledMs: 500, bufferedBytes: BUFFERED, pingMs: 600_000 } });
  tenant = await app.tenant();
});
after(() => app.stop());

type Told = { readonly changes: { readonly position: string; readonly type: string } };

class Reader {
  readonly sockets: WebSocket[] = [];
  readonly positions: string[] = [];
  retries = 0;
  readonly #stream;

  constructor(after: string, selection: string) {
    const { sockets } = this;
    class Noted extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        sockets.push(this);
      }
    }
    const query = `subscription ($after: Position) { changes(after: $after) { position type ${selection} } }`;
    const client = tenant.administrator.socket({ webSocketImpl: Noted });
    this.#stream = resumingSubscription<Told>(client, { query }, { after, onRetry: () => { this.retries += 1; } });
    void this.#read();
  }

  stop(): Promise<unknown> {
    return Promise.resolve(this.#stream.return?.());
  }

  async #read(): Promise<void> {
    for await (const { data } of this.#stream) if (data && !data.changes.type.startsWith('stream.')) this.positions.push(data.changes.position);
  }
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await holds()); await sleep(20)) assert.ok(Date.now() < deadline, what);
}

const open = async (): Promise<number> => Number(/^rapport_sockets (\d+)/m.exec(await (await fetch(`${app.url}/metrics`)).text())?.[1]);

it('who do not read are closed, while the others are told everything, and miss nothing later', async (t) => {
  const { administrator: ada } = tenant;
  const customerId = await idFrom(ada, mutationOf('customerCreate', 'customer { id }'), { kind: 'PERSON', givenName: 'Anna' }, 'customer');
  const { position } = await ada.ask<{ position: string }>('{ position }');
  const write = async (): Promise<string> => (await doneBy(ada, mutationOf('interactionLog', 'interaction { id }'), {
    customerId, kind: 'NOTE', direction: 'INTERNAL', text: TEXT,
  })).position ?? '';

  const heavy = Array.from({ length: ALIASES }, (_, n) => `a${n}: body { text }`).join(' ');
  const stuck = Array.from({ length: STUCK }, () => new Reader(position, `node { ... on Interaction { ${heavy} } }`));
  const quick = Array.from({ length: QUICK }, () => new Reader(position, 'node { id }'));
  t.after(() => Promise.all([...stuck, ...quick].map((reader) => reader.stop())));
  const written = [await write()];
  await until(() => [...stuck, ...quick].every(({ positions }) => positions.length === 1), 'all are told of the first');

  for (const { sockets } of stuck) sockets.forEach((socket) => socket.pause());
  const before = process.memoryUsage().external;
  let most = 0;
  while (written.length < EVENTS) {
    written.push(await write());
    most = Math.max(most, process.memoryUsage().external - before);
  }
  await until(() => quick.every(({ positions }) => positions.length === EVENTS), 'the quick are told all meanwhile');
  assert.ok(stuck.every(({ positions }) => positions.length < EVENTS), 'the stuck are not');
  await until(async () => await open() === QUICK, 'the stuck are closed');
  assert.ok(most < STUCK * BUFFERED * 4, `${Math.round(most / 1e6)} MB were held for them`);

  for (const { sockets } of stuck) sockets.forEach((socket) => socket.resume());
  await until(() => stuck.every(({ positions }) => positions.length >= EVENTS), 'the stuck have caught up');
  for (const { positions, retries } of stuck) {
    assert.deepEqual(positions, written);
    assert.ok(retries > 0, 'it had really been closed');
  }
  for (const { positions, retries } of quick) assert.deepEqual([positions, retries], [written, 0]);
});
