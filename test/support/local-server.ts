/**
 * A server of the platform over a small schema of its own and a log in memory: for tests of how requests
 * travel, not of what they do.
 */
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Actor } from '../../src/kernel/actor.ts';
import { WrongPage } from '../../src/kernel/pages.ts';
import { Denied, NotFound, Refusal, Unauthenticated } from '../../src/kernel/refusal.ts';
import type { ModelSpec } from '../../src/kernel/model.ts';
import type { Position } from '../../src/kernel/position.ts';
import type { Database } from '../../src/platform/database/pool.ts';
import type { Execution, Host } from '../../src/platform/graphql/execution.ts';
import { createLog } from '../../src/platform/http/logging.ts';
import { createServer, type ServerOptions } from '../../src/platform/http/server.ts';
import type { Change } from '../../src/platform/live/change.ts';
import { Live } from '../../src/platform/live/live.ts';
import { HEAD } from '../../src/platform/live/log.ts';
import type { Row } from '../../src/platform/reading/rows.ts';
import type { Sql } from '../../src/platform/database/statement.ts';

/** What a message tells that only tells a position. */
export const STARTED = -1;

const TENANT = '0192f3c4-a1b2-7c0e-9d00-000000000001';

export const actorNamed = (id: string, expiresAt: Date | null = null): Actor => ({
  kind: 'USER', id, tenant: TENANT, session: null, permissions: new Set(), reach: 'OWN', teams: [], hidden: new Set(), expiresAt,
});

export const localSchema = (): GraphQLSchema => {
  const schema = buildSchema(`
    type Query {
      hello(name: String): String
      whoami: String!
      thing: Thing
      items(first: Int, after: String, last: Int, before: String): ItemConnection!
      nodes(ids: [ID!]!): [Item]!
      list: [Item!]!
      batch(first: Int = 4): Batch!
      search(text: String): ItemConnection!
      fail(how: String!): String
      slow(ms: Int!): String
      filter(where: Where, count: Int): String
    }
    input Where { and: [Where!] not: Where eq: [String!] }
    type Batch { changes: [Item!]! }
    type Thing { name: String, thing: Thing, other: Thing, items(first: Int): ItemConnection! }
    type Item { id: ID, thing: Thing }
    type ItemConnection { edges: [ItemEdge!]!, nodes: [Item!]!, pageInfo: PageInfo!, totalCount: Int! }
    type ItemEdge { cursor: String!, node: Item! }
    type PageInfo { hasNextPage: Boolean! }
    type Mutation { rename(name: String!): Payload, wait(ms: Int!): String }
    type Payload { thing: Thing }
    type Subscription { ticks(after: String): Tick! }
    type Tick { n: Int!, actor: String!, padding(size: Int!): String! }
  `);
  const { query, mutation, subscription } = { query: schema.getQueryType()!, mutation: schema.getMutationType()!, subscription: schema.getSubscriptionType()! };
  const resolve = <A>(type: typeof query, field: string, answer: (args: A, execution: Execution) => unknown): void => {
    type.getFields()[field]!.resolve = (_, args: A, execution: Execution) => answer(args, execution);
  };
  const items = ({ first, last }: { first?: number; last?: number }) => {
    const nodes = Array.from({ length: Math.min(3, first ?? last ?? 20) }, (_, i) => ({ id: `item-${i}`, thing: { name: 'a' } }));
    return { nodes, edges: nodes.map((node) => ({ cursor: node.id, node })), pageInfo: { hasNextPage: false }, totalCount: 3 };
  };
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms)).then(() => 'done');
  resolve<{ name?: string }>(query, 'hello', ({ name }) => `Hello ${name ?? 'you'}`);
  resolve(query, 'whoami', (_, execution) => execution.actor.id);
  resolve(query, 'thing', () => ({ name: 'a', thing: { name: 'b', thing: null } }));
  resolve(query, 'items', items);
  resolve(query, 'search', items);
  resolve<{ ids: string[] }>(query, 'nodes', ({ ids }) => ids.map((id) => ({ id })));
  resolve(query, 'list', () => Array.from({ length: 25 }, (_, id) => ({ id })));
  resolve<{ first: number }>(query, 'batch', ({ first }) => ({ changes: items({ first }).nodes }));
  (schema.getType('Batch') as GraphQLObjectType).getFields()['changes']!.extensions = { atMost: 'first' };
  resolve<{ how: string }>(query, 'fail', ({ how }) => { throw thrown[how]?.() ?? new Error(`secret of ${how}`); });
  resolve<{ ms: number }>(query, 'slow', ({ ms }) => pause(ms));
  resolve<{ ms: number }>(mutation, 'wait', ({ ms }) => pause(ms));
  resolve(query, 'filter', () => 'filtered');
  resolve<{ name: string }>(mutation, 'rename', ({ name }) => ({ thing: { name } }));
  subscription.getFields()['ticks']!.subscribe = (_, { after }: { after?: string }, execution: Execution) => execution.follow({}, after ?? null);
  subscription.getFields()['ticks']!.resolve = ({ type, changedFields: [n] }: Change, _: unknown, execution: Execution) => ({
    n: type === 'tick.happened' ? Number(n) : STARTED, actor: execution.actor.id, padding: ({ size }: { size: number }) => 'x'.repeat(size),
  });
  return schema;
};

