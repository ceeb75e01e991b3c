/**
 * How many statements requests send: one for each root field of what is read, however deep it goes and
 * however many records it finds, and a handful for a change. What is counted is what really goes to PostgreSQL.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemActor } from '../../src/kernel/actor.ts';
import type { Entity } from '../../src/kernel/entity.ts';
import type { ModelSpec } from '../../src/kernel/model.ts';
import { splitId } from '../../src/kernel/ids.ts';
import { Reader } from '../../src/platform/reading/reader.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { recordStatements, type Sent } from '../support/statements.ts';

let app: TestApp;
let tenant: Tenant;
let sent: Sent[];

before(async () => {
  app = await startTestApp();
  sent = recordStatements(app);
  tenant = await app.tenant();
});
after(() => app.stop());

/** What a request sends, but for asking who asks, which is remembered for some seconds. */
async function statementsOf(document: string, variables?: Record<string, unknown>, of = tenant): Promise<string[]> {
  sent.length = 0;
  await of.administrator.ask(document, variables);
  return sent.map(({ text }) => text).filter((text) => !text.includes('rights_of_'));
}

/** Each by how it begins and the table it is of. */
const inShort = (texts: readonly string[]): string[] => texts.map((text) => {
  const [, first = text, table] = /^(\w+)(?:[^]*?(?: from|^update|^insert into) "(\w+)")?/.exec(text) ?? [];
  return table ? `${first} ${table}` : first;
});

const between = (texts: readonly string[]): string[] => {
  assert.match(texts[0] ?? '', /^begin/);
  assert.match(texts[1] ?? '', /set_config\('app\.tenant'/);
  assert.match(texts.at(-1) ?? '', /^(commit|rollback)$/);
  return texts.slice(2, -1);
};

const Create = `mutation Create($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }`;

async function create(of: Tenant, name: string, addresses: number): Promise<string> {
  const contactPoints = Array.from({ length: addresses }, (_, i) => ({ kind: 'EMAIL', value: `${name.toLowerCase()}-${i}@example.com` }));
  const input = { kind: 'PERSON', givenName: name, ownerId: of.administratorId, tags: ['one', 'two'], contactPoints };
  const { customerCreate } = await of.administrator.ask<{ customerCreate: { customer: { id: string } } }>(Create, { input });
  return customerCreate.customer.id;
}

const Nested = `query Nested {
  customers(first: 20) {
    totalCount
    nodes {
      name
      contactPoints { value }
      tags { name }
      relationships { totalCount nodes { type } }
      owner { name customers(first: 2, orderBy: NAME_ASC) { totalCount nodes { name greetingName } pageInfo { hasNextPage } } }
    }
  }
  users { nodes { name } }
}`;

describe('a read', () => {
  it('sends one statement for each root field, however deep and however much there is', async () => {
    const one = await app.tenant();
    const many = await app.tenant();
    await create(one, 'Anna', 1);
    for (const name of ['Anna', 'Bela', 'Cyril', 'Dana', 'Emil']) await create(many, name, 3);

    const few = between(await statementsOf(Nested, {}, one));
    assert.deepEqual(inShort(few).sort(), ['select customer', 'select user'], few.join('\n'));
    assert.deepEqual(inShort(between(await statementsOf(Nested, {}, many))).sort(), inShort(few).sort());
  });

  it('counts for each parent what is its own', async () => {
    const of = await app.tenant();
    await create(of, 'Anna', 1);
    await create(of, 'Bela', 1);
    const data = await of.administrator.ask<{ users: { nodes: unknown[] } }>(
      '{ users { nodes { few: customers(first: 1) { totalCount nodes { name } } named: customers(filter: { kind: { eq: ORGANIZATION } }) { totalCount } } } }');
    assert.deepEqual(data.users.nodes, [{ few: { totalCount: 2, nodes: [{ name: 'Anna' }] }, named: { totalCount: 0 } }]);
  });

  it('sends one statement for one record', async () => {
    const id = await create(tenant, 'Filip', 1);
    const sent = between(await statementsOf('query One($id: ID!) { customer(id: $id) { name greetingName } }', { id }));
    assert.deepEqual(inShort(sent), ['select customer']);
  });
});

describe('a bounded list of children', () => {
  it('is bounded for each parent, in order of id', async () => {
    const ids = [await create(tenant, 'Gita', 5), await create(tenant, 'Hana', 1), await create(tenant, 'Ivan', 0)];
    const point = app.app.host.models.get('ContactPoint') as ModelSpec;
    const open = await app.app.host.database.begin('read', tenant.id);
    try {
      const reader = new Reader(open.run, systemActor(tenant.id));
      const parents = ids.map((id) => splitId(id)?.id ?? '');
      const lists = await Promise.all(parents.map((id) => reader.childList(point, point.field('customer'), id, { name: 'contactPoints', description: '', max: 2 })));
      assert.deepEqual(lists.map((list) => list?.map((found) => (found as Entity & { value: string }).value)), [
        ['gita-0@example.com', 'gita-1@example.com'], ['hana-0@example.com'], [],
      ]);
    } finally {
      await open.end('rollback');
    }
  });
});

describe('a change', () => {
  const Update = (answer: string): string => `mutation Update($input: CustomerUpdateInput!) { customerUpdate(input: $input) { ${answer} } }`;

  it('sends at most five statements within its transaction', async () => {
    const customerId = await create(tenant, 'Jana', 1);
    const sent = between(await statementsOf(Update('userErrors { code } position'), { input: { customerId, stage: 'CLIENT' } }));
    assert.ok(sent.length <= 5, sent.join('\n'));
    assert.match(sent[0] ?? '', /for no key update/);
    assert.match(sent.at(-2) ?? '', /update "customer"/);
    assert.match(sent.at(-1) ?? '', /insert into event/);
  });

  it('reads what it answers with among them, after the change and before the counter is locked', async () => {
    const customerId = await create(tenant, 'Karel', 1);
    const sent = between(await statementsOf(Update('customer { name stage } userErrors { code }'), { input: { customerId, stage: 'CLIENT' } }));
    assert.ok(sent.length <= 5, sent.join('\n'));
    assert.match(sent.at(-3) ?? '', /update "customer"/);
    assert.equal(inShort([sent.at(-2) ?? ''])[0], 'select customer');
    assert.match(sent.at(-1) ?? '', /insert into event/);
  });
});
