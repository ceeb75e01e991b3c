/**
 * Who may do what, asked of the running product: for every role, every single permission as the scope of a key,
 * and every operation, the answer must be the one that `schema/permissions.md` promises. Likewise for what
 * may be read: by id, through relations and lists, and field by field.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { getNamedType, isObjectType } from 'graphql';
import { modules } from '../../src/crm/modules.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { operationsOf, PUBLIC } from '../../src/kernel/operations.ts';
import { PASSWORD, startTestApp, type TestApp } from '../support/app.ts';
import { Calls, type Operation } from '../support/calls.ts';
import { Client } from '../support/client.ts';
import { fill, mutate, type World } from '../support/world.ts';

const models = modules.flatMap((module) => module.models.map(modelOf));
const hideable = models.flatMap((model) => model.fields.filter((field) => field.hideable).map((field) => ({ model, field, name: `${model.name}.${field.name}` })));

/** `schema/permissions.md`, read as a partner reads it. */
const promised = (await readFile(new URL('../../schema/permissions.md', import.meta.url), 'utf8')).split('\n')
  .filter((line) => line.startsWith('| `')).map((line) => {
    const [permission = '', , operations = '', roles = ''] = line.split('|').slice(1).map((cell) => cell.trim());
    return { permission: permission.replaceAll('`', ''), operations: operations.split(', ').map((name) => name.replaceAll('`', '')), roles: roles.split(', ') };
  });
const everything = promised.map(({ permission }) => permission);
/** Undefined: open to every member. */
const needed = ({ name }: Operation): string | undefined => promised.find(({ operations }) => operations.includes(name))?.permission;

interface Asker {
  readonly name: string;
  readonly client: Client;
  readonly holds: ReadonlySet<string>;
}

let app: TestApp;
let calls: Calls;
let world: World;
let people: Asker[];
let keys: Asker[];

before(async () => {
  app = await startTestApp({ limits: { tokens: 10_000, fields: 10_000, aliases: 1000, bucketPoints: 1e9 } });
  calls = new Calls(app.app.schema, modules);
  world = await fill(app);
  people = [
    { name: 'administrator', client: world.administrator, holds: new Set(everything) },
    { name: 'a role of nothing', client: world.nobody, holds: new Set() },
  ];
  for (const [builtIn, listed] of Object.entries({ SUPERVISOR: 'supervisor', AGENT: 'agent', SELLER: 'seller', MARKETER: 'marketer', READ_ONLY: 'readOnly' })) {
    people.push({ name: listed, client: await colleague(await roleId(builtIn)), holds: new Set(promised.filter(({ roles }) => roles.includes(listed)).map(({ permission }) => permission)) });
  }
  keys = [];
  for (const scope of [[], ...everything.map((permission) => [permission])]) keys.push({ name: `a key for ${scope.join() || 'nothing'}`, client: await key(scope), holds: new Set(scope) });
});
after(() => app.stop());

async function roleId(builtIn: string): Promise<string> {
  const { roles } = await world.administrator.ask<{ roles: { nodes: { id: string; builtIn: string }[] } }>('{ roles { nodes { id builtIn } } }');
  return roles.nodes.find((role) => role.builtIn === builtIn)!.id;
}

let colleagues = 0;
async function colleague(role: string): Promise<Client> {
  const email = `colleague-${colleagues += 1}@${world.word}.example`;
  const { userErrors } = await mutate(world.administrator, 'userCreate', '__typename', { name: 'Colleague', email, password: PASSWORD, roleIds: [role] });
  assert.deepEqual(userErrors, []);
  return Client.signIn(app.url, email, PASSWORD);
}

async function key(permissions: readonly string[]): Promise<Client> {
  const { secret, userErrors } = await mutate<{ secret: string }>(world.administrator, 'apiKeyCreate', 'secret', { name: 'Partner', permissions });
  assert.deepEqual(userErrors, []);
  return new Client(app.url, secret);
}

const mutations = () => calls.operations.filter(({ kind, permission }) => kind === 'mutation' && permission !== PUBLIC);

const call = (operation: Operation) => calls.call(operation, {
  bare: true, own: (model) => world.ids.get(model.name)![0]!,
  ...(operation.of === null ? {} : { record: world.ids.get(operation.of)![0]! }),
  // Refused once it is permitted, and before anything is done.
  examples: Object.fromEntries(mutations().map(({ field }) => [`${getNamedType(field.args[0]!.type).name}.idempotencyKey`, ''])),
});

