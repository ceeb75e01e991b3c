/** What one request and one principal may ask for: hostile documents are refused, and quickly. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { execute, getIntrospectionQuery, parse, type ExecutionResult } from 'graphql';
import { createBudget, principalOf } from '../../src/platform/http/budget.ts';
import { actualCost, priceList, requestedCost } from '../../src/platform/http/cost.ts';
import { DEFAULT_LIMITS } from '../../src/platform/http/limits.ts';
import { actorNamed, ask, localSchema, startLocal, type Local } from '../support/local-server.ts';

const QUICK_MS = 250;

let local: Local;
before(async () => {
  local = await startLocal();
  await ask(local, '{ hello }');
});
after(() => local.stop());

const refusedAs = async (query: string, code: string, variables?: object): Promise<string> => {
  const startedAt = performance.now();
  const { told } = await ask(local, query, { variables });
  const ms = performance.now() - startedAt;
  assert.equal(told.errors?.[0]?.extensions['code'], code, JSON.stringify(told).slice(0, 300));
  assert.ok(ms < QUICK_MS, `refused after ${ms} ms`);
  assert.ok(!told.data, 'nothing is answered');
  return told.errors![0]!.message;
};

const answered = async (query: string, variables?: object): Promise<void> => {
  const { told } = await ask(local, query, { variables });
  assert.equal(told.errors, undefined, JSON.stringify(told).slice(0, 300));
};

const nested = (levels: number): string => `{ ${'thing { '.repeat(levels - 1)} name ${'}'.repeat(levels - 1)} }`;
const times = (n: number, make: (i: number) => string): string => Array.from({ length: n }, (_, i) => make(i)).join(' ');

describe('the shape of a document', () => {
  it('may be 12 levels deep and not 13', async () => {
    await answered(nested(12));
    assert.match(await refusedAs(nested(13), 'COST_EXCEEDED'), /13 deep; at most 12/);
  });
  it('counts depth through fragments', async () => {
    const chain = times(12, (i) => `fragment f${i} on Thing { thing { ...f${i + 1} } }`);
    await refusedAs(`{ thing { ...f0 } } ${chain} fragment f12 on Thing { name }`, 'COST_EXCEEDED');
  });
  it('may have 30 aliases, counted where fragments are spread', async () => {
    await answered(`{ ${times(30, (i) => `a${i}: hello`)} }`);
    await refusedAs(`{ ${times(31, (i) => `a${i}: hello`)} }`, 'COST_EXCEEDED');
    await refusedAs(`{ thing { ...f } other: thing { ...f } } fragment f on Thing { ${times(15, (i) => `a${i}: name`)} }`, 'COST_EXCEEDED');
  });
  it('may have 20 directives', async () => {
    await answered(`{ ${times(20, (i) => (i < 20 ? 'hello @include(if: true)' : ''))} }`);
    await refusedAs(`{ ${times(21, () => 'hello @include(if: true)')} }`, 'COST_EXCEEDED');
    await refusedAs(`{ hello ${'@x'.repeat(400)} }`, 'COST_EXCEEDED');
  });
  it('may have 1,000 tokens', async () => {
    await answered(`{ ${'hello '.repeat(700)} }`);
    assert.match(await refusedAs(`{ ${'hello '.repeat(998)} }`, 'COST_EXCEEDED'), /repeats/);
    assert.match(await refusedAs(`{ ${'hello '.repeat(1100)} }`, 'COST_EXCEEDED'), /1000 tokens/);
    await refusedAs(`${'{ thing '.repeat(5000)}`, 'COST_EXCEEDED');
    await refusedAs(`{ filter(where: ${'{ not: '.repeat(5000)}`, 'COST_EXCEEDED');
  });
  it('cannot double itself without being walked', async () => {
    const bomb = times(40, (i) => `fragment f${i} on Thing { thing { ...f${i + 1} } other { ...f${i + 1} } }`);
    await refusedAs(`{ thing { ...f0 } } ${bomb} fragment f40 on Thing { name }`, 'COST_EXCEEDED');
    const flat = times(60, (i) => `fragment f${i} on Thing { ...f${i + 1} ...f${i + 1} }`);
    await refusedAs(`{ thing { ...f0 } } ${flat} fragment f60 on Thing { name }`, 'COST_EXCEEDED');
    await refusedAs(`{ thing { ...a } } fragment a on Thing { thing { ...b } } fragment b on Thing { thing { ...a } }`, 'GRAPHQL_VALIDATION_FAILED');
  });
  it('may be 100,000 characters long', async () => {
    assert.match(await refusedAs(`${'#\n'.repeat(300_000)}{ hello }`, 'COST_EXCEEDED'), /100000/);
    await refusedAs(`{ hello(name: "${'x'.repeat(900_000)}") }`, 'COST_EXCEEDED');
  });
  it('is introspected as a whole by the standard query, not deeper, and not over and over', async () => {
    await answered(getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, inputValueDeprecation: true }));
    await refusedAs(`{ __schema { types { ${'ofType { '.repeat(20)} name ${'}'.repeat(20)} } } }`, 'COST_EXCEEDED');
    await refusedAs('{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }', 'GRAPHQL_VALIDATION_FAILED');
    await refusedAs(`{ ${times(6, (i) => `a${i}: __schema { types { name } }`)} }`, 'COST_EXCEEDED');
  });
});

describe('variables', () => {
  it('may be nested 20 levels', async () => {
    const deep = (levels: number): object => Array.from({ length: levels }).reduce<object>((inner) => ({ not: inner }), { eq: [] });
    const query = 'query ($where: Where) { filter(where: $where) }';
    await answered(query, { where: deep(10) });
    await refusedAs(query, 'BAD_USER_INPUT', { where: deep(50_000) });
  });
  it('may hold 20,000 values', async () => {
    const query = 'query ($where: Where) { filter(where: $where) }';
    await answered(query, { where: { eq: Array(1_000).fill('a') } });
    await refusedAs(query, 'BAD_USER_INPUT', { where: { eq: Array(150_000).fill('a') } });
  });
  it('of a wrong type are told', async () => {
    assert.match(await refusedAs('query ($n: Int) { filter(count: $n) }', 'BAD_USER_INPUT', { n: 'many' }), /\$n/);
  });
});

describe('a body', () => {
  it('may have a megabyte', async () => {
    const response = await fetch(`${local.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'x'.repeat(2_000_000) }) });
    assert.equal(response.status, 413);
    assert.match(JSON.stringify(await response.json()), /1048576/);
  });
  it('holds one request, not a batch', async () => {
    const response = await fetch(`${local.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(Array(1000).fill({ query: '{ hello }' })) });
    assert.equal(response.status, 400);
  });
});

const schema = localSchema();

async function costs(query: string, variables: Record<string, unknown> = {}): Promise<{ requested: number; actual: number }> {
  const document = parse(query);
  const [operation] = document.definitions;
  assert.equal(operation?.kind, 'OperationDefinition');
  const prices = priceList(schema, document, operation as never);
  const { data } = await execute({ schema, document, variableValues: variables, contextValue: { actor: { id: 'x' } } }) as ExecutionResult;
  return { requested: requestedCost(prices, variables), actual: actualCost(prices, data) };
}

describe('the cost', () => {
  const price = (query: string, requested: number, actual: number, variables?: Record<string, unknown>) =>
    it(`of ${query} is ${requested}, of which ${actual} are used`, async () => assert.deepEqual(await costs(query, variables), { requested, actual }));

  price('{ hello }', 0, 0);
  price('{ thing { name } }', 1, 1);
  price('{ thing { thing { thing { name } } } }', 3, 2);
  price('{ items { nodes { id } } }', 22, 5);
  price('{ items(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage } totalCount } }', 4, 4);
  price('{ items(first: 50) { nodes { thing { name } } } }', 102, 8);
  price('query ($n: Int = 7) { items(first: $n) { nodes { id } } }', 12, 5, { n: 10 });
  price('{ items(last: 100) { nodes { id } } }', 102, 5);
  price('{ thing { items(first: 10) { nodes { thing { items(first: 10) { nodes { id } } } } } } }', 1 + 2 + 10 * (1 + 1 + 2 + 10), 0);
  price('{ thing { name } thing { thing { name } } ...f ... on Query { thing { name } } } fragment f on Query { thing { name } }', 2, 2);
  price('{ nodes(ids: ["a", "b", "c"]) { id } }', 3, 3);
  price('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 2, 2, { ids: ['a', 'b'] });
  price('{ list { id } }', 10, 25);
  price('{ batch { changes { id } } }', 5, 4);
  price('{ batch(first: 9) { changes { thing { name } } } }', 19, 7);
  price('{ search(text: "a") { nodes { id } } }', 42, 25);
  price('mutation { rename(name: "a") { thing { name } } }', 11, 11);
  price('mutation { a: rename(name: "a") { thing { name } } b: rename(name: "b") { thing { name } } }', 22, 22);
  price('{ __typename }', 0, 0);

  it('is told with every answer, and limited per request', async () => {
    const { told } = await ask(local, '{ thing { name } }', { token: 'good-cost' });
    const { requested, actual, remaining, resetAt } = told.extensions!.cost;
    assert.deepEqual({ requested, actual }, { requested: 1, actual: 1 });
    assert.ok(remaining >= 19_999 && remaining <= 20_000);
    assert.ok(Date.parse(resetAt) > Date.now() - 1000);
    const tooMuch = '{ items(first: 100) { nodes { thing { items(first: 100) { nodes { id } } } } } }';
    assert.match(await refusedAs(tooMuch, 'COST_EXCEEDED'), /10402 points; at most 5000/);
    assert.equal((await ask(local, '{ nope }', { token: 'good-cost' })).told.extensions!.cost.requested, 0);
  });
});

describe('the bucket of a principal', () => {
  const at = { ms: 0 };
  const now = () => new Date(at.ms);
  const limits = { bucketPoints: 20_000, pointsPerSecond: 500 };

  it('refuses what it does not hold, tells when it will, and fills by the second', () => {
    const budget = createBudget(limits, now);
    for (let i = 0; i < 4; i += 1) budget.draw('a', 5_000)!.settle(5_000);
    assert.equal(budget.draw('a', 1), null);
    assert.equal(budget.affordableAt('a', 1_000).getTime(), at.ms + 2_000);
    assert.ok(budget.draw('b', 5_000), 'another has their own');
    at.ms += 2_000;
    assert.ok(budget.draw('a', 1_000));
    assert.equal(budget.draw('a', 1), null);
  });
  it('gets back what was not used, and pays for what was used beyond', () => {
    const budget = createBudget(limits, now);
    assert.equal(budget.draw('a', 5_000)!.settle(100).remaining, 19_900);
    assert.equal(budget.draw('a', 100)!.settle(400).remaining, 19_500);
  });
  it('never holds more than its size, whatever is drawn and when', () => {
    fc.assert(fc.property(fc.array(fc.record({ wait: fc.nat(100_000), draw: fc.nat(6_000), used: fc.nat(7_000) })), (steps) => {
      const budget = createBudget(limits, now);
      for (const { wait, draw, used } of steps) {
        at.ms += wait;
        const report = budget.draw('a', draw)?.settle(used);
        if (report) assert.ok(report.remaining >= 0 && report.remaining <= 20_000);
      }
    }));
  });
  it('is not forgotten before it is full', () => {
    const budget = createBudget(limits, now);
    budget.draw('a', 20_000);
    for (let i = 0; i < 10; i += 1) {
      at.ms += 3_900;
      assert.ok(budget.report('a', { requested: 0, actual: 0 }).remaining < 20_000, `after ${(i + 1) * 3.9} s`);
    }
    at.ms += 1_000;
    assert.equal(budget.report('a', { requested: 0, actual: 0 }).remaining, 20_000);
  });
  it('is one for a whole network of IPv6, and one for each actor', () => {
    assert.equal(principalOf(null, '2001:db8:1:2:3::4'), principalOf(null, '2001:db8:1:2::9'));
    assert.notEqual(principalOf(null, '2001:db8:1:2::9'), principalOf(null, '2001:db8:1:3::9'));
    assert.notEqual(principalOf(null, '10.0.0.1'), principalOf(null, '10.0.0.2'));
    assert.notEqual(principalOf(actorNamed('a'), '::1'), principalOf(actorNamed('b'), '::1'));
  });
  it('refuses over HTTP with a code, a time and a status for those who read it', async () => {
    const small = await startLocal({ limits: { ...DEFAULT_LIMITS, bucketPoints: 30, pointsPerSecond: 1 } });
    try {
      const query = '{ list { id } }';
      assert.equal((await ask(small, query, { token: 'good' })).told.errors, undefined);
      const { status, headers, told } = await ask(small, query, { token: 'good', accept: 'application/graphql-response+json' });
      assert.equal(told.errors?.[0]?.extensions['code'], 'RATE_LIMITED');
      assert.ok(Date.parse(String(told.errors?.[0]?.extensions['resetAt'])) > Date.now());
      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) >= 1);
      assert.equal((await ask(small, query, { token: 'good-other' })).told.errors, undefined);
    } finally {
      await small.stop();
    }
  });
});
