/** urql as it comes from npm: document cache, queries by POST and GET, and graphql-ws behind its subscription exchange. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Client as SocketClient, Sink } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, gql, subscriptionExchange } from 'urql';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';

let test: TestApp;
let tenant: Tenant;
let sockets: SocketClient;

before(async () => {
  test = await startTestApp();
  tenant = await test.tenant();
  sockets = tenant.administrator.socket();
});
after(async () => {
  await sockets.dispose();
  await test.stop();
});

const urql = (preferGetMethod: boolean): Client => new Client({
  url: `${test.url}/graphql`,
  preferGetMethod,
  fetchOptions: { headers: { authorization: `Bearer ${tenant.administrator.credential}` } },
  exchanges: [cacheExchange, fetchExchange, subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables: { ...variables } }, sink as Sink) }),
    }),
  })],
});

interface Person {
  readonly id: string;
  readonly name: string;
}

const CREATE = gql<{ customerCreate: { customer: Person | null; userErrors: { code: string }[] } }, { input: object }>`
  mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id name } userErrors { code } } }
`;
const UPDATE = gql<{ customerUpdate: { customer: Person | null } }, { input: object }>`
  mutation ($input: CustomerUpdateInput!) { customerUpdate(input: $input) { customer { id name } } }
`;
const PERSON = gql<{ customer: Person | null }, { id: string }>`query ($id: ID!) { customer(id: $id) { id name } }`;
const PEOPLE = gql<{ customers: { nodes: Person[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }, { after?: string }>`
  query ($after: String) { customers(first: 2, after: $after) { nodes { id name } pageInfo { endCursor hasNextPage } } }
`;
const CHANGED = gql<{ customerChanged: { type: string; node: Person | null } }, { id: string }>`
  subscription ($id: ID!) { customerChanged(id: $id) { type node { id name } } }
`;

const person = (givenName: string) => ({ input: { kind: 'PERSON', givenName } });

describe('urql', () => {
  for (const preferGetMethod of [false, true]) {
    it(`asks by ${preferGetMethod ? 'GET' : 'POST'}, and asks again what a mutation touched`, async () => {
      const client = urql(preferGetMethod);
      const { data } = await client.mutation(CREATE, person('Anna'));
      const { id } = data?.customerCreate.customer ?? assert.fail('not created');
      const shown: string[] = [];
      const watched = client.query(PERSON, { id }).subscribe(({ data }) => { if (data?.customer) shown.push(data.customer.name); });
      await eventually(() => shown.length === 1);
      await client.mutation(UPDATE, { input: { customerId: id, givenName: 'Hana' } });
      await eventually(() => shown.at(-1) === 'Hana');
      watched.unsubscribe();
    });
  }

  it('shows live changes', async () => {
    const client = urql(false);
    const { data } = await client.mutation(CREATE, person('Petr'));
    const { id } = data?.customerCreate.customer ?? assert.fail('not created');
    const told: (readonly [string, string | undefined])[] = [];
    const live = client.subscription(CHANGED, { id }).subscribe(({ data, error }) => {
      assert.equal(error, undefined);
      if (data) told.push([data.customerChanged.type, data.customerChanged.node?.name]);
    });
    await eventually(() => told.length === 1);
    await client.mutation(UPDATE, { input: { customerId: id, givenName: 'Pavel' } });
    await eventually(() => told.length === 2);
    live.unsubscribe();
    assert.deepEqual(told, [['stream.started', undefined], ['customer.updated', 'Pavel']]);
  });

  it('gets what people can mend as data, and faults as errors with a code, over HTTP and WebSocket', async () => {
    const client = urql(false);
    const refused = await client.mutation(CREATE, person(''));
    assert.equal(refused.error, undefined);
    assert.ok((refused.data?.customerCreate.userErrors.length ?? 0) > 0);
    const missing = await client.mutation(UPDATE, { input: { customerId: 'cus_0', givenName: 'No' } });
    assert.equal(missing.error?.graphQLErrors[0]?.extensions['code'], 'NOT_FOUND');
    const invalid = await client.query(gql`{ nonsense }`, {});
    assert.match(invalid.error?.message ?? '', /nonsense/);
    const live = await new Promise<string>((resolve) => {
      client.subscription(gql`subscription { nonsense }`, {}).subscribe(({ error }) => { if (error) resolve(error.message); });
    });
    assert.match(live, /nonsense/);
  });

  it('walks a list page by page', async () => {
    const client = urql(true);
    for (const name of ['Zoe', 'Zuzana', 'Zyta']) await client.mutation(CREATE, person(name));
    const seen = new Set<string>();
    let after: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const { customers } = (await client.query(PEOPLE, after ? { after } : {})).data ?? assert.fail('no data');
      for (const { name } of customers.nodes) seen.add(name);
      if (!customers.pageInfo.hasNextPage) break;
      after = customers.pageInfo.endCursor;
    }
    for (const name of ['Zoe', 'Zuzana', 'Zyta']) assert.ok(seen.has(name), name);
  });
});
