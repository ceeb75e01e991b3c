/**
 * Documents and bodies made to hurt, thrown at the whole product by HTTP and by WebSocket, while an ordinary
 * client goes on with its work: they are refused before anything is read, and it is answered all along.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { WebSocket } from 'ws';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';

let app: TestApp;
let tenant: Tenant;
before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
});
after(() => app.stop());

const times = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join(' ');
const nested = (levels: number, open: string, inner: string): string => `${open.repeat(levels)} ${inner} ${'}'.repeat(open.split('{').length - 1).repeat(levels)}`;
const CYCLE = 'relationships { nodes { to { ';

interface Hostile {
  readonly query: string;
  readonly variables?: unknown;
  readonly code: RegExp;
}
const COST = /^COST_EXCEEDED$/;
const INVALID = /^GRAPHQL_(VALIDATION|PARSE)_FAILED$/;
const LIST = 'query ($filter: CustomerFilter, $ids: [ID!] = []) { customers(filter: $filter) { totalCount } nodes(ids: $ids) { id } }';
const deepFilter = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => ({ not: inner }), { kind: { eq: 'PERSON' } });

const HOSTILE: Readonly<Record<string, Hostile>> = {
  'thirteen levels': { query: `{ customers { nodes { ${nested(4, CYCLE, 'id')} } } }`, code: COST },
  'three thousand levels': { query: `{ customers { nodes { ${nested(3000, 'customer { ', 'id')} } } }`, code: COST },
  'lists of lists of lists': { query: `{ customers(first: 100) { nodes { ${nested(2, 'relationships(first: 100) { nodes { to { ', 'id')} } } }`, code: COST },
  'a thousand fields': { query: `{ viewer { ${'kind '.repeat(1200)} } }`, code: COST },
  'the same field over and over': { query: `{ ${'position '.repeat(998)} }`, code: COST },
  'a hundred aliases': { query: `{ ${times(100, (i) => `a${i}: customers { totalCount }`)} }`, code: COST },
  'aliases of mutations': { query: `mutation { ${times(60, (i) => `a${i}: signIn(input: { email: "a@example.com", password: "${i}" }) { accessToken }`)} }`, code: COST },
  'a hundred directives': { query: `{ viewer { kind ${'@include(if: true) '.repeat(100)} } }`, code: COST },
  'directives nobody knows': { query: `{ viewer { kind ${'@a '.repeat(400)} } }`, code: COST },
  'fragments in a ring': { query: '{ viewer { user { ...A } } } fragment A on User { ...B } fragment B on User { ...C } fragment C on User { ...A }', code: INVALID },
  'a fragment in itself': { query: '{ viewer { user { ...A } } } fragment A on User { id ...A }', code: INVALID },
  'fragments that double': { query: `{ viewer { user { ...F0 } } } ${times(60, (i) => `fragment F${i} on User { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on User { id }`, code: COST },
  'fragments that double with depth': { query: `{ customers { nodes { ...F0 } } } ${times(30, (i) => `fragment F${i} on Customer { a: ${CYCLE} ...F${i + 1} } } } b: ${CYCLE} ...F${i + 1} } } } }`)} fragment F30 on Customer { id }`, code: COST },
  'fields that overlap': { query: `{ ${times(12, (i) => `customers { ...F${i} }`)} } ${times(12, (i) => `fragment F${i} on CustomerConnection { nodes { ${times(12, (j) => `...G${(i + j) % 12}`)} } }`)} ${times(12, (i) => `fragment G${i} on Customer { ${times(10, (j) => `x${j}: ${j % 2 ? 'name' : 'givenName'}`)} }`)}`, code: COST },
  'fields that contradict each other': { query: `{ customers { nodes { ${times(25, (i) => `a: ${i % 2 ? 'name' : 'givenName'}`)} } } }`, code: INVALID },
  'a hundred unknown fields': { query: `{ ${times(300, (i) => `nothing${i}`)} }`, code: INVALID },
  'a hundred variables': { query: `query (${times(150, (i) => `$v${i}: String`)}) { viewer { kind } }`, code: INVALID },
  'a document of a megabyte': { query: `{ viewer { kind } } # ${'x'.repeat(1_000_000)}`, code: COST },
  'a text of a hundred thousand characters': { query: `{ customers(named: "${'x'.repeat(100_000)}") { totalCount } }`, code: COST },
  'only opening brackets': { query: '{ a '.repeat(20_000), code: COST },
  'only opening lists': { query: `{ nodes(ids: ${'['.repeat(20_000)}`, code: COST },
  'nothing': { query: '', code: INVALID },
  'two operations and no name': { query: 'query A { viewer { kind } } query B { viewer { kind } }', code: INVALID },
  'introspection five lists deep': { query: `{ __schema { types { ${nested(4, 'fields { type { ', 'fields { name }')} } } }`, code: INVALID },
  'introspection of possible types of interfaces': { query: `{ __schema { types { ${nested(3, 'interfaces { possibleTypes { ', 'name')} } } }`, code: INVALID },
  'introspection of types in types': { query: `{ __schema { types { ${nested(25, 'ofType { ', 'name')} } } }`, code: COST },
  'introspection over and over': { query: `{ ${times(10, (i) => `a${i}: __schema { types { name fields { name } } }`)} }`, code: COST },
  'a list of thousands': { query: LIST, variables: { ids: Array.from({ length: 5_000 }, (_, i) => `cus_${i}`) }, code: COST },
  'conditions side by side': { query: LIST, variables: { filter: { or: Array.from({ length: 5_000 }, () => ({ kind: { eq: 'PERSON' } })) } }, code: /^BAD_USER_INPUT$/ },
  'alternatives': { query: LIST, variables: { filter: { owner: { in: Array.from({ length: 10_000 }, () => 'x') } } }, code: /^BAD_USER_INPUT$/ },
  'conditions inside each other': { query: LIST, variables: { filter: deepFilter(200) }, code: /^BAD_USER_INPUT$/ },
  'a page of everything': { query: '{ customers(first: 2147483647) { totalCount } }', code: /^BAD_USER_INPUT$/ },
  'a page of less than nothing': { query: '{ customers(first: -2147483648) { totalCount } }', code: /^BAD_USER_INPUT$/ },
};

async function byHttp(body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST', body,
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization: `Bearer ${tenant.administrator.credential}` },
  });
  return { status: response.status, text: await response.text() };
}

async function openSocket(): Promise<WebSocket> {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${tenant.administrator.credential}` } }));
  await once(socket, 'message');
  return socket;
}

async function bySocket(payload: object): Promise<string> {
  const socket = await openSocket();
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  const [message] = await once(socket, 'message') as [Buffer];
  socket.close();
  return String(message);
}

/** Beside somebody at work, who asks again as soon as they are answered. */
async function whileWorking(attack: () => Promise<void>): Promise<void> {
  let answered = 0;
  let going = true;
  const work = (async () => {
    while (going) {
      const { viewer, customers } = await tenant.administrator.ask<{ viewer: { kind: string }; customers: { totalCount: number } }>('{ viewer { kind } customers { totalCount } }');
      assert.deepEqual([viewer.kind, customers.totalCount], ['USER', 0]);
      answered += 1;
    }
  })();
  try {
    await attack();
  } finally {
    going = false;
    await work;
  }
  assert.ok(answered > 0, 'nobody was answered meanwhile');
}

