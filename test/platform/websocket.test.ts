/** GraphQL over WebSocket, with the reference client: credentials, limits, streams, and how sockets end. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { GraphQLObjectType } from 'graphql';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Actor } from '../../src/kernel/actor.ts';
import { encodePosition } from '../../src/kernel/position.ts';
import { Unauthenticated } from '../../src/kernel/refusal.ts';
import { actorNamed, ask, localSchema, STARTED, startLocal, type Local, type Told } from '../support/local-server.ts';

let local: Local;
/** Who each credential stands for at the moment. */
const actors = new Map<string, Actor>();
const limits = { actorMs: 200, operationsPerSocket: 5, initMs: 300, drainMs: 2_000, stalledMs: 500, pausedBytes: 16_384, bufferedBytes: 262_144 };
const authenticate = async (credential: string | null): Promise<Actor | null> => {
  if (credential === null) return null;
  const actor = actors.get(credential);
  if (!actor) throw new Unauthenticated('The access token is not valid.');
  return actor;
};
before(async () => { local = await startLocal({ authenticate, limits }); });
after(() => local.stop());

const live = (url: string): string => `${url.replace('http', 'ws')}/graphql`;
const client = (token: string | null, options: Partial<ClientOptions> = {}): Client => createClient({
  url: live(local.url), webSocketImpl: WebSocket, retryAttempts: 0, retryWait: async () => {}, lazy: true,
  ...(token === null ? {} : { connectionParams: { authorization: `Bearer ${token}` } }), ...options,
});
const one = async (caller: Client, query: string, variables?: Record<string, unknown>): Promise<Told> => {
  const { value } = await caller.iterate({ query, ...(variables ? { variables } : {}) }).next();
  return value as unknown as Told;
};
const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (let left = 400; !holds(); left -= 1) {
    assert.ok(left > 0, `waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const ended = async (iterator: AsyncIterator<unknown>): Promise<{ code?: number; reason?: string }> => {
  try {
    for (;;) if ((await iterator.next()).done) return {};
  } catch (error) {
    return error as { code: number };
  }
};
/** A socket without a client, which says what it is told to. */
const raw = async (...messages: object[]): Promise<WebSocket> => {
  const socket = new WebSocket(live(local.url), 'graphql-transport-ws');
  await once(socket, 'open');
  for (const message of messages) {
    socket.send(JSON.stringify(message));
    if ('payload' in message && !('id' in message)) await once(socket, 'message');
  }
  return socket;
};
const closeOf = async (socket: WebSocket): Promise<number> => Number((await once(socket, 'close'))[0]);
const init = (token: string) => ({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } });

describe('queries and mutations', () => {
  it('are answered as over HTTP, with their cost', async () => {
    actors.set('a', actorNamed('a'));
    const told = await one(client('a'), '{ whoami thing { name } }');
    assert.deepEqual(told.data, { whoami: 'a', thing: { name: 'a' } });
    const { requested, actual } = told.extensions!.cost;
    assert.deepEqual({ requested, actual }, { requested: 1, actual: 1 });
    assert.deepEqual((await one(client('a'), 'mutation { rename(name: "b") { thing { name } } }')).data, { rename: { thing: { name: 'b' } } });
  });
  it('run for strangers, who are told where they must sign in', async () => {
    const told = await one(client(null), '{ whoami }');
    assert.equal(told.errors?.[0]?.extensions['code'], 'UNAUTHENTICATED');
  });
  it('draw from the same points as over HTTP', async () => {
    const few = await startLocal({ authenticate, limits: { ...limits, bucketPoints: 12, pointsPerSecond: 0.001 } });
    try {
      assert.equal((await ask(few, '{ list { id } }', { token: 'a' })).told.errors, undefined);
      const [error] = await ended(client('a', { url: live(few.url) }).iterate({ query: '{ list { id } }' })) as { extensions: Record<string, unknown> }[];
      assert.equal(error!.extensions['code'], 'RATE_LIMITED');
      assert.ok(error!.extensions['cost']);
    } finally {
      await few.stop();
    }
  });
  it('are refused within 250 ms when hostile', async () => {
    const hostile = [
      '{ thing '.repeat(600), `{ ${'hello '.repeat(998)} }`, `${'#\n'.repeat(300_000)}{ hello }`, `{ hello ${'@x'.repeat(400)} }`,
      `{ ${Array.from({ length: 300 }, (_, i) => `a${i}: hello`).join(' ')} }`, '{ items(first: 100) { nodes { thing { items(first: 100) { nodes { id } } } } } }',
    ];
    const caller = client('a', { lazyCloseTimeout: 1000 });
    await one(caller, '{ hello }');
    for (const query of hostile) {
      const startedAt = performance.now();
      const errors = await ended(caller.iterate({ query })) as unknown as { extensions: Record<string, unknown> }[];
      assert.equal(errors[0]?.extensions['code'], 'COST_EXCEEDED', query.slice(0, 40));
      assert.ok(performance.now() - startedAt < 250, query.slice(0, 40));
    }
    await caller.dispose();
  });
});

describe('a connection', () => {
  it('with a bad credential is closed for good', async () => {
    for (const caller of [client('unknown', { retryAttempts: 5 }), client(null, { retryAttempts: 5, connectionParams: { authorization: 'Basic abc' } })]) {
      assert.equal((await ended(caller.iterate({ query: '{ hello }' }))).code, 4401);
    }
  });
  it('takes the credential of the upgrade request, too', async () => {
    const socket = new WebSocket(live(local.url), 'graphql-transport-ws', { headers: { authorization: 'Bearer unknown' } });
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    assert.equal(await closeOf(socket), 4401);
  });
  it('must introduce itself in time', async () => assert.equal(await closeOf(await raw()), 4408));
  it('is not begun with an operation', async () => {
    assert.equal(await closeOf(await raw({ id: '1', type: 'subscribe', payload: { query: '{ hello }' } })), 4401);
  });
  it('takes messages of at most a megabyte', async () => {
    assert.equal(await closeOf(await raw(init('a'), { id: '1', type: 'subscribe', payload: { query: 'x'.repeat(1_100_000) } })), 1009);
  });
  it('is only upgraded at its path', async () => {
    const socket = new WebSocket(`${local.url.replace('http', 'ws')}/elsewhere`);
    assert.match(String((await once(socket, 'error'))[0]), /404/);
  });
  it('runs so many operations at once', async () => {
    const caller = client('a', { lazyCloseTimeout: 1000 });
    const running = Array.from({ length: 5 }, () => caller.iterate({ query: 'subscription { ticks { n } }' }));
    const firsts = running.map((stream) => stream.next());
    await one(client('a'), '{ hello }');
    const errors = await ended(caller.iterate({ query: '{ hello }' })) as unknown as { extensions: Record<string, unknown> }[];
    assert.equal(errors[0]?.extensions['code'], 'RATE_LIMITED');
    await caller.dispose();
    await Promise.allSettled(firsts);
  });
});

describe('a subscription', () => {
  const stream = (caller: Client, selection = 'n actor') => {
    const messages: Told[] = [];
    const state: { messages: Told[]; error: unknown; done: boolean; stop: () => void } = { messages, error: null, done: false, stop: () => {} };
    state.stop = caller.subscribe<Record<string, unknown>>({ query: `subscription { ticks { ${selection} } }` }, {
      next: (message) => void messages.push(message as unknown as Told),
      error: (error) => { state.error = error; },
      complete: () => { state.done = true; },
    });
    return state;
  };
  const ticking = async (state: { messages: Told[] }): Promise<void> => {
    const had = state.messages.length;
    await until(() => {
      local.tick(0);
      return state.messages.length > had;
    }, 'a first message');
  };

  it('answers each event by who the subscriber is at that moment', async () => {
    actors.set('b', actorNamed('before'));
    const state = stream(client('b'));
    await ticking(state);
    assert.equal((state.messages[0]!.data!['ticks'] as { actor: string }).actor, 'before');
    assert.equal(state.messages[0]!.extensions!.cost.actual, 1);
    actors.set('b', actorNamed('after'));
    await until(() => {
      local.tick(1);
      return (state.messages.at(-1)!.data!['ticks'] as { actor: string }).actor === 'after';
    }, 'the new rights');
    state.stop();
  });
  it('waits for a database that is away, rather than tell of a change without its record', async () => {
    const schema = localSchema();
    const away = [
      ...['57P02', 'ECONNREFUSED'].map((code) => Object.assign(new Error('away'), { code })),
      Object.assign(new Error('no socket file'), { code: 'ENOENT', syscall: 'connect' }), new Error('Connection terminated unexpectedly'),
    ];
    (schema.getType('Tick') as GraphQLObjectType).getFields()['padding']!.resolve = () => {
      const error = away.shift();
      if (error) throw error;
      return 'there again';
    };
    const restarting = await startLocal({ authenticate, limits, schema });
    const state = stream(client('a', { url: live(restarting.url) }), 'n padding(size: 1)');
    await until(() => {
      restarting.tick(1);
      return state.messages.length > 0;
    }, 'the message');
    assert.deepEqual([state.messages[0]!.data, state.messages[0]!.errors], [{ ticks: { n: STARTED, padding: 'there again' } }, undefined]);
    assert.equal(away.length, 0);
    state.stop();
    await restarting.stop();
  });
  it('needs a member', async () => {
    const told = await one(client(null), 'subscription { ticks { n } }');
    assert.equal(told.errors?.[0]?.extensions['code'], 'UNAUTHENTICATED');
  });
  it('tells when its position is gone, at once and later', async () => {
    const past = encodePosition(actorNamed('a').tenant, { epoch: 0, seq: 1 });
    const refused = await ended(client('a').iterate({ query: `subscription { ticks(after: "${past}") { n } }` })) as unknown as { extensions: Record<string, unknown> }[];
    assert.equal(refused[0]?.extensions['code'], 'RESYNC_REQUIRED');
    assert.match(String(refused[0]?.extensions['position']), /^[0-9a-f]{32}$/);
    const state = stream(client('a'));
    await ticking(state);
    local.restore();
    await until(() => state.error !== null, 'the end');
    assert.equal((state.error as { extensions: Record<string, unknown> }[])[0]!.extensions['code'], 'RESYNC_REQUIRED');
  });
  it('that is quiet ends soon after its credential was revoked, and the client then gives up', async () => {
    actors.set('c', actorNamed('c'));
    const codes: number[] = [];
    const state = stream(client('c', { retryAttempts: 5, on: { closed: (event) => void codes.push((event as CloseEvent).code) } }));
    await ticking(state);
    actors.delete('c');
    await until(() => state.error !== null, 'the end');
    assert.deepEqual(codes, [4403, 4401]);
  });
  it('goes on with a fresh token when the old one expires', async () => {
    actors.set('short', actorNamed('short', new Date(Date.now() + 300)));
    actors.set('fresh', actorNamed('fresh'));
    const tokens = ['short', 'fresh'];
    const state = stream(client(null, { retryAttempts: 5, connectionParams: () => ({ authorization: `Bearer ${tokens.shift()}` }) }));
    await ticking(state);
    await until(() => {
      local.tick(1);
      return (state.messages.at(-1)!.data!['ticks'] as { actor: string }).actor === 'fresh';
    }, 'the fresh token');
    assert.equal(state.error, null);
    state.stop();
  });
  it('stops at once when asked to, also between events', async () => {
    const state = stream(client('a'));
    await ticking(state);
    state.stop();
    await until(() => state.done, 'completion');
    await until(() => socketsOpen() === 0, 'the socket to close');
  });
  const socketsOpen = (): number => Number(/^rapport_sockets (\d+)/m.exec(metrics)?.[1]);
  let metrics = '';
  const polling = setInterval(() => void fetch(`${local.url}/metrics`).then((response) => response.text()).then((text) => { metrics = text; }, () => {}), 50);
  after(() => clearInterval(polling));

  it('whose client stops reading is closed, while others go on', async () => {
    const stuck = await raw(init('a'), { id: '1', type: 'subscribe', payload: { query: 'subscription { ticks { n padding(size: 100000) } }' } });
    const state = stream(client('a'));
    await ticking(state);
    await until(() => socketsOpen() === 2, 'both to be open');
    stuck.pause();
    const growth = process.memoryUsage().external;
    for (let i = 0; i < 400; i += 1) {
      local.tick(i);
      if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await until(() => socketsOpen() === 1, 'the stuck to be closed');
    await until(() => state.messages.length > 400, 'the other to be told all');
    assert.ok(process.memoryUsage().external - growth < 50_000_000);
    stuck.terminate();
    state.stop();
  });
});

describe('stopping', () => {
  it('finishes what runs, refuses what comes, and sends clients elsewhere', async () => {
    const stopping = await startLocal({ authenticate, limits });
    const codes: number[] = [];
    const caller = client('a', { url: live(stopping.url), on: { closed: (event) => void codes.push((event as CloseEvent).code) } });
    const mutation = one(caller, 'mutation { wait(ms: 400) }');
    const overHttp = ask(stopping, '{ slow(ms: 400) }');
    const idle = createClient({ url: live(stopping.url), webSocketImpl: WebSocket, lazy: false, retryAttempts: 0, onNonLazyError: (event) => void codes.push((event as CloseEvent).code), connectionParams: { authorization: 'Bearer a' } });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { hostname, port } = new URL(stopping.url);
    const stopped = stopping.stop();
    assert.deepEqual((await mutation).data, { wait: 'done' });
    assert.deepEqual((await overHttp).told.data, { slow: 'done' });
    await stopped;
    await until(() => codes.includes(1012), 'the close code');
    const refused = await new Promise((resolve) => connect(Number(port), hostname).once('error', resolve).once('connect', resolve));
    assert.ok(refused instanceof Error);
    await idle.dispose();
  });
  it('says so at /readyz before anything else', async () => {
    const stopping = await startLocal({ authenticate, limits: { ...limits, noticeMs: 400 } });
    assert.equal((await fetch(`${stopping.url}/readyz`)).status, 200);
    const stopped = stopping.stop();
    assert.equal((await fetch(`${stopping.url}/readyz`)).status, 503);
    assert.deepEqual((await ask(stopping, '{ hello }')).told.data, { hello: 'Hello you' });
    await stopped;
  });
});
