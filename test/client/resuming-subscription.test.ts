/** The published wrapper against a graphql-ws server whose connections are cut, refused and restarted. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import {
  GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, GraphQLString,
} from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { ResyncRequired, SubscriptionRefused } from '../../src/client/lost-connection.ts';
import { resumingSubscription } from '../../src/client/resuming-subscription.ts';

const CHANGES = 'subscription Changes($after: Position) { changes(after: $after) { position number } }';

type Behaviour = (after: string | null) => AsyncGenerator<{ position: string; number: number }>;

const place = (number: number): string => String(number).padStart(6, '0');
const change = (number: number) => ({ position: place(number), number });

/** Everything after the position, for ever. */
const endless: Behaviour = async function* (after) {
  for (let number = Number(after ?? 0) + 1; ; number += 1) {
    yield change(number);
    if (number % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

async function serve(test: TestContext, behaviour: Behaviour) {
  const asked: (string | null)[] = [];
  const state = { behaviour };
  const position = new GraphQLScalarType({ name: 'Position' });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { none: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: {
        changes: {
          type: new GraphQLNonNull(new GraphQLObjectType({
            name: 'Change', fields: { position: { type: new GraphQLNonNull(position) }, number: { type: GraphQLInt } },
          })),
          args: { after: { type: position } },
          subscribe: (_, { after }: { after?: string }) => {
            asked.push(after ?? null);
            return state.behaviour(after ?? null);
          },
          resolve: (told: unknown) => told,
        },
      },
    }),
  });
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  useServer({ schema }, sockets);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  test.after(() => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    http.close();
  });
  return {
    asked, state, url: `ws://127.0.0.1:${port}`,
    cut: (close: (socket: WebSocket) => void) => sockets.clients.forEach(close),
  };
}

function connect(test: TestContext, url: string | (() => string), retryAttempts: number): Client {
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts, retryWait: () => new Promise((resolve) => setTimeout(resolve, 5)) });
  test.after(async () => {
    try {
      await client.dispose();
    } catch { /* it was still connecting to a server that has stopped */ }
  });
  return client;
}

const cuts: Readonly<Record<string, (socket: WebSocket) => void>> = {
  'a connection that breaks': (socket) => socket.terminate(),
  'a server that goes away': (socket) => socket.close(1001, 'Going away'),
  'a server that fails': (socket) => socket.close(4500, 'Internal server error'),
  'a normal close': (socket) => socket.close(1000, 'Normal closure'),
};

for (const [name, close] of Object.entries(cuts)) {
  for (const retryAttempts of [0, 5]) {
    test(`${name}, ${retryAttempts > 0 ? 'with' : 'without'} the client's own retries: one stream without gap or double`, async (t) => {
      const server = await serve(t, endless);
      const positions: string[] = [];
      const stream = resumingSubscription(connect(t, server.url, retryAttempts), { query: CHANGES }, { onPosition: (at) => positions.push(at) });
      const numbers: unknown[] = [];
      for await (const { data } of stream) {
        numbers.push((data as { changes: { number: number } }).changes.number);
        if (numbers.length % 40 === 0) server.cut(close);
        if (numbers.length === 200) break;
      }
      assert.deepEqual(numbers, Array.from({ length: 200 }, (_, i) => i + 1));
      assert.deepEqual(positions, numbers.map((number) => place(Number(number))));
      assert.ok(server.asked.length > 1);
      const asked = server.asked.map((after) => after ?? '');
      assert.deepEqual(asked, [...new Set(asked)].sort(), 'each time it asks from further on');
    });
  }
}

test('a stream the server completes is asked for again, and doubles are dropped', async (t) => {
  const server = await serve(t, async function* (after) {
    const from = Math.max(1, Number(after ?? 0) - 2); // a server that tells two again
    for (let number = from; number < from + 6; number += 1) yield change(number);
  });
  const stream = resumingSubscription(connect(t, server.url, 0), { query: CHANGES }, { after: place(3) });
  const numbers: unknown[] = [];
  for await (const { data } of stream) if (numbers.push((data as { changes: { number: number } }).changes.number) === 10) break;
  assert.deepEqual(numbers, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
});

test('what was received is handed out before RESYNC_REQUIRED, which carries the fresh position', async (t) => {
  const server = await serve(t, async function* () {
    yield change(1);
    throw new GraphQLError('gone', { extensions: { code: 'RESYNC_REQUIRED', position: place(77) } });
  });
  const stream = resumingSubscription(connect(t, server.url, 5), { query: CHANGES });
  assert.deepEqual((await stream.next()).value?.data, { changes: change(1) });
  await assert.rejects(stream.next(), (error) => error instanceof ResyncRequired && error.position === place(77));
  assert.deepEqual(await stream.next(), { done: true, value: undefined });
  assert.equal(server.asked.length, 1);
});

test('a fault that may pass is tried again, another refusal is told', async (t) => {
  let tries = 0;
  const server = await serve(t, async function* (after) {
    tries += 1;
    if (tries < 3) throw new GraphQLError('busy', { extensions: { code: 'RATE_LIMITED' } });
    if (after === null) yield change(1);
    throw new GraphQLError('not yours', { extensions: { code: 'FORBIDDEN' } });
  });
  const retries: number[] = [];
  const stream = resumingSubscription(connect(t, server.url, 5), { query: CHANGES }, { onRetry: (_, attempt) => retries.push(attempt) });
  assert.deepEqual((await stream.next()).value?.data, { changes: change(1) });
  await assert.rejects(stream.next(), (error) => error instanceof SubscriptionRefused && /not yours/.test(error.message));
  assert.deepEqual(retries, [1, 2]);
});

test('a server that is not there yet is waited for', async (t) => {
  const server = await serve(t, endless);
  let url = 'ws://127.0.0.1:1';
  const stream = resumingSubscription(connect(t, () => url, 0), { query: CHANGES }, { onRetry: () => { url = server.url; } });
  assert.deepEqual((await stream.next()).value?.data, { changes: change(1) });
  await stream.return?.();
});

test('leaving ends it at once, also while it waits for a message', async (t) => {
  // oxlint-disable-next-line require-yield -- a stream that has nothing to say
  const server = await serve(t, async function* () { await new Promise(() => {}); });
  const stream = resumingSubscription(connect(t, server.url, 5), { query: CHANGES });
  const next = stream.next();
  await stream.return?.();
  assert.deepEqual(await next, { done: true, value: undefined });
});

test('documents that cannot be resumed are refused with the reason', async (t) => {
  const server = await serve(t, endless);
  const client = connect(t, server.url, 0);
  assert.throws(() => resumingSubscription(client, { query: 'subscription { changes { position } }' }), /\$after: Position/);
  const stream = resumingSubscription(client, { query: 'subscription ($after: Position) { changes(after: $after) { number } }' });
  await assert.rejects(stream.next(), /select `position`/);
});