/** The first error's code, of an answer without data. */
function refusal(text: string): string {
  assert.ok(!text.includes('"data":') || text.includes('"data":null'), text.slice(0, 300));
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? text.slice(0, 300);
}

describe('a hostile document', () => {
  for (const [name, { query, variables, code }] of Object.entries(HOSTILE)) {
    it(`with ${name} is refused by HTTP and WebSocket, and others are answered`, () => whileWorking(async () => {
      assert.match(refusal((await byHttp(JSON.stringify({ query, variables }))).text), code);
      assert.match(refusal(await bySocket({ query, variables })), code);
    }));
  }
  it('together with all the others keeps nobody from being answered', () => whileWorking(async () => {
    const attacks = Object.values(HOSTILE).flatMap((one) => [one, one, one]);
    const answers = await Promise.all(attacks.map(async ({ query, variables, code }) => code.test(refusal((await byHttp(JSON.stringify({ query, variables }))).text))));
    assert.ok(answers.every(Boolean));
  }));
});

describe('a hostile body', () => {
  const QUERY = JSON.stringify({ query: '{ viewer { kind } }' });
  const bodies: Readonly<Record<string, [body: string, status: number]>> = {
    'of operations in an array': [`[${Array.from({ length: 100 }, () => QUERY).join(',')}]`, 400],
    'of more than a megabyte': [JSON.stringify({ query: '{ viewer { kind } }', variables: { x: 'x'.repeat(1_100_000) } }), 413],
    'of lists inside lists': [`{"query":"{ viewer { kind } }","variables":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`, 400],
    'of objects inside objects': [`{"query":"{ viewer { kind } }","variables":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}}`, 400],
    'of hundreds of thousands of values': [JSON.stringify({ query: '{ viewer { kind } }', variables: { a: Array.from({ length: 300_000 }, () => 1) } }), 400],
    'of a hundred thousand keys': [JSON.stringify({ query: '{ viewer { kind } }', variables: Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`a${i}`, 1])) }), 400],
    'that is cut': [QUERY.slice(0, -3), 400], 'that is no JSON': ['query { viewer { kind } }', 400], 'of nothing': ['', 400], 'of null': ['null', 400],
    'with a query that is no text': ['{"query":{"a":1}}', 400], 'with variables that are no object': ['{"query":"{ viewer { kind } }","variables":[1]}', 400],
    'that would change prototypes': ['{"query":"query ($i: SignInInput!) { viewer { kind } }","variables":{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}}', 400],
  };
  for (const [name, [body, status]] of Object.entries(bodies)) {
    it(`${name} is refused, and others are answered`, () => whileWorking(async () => {
      const answer = await byHttp(body);
      assert.equal(answer.status, status, answer.text.slice(0, 300));
      assert.equal(({} as { a?: number }).a, undefined);
    }));
  }
});

describe('what is not hostile', () => {
  it('is answered: the standard introspection, a deep page, a long list', async () => {
    await tenant.administrator.ask(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true }));
    await tenant.administrator.ask(`{ customers(first: 5) { nodes { ${nested(3, 'relationships(first: 5) { nodes { to { ', 'id')} } } }`);
    await tenant.administrator.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 100 }, () => tenant.administratorId) });
  });
});