/** The codes that all mutations answer with, called one after the other. */
async function mutationCodes(client: Client): Promise<ReadonlyMap<string, string>> {
  const declared = mutations().map(({ name, field }) => `$${name}: ${String(field.args[0]!.type)}`).join(', ');
  const asked = mutations().map(({ name }) => `${name}(input: $${name}) { userErrors { code } }`).join(' ');
  const variables = Object.fromEntries(mutations().map((operation) => [operation.name, call(operation).variables['input']]));
  const { data, errors } = await client.send<Record<string, { userErrors: { code: string }[] } | null>>(`mutation (${declared}) { ${asked} }`, variables);
  return new Map(mutations().map(({ name }) =>
    [name, errors.find(({ path }) => path?.[0] === name)?.extensions.code ?? data?.[name]?.userErrors[0]?.code ?? 'done']));
}

async function queryCode(client: Client, operation: Operation): Promise<string> {
  const { document, variables } = call(operation);
  return (await client.send(document, variables)).errors[0]?.extensions.code ?? 'answered';
}

describe('an operation', () => {
  it('needs the permission under which permissions.md lists it', () => {
    const listed = promised.flatMap(({ permission, operations }) => operations.filter((name) => name !== 'reading only').map((name) => [name, permission]));
    const resolved = modules.flatMap((module) => module.resolvers.flatMap(operationsOf)).filter(({ permission }) => typeof permission === 'string')
      .map(({ parent, name, permission }) => [parent ? `${parent().name}.${name}` : name, permission]);
    assert.deepEqual(listed.sort(), resolved.sort());
  });
  it('is open to strangers only to come in', async () => {
    assert.deepEqual(calls.operations.filter(({ permission }) => permission === PUBLIC).map(({ name }) => name), ['signIn', 'tokenRefresh']);
    for (const [name, code] of await mutationCodes(app.stranger)) assert.equal(code, 'UNAUTHENTICATED', name);
    for (const operation of calls.operations.filter(({ kind }) => kind === 'query')) assert.equal(await queryCode(app.stranger, operation), 'UNAUTHENTICATED', operation.name);
  });
  it('is denied exactly to those who do not hold its permission, asked by HTTP', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    const compare = (asker: Asker, operation: Operation, actual: string, permitted: string): void => {
      const permission = needed(operation);
      const expected = permission !== undefined && !asker.holds.has(permission) ? 'FORBIDDEN' : permitted;
      if (actual !== expected) wrong.push(`${asker.name} calls ${operation.name}: ${actual}, not ${expected}`);
    };
    for (const asker of [...people, ...keys]) {
      const codes = await mutationCodes(asker.client);
      for (const operation of mutations()) compare(asker, operation, codes.get(operation.name)!, 'INVALID_IDEMPOTENCY_KEY');
      for (const operation of calls.operations.filter(({ kind }) => kind === 'query')) compare(asker, operation, await queryCode(asker.client, operation), 'answered');
    }
    assert.deepEqual(wrong, []);
  });
  it('is denied likewise when it is followed by WebSocket', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    const streams = calls.operations.filter(({ kind }) => kind === 'subscription');
    for (const { name, client, holds } of [...people, ...keys.filter((one) => [...one.holds].every((permission) => permission.endsWith(':read')))]) {
      const socket = client.socket();
      for (const operation of streams) {
        const permission = needed(operation);
        const actual = await firstMessage(socket, call(operation));
        const expected = permission !== undefined && !holds.has(permission) ? 'FORBIDDEN' : 'answered';
        if (actual !== expected) wrong.push(`${name} follows ${operation.name}: ${actual}, not ${expected}`);
      }
      await socket.dispose();
    }
    assert.deepEqual(wrong, []);
  });
});

async function firstMessage(socket: ReturnType<Client['socket']>, { document: query, variables }: ReturnType<typeof call>): Promise<string> {
  const stream = socket.iterate({ query, variables });
  try {
    const { value } = await stream.next();
    return String(value?.errors?.[0]?.extensions?.['code'] ?? 'answered');
  } catch (error) {
    const [first] = error as { extensions?: { code?: string } }[];
    return String(first?.extensions?.code);
  } finally {
    await stream.return?.();
  }
}

