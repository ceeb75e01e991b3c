/** Apollo Client as it comes from npm, over HTTP and graphql-ws: nothing of it is configured to suit this server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import type { Client as SocketClient } from 'graphql-ws';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';

let test: TestApp;
let tenant: Tenant;
let sockets: SocketClient;
let client: ApolloClient;

before(async () => {
  test = await startTestApp();
  tenant = await test.tenant();
  sockets = tenant.administrator.socket();
  const http = new HttpLink({ uri: `${test.url}/graphql`, headers: { authorization: `Bearer ${tenant.administrator.credential}` } });
  client = new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(sockets), http),
    cache: new InMemoryCache({ typePolicies: { Query: { fields: { customers: relayStylePagination(['orderBy', 'filter']) } } } }),
  });
});
after(async () => {
  client.stop();
  await sockets.dispose();
  await test.stop();
});

interface Person {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

const CREATE = gql`mutation Create($input: CustomerCreateInput!) {
  customerCreate(input: $input) { customer { id name version } position userErrors { code field } }
}`;
const UPDATE = gql`mutation Update($input: CustomerUpdateInput!) {
  customerUpdate(input: $input) { customer { id name version } userErrors { code field } }
}`;
const PERSON = gql`query Person($id: ID!) { customer(id: $id) { id name version } }`;
const PEOPLE = gql`query People($after: String) {
  customers(first: 2, after: $after, orderBy: NAME_ASC) { edges { node { id name } cursor } pageInfo { hasNextPage endCursor } totalCount }
}`;
const CHANGED = gql`subscription Changed($id: ID!) { customerChanged(id: $id) { type position node { id name version } } }`;

interface Created {
  readonly customerCreate: { readonly customer: Person | null; readonly position: string; readonly userErrors: readonly { code: string; field: string[] }[] };
}

interface People {
  readonly customers: {
    readonly edges: readonly { readonly node: Person }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly totalCount: number;
  };
}

const create = async (givenName: string): Promise<Created['customerCreate']> => {
  const { data } = await client.mutate<Created>({ mutation: CREATE, variables: { input: { kind: 'PERSON', givenName } } });
  assert.ok(data);
  return data.customerCreate;
};

describe('Apollo Client', () => {
  it('keeps one copy of a record: what a mutation answers, a watched query shows', async () => {
    const { customer } = await create('Anna');
    assert.ok(customer);
    const shown: string[] = [];
    const watched = client.watchQuery<{ customer: Person }>({ query: PERSON, variables: { id: customer.id } })
      .subscribe(({ data, dataState }) => { if (dataState === 'complete') shown.push(data.customer.name); });
    await eventually(() => shown.length === 1);
    await client.mutate({ mutation: UPDATE, variables: { input: { customerId: customer.id, givenName: 'Hana' } } });
    await eventually(() => shown.length === 2);
    watched.unsubscribe();
    assert.deepEqual(shown, ['Anna', 'Hana']);
    assert.ok(Object.keys(client.cache.extract() as object).includes(`Customer:${customer.id}`));
  });

  it('shows live changes through the same cache', async () => {
    const { customer } = await create('Petr');
    assert.ok(customer);
    const { id } = customer;
    const types: string[] = [];
    const live = client.subscribe<{ customerChanged: { type: string } }>({ query: CHANGED, variables: { id } })
      .subscribe(({ data }) => { if (data) types.push(data.customerChanged.type); });
    await eventually(() => types.length === 1);
    await tenant.administrator.ask(`mutation { customerUpdate(input: { customerId: "${id}", givenName: "Pavel" }) { position } }`);
    await eventually(() => types.length === 2);
    live.unsubscribe();
    assert.deepEqual(types, ['stream.started', 'customer.updated']);
    assert.equal(client.readFragment<Person>({ id: `Customer:${id}`, fragment: gql`fragment Name on Customer { name }` })?.name, 'Pavel');
  });

  it('gets what people can mend as data, and faults as errors with a code', async () => {
    const { customer, userErrors } = await create('');
    assert.equal(customer, null);
    assert.ok(userErrors.length > 0);
    await assert.rejects(client.mutate({ mutation: UPDATE, variables: { input: { customerId: 'cus_0', givenName: 'No' } } }),
      (error) => CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.['code'] === 'NOT_FOUND');
    await assert.rejects(client.query({ query: gql`{ nonsense }` }),
      (error) => CombinedGraphQLErrors.is(error) && /nonsense/.test(error.message));
  });

  it('joins pages with the relayStylePagination it ships', async () => {
    for (const name of ['Zoe', 'Zuzana', 'Zyta']) await create(name);
    const people = client.watchQuery({ query: PEOPLE });
    const watched = people.subscribe(() => {});
    let page = await client.query<People>({ query: PEOPLE }).then(({ data }) => data?.customers);
    for (let pages = 1; page?.pageInfo.hasNextPage && pages < 10; pages += 1) {
      await people.fetchMore({ variables: { after: page.pageInfo.endCursor } });
      page = client.readQuery<People>({ query: PEOPLE })?.customers;
    }
    watched.unsubscribe();
    assert.equal(page?.edges.length, page?.totalCount);
    assert.equal(new Set(page?.edges.map(({ node }) => node.id)).size, page?.totalCount);
    assert.deepEqual(page?.edges.slice(-3).map(({ node }) => node.name), ['Zoe', 'Zuzana', 'Zyta']);
  });
});
