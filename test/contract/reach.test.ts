/**
 * Which rows a role reaches, OWN, TEAM or ALL, on every way to a row: lists and their counts, look-ups, ids,
 * relations from either side, mutations, and streams. One organisation, five customers, three people.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { mutate } from '../support/world.ts';

type Who = 'hers' | 'his' | 'teams' | 'umas' | 'nobodys';
const CUSTOMERS: readonly Who[] = ['hers', 'his', 'teams', 'umas', 'nobodys'];
const PERMISSIONS = ['customer:read', 'customer:create', 'customer:update', 'customer:archive', 'interaction:read', 'interaction:log', 'conversation:start', 'conversation:close'];

interface Known { readonly id: string; readonly contactPoint: string; readonly conversation: string; readonly interaction: string }
interface Person { readonly id: string; readonly client: Client }

let app: TestApp;
let tenant: Tenant;
let olga: Person;
let tom: Person;
let uma: Person;
let team: string;
const known = new Map<Who, Known>();
/** Olga handled it, with a customer she does not reach. */
let handled: string;
/** From each customer to the next. */
const relationships: string[] = [];

/** Of a team the records, not those of its members: Uma is in Tom's team. */
const REACHED: readonly [name: string, client: () => Client, customers: readonly Who[]][] = [
  ['OWN', () => olga.client, ['hers']],
  ['TEAM', () => tom.client, ['his', 'teams']],
  ['ALL', () => tenant.administrator, CUSTOMERS],
];

before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  [olga, tom, uma] = [await person('olga', 'OWN'), await person('tom', 'TEAM'), await person('uma', 'OWN')];
  team = (await done<{ team: { id: string } }>('teamCreate', 'team { id }', { name: 'Team', memberIds: [tom.id, uma.id] })).team.id;
  tom = { ...tom, client: await Client.signIn(app.url, 'tom@example.com', PASSWORD) }; // his rights may be remembered without the team
  const { channel } = await done<{ channel: { id: string } }>('channelCreate', 'channel { id }', { kind: 'PHONE', name: 'Phone' });
  const keepers = { hers: { ownerId: olga.id }, his: { ownerId: tom.id }, teams: { teamId: team }, umas: { ownerId: uma.id }, nobodys: {} };
  for (const who of CUSTOMERS) known.set(who, await make(who, keepers[who], channel.id));
  for (const [i, who] of CUSTOMERS.entries()) {
    const toCustomerId = at(CUSTOMERS[(i + 1) % CUSTOMERS.length]!).id;
    relationships.push((await done<{ relationship: { id: string } }>('customerRelate', 'relationship { id }', { customerId: at(who).id, type: 'RELATED_TO', toCustomerId })).relationship.id);
  }
  handled = (await done<Logged>('interactionLog', 'interaction { id }', {
    customerId: at('nobodys').id, conversationId: at('nobodys').conversation, kind: 'CALL', direction: 'INBOUND', agentId: olga.id, text: 'hello',
  })).interaction.id;
});
after(() => app.stop());

interface Logged { interaction: { id: string } }

const at = (who: Who): Known => known.get(who)!;
const nameOf = (id: string | undefined): string => CUSTOMERS.find((who) => at(who).id === id) ?? `unknown ${id}`;

async function done<T>(name: string, selection: string, input: object): Promise<T> {
  const payload = await mutate<T>(tenant.administrator, name, selection, input);
  assert.deepEqual(payload.userErrors, []);
  return payload;
}

async function person(name: string, reach: string): Promise<Person> {
  const { role } = await done<{ role: { id: string } }>('roleDefine', 'role { id }', { name: `${reach} ${name}`, permissions: PERMISSIONS, reach });
  const email = `${name}@example.com`;
  const { user } = await done<{ user: { id: string } }>('userCreate', 'user { id }', { name, email, password: PASSWORD, roleIds: [role.id] });
  return { id: user.id, client: await Client.signIn(app.url, email, PASSWORD) };
}

async function make(who: Who, keeper: object, channelId: string): Promise<Known> {
  const { customer } = await done<{ customer: { id: string; contactPoints: { id: string }[] } }>('customerCreate', 'customer { id contactPoints { id } }', {
    kind: 'PERSON', givenName: 'Anna', familyName: 'Shared', tags: ['vip'], contactPoints: [{ kind: 'EMAIL', value: 'office@example.com' }], ...keeper,
  });
  await done('externalIdSet', '__typename', { customerId: customer.id, system: 'erp', value: who });
  const { conversation } = await done<{ conversation: { id: string } }>('conversationStart', 'conversation { id }', { customerId: customer.id, channelId });
  const { interaction } = await done<Logged>('interactionLog', 'interaction { id }', {
    customerId: customer.id, conversationId: conversation.id, kind: 'CALL', direction: 'INBOUND', agentId: tenant.administratorId, text: 'hello', call: { fromNumber: '+420601123456' },
  });
  return { id: customer.id, contactPoint: customer.contactPoints[0]!.id, conversation: conversation.id, interaction: interaction.id };
}

