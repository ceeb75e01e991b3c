/**
 * Walking lists: by every order that any list of the schema has, in both directions and with pages of any
 * size, a walk meets each row once, also while rows are added.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { getNamedType, isEnumType, isObjectType } from 'graphql';
import pg from 'pg';
import { newId, splitId } from '../../src/kernel/ids.ts';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { doneBy, idFrom, mutationOf } from '../support/payload.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
let database: pg.Pool;

before(async () => {
  app = await startTestApp({ limits: { bucketPoints: 1e9 } });
  tenant = await app.tenant();
  ada = tenant.administrator;
  database = new pg.Pool({ connectionString: app.database.superuserUrl, max: 4 });
});
after(async () => {
  await database.end();
  await app.stop();
});

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
}

/** A list of the schema, in one of its orders. */
interface List {
  /** The type that has it: Query, or a record to be named. */
  readonly owner: string;
  readonly field: string;
  readonly model: string;
  readonly order: string;
}

const PAGE = '{ nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

async function pageOf({ owner, field, order }: List, parent: string | null, args: object): Promise<Page> {
  const list = `list: ${field}(first: $first, after: $after, last: $last, before: $before, orderBy: ${order}) ${PAGE}`;
  const data = await ada.ask<{ node?: { list: Page }; list?: Page }>(
    `query ($first: Int, $after: String, $last: Int, $before: String) { ${parent ? `node(id: "${parent}") { ... on ${owner} { ${list} } }` : list} }`, { ...args });
  const page = data.list ?? data.node?.list;
  assert.ok(page, `${owner}.${field}`);
  return page;
}

