/**
 * A server of the platform over a small schema of its own and a host without a database: for tests of
 * how requests travel, not of what they do.
 */
import { EventEmitter, on } from 'node:events';
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Actor } from '../../src/kernel/actor.ts';
import { WrongPage } from '../../src/kernel/pages.ts';
import { Denied, NotFound, Refusal, Unauthenticated } from '../../src/kernel/refusal.ts';
import type { Database } from '../../src/platform/database/pool.ts';
import type { Execution, Host } from '../../src/platform/graphql/execution.ts';
import { createLog } from '../../src/platform/http/logging.ts';
import { createServer, type ServerOptions } from '../../src/platform/http/server.ts';
import { ResyncRequired } from '../../src/platform/live/resume.ts';

const TENANT = '0192f3c4-a1b2-7c0e-9d00-000000000001';

export const actorNamed = (id: string, expiresAt: Date | null = null): Actor => ({
  kind: 'USER', id, tenant: TENANT, session: null, permissions: new Set(), reach: 'ALL', teams: [], hidden: new Set(), expiresAt,
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
  subscription.getFields()['ticks']!.resolve = (n: number, _: unknown, execution: Execution) => ({ n, actor: execution.actor.id, padding: ({ size }: { size: number }) => 'x'.repeat(size) });
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
  /** Sends an event to every subscriber. */
  tick(n: number): void;
  stop(): Promise<void>;
}

export async function startLocal(options: Partial<ServerOptions> = {}): Promise<Local> {
  const ticks = new EventEmitter();
  const logged: string[] = [];
  const host: Host = {
    database: { load: { total: 1, idle: 1, waiting: 0, active: 0 }, query: async () => [] } as unknown as Database,
    ports: {} as Host['ports'],
    now: () => new Date(),
    models: new Map(),
    modelClasses: [],
    committed: () => {},
    planned: false,
    follow: ((subscriber: { actor: () => Promise<Actor> }, _: unknown, after: string | null) => {
      if (after === 'too old') throw new ResyncRequired('fresh');
      const events = on(ticks, 'tick');
      return {
        async next() {
          const { done, value } = await events.next() as IteratorResult<[number]>;
          if (done) return { done: true, value: undefined };
          if (value[0] < 0) throw new ResyncRequired('fresh');
          await subscriber.actor();
          return { done: false, value: value[0] };
        },
        return: () => events.return!(),
        [Symbol.asyncIterator]() { return this; },
      };
    }) as unknown as Host['follow'],
    ...options.host,
  };
  const server = createServer({
    listen: { host: '127.0.0.1', port: 0 },
    schema: localSchema(),
    authenticate: async (credential) => {
      if (credential === null) return null;
      if (!credential.startsWith('good')) throw new Unauthenticated('The access token is not valid.');
      return actorNamed(credential);
    },
    jwks: () => ({ keys: [] }),
    readLink: () => ({ wrong: 'This link is not valid.' }),
    files: { get: async () => null },
    log: createLog({ level: 'debug', pretty: false, stream: { write: (line: string) => logged.push(line) } }),
    eventLagSeconds: () => 0,
    ...options,
    host,
  });
  const { url } = await server.start();
  return { url, logged, tick: (n) => void ticks.emit('tick', n), stop: () => server.stop() };
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