for (const [level, client, reached] of REACHED) {
  const unseen = CUSTOMERS.filter((who) => !reached.includes(who));
  const sorted = (names: readonly string[]): string[] => [...names].sort();

  describe(`a role that reaches ${level}`, () => {
    it('lists, counts and looks up what it reaches', async () => {
      const looks = ['', 'tagged: ["VIP"]', 'named: "sha"', 'reachedAt: { kind: EMAIL, value: "Office@example.com" }', 'filter: { kind: { eq: PERSON } }', 'orderBy: CREATED_DESC', 'last: 50'];
      for (const look of looks) {
        const { customers } = await client().ask<{ customers: { nodes: { id: string }[]; totalCount: number } }>(
          `{ customers${look ? `(${look})` : ''} { nodes { id } totalCount } }`);
        assert.deepEqual(sorted(customers.nodes.map(({ id }) => nameOf(id))), sorted(reached), look);
        assert.equal(customers.totalCount, reached.length, look);
      }
      for (const who of CUSTOMERS) {
        const found = await client().ask<{ customers: { totalCount: number } }>(`{ customers(externalId: { system: "erp", value: "${who}" }) { totalCount } }`);
        assert.equal(found.customers.totalCount, reached.includes(who) ? 1 : 0, who);
      }
    });

    it('finds by id what it reaches and what is part of it', async () => {
      for (const who of CUSTOMERS) {
        const { id, ...parts } = at(who);
        const answer = await client().ask<Record<string, { id: string } | null>>(
          `query ($id: ID!) { customer(id: $id) { id } node(id: $id) { id } ${Object.entries(parts).map(([name, part]) => `${name}: node(id: "${part}") { id }`).join(' ')} }`, { id });
        for (const [name, value] of Object.entries(answer)) assert.equal(value !== null, reached.includes(who), `${name} of ${who}`);
      }
    });

    it('sees through relations only what it reaches', async () => {
      const { nodes } = await client().ask<{ nodes: ({ customers: { nodes: { id: string }[]; totalCount: number } } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { customers { nodes { id } totalCount } } } }', { ids: [olga.id, tom.id, uma.id] });
      assert.deepEqual(nodes.flatMap((user) => user!.customers.nodes.map(({ id }) => nameOf(id))), ['hers', 'his', 'umas'].filter((who) => reached.includes(who as Who)));
      assert.deepEqual(nodes.reduce((sum, user) => sum + user!.customers.totalCount, 0), ['hers', 'his', 'umas'].filter((who) => reached.includes(who as Who)).length);

      const { customers } = await client().ask<{ customers: { nodes: { id: string; relationships: { nodes: { to: { id: string } | null }[] } }[] } }>(
        '{ customers { nodes { id relationships { nodes { to { id } } } } } }');
      for (const { relationships: related } of customers.nodes) {
        assert.equal(related.nodes.length, 2);
        for (const { to } of related.nodes) assert.ok(to === null || reached.includes(nameOf(to.id) as Who));
      }
      const { conversations } = await client().ask<{ conversations: { nodes: { customer: { id: string } | null }[]; totalCount: number } }>('{ conversations { nodes { customer { id } } totalCount } }');
      assert.deepEqual(sorted(conversations.nodes.map(({ customer }) => nameOf(customer?.id))), sorted(reached));
      assert.equal(conversations.totalCount, reached.length);
    });

    it('changes what it reaches, and nothing else is there', async () => {
      const attempts = (who: Who, i: number): [string, object][] => [
        ['customerUpdate', { customerId: at(who).id, addressAs: level }], ['customerTag', { customerId: at(who).id, tags: [level] }],
        ['contactPointUpdate', { contactPointId: at(who).contactPoint, label: level }], ['contactPointAdd', { customerId: at(who).id, kind: 'EMAIL', value: `${level}@example.com` }],
        ['externalIdSet', { customerId: at(who).id, system: level, value: who }],
        ['interactionLog', { customerId: at(who).id, kind: 'NOTE', direction: 'INTERNAL' }],
        ['interactionLog', { customerId: at(reached[0]!).id, conversationId: at(who).conversation, kind: 'NOTE', direction: 'INTERNAL' }],
        ['interactionLog', { customerId: at(reached[0]!).id, participants: [{ role: 'ATTENDEE', customerId: at(who).id }], kind: 'NOTE', direction: 'INTERNAL' }],
        ...(reached.includes(who) ? [] : [
          ['relationshipRemove', { relationshipId: relationships[i]! }], ['customerRelate', { customerId: at(reached[0]!).id, type: 'SPOUSE_OF', toCustomerId: at(who).id }],
          ['customerArchive', { customerId: at(who).id }], ['conversationClose', { conversationId: at(who).conversation }],
        ] as [string, object][]),
      ];
      for (const [i, who] of CUSTOMERS.entries()) for (const [name, input] of attempts(who, i)) {
        const { data, errors } = await client().send<{ it: { userErrors: unknown[] } | null }>(
          `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { it: ${name}(input: $input) { userErrors { code } } }`, { input });
        const told = errors[0]?.extensions.code ?? (data?.it?.userErrors.length === 0 ? 'done' : JSON.stringify(data?.it?.userErrors));
        assert.equal(told, reached.includes(who) ? 'done' : 'NOT_FOUND', `${name} of ${who}`);
      }
    });

    it('follows what it reaches', async () => {
      const socket = client().socket();
      const seen: { type: string; subjectId: string | null; node: { id: string } | null }[] = [];
      const alone = new Map<Who, number>();
      const started = [
        listen<{ changes: typeof seen[number] }>('subscription { changes(filter: { types: ["customer.updated"] }) { type subjectId node { id } } }', ({ changes }) => { seen.push(changes); }),
        ...CUSTOMERS.map((who) => listen<{ customerChanged: { node: unknown } }>(`subscription { customerChanged(id: "${at(who).id}") { node { id } } }`, ({ customerChanged }) => {
          alone.set(who, (alone.get(who) ?? 0) + (customerChanged.node ? 1 : 0));
        })),
      ];
      function listen<T>(query: string, next: (data: T) => void): Promise<void> {
        return new Promise((begun, failed) => {
          socket.subscribe<T>({ query }, { next: ({ data, errors }) => (errors ? failed(new Error(JSON.stringify(errors))) : (next(data!), begun())), error: failed, complete() {} });
        });
      }
      await Promise.all(started);
      const order = [...unseen, ...reached]; // when the last has come, the others would have come before
      for (const who of order) await done('customerUpdate', '__typename', { customerId: at(who).id, addressAs: `Seen by ${level}` });
      await arrived(() => seen.length > reached.length && reached.every((who) => alone.get(who) === 1));
      assert.deepEqual(seen.slice(1).map(({ subjectId, node }) => [nameOf(subjectId ?? ''), node?.id]), reached.map((who) => [who, at(who).id]));
      assert.deepEqual([...alone].filter(([, changes]) => changes > 0).map(([who]) => who).sort(), sorted(reached));
      const { events } = await client().ask<{ events: { changes: { subjectId: string }[] } }>(
        `query ($after: Position) { events(after: $after, filter: { types: ["customer.updated"] }) { changes { subjectId } } }`, { after: await before5() });
      assert.deepEqual(events.changes.map(({ subjectId }) => nameOf(subjectId)), reached);
      await socket.dispose();
    });
  });
}