/** From one end to the other in steps of `size`; `between` is awaited after each page. */
async function walk(list: List, parent: string | null, size: number, backwards: boolean, between = async (): Promise<void> => {}): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null, pages = 0; pages < 200; pages += 1) {
    const page: Page = await pageOf(list, parent, backwards ? { last: size, before: cursor } : { first: size, after: cursor });
    const { nodes, edges, pageInfo } = page;
    const found = nodes.map(({ id }) => id);
    assert.deepEqual(edges.map(({ node }) => node.id), found);
    assert.deepEqual([pageInfo.startCursor, pageInfo.endCursor], [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]);
    assert.equal(backwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage, cursor !== null);
    assert.ok(found.length <= size);
    ids.push(...(backwards ? found.reverse() : found));
    if (!(backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return backwards ? ids.reverse() : ids;
    assert.equal(found.length, size, 'a page before the last is full');
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    await between();
  }
  assert.fail(`${list.owner}.${list.field} never ends`);
}

describe('a walk', () => {
  const ROWS = 9;
  const NAMES = ['Anna', 'Čeněk', '王'];
  const hub: Record<string, string> = {};
  let made = 0;

  /** Makes one more row of the model, in the lists that are walked. */
  const make: Readonly<Record<string, () => Promise<unknown>>> = {
    Customer: () => aCustomer(),
    User: () => doneBy(ada, mutationOf('userCreate', 'user { id }'), { name: NAMES[made % 3], email: `user-${made += 1}@example.com`, password: PASSWORD, roleIds: [] }),
    Team: () => doneBy(ada, mutationOf('teamCreate', 'team { id }'), { name: `Team ${made += 1}` }),
    Role: () => doneBy(ada, mutationOf('roleDefine', 'role { id }'), { name: `Role ${made += 1}`, permissions: [], reach: 'OWN' }),
    ApiKey: () => doneBy(ada, mutationOf('apiKeyCreate', 'apiKey { id }'), { name: 'Key', permissions: ['customer:read'] }),
    Session: () => Client.signIn(app.url, tenant.email, PASSWORD),
    Channel: () => idFrom(ada, mutationOf('channelCreate', 'channel { id }'), { kind: 'EMAIL', name: `Channel ${made += 1}`, address: 'post@example.com' }, 'channel'),
    Conversation: () => idFrom(ada, mutationOf('conversationStart', 'conversation { id }'), { customerId: hub['Customer'], channelId: hub['Channel'] }, 'conversation'),
    Interaction: () => logged(),
    TimelineEntry: () => logged(),
    Relationship: async () => doneBy(ada, mutationOf('customerRelate', 'relationship { id }'), {
      customerId: hub['Customer'], toCustomerId: await aCustomer(), type: 'RELATED_TO',
    }),
    Participant: () => copyOfARow('participant'),
    Attachment: () => copyOfARow('attachment'),
  };

  const aCustomer = (): Promise<string> => idFrom(ada, mutationOf('customerCreate', 'customer { id }'), {
    kind: 'PERSON', givenName: NAMES[(made += 1) % 3], ownerId: tenant.administratorId,
  }, 'customer');
  const logged = (): Promise<string> => idFrom(ada, mutationOf('interactionLog', 'interaction { id }'), {
    customerId: hub['Customer'], conversationId: hub['Conversation'], kind: 'NOTE', direction: 'INTERNAL', participants: [{ role: 'CC', name: 'Eva' }],
  }, 'interaction');

  /** For what is only made together with the record it belongs to. */
  async function copyOfARow(table: string): Promise<void> {
    const { rowCount } = await database.query(`insert into ${table} select (jsonb_populate_record(r, jsonb_build_object('id', $2::text))).*
      from ${table} r where tenant_id = $1 and interaction_id = $3 limit 1`, [tenant.id, newId(), splitId(hub['Interaction'] ?? '')?.id]);
    assert.equal(rowCount, 1);
  }

  function lists(): List[] {
    const found = Object.values(app.app.schema.getTypeMap()).filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field): List[] => {
        const orders = field.args.find(({ name }) => name === 'orderBy');
        const enumType = orders && getNamedType(orders.type);
        if (!isEnumType(enumType)) return [];
        return enumType.getValues().map(({ name: order }) =>
          ({ owner: type.name, field: field.name, model: getNamedType(field.type).name.replace(/Connection$/, ''), order }));
      }));
    assert.ok(found.length > 20, `${found.length} lists`);
    return found;
  }

  const columnOf = (field: string): string => `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

  /** Many rows share a moment: then the id decides. */
  async function tie(): Promise<void> {
    for (const { table, orders, field } of app.app.host.models.values()) {
      const fields = [...new Set(Object.values(orders).map((order) => field(order.field)))];
      assert.deepEqual(fields.filter(({ optional }) => optional), [], 'no list is ordered by what may be null');
      const moments = fields.filter(({ kind }) => kind === 'moment')
        .map(({ name }) => `${columnOf(name)} = timestamptz '2026-01-01' + (hashtext(id::text) & 1) * interval '1 ms'`);
      if (moments.length > 0) await database.query(`update "${table}" set ${moments.join(', ')} where tenant_id = $1`, [tenant.id]);
    }
  }

  before(async () => {
    hub['User'] = tenant.administratorId;
    hub['Customer'] = await aCustomer();
    for (const model of ['Channel', 'Conversation', 'Interaction']) hub[model] = String(await make[model]!());
    await database.query(`insert into attachment (tenant_id, id, created_at, updated_at, version, interaction_id, file_name, content_type, size, inline)
      values ($1, $2, now(), now(), 1, $3, 'a.pdf', 'application/pdf', 1, false)`, [tenant.id, newId(), splitId(hub['Interaction'] ?? '')?.id]);
    for (const add of Object.values(make)) await Promise.all(Array.from({ length: ROWS - 1 }, add));
    await tie();
  });

  it('meets every row once, in the order of the database and while others are added, by every order of every list', async () => {
    let size = 0;
    // Lists of what is made here; those of the other models are walked by the same words, and their plans are looked at elsewhere.
    const walked = lists().filter(({ owner, model }) => model in make && (owner === 'Query' || owner in hub));
    assert.ok(walked.length >= 25, `${walked.length} lists`);
    for (const list of walked) {
      const of = `${list.owner}.${list.field} by ${list.order}`;
      const parent = list.owner === 'Query' ? null : hub[list.owner];
      assert.ok(parent !== undefined, `no ${list.owner} to walk ${of}`);
      for (const backwards of [false, true]) {
        const all: string[] = (await pageOf(list, parent, { first: 100 })).nodes.map(({ id }) => id);
        assert.ok(all.length >= ROWS - 1, `${of} has ${all.length} rows`);
        assert.deepEqual(await sorted(list, all), all, of);
        size = size % 7 + 1;
        let pages = 0;
        const met = await walk(list, parent, size, backwards, async () => { if ((pages += 1) === 1) await make[list.model]!(); });
        assert.equal(new Set(met).size, met.length, `${of} in steps of ${size}: twice`);
        assert.deepEqual(met.filter((id) => all.includes(id)), all, `${of} in steps of ${size}`);
      }
    }
  });

  for (const size of [1, 2, 3, 4, 5, 6, 7]) {
    it(`in steps of ${size} meets every customer, forwards and backwards`, async () => {
      for (const list of lists().filter(({ owner, model }) => owner === 'Query' && model === 'Customer')) {
        const all = (await pageOf(list, null, { first: 100 })).nodes.map(({ id }) => id);
        assert.deepEqual(await walk(list, null, size, false), all);
        assert.deepEqual(await walk(list, null, size, true), all);
      }
    });
  }

  it('of the children of many parents gives each parent its own page', async () => {
    const children = ['relationships', 'interactions', 'conversations', 'timeline'];
    const selected = children.map((field) => `${field}(first: 3) { nodes { id } pageInfo { hasNextPage } }`).join(' ');
    type Parent = { id: string } & Record<string, { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } }>;
    const { customers } = await ada.ask<{ customers: { nodes: Parent[] } }>(`{ customers(first: 50) { nodes { id ${selected} } } }`);
    assert.ok(customers.nodes.filter(({ relationships }) => relationships!.nodes.length > 0).length > ROWS / 2);
    assert.ok(children.every((field) => customers.nodes.some((parent) => parent[field]!.nodes.length === 3 && parent[field]!.pageInfo.hasNextPage)));
    for (const parent of customers.nodes) {
      assert.deepEqual((await ada.ask<{ customer: Parent }>(`{ customer(id: "${parent.id}") { id ${selected} } }`)).customer, parent);
    }
  });

  async function sorted({ model, order }: List, ids: readonly string[]): Promise<string[]> {
    const spec = app.app.host.models.get(model)!;
    const { field, direction } = spec.orders[order]!;
    const { rows } = await database.query<{ id: string }>(
      `select id from "${spec.table}" where id = any($1) order by ${columnOf(field)} ${direction}, id ${direction}`, [ids.map((id) => splitId(id)?.id)]);
    return rows.map(({ id }) => `${spec.prefix}_${id.replaceAll('-', '')}`);
  }
});
