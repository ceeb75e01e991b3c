/**
 * Relay as it comes from npm: its compiler, strictest of all readers of a schema, over a small project with everything
 * that Relay asks of a server, and its runtime executing what came out against a running node.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Client as SocketClient } from 'graphql-ws';
import relay, { type ConcreteRequest, type ReaderFragment } from 'relay-runtime';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';

const { commitMutation, Environment, fetchQuery, getSingularSelector, Network, Observable, RecordSource, requestSubscription, Store } = relay;
const root = resolve(import.meta.dirname, '../..');

const PROJECT = [
  `query AppQuery($count: Int!, $cursor: String) { viewer { user { id name } } ...App_list }`,
  `fragment App_list on Query @refetchable(queryName: "AppListPaginationQuery") {
    customers(first: $count, after: $cursor, orderBy: NAME_ASC) @connection(key: "App_customers") {
      __id
      edges { node { id ...App_person } }
    }
  }`,
  `fragment App_person on Customer @refetchable(queryName: "AppPersonRefetchQuery") { id name version }`,
  `fragment App_story on Customer @refetchable(queryName: "AppStoryPaginationQuery")
    @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    timeline(first: $first, after: $after) @connection(key: "App_timeline") {
      edges { node { at subject { __typename ... on Interaction { id preview } } } }
    }
  }`,
  `mutation AppCreateMutation($input: CustomerCreateInput!, $connections: [ID!]!) {
    customerCreate(input: $input) {
      customer @appendNode(connections: $connections, edgeTypeName: "CustomerEdge") { id ...App_person }
      userErrors { code field message }
    }
  }`,
  `subscription AppChangedSubscription($id: ID!) { customerChanged(id: $id) { type position node { id ...App_person ...App_story } } }`,
];

let folder: string;
let artifacts: NodeJS.Require;
let test: TestApp;
let tenant: Tenant;
let sockets: SocketClient;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-relay-'));
  await mkdir(join(folder, 'src'));
  await copyFile(join(root, 'schema/schema.graphql'), join(folder, 'schema.graphql'));
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify({ src: 'src', schema: 'schema.graphql', language: 'javascript', eagerEsModules: false }));
  await writeFile(join(folder, 'src/App.js'), PROJECT.map((document) => `graphql\`${document}\`;\n`).join(''));
  artifacts = createRequire(join(folder, 'src/__generated__/'));
});
after(() => rm(folder, { recursive: true }));

it('relay-compiler takes the schema as it is', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.resolve('relay-compiler/cli.js')), 'relay.config.json'], { cwd: folder });
  assert.doesNotMatch(stdout + stderr, /warn|error/i);
  assert.match(stdout + stderr, /Compilation completed/);
});

describe('relay-runtime', () => {
  before(async () => {
    test = await startTestApp();
    tenant = await test.tenant();
    sockets = tenant.administrator.socket();
  });
  after(async () => {
    await sockets.dispose();
    await test.stop();
  });

  const request = (name: string) => artifacts(`./${name}.graphql`) as ConcreteRequest;
  const fragment = (name: string) => artifacts(`./${name}.graphql`) as ReaderFragment;

  function environment() {
    const network = Network.create(
      async ({ text }, variables) => {
        const { data, errors } = await tenant.administrator.send(text ?? '', variables);
        return { data: data ?? {}, errors: [...errors] } as never;
      },
      ({ text }, variables) => Observable.create((sink) => sockets.subscribe({ query: text ?? '', variables }, sink as never)),
    );
    const relayEnvironment = new Environment({ network, store: new Store(new RecordSource()) });
    /** What a component would be shown for its fragment. */
    const shown = (name: string, reference: unknown) => {
      const selector = getSingularSelector(fragment(name), reference);
      assert.ok(selector);
      const { data, isMissingData } = relayEnvironment.lookup(selector);
      assert.equal(isMissingData, false, name);
      return data as Record<string, unknown>;
    };
    const fetched = async (name: string, variables: object) =>
      await fetchQuery(relayEnvironment, request(name), variables as Record<string, unknown>).toPromise() as Record<string, unknown>;
    return { relayEnvironment, shown, fetched };
  }

  const create = async (givenName: string): Promise<string> => {
    const { customerCreate } = await tenant.administrator.ask<{ customerCreate: { customer: { id: string } } }>(
      `mutation { customerCreate(input: { kind: PERSON, givenName: "${givenName}" }) { customer { id } } }`);
    return customerCreate.customer.id;
  };
  const nodesOf = (list: Record<string, unknown>, field: string) => (list[field] as { edges: { node: Record<string, unknown> }[] }).edges.map(({ node }) => node);

  it('pages through a connection, appends to it, and fetches a record again by its id', async () => {
    for (const name of ['Anna', 'Bruno', 'Cecylia']) await create(name);
    const { relayEnvironment, shown, fetched } = environment();
    const first = await fetched('AppQuery', { count: 2, cursor: null });
    const names = () => nodesOf(shown('App_list', first), 'customers').map((node) => shown('App_person', node)['name']);
    assert.deepEqual(names(), ['Anna', 'Bruno']);

    const list = shown('App_list', first)['customers'] as { __id: string; pageInfo: { endCursor: string; hasNextPage: boolean } };
    assert.equal(list.pageInfo.hasNextPage, true);
    await fetched('AppListPaginationQuery', { count: 2, cursor: list.pageInfo.endCursor });
    assert.deepEqual(names(), ['Anna', 'Bruno', 'Cecylia']);

    await new Promise<void>((resolve, reject) => {
      commitMutation(relayEnvironment, {
        mutation: request('AppCreateMutation'), variables: { input: { kind: 'PERSON', givenName: 'Dana' }, connections: [list.__id] },
        onCompleted: () => resolve(), onError: reject,
      });
    });
    assert.deepEqual(names(), ['Anna', 'Bruno', 'Cecylia', 'Dana']);

    const [anna] = nodesOf(shown('App_list', first), 'customers');
    await tenant.administrator.ask(`mutation { customerUpdate(input: { customerId: "${String(anna?.['id'])}", givenName: "Alena" }) { position } }`);
    await fetched('AppPersonRefetchQuery', { id: anna?.['id'] });
    assert.equal(names()[0], 'Alena');
  });

  it('is told live, into the same store, with a page of a union inside', async () => {
    const id = await create('Eva');
    const { relayEnvironment, shown, fetched } = environment();
    const { node } = await fetched('AppStoryPaginationQuery', { id, first: 1 }) as { node: unknown };
    assert.deepEqual(nodesOf(shown('App_story', node), 'timeline'), []);
    const types: string[] = [];
    const live = requestSubscription(relayEnvironment, {
      subscription: request('AppChangedSubscription'), variables: { id },
      onNext: (answer) => { types.push((answer as { customerChanged: { type: string } }).customerChanged.type); },
      onError: (error) => { throw error; },
    });
    await eventually(() => types.length === 1);
    await tenant.administrator.ask(`mutation { customerUpdate(input: { customerId: "${id}", givenName: "Iva" }) { position } }`);
    await eventually(() => types.length === 2);
    live.dispose();
    assert.deepEqual(types, ['stream.started', 'customer.updated']);
    assert.equal(relayEnvironment.getStore().getSource().get(id)?.['name'], 'Iva');

    await tenant.administrator.ask(`mutation { interactionLog(input: { customerId: "${id}", kind: NOTE, direction: INTERNAL, text: "Called back" }) { position } }`);
    const again = await fetched('AppStoryPaginationQuery', { id, first: 1 }) as { node: unknown };
    const [{ subject } = assert.fail('no entry')] = nodesOf(shown('App_story', again.node), 'timeline');
    assert.equal((subject as { preview: string }).preview, 'Called back');
  });
});