/** The position before the last five events. */
async function before5(): Promise<string> {
  const { position } = await tenant.administrator.ask<{ position: string }>('{ position }');
  return position.slice(0, -14) + (parseInt(position.slice(-14), 16) - CUSTOMERS.length).toString(16).padStart(14, '0');
}

describe('what somebody handled', () => {
  it('is theirs to see, without the customer it is with', async () => {
    const { node } = await olga.client.ask<{ node: object }>(
      `{ node(id: "${handled}") { ... on Interaction { customer { id } conversation { id } body { text } participants { totalCount } } } }`);
    assert.deepEqual(node, { customer: null, conversation: null, body: { text: 'hello' }, participants: { totalCount: 0 } });
    assert.deepEqual(await tom.client.ask(`{ node(id: "${handled}") { id } }`), { node: null });
  });
});

describe('what leaves somebody’s reach', () => {
  it('is told them one last time, without the record', async () => {
    const { customer } = await done<{ customer: { id: string } }>('customerCreate', 'customer { id }', { kind: 'PERSON', givenName: 'Wanders', ownerId: olga.id });
    const socket = olga.client.socket();
    const stream = socket.iterate<{ customerChanged: { type: string; node: object | null } }>({ query: `subscription { customerChanged(id: "${customer.id}") { type node { id } } }` });
    await stream.next();
    await done('customerUpdate', '__typename', { customerId: customer.id, ownerId: tom.id });
    await done('customerUpdate', '__typename', { customerId: customer.id, addressAs: 'Unseen' });
    await done('customerUpdate', '__typename', { customerId: customer.id, ownerId: olga.id });
    const told: unknown[] = [];
    while (told.length < 4) told.push(((await stream.next()).value as { data: { customerChanged: unknown } }).data.customerChanged);
    await socket.dispose();
    assert.deepEqual(told, [
      { type: 'customer.updated', node: null }, { type: 'customer.assigned', node: null },
      { type: 'customer.updated', node: { id: customer.id } }, { type: 'customer.assigned', node: { id: customer.id } },
    ]);
  });
});

async function arrived(all: () => boolean): Promise<void> {
  for (const until = Date.now() + 10_000; !all();) {
    assert.ok(Date.now() < until, 'not all came');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