const thrown: Readonly<Record<string, () => Error>> = {
  unauthenticated: () => new Unauthenticated(),
  denied: () => new Denied('thing:read'),
  missing: () => new NotFound('thing'),
  page: () => new WrongPage('A page holds 1 to 100 items; 0 were asked for.'),
  refusal: () => new Refusal('INVALID_EMAIL', 'This is no e-mail address.', { field: ['email'] }),
  database: () => Object.assign(new Error('invalid input syntax for type uuid: "canary@example.com"'), { code: '22P02', detail: 'Key (email)=(canary@example.com)', severity: 'ERROR' }),
};

export interface Local {
  readonly url: string;
  /** Lines of the log. */
  readonly logged: string[];
  readonly live: Live;
  /** Sends an event to every subscriber. */
  tick(n: number): void;
  /** No position from before means anything any more. */
  restore(): void;
  stop(): Promise<void>;
}

/** A log in memory, of ticks that concern everybody; a database as far as streams ask one. */
class Ticks {
  epoch = 1;
  readonly #rows: Row[] = [];

  get head(): Position {
    return { epoch: this.epoch, seq: this.#rows.length };
  }

  add(n: number): void {
    const seq = this.#rows.length + 1;
    this.#rows.push({
      seq, at: new Date(), actor_kind: 'SYSTEM', actor_id: TENANT, type: 'tick.happened', model: 'Tick', subject: TENANT, about: [], changed: [String(n)],
      owners_before: null, teams_before: null, owners_after: null, teams_after: null,
    });
  }

  readonly database = {
    load: { total: 1, idle: 1, waiting: 0 },
    query: async () => [],
    begin: async () => ({
      run: async ({ name, values: [after, limit] }: Sql) =>
        (name === HEAD.name ? [this.head] : this.#rows.slice(Number(after), Number(after) + Number(limit))),
      end: async () => {},
    }),
  } as unknown as Database;
}

export async function startLocal(options: Partial<ServerOptions> = {}): Promise<Local> {
  const ticks = new Ticks();
  const logged: string[] = [];
  const models = new Map([['Tick', { name: 'Tick', read: null, reach: null } as unknown as ModelSpec]]);
  const host: Host = {
    database: ticks.database,
    ports: {} as Host['ports'],
    now: () => new Date(),
    models: new Map(),
    modelClasses: [],
    committed: () => {},
    planned: false,
    ...options.host,
  };
  const live = new Live({ database: ticks.database, url: '', models, now: host.now, onError: () => {} });
  const server = createServer({
    listen: { host: '127.0.0.1', port: 0 },
    schema: localSchema(),
    authenticate: async (credential) => {
      if (credential === null) return null;
      if (!credential.startsWith('good')) throw new Unauthenticated('The access token is not valid.');
      return actorNamed(credential);
    },
    jwks: () => ({ keys: [] }),
    pages: [], readPage: () => null,
    readLink: () => ({ wrong: 'This link is not valid.' }),
    files: { get: async () => null, read: () => Promise.reject(new Error('There are no files here.')) },
    log: createLog({ level: 'debug', pretty: false, stream: { write: (line: string) => logged.push(line) } }),
    live,
    ...options,
    host,
  });
  const { url } = await server.start();
  return {
    url, logged, live,
    tick(n) {
      ticks.add(n);
      live.tails.heard(TENANT, ticks.head);
    },
    restore() {
      ticks.epoch += 1;
      live.tails.heard(TENANT, ticks.head);
    },
    async stop() {
      await server.stop();
      await live.stop();
    },
  };
}

export interface Told {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: string[]; extensions: Record<string, unknown> }[];
  readonly extensions?: { cost: { requested: number; actual: number; remaining: number; resetAt: string } };
}

export async function ask(local: Local, query: string, { variables, token, accept }: { variables?: object; token?: string; accept?: string } = {}): Promise<{ status: number; headers: Headers; told: Told }> {
  const response = await fetch(`${local.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept ? { accept } : {}), ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, told: await response.json() as Told };
}
