/** Who may know is told how a request was answered: its statements, what they brought, and what code had to do. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { TraceReport } from '../../src/platform/graphql/trace.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';

let app: TestApp;
let tenant: Tenant;
before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  for (const givenName of ['Anna', 'Bela']) {
    await tenant.administrator.ask('mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } } }', { input: { kind: 'PERSON', givenName } });
  }
});
after(() => app.stop());

interface Told {
  readonly errors?: readonly { extensions: { code: string; permission?: string } }[];
  readonly extensions: { plan?: TraceReport };
}

async function asked(query: string, extensions: object, { credential }: Client = tenant.administrator): Promise<Told> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` }, body: JSON.stringify({ query, extensions }),
  });
  return await response.json() as Told;
}

it('tells the statement of each root field', async () => {
  const { extensions: { plan } } = await asked('{ customers { nodes { name owner { name } } } users { nodes { name } } }', { plan: true });
  assert.deepEqual(plan?.statements.map(({ field, rows }) => [field, rows]), [['customers', 3], ['users', 2]]);
  for (const { sql, ms, bytes } of plan?.statements ?? []) assert.ok(sql.startsWith('select') && ms > 0 && bytes > 0, sql);
  assert.deepEqual(plan?.fallBacks, []);
});

it('tells what was answered in code', async () => {
  const { extensions: { plan } } = await asked('{ all: customers { edges { node { hello: greetingName } } } viewer { reach } }', { plan: true });
  assert.deepEqual(plan?.fallBacks.map(({ field }) => field), ['all.edges.node.hello', 'viewer']);
});

it('tells what is too wide for one statement', async () => {
  const lists = ['timeline', 'interactions', 'conversations'];
  const fragment = (depth: number): string => `fragment C${depth} on Customer { name owner { name } team { name } ${depth === 0 ? ''
    : `${lists.map((list) => `${list}(first: 1) { nodes { customer { ...C${depth - 1} } } }`).join(' ')} relationships(first: 1) { nodes { from { ...C${depth - 1} } to { ...C${depth - 1} } } }`} }`;
  const { customers: { nodes: [customer] } } = await tenant.administrator.ask<{ customers: { nodes: { id: string }[] } }>('{ customers(first: 1) { nodes { id } } }');
  const fallBacks = async (depth: number): Promise<unknown> => {
    const { errors, extensions: { plan } } = await asked(`{ customer(id: "${customer?.id}") { ...C${depth} } } ${[3, 2, 1, 0].filter((at) => at <= depth).map(fragment).join(' ')}`, { plan: true });
    assert.equal(errors, undefined);
    return plan?.fallBacks;
  };
  assert.deepEqual(await fallBacks(1), []);
  assert.deepEqual(await fallBacks(3), [{ field: 'customer', why: 'its statement would be too long' }]);
});

it('is not told unasked', async () => {
  assert.equal((await asked('{ users { nodes { name } } }', {})).extensions.plan, undefined);
});

it('is told to nobody without the permission', async () => {
  const { apiKeyCreate: { secret } } = await tenant.administrator.ask<{ apiKeyCreate: { secret: string } }>(
    'mutation { apiKeyCreate(input: { name: "Partner", permissions: ["customer:read"] }) { secret } }');
  const { errors, extensions } = await asked('{ users { nodes { name } } }', { plan: true }, new Client(app.url, secret));
  assert.deepEqual(errors?.map(({ extensions: told }) => [told.code, told.permission]), [['FORBIDDEN', 'plan:read']]);
  assert.equal(extensions.plan, undefined);
});