describe('a record that needs a permission to be read', () => {
  const guarded = [...new Set(models.map(({ read }) => read).filter((read) => read !== null))];
  const shown = (name: string) => app.app.schema.getType(name);

  it('is null by its id, and in every relation and list, to those without the permission', async () => {
    assert.ok(guarded.length >= 3);
    for (const permission of guarded) {
      const without = await key(everything.filter((one) => one !== permission));
      const hidden = models.filter(({ read, name }) => read === permission && shown(name));
      for (const { name } of hidden) {
        const [id] = world.ids.get(name)!;
        const [seen, unseen] = await Promise.all([world.administrator, without].map((client) => client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })));
        assert.deepEqual([seen!['node'], unseen!['node']], [{ id }, null], `${name} without ${permission}`);
      }
      for (const parent of models.filter(({ read }) => read !== permission)) await relationsAreNull(parent.name, new Set(hidden.map(({ name }) => name)), without);
    }
  });

  /** Each field of the parent that leads to one of these models, for as many parents as it takes to meet one that is not empty. */
  async function relationsAreNull(parent: string, targets: ReadonlySet<string>, without: Client): Promise<void> {
    const type = shown(parent);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type).name;
      if (!targets.has(target.replace(/Connection$/, ''))) continue;
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parent} { ${field.name} { __typename } } } }`;
      const answers = async (client: Client) => (await client.ask<{ nodes: Record<string, unknown>[] }>(document, { ids: world.ids.get(parent)! })).nodes.map((node) => node[field.name]);
      assert.ok((await answers(world.administrator)).some((value) => value !== null), `no ${parent} has a ${field.name}: make one in fill()`);
      assert.deepEqual((await answers(without)).filter((value) => value !== null), [], `${parent}.${field.name}`);
    }
  }
});

describe('a field that a role hides', () => {
  let blinded: Client;
  const secrets = new Set<unknown>();
  before(async () => {
    const { role } = await mutate<{ role: { id: string } }>(world.administrator, 'roleDefine', 'role { id }', {
      name: 'Blinded', permissions: everything, reach: 'ALL', hiddenFields: hideable.map(({ name }) => name),
    });
    blinded = await colleague(role.id);
  });

  it('is null to those who hold it, and the rest of the record is not', async () => {
    assert.ok(hideable.length >= 5);
    // Where customers reach us everybody knows, also where it stands as the sender of a mail.
    const { channels } = await world.administrator.ask<{ channels: { nodes: { address: unknown }[] } }>('{ channels(first: 100) { nodes { address } } }');
    const ownAddresses = new Set(channels.nodes.map(({ address }) => address));
    for (const { model, field, name } of hideable) {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${model.name} { ${field.name} } } }`;
      const ids = world.ids.get(model.name)!;
      const values = async (client: Client) => (await client.ask<{ nodes: Record<string, unknown>[] }>(document, { ids })).nodes;
      const seen = (await values(world.administrator)).map((node) => node[field.name]).filter((value) => value !== null);
      assert.ok(seen.length > 0, `no ${name}: make one in fill()`);
      seen.filter((value) => !ownAddresses.has(value)).forEach((value) => secrets.add(value));
      assert.deepEqual(await values(blinded), ids.map((id) => ({ id, [field.name]: null })), name);
    }
  });
  it('is in no answer to any other question', async () => {
    for (const operation of calls.operations.filter(({ kind }) => kind === 'query')) {
      const { document, variables } = calls.call(operation, { own: (model) => world.ids.get(model.name)![0]! });
      const { data } = await blinded.send(document, variables);
      assert.deepEqual([...secrets].filter((secret) => JSON.stringify(data).includes(String(secret))), [], operation.name);
    }
  });
  it('cannot be asked by', async () => {
    const look = { reachedAt: { kind: 'EMAIL', value: `anna@${world.word}.example` } };
    const document = 'query ($reachedAt: ContactPointLookup) { customers(reachedAt: $reachedAt) { totalCount } }';
    assert.deepEqual(await world.administrator.ask(document, look), { customers: { totalCount: 1 } });
    assert.equal(await blinded.failure(document, look), 'FORBIDDEN');
    const asked = hideable.filter(({ model, field }) => field.filter || Object.values(model.orders).some((order) => order.field === field.name));
    assert.deepEqual(asked.map(({ name }) => name), [], 'a field that can be hidden and asked by: try here that whoever it is hidden from cannot');
  });
});
