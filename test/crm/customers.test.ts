/** Customers through the API: who they are, how they are reached and found, how they belong together, who may see and change them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { PASSWORD, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client, type Document } from '../support/client.ts';
import type { CustomerCreateInput, CustomerFactsFragment, RelationshipType } from '../support/graphql/graphql.ts';
import {
  AddColleague, AddContactPoint, ArchiveCustomer, CreateCustomer, CurrentPosition, DeactivateColleague, DefineRole, EndRelationship, FollowCustomer,
  ListCustomers, MakeContactPointPrimary, MakeTeam, ReadCustomer, RelateCustomer, RemoveContactPoint, RemoveRelationship, RestoreCustomer,
  RolesOfTenant, SetExternalId, TagCustomer, UntagCustomer, UpdateContactPoint, UpdateCustomer,
} from './customers.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  ada = tenant.administrator;
});
after(() => app.stop());

interface UserError { readonly code: string; readonly field?: readonly string[] | null }
const told = (answer: { readonly userErrors: readonly UserError[] } | null | undefined): unknown =>
  answer?.userErrors.map(({ code, field }) => [code, field?.join('.') ?? null]);

/** The one payload of a mutation that must have been done. */
async function done<R, V>(client: Client, document: Document<R, V>, input: V extends { input: infer I } ? I : never): Promise<NonNullable<R[keyof R]>> {
  const data = await client.ask(document, { input } as V);
  const [payload] = Object.values(data as object) as (NonNullable<R[keyof R]> & { userErrors: UserError[] })[];
  assert.deepEqual(payload?.userErrors, []);
  return payload as NonNullable<R[keyof R]>;
}

/** The refusals of a mutation that must have been refused, each as code and path. */
async function refused<R, V>(client: Client, document: Document<R, V>, input: V extends { input: infer I } ? I : never): Promise<unknown> {
  const data = await client.ask(document, { input } as V);
  const [payload] = Object.values(data as object) as { userErrors: UserError[]; position: string | null }[];
  assert.equal(payload?.position, null);
  return told(payload);
}

async function create(input: Partial<CustomerCreateInput> = {}, client = ada): Promise<CustomerFactsFragment> {
  const { customer } = await done(client, CreateCustomer, { kind: 'PERSON', givenName: 'Anna', ...input });
  assert.ok(customer);
  return customer;
}

async function read(id: string, client = ada): Promise<CustomerFactsFragment | null | undefined> {
  return (await client.ask(ReadCustomer, { id })).customer;
}

let colleagues = 0;
async function colleague(roleId: string): Promise<{ id: string; client: Client }> {
  const email = `colleague-${colleagues += 1}@example.com`;
  const { user } = await done(ada, AddColleague, { name: 'Colleague', email, password: PASSWORD, roleIds: [roleId] });
  assert.ok(user);
  return { id: user.id, client: await Client.signIn(app.url, email, PASSWORD) };
}

async function withRole(role: 'SELLER' | 'READ_ONLY'): Promise<{ id: string; client: Client }> {
  const { roles } = await ada.ask(RolesOfTenant);
  return colleague(roles.nodes.find(({ builtIn }) => builtIn === role)?.id ?? '');
}

describe('customerCreate', () => {
  it('adds a customer with contact points in their normal form, and tags', async () => {
    const customer = await create({
      givenName: 'Petr', familyName: 'Novák', addressAs: 'Petře', language: 'cs-cz', tags: ['VIP', 'vip', 'b2b'],
      contactPoints: [
        { kind: 'EMAIL', value: 'Petr@Firma.CZ', label: 'work' }, { kind: 'PHONE', value: '602 123 456' }, { kind: 'EMAIL', value: 'petr@doma.cz' },
      ],
    });
    assert.deepEqual([customer.name, customer.greetingName, customer.language, customer.version], ['Petr Novák', 'Petře', 'cs-CZ', 1]);
    assert.deepEqual(customer.tags?.map(({ name }) => name), ['VIP', 'b2b']);
    assert.deepEqual(customer.contactPoints?.map(({ value, raw, label, primary }) => [value, raw, label, primary]), [
      ['Petr@firma.cz', 'Petr@Firma.CZ', 'work', true], ['+420602123456', '602 123 456', null, true], ['petr@doma.cz', 'petr@doma.cz', null, false],
    ]);
  });

  it('reads phone numbers as those of the organisation', async () => {
    const polish = await app.tenant({ country: 'PL' });
    const customer = await create({ contactPoints: [{ kind: 'PHONE', value: '601 234 567' }] }, polish.administrator);
    assert.equal(customer.contactPoints?.[0]?.value, '+48601234567');
  });

  it('knows who has no name by the first address', async () => {
    const customer = await create({ givenName: null, contactPoints: [{ kind: 'EMAIL', value: 'who@example.com' }] });
    assert.deepEqual([customer.name, customer.greetingName], ['who@example.com', 'who@example.com']);
  });

  it('tells everything that is wrong, each with its path', async () => {
    const contactPoints: CustomerCreateInput['contactPoints'] = [
      { kind: 'PHONE', value: '12' }, { kind: 'EMAIL', value: 'a@example.com' }, { kind: 'EMAIL', value: 'A@example.com' }, { kind: 'HANDLE', value: 'anna' },
    ];
    assert.deepEqual(await refused(ada, CreateCustomer, { kind: 'PERSON', contactPoints }), [
      ['INVALID_PHONE_NUMBER', 'contactPoints.0.value'], ['CONTACT_POINT_TAKEN', 'contactPoints.2.value'], ['INVALID_HANDLE', 'contactPoints.3.value'],
    ]);
    assert.deepEqual(await refused(ada, CreateCustomer, { kind: 'PERSON', givenName: 'A', tags: ['a', ' '], language: 'xx-yy-zz' }), [
      ['INVALID_LOCALE', 'language'], ['REQUIRED', 'tags.1'],
    ]);
  });

  it('refuses who has neither name nor address, and the name of another kind', async () => {
    assert.deepEqual(await refused(ada, CreateCustomer, { kind: 'PERSON' }), [['NAME_REQUIRED', null]]);
    assert.deepEqual(await refused(ada, CreateCustomer, { kind: 'PERSON', organizationName: 'Acme' }), [['NAME_OF_ANOTHER_KIND', 'organizationName']]);
    assert.deepEqual(await refused(ada, CreateCustomer, { kind: 'ORGANIZATION', organizationName: 'Acme', addressAs: 'Bob' }), [['NAME_OF_ANOTHER_KIND', 'addressAs']]);
  });

  it('acts once per key', async () => {
    const input: CustomerCreateInput = { kind: 'PERSON', givenName: 'Once', idempotencyKey: 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => done(ada, CreateCustomer, input)));
    assert.equal(new Set(answers.map(({ customer }) => customer?.id)).size, 1);
    assert.equal(new Set(answers.map(({ position }) => position)).size, 1);
    assert.equal((await ada.ask(ListCustomers, { named: 'once' })).customers.totalCount, 1);
  });

  it('makes anything that people type into a name a customer who is found by its beginning', async () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 30 });
    await fc.assert(fc.asyncProperty(part, part, async (givenName, familyName) => {
      const { customerCreate } = await ada.ask(CreateCustomer, { input: { kind: 'PERSON', givenName, familyName } });
      const customer = customerCreate?.customer;
      if (!customer) return assert.deepEqual(told(customerCreate), [['NAME_REQUIRED', null]]);
      const named = [...(familyName.trim() || givenName.trim())].slice(0, 5).join('');
      const { nodes, totalCount } = (await ada.ask(ListCustomers, { named, orderBy: 'CREATED_DESC', first: 1 })).customers;
      assert.ok(customer.name !== '' && totalCount > 0 && nodes[0]?.id === customer.id, JSON.stringify(customer.name));
    }), { numRuns: 30 });
  });
});

describe('customerUpdate', () => {
  it('changes what is given and nothing else', async () => {
    const { id } = await create({ familyName: 'Nowak', language: 'pl', stage: 'PROSPECT' });
    const { customer } = await done(ada, UpdateCustomer, { customerId: id, familyName: 'Nowak-Łoś', language: null, stage: null });
    assert.deepEqual([customer?.name, customer?.language, customer?.stage, customer?.version], ['Anna Nowak-Łoś', null, 'PROSPECT', 2]);
  });

  it('tells nothing where nothing changes, so that two systems that copy each other come to rest', async () => {
    const { id, version } = await create({ givenName: 'Eva', language: 'cs' });
    const { customer, position } = await done(ada, UpdateCustomer, { customerId: id, givenName: ' Eva ', language: 'CS' });
    assert.deepEqual([customer?.version, position], [version, null]);
  });
  it('knows who lost their name by an address, or refuses', async () => {
    const { id } = await create({ contactPoints: [{ kind: 'EMAIL', value: 'anna@example.com' }] });
    assert.equal((await done(ada, UpdateCustomer, { customerId: id, givenName: null })).customer?.name, 'anna@example.com');
    const { id: other } = await create();
    assert.deepEqual(await refused(ada, UpdateCustomer, { customerId: other, givenName: null }), [['NAME_REQUIRED', null]]);
    assert.equal((await read(other))?.name, 'Anna');
  });

  it('refuses a stale version and shows the customer as it is', async () => {
    const { id } = await create();
    await done(ada, UpdateCustomer, { customerId: id, givenName: 'Eva' });
    const { customerUpdate } = await ada.ask(UpdateCustomer, { input: { customerId: id, givenName: 'Iva', expectedVersion: 1 } });
    assert.deepEqual(told(customerUpdate), [['STALE', 'expectedVersion']]);
    assert.deepEqual([customerUpdate?.customer?.name, customerUpdate?.customer?.version], ['Eva', 2]);
  });

  it('gives a customer to users and teams that are there and active', async () => {
    const { id } = await create();
    const seller = await withRole('SELLER');
    const { team } = await done(ada, MakeTeam, { name: 'North' });
    const { customer } = await done(ada, UpdateCustomer, { customerId: id, ownerId: seller.id, teamId: team?.id ?? '' });
    assert.deepEqual([customer?.owner?.id, customer?.team?.id], [seller.id, team?.id]);
    await done(ada, DeactivateColleague, { userId: seller.id });
    assert.deepEqual(await refused(ada, UpdateCustomer, { customerId: id, ownerId: seller.id }), [['OWNER_NOT_ACTIVE', 'ownerId']]);
    assert.deepEqual(await refused(ada, UpdateCustomer, { customerId: id, ownerId: id }), [['OWNER_NOT_FOUND', 'ownerId']]);
    assert.deepEqual(await refused(ada, UpdateCustomer, { customerId: id, teamId: 'tea_1' }), [['TEAM_NOT_FOUND', 'teamId']]);
    const other = await app.tenant();
    assert.deepEqual(await refused(ada, UpdateCustomer, { customerId: id, ownerId: other.administratorId }), [['OWNER_NOT_FOUND', 'ownerId']]);
  });
});

describe('who reaches only their own customers', () => {
  it('owns what they add, sees nothing else, and loses sight of what they hand over', async () => {
    const { id: owner, client: seller } = await withRole('SELLER');
    const mine = await create({ familyName: 'Mine' }, seller);
    assert.equal(mine.owner?.id, owner);
    const hers = await create({ familyName: 'Hers' });
    assert.equal(await read(hers.id, seller), null);
    assert.deepEqual((await seller.ask(ListCustomers, {})).customers.nodes.map(({ id }) => id), [mine.id]);
    const { customer, position } = await done(seller, UpdateCustomer, { customerId: mine.id, ownerId: tenant.administratorId });
    assert.equal(customer, null);
    assert.ok(position);
    assert.equal((await read(mine.id))?.owner?.id, tenant.administratorId);
    assert.equal(await read(mine.id, seller), null);
  });

  it('sees that a customer is related, but not to whom', async () => {
    const { client: seller } = await withRole('SELLER');
    const mine = await create({}, seller);
    const hers = await create();
    const { relationship } = await done(ada, RelateCustomer, { customerId: mine.id, type: 'SPOUSE_OF', toCustomerId: hers.id });
    assert.deepEqual((await read(mine.id, seller))?.relationships?.nodes.map(({ type, to }) => [type, to]), [['SPOUSE_OF', null]]);
    assert.equal(await seller.failure(EndRelationship, { input: { relationshipId: relationship?.id ?? '', untilOn: '2026-01-01' } }), 'NOT_FOUND');
  });
});

describe('customerArchive and customerRestore', () => {
  it('put a customer away and bring it back', async () => {
    const { id } = await create({ familyName: 'Archived' });
    const listed = async (filter?: object): Promise<number> => (await ada.ask(ListCustomers, { named: 'archived', filter })).customers.totalCount;
    assert.ok((await done(ada, ArchiveCustomer, { customerId: id, expectedVersion: 1 })).customer?.archivedAt);
    assert.deepEqual(await refused(ada, ArchiveCustomer, { customerId: id }), [['CUSTOMER_ALREADY_ARCHIVED', null]]);
    assert.ok(await read(id));
    assert.deepEqual([await listed(), await listed({ not: { archivedAt: { eq: null } } }), await listed({ or: [{ archivedAt: { eq: null } }, { archivedAt: { gt: '2026-01-01T00:00:00Z' } }] })], [0, 1, 1]);
    assert.equal((await done(ada, RestoreCustomer, { customerId: id })).customer?.archivedAt, null);
    assert.deepEqual(await refused(ada, RestoreCustomer, { customerId: id }), [['CUSTOMER_NOT_ARCHIVED', null]]);
    assert.equal(await listed(), 1);
  });
});

describe('customers', () => {
  it('are found by name, address, external id and tag, as people write them', async () => {
    const organisation = (await app.tenant()).administrator;
    const lodz = await create({
      givenName: null, kind: 'ORGANIZATION', organizationName: 'Łódzka Fabryka', tags: ['Key account', 'b2b'],
      contactPoints: [{ kind: 'PHONE', value: '602 123 456' }, { kind: 'EMAIL', value: 'Biuro@Fabryka.pl' }],
    }, organisation);
    await done(organisation, SetExternalId, { customerId: lodz.id, system: 'ERP', value: 'A-1' });
    const shared = await create({ familyName: 'Łoś', tags: ['b2b'], contactPoints: [{ kind: 'EMAIL', value: 'biuro@fabryka.pl' }] }, organisation);
    const found = async (by: Parameters<typeof organisation.ask<unknown, object>>[1]): Promise<string[]> =>
      (await organisation.ask(ListCustomers, by as object)).customers.nodes.map(({ id }) => id);
    assert.deepEqual(await found({ named: 'LODZ' }), [lodz.id]);
    assert.deepEqual(await found({ named: 'ło' }), [shared.id, lodz.id]);
    assert.deepEqual(await found({ named: 'fabryka' }), []);
    assert.deepEqual(await found({ reachedAt: { kind: 'EMAIL', value: 'BIURO@fabryka.PL' } }), [shared.id, lodz.id]);
    assert.deepEqual(await found({ reachedAt: { kind: 'PHONE', value: '+420 (602) 123-456' } }), [lodz.id]);
    assert.deepEqual(await found({ externalId: { system: 'erp', value: 'A-1' } }), [lodz.id]);
    assert.deepEqual(await found({ externalId: { system: 'erp', value: 'a-1' } }), []);
    assert.deepEqual(await found({ tagged: ['B2B'] }), [shared.id, lodz.id]);
    assert.deepEqual(await found({ tagged: ['b2b', 'key ACCOUNT'] }), [lodz.id]);
    assert.deepEqual(await found({ tagged: ['b2b'], filter: { kind: { eq: 'PERSON' } } }), [shared.id]);
    assert.equal(await organisation.failure(ListCustomers, { reachedAt: { kind: 'PHONE', value: '12' } }), 'BAD_USER_INPUT');
    assert.equal((await ada.ask(ListCustomers, { externalId: { system: 'erp', value: 'A-1' } })).customers.totalCount, 0);
  });

  it('are listed by name as readers of five languages look for them, each once, forwards and backwards', async () => {
    const organisation = (await app.tenant()).administrator;
    const families = [
      '安', '李', '王', '张', 'Adler', 'Ąbek', 'Cibulka', 'Cyrus', 'Ćwik', 'Čech', 'Dvořák', 'Kovář', 'Lubin', 'Łoś', 'Müller', 'Muller-Meier', 'Novák',
      'Nowak', 'Olsen', 'Ozimek', 'Ósma', 'Smith', 'Szulc', 'Świt', 'Šimek', 'Zeman', 'Zoll', 'Źrebiec', 'Žák', 'Żak',
    ];
    for (const familyName of families.toSorted(() => Math.random() - 0.5)) await create({ givenName: null, familyName }, organisation);
    const forwards = await walk(organisation, (cursor) => ({ first: 7, after: cursor }));
    assert.deepEqual(forwards, families);
    assert.deepEqual(await walk(organisation, (cursor) => ({ last: 4, before: cursor })), families.toReversed());
  });

  it('do not show an address to whom it is hidden, nor by looking for it', async () => {
    const { role } = await done(ada, DefineRole, { name: 'Blind', permissions: ['customer:read'], reach: 'ALL', hiddenFields: ['ContactPoint.value', 'ContactPoint.raw'] });
    const { client: blind } = await colleague(role?.id ?? '');
    const { id } = await create({ contactPoints: [{ kind: 'EMAIL', value: 'hidden@example.com' }] });
    assert.deepEqual((await read(id, blind))?.contactPoints?.map(({ kind, value, raw }) => [kind, value, raw]), [['EMAIL', null, null]]);
    assert.equal(await blind.failure(ListCustomers, { reachedAt: { kind: 'EMAIL', value: 'hidden@example.com' } }), 'FORBIDDEN');
  });
});

async function walk(client: Client, page: (cursor: string | null) => object): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const variables = page(cursor);
    const { customers: { nodes, pageInfo } } = await client.ask(ListCustomers, variables);
    const backwards = 'last' in variables;
    names.push(...(backwards ? nodes.toReversed() : nodes).map(({ name }) => name));
    cursor = (backwards ? pageInfo.startCursor : pageInfo.endCursor) ?? null;
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
  }
  return names;
}

describe('contact points', () => {
  const shown = (customer: CustomerFactsFragment | null | undefined): unknown => customer?.contactPoints?.map(({ value, primary }) => [value, primary]);
  const idOf = (customer: CustomerFactsFragment | null | undefined, value: string): string => customer?.contactPoints?.find((point) => point.value === value)?.id ?? '';

  it('are added, the first of a kind or a chosen one as primary', async () => {
    const { id } = await create();
    await done(ada, AddContactPoint, { customerId: id, kind: 'EMAIL', value: 'one@example.com' });
    await done(ada, AddContactPoint, { customerId: id, kind: 'EMAIL', value: 'two@example.com' });
    const { contactPoint } = await done(ada, AddContactPoint, { customerId: id, kind: 'EMAIL', value: 'three@example.com', primary: true });
    assert.deepEqual(shown(contactPoint?.customer), [['one@example.com', false], ['two@example.com', false], ['three@example.com', true]]);
    const made = await done(ada, MakeContactPointPrimary, { contactPointId: idOf(contactPoint?.customer, 'two@example.com') });
    assert.deepEqual(shown(made.contactPoint?.customer), [['one@example.com', false], ['two@example.com', true], ['three@example.com', false]]);
    assert.equal((await done(ada, MakeContactPointPrimary, { contactPointId: made.contactPoint?.id ?? '' })).position, null);
    assert.deepEqual(await refused(ada, AddContactPoint, { customerId: id, kind: 'EMAIL', value: 'ONE@example.com' }), [['CONTACT_POINT_TAKEN', 'value']]);
    assert.deepEqual(await refused(ada, AddContactPoint, { customerId: id, kind: 'PHONE', value: 'x' }), [['INVALID_PHONE_NUMBER', 'value']]);
  });

  it('are corrected within their kind', async () => {
    const customer = await create({ givenName: null, contactPoints: [{ kind: 'EMAIL', value: 'tyop@example.com' }, { kind: 'EMAIL', value: 'b@example.com' }] });
    const contactPointId = idOf(customer, 'tyop@example.com');
    const { contactPoint } = await done(ada, UpdateContactPoint, { contactPointId, value: 'Typo@example.com', label: 'work', expectedVersion: 1 });
    assert.deepEqual([contactPoint?.version, contactPoint?.customer?.name], [2, 'Typo@example.com']);
    assert.deepEqual(await refused(ada, UpdateContactPoint, { contactPointId, value: 'B@example.com' }), [['CONTACT_POINT_TAKEN', 'value']]);
    assert.deepEqual(await refused(ada, UpdateContactPoint, { contactPointId, label: null, expectedVersion: 1 }), [['STALE', 'expectedVersion']]);
    assert.equal((await read(customer.id))?.contactPoints?.[0]?.label, 'work');
  });

  it('are removed, but not the last one of who has no name', async () => {
    const customer = await create({ givenName: null, contactPoints: [{ kind: 'EMAIL', value: 'a@example.com' }, { kind: 'EMAIL', value: 'b@example.com' }] });
    const left = (await done(ada, RemoveContactPoint, { contactPointId: idOf(customer, 'a@example.com') })).customer;
    assert.deepEqual([left?.name, shown(left)], ['b@example.com', [['b@example.com', true]]]);
    assert.deepEqual(await refused(ada, RemoveContactPoint, { contactPointId: idOf(left, 'b@example.com') }), [['NAME_REQUIRED', null]]);
    assert.equal(await ada.failure(RemoveContactPoint, { input: { contactPointId: idOf(customer, 'a@example.com') } }), 'NOT_FOUND');
  });

  it('have one primary of a kind also when many are added at once', async () => {
    const { id } = await create();
    await Promise.all(Array.from({ length: 8 }, (_, i) => done(ada, AddContactPoint, { customerId: id, kind: 'EMAIL', value: `a${i}@example.com` })));
    const points = (await read(id))?.contactPoints ?? [];
    assert.deepEqual([points.length, points.filter(({ primary }) => primary).length], [8, 1]);
  });

  it('are at most fifty', async () => {
    const contactPoints = Array.from({ length: 50 }, (_, i) => ({ kind: 'EMAIL' as const, value: `a${i}@example.com` }));
    const { id } = await create({ contactPoints });
    assert.deepEqual(await refused(ada, AddContactPoint, { customerId: id, kind: 'EMAIL', value: 'b@example.com' }), [['TOO_MANY_CONTACT_POINTS', null]]);
  });
});

describe('tags', () => {
  it('are given and taken, and nothing is told where nothing changes', async () => {
    const { id } = await create({ tags: ['one'] });
    const names = (customer: CustomerFactsFragment | null | undefined): unknown => customer?.tags?.map(({ name }) => name);
    assert.deepEqual(names((await done(ada, TagCustomer, { customerId: id, tags: ['ONE', 'Two'] })).customer), ['one', 'Two']);
    assert.equal((await done(ada, TagCustomer, { customerId: id, tags: ['two'] })).position, null);
    assert.deepEqual(names((await done(ada, UntagCustomer, { customerId: id, tags: ['One', 'three'] })).customer), ['Two']);
    assert.equal((await done(ada, UntagCustomer, { customerId: id, tags: ['one'] })).position, null);
    assert.deepEqual(await refused(ada, TagCustomer, { customerId: id, tags: Array.from({ length: 50 }, (_, i) => `t${i}`) }), [['TOO_MANY_TAGS', 'tags']]);
  });
});

describe('externalIdSet', () => {
  it('sets, replaces and removes the id in a system, unique in the organisation', async () => {
    const one = await create();
    const other = await create();
    const set = async (customerId: string, system: string, value: string | null) => (await done(ada, SetExternalId, { customerId, system, value })).customer?.externalIds;
    assert.deepEqual(await set(one.id, 'ERP', '1'), [{ system: 'erp', value: '1' }]);
    assert.deepEqual(await set(one.id, 'erp', '2'), [{ system: 'erp', value: '2' }]);
    assert.equal((await done(ada, SetExternalId, { customerId: one.id, system: 'erp', value: '2' })).position, null);
    assert.deepEqual(await set(other.id, 'erp', '1'), [{ system: 'erp', value: '1' }]);
    assert.deepEqual(await refused(ada, SetExternalId, { customerId: one.id, system: 'erp', value: '1' }), [['EXTERNAL_ID_TAKEN', null]]);
    assert.deepEqual(await refused(ada, SetExternalId, { customerId: one.id, system: 'two words', value: '1' }), [['INVALID_SYSTEM', 'system']]);
    assert.deepEqual(await set(other.id, 'erp', null), []);
    assert.equal((await done(ada, SetExternalId, { customerId: other.id, system: 'erp', value: null })).position, null);
    assert.deepEqual(await set(one.id, 'erp', '1'), [{ system: 'erp', value: '1' }]);
    const elsewhere = (await app.tenant()).administrator;
    const theirs = await create({}, elsewhere);
    assert.deepEqual((await done(elsewhere, SetExternalId, { customerId: theirs.id, system: 'erp', value: '1' })).customer?.externalIds, [{ system: 'erp', value: '1' }]);
  });
});

describe('relationships', () => {
  const relate = async (customerId: string, type: RelationshipType, toCustomerId: string, more: { sinceOn?: string; untilOn?: string; role?: string } = {}) => {
    const { relationship } = await done(ada, RelateCustomer, { customerId, type, toCustomerId, ...more });
    assert.ok(relationship);
    return relationship;
  };
  const seenFrom = async (id: string): Promise<unknown> => (await read(id))?.relationships?.nodes.map(({ type, role, sinceOn, untilOn, to }) => [type, role, sinceOn, untilOn, to?.id]);

  it('are seen from both sides, and end and go on both', async () => {
    const anna = await create();
    const acme = await create({ kind: 'ORGANIZATION', givenName: null, organizationName: 'Acme' });
    const { id, to } = await relate(anna.id, 'EMPLOYEE_OF', acme.id, { role: 'Buyer', sinceOn: '2020-01-01' });
    assert.deepEqual(await seenFrom(anna.id), [['EMPLOYEE_OF', 'Buyer', '2020-01-01', null, acme.id]]);
    assert.deepEqual(await seenFrom(acme.id), [['EMPLOYER_OF', 'Buyer', '2020-01-01', null, anna.id]]);
    assert.deepEqual(await refused(ada, RelateCustomer, { customerId: acme.id, type: 'EMPLOYER_OF', toCustomerId: anna.id, sinceOn: '2024-01-01' }), [['RELATIONSHIP_OVERLAPS', null]]);
    const fromAcme = to?.relationships?.nodes[0]?.id ?? '';
    assert.deepEqual(await refused(ada, EndRelationship, { relationshipId: fromAcme, untilOn: '2019-12-31' }), [['PERIOD_ENDS_BEFORE_IT_BEGINS', 'untilOn']]);
    await done(ada, EndRelationship, { relationshipId: fromAcme, untilOn: '2023-12-31' });
    assert.deepEqual(await seenFrom(anna.id), [['EMPLOYEE_OF', 'Buyer', '2020-01-01', '2023-12-31', acme.id]]);
    await relate(anna.id, 'EMPLOYEE_OF', acme.id, { sinceOn: '2024-01-01' });
    assert.deepEqual(await refused(ada, EndRelationship, { relationshipId: id, untilOn: '2024-01-01' }), [['RELATIONSHIP_OVERLAPS', null]]);
    assert.equal((await done(ada, RemoveRelationship, { relationshipId: id })).customer?.id, anna.id);
    assert.deepEqual(await seenFrom(acme.id), [['EMPLOYER_OF', null, '2024-01-01', null, anna.id]]);
  });

  it('are symmetrical where their kind is, and never to oneself', async () => {
    const [anna, petr] = [await create(), await create()];
    await relate(anna.id, 'SPOUSE_OF', petr.id);
    assert.deepEqual(await seenFrom(petr.id), [['SPOUSE_OF', null, null, null, anna.id]]);
    assert.deepEqual(await refused(ada, RelateCustomer, { customerId: petr.id, type: 'SPOUSE_OF', toCustomerId: anna.id }), [['RELATIONSHIP_OVERLAPS', null]]);
    assert.deepEqual(await refused(ada, RelateCustomer, { customerId: anna.id, type: 'PARTNER_OF', toCustomerId: anna.id }), [['RELATED_TO_THEMSELVES', 'toCustomerId']]);
  });

  it('are made once when both sides say so at once', async () => {
    const [anna, petr] = [await create(), await create()];
    const answers = await Promise.all([[anna, petr], [petr, anna]].map(([from, to]) =>
      ada.ask(RelateCustomer, { input: { customerId: from?.id ?? '', type: 'PARTNER_OF', toCustomerId: to?.id ?? '' } })));
    assert.deepEqual(answers.map(({ customerRelate }) => customerRelate?.userErrors.length).sort(), [0, 1]);
  });
});

describe('a filter of changes', () => {
  it('takes only types that something announces', async () => {
    const events = (types: string[]) => ada.send('query ($types: [String!]) { events(filter: { types: $types }) { position } }', { types });
    assert.deepEqual((await events(['customer.archived', 'conversation.*'])).errors, []);
    const [error] = (await events(['customer.archved'])).errors;
    assert.equal(error?.extensions.code, 'BAD_USER_INPUT');
    assert.match(error.message, /customer\.archved.*customer\.archived/);
  });
});

describe('customerChanged', () => {
  it('tells every change of the customer and what is part of it, and of no other', async () => {
    const { position } = await ada.ask(CurrentPosition);
    const one = await create({ familyName: 'Followed' });
    const other = await create();
    await done(ada, UpdateCustomer, { customerId: one.id, ownerId: tenant.administratorId });
    const { contactPoint } = await done(ada, AddContactPoint, { customerId: one.id, kind: 'EMAIL', value: 'a@example.com' });
    await done(ada, UpdateContactPoint, { contactPointId: contactPoint?.id ?? '', label: 'x' });
    await done(ada, RemoveContactPoint, { contactPointId: contactPoint?.id ?? '' });
    await done(ada, TagCustomer, { customerId: one.id, tags: ['x'] });
    await done(ada, UntagCustomer, { customerId: one.id, tags: ['x'] });
    await done(ada, SetExternalId, { customerId: one.id, system: 'erp', value: 'followed' });
    await done(ada, SetExternalId, { customerId: one.id, system: 'erp', value: null });
    await done(ada, UpdateCustomer, { customerId: other.id, givenName: 'Nobody' });
    const { relationship } = await done(ada, RelateCustomer, { customerId: other.id, type: 'REFERRED_BY', toCustomerId: one.id });
    await done(ada, EndRelationship, { relationshipId: relationship?.id ?? '', untilOn: '2026-01-01' });
    await done(ada, RemoveRelationship, { relationshipId: relationship?.id ?? '' });
    await done(ada, ArchiveCustomer, { customerId: one.id });
    await done(ada, RestoreCustomer, { customerId: one.id });
    const expected = [
      'customer.created', 'customer.updated', 'customer.assigned', 'customer.contactPointAdded', 'customer.contactPointUpdated',
      'customer.contactPointRemoved', 'customer.tagged', 'customer.untagged', 'customer.externalIdSet', 'customer.externalIdRemoved',
      'customer.related', 'customer.relationshipEnded', 'customer.relationshipRemoved', 'customer.archived', 'customer.restored',
    ];
    const changes = await follow(ada, one.id, position, expected.length);
    assert.deepEqual(changes.map(({ type }) => type), expected);
    assert.ok(changes.every(({ subjectId, node }) => subjectId === one.id && node?.name === 'Anna Followed'));
    assert.deepEqual(changes[1]?.changedFields, ['owner']);
    assert.deepEqual(changes.at(-1)?.changedFields, ['archivedAt']);
  });
});

interface Change { readonly type: string; readonly changedFields: readonly string[]; readonly subjectId?: string | null; readonly node?: { readonly name: string } | null }

async function follow(client: Client, id: string, after: string, count: number): Promise<Change[]> {
  const { print } = await import('graphql');
  const socket = client.socket();
  const changes: Change[] = [];
  try {
    for await (const { data, errors } of socket.iterate<{ customerChanged: Change }>({ query: print(FollowCustomer), variables: { id, after } })) {
      assert.equal(errors, undefined);
      if (data && !data.customerChanged.type.startsWith('stream.')) changes.push(data.customerChanged);
      if (changes.length === count) break;
    }
  } finally {
    await socket.dispose();
  }
  return changes;
}

describe('every operation', () => {
  interface Attempt { readonly document: Document<unknown, { input: object }>; readonly input: object }

  /** All mutations with what would do something in this organisation. */
  async function attempts(): Promise<Attempt[]> {
    const { id: customerId, contactPoints } = await create({ contactPoints: [{ kind: 'EMAIL', value: 'a@example.com' }] });
    const contactPointId = contactPoints?.[0]?.id ?? '';
    const { id: toCustomerId } = await create();
    const { relationship } = await done(ada, RelateCustomer, { customerId, type: 'MEMBER_OF', toCustomerId });
    const relationshipId = relationship?.id ?? '';
    const attempt = <R, V extends { input: object }>(document: Document<R, V>, input: V['input']): Attempt => ({ document: document as Attempt['document'], input });
    return [
      attempt(UpdateCustomer, { customerId, givenName: 'X' }), attempt(ArchiveCustomer, { customerId }), attempt(RestoreCustomer, { customerId }),
      attempt(TagCustomer, { customerId, tags: ['x'] }), attempt(UntagCustomer, { customerId, tags: ['x'] }),
      attempt(SetExternalId, { customerId, system: 'x', value: '1' }), attempt(AddContactPoint, { customerId, kind: 'EMAIL', value: 'x@example.com' }),
      attempt(UpdateContactPoint, { contactPointId, label: 'x' }), attempt(MakeContactPointPrimary, { contactPointId }), attempt(RemoveContactPoint, { contactPointId }),
      attempt(RelateCustomer, { customerId, type: 'PARTNER_OF', toCustomerId }), attempt(EndRelationship, { relationshipId, untilOn: '2030-01-01' }),
      attempt(RemoveRelationship, { relationshipId }),
    ];
  }

  async function all(client: Client, code: string): Promise<void> {
    for (const { document, input } of await attempts()) assert.equal(await client.failure(document, { input }), code, JSON.stringify(input));
  }

  it('is denied without its permission', async () => {
    const { client: reader } = await withRole('READ_ONLY');
    await all(reader, 'FORBIDDEN');
    assert.equal(await reader.failure(CreateCustomer, { input: { kind: 'PERSON', givenName: 'X' } }), 'FORBIDDEN');
    assert.ok((await reader.ask(ListCustomers, {})).customers.totalCount > 0);
    const { role } = await done(ada, DefineRole, { name: 'Nothing', permissions: [], reach: 'ALL' });
    const { client: nobody } = await colleague(role?.id ?? '');
    assert.equal(await nobody.failure(ListCustomers, {}), 'FORBIDDEN');
  });

  it('is closed to strangers', async () => {
    await all(app.stranger, 'UNAUTHENTICATED');
    assert.equal(await app.stranger.failure(CreateCustomer, { input: { kind: 'PERSON', givenName: 'X' } }), 'UNAUTHENTICATED');
    assert.equal(await app.stranger.failure(ListCustomers, {}), 'UNAUTHENTICATED');
  });

  it('finds nothing of another organisation, nor what is out of reach', async () => {
    await all((await app.tenant()).administrator, 'NOT_FOUND');
    const { role } = await done(ada, DefineRole, { name: 'Own', permissions: ['customer:read', 'customer:update', 'customer:archive'], reach: 'OWN' });
    await all((await colleague(role?.id ?? '')).client, 'NOT_FOUND');
  });

  it('shows nothing of another organisation', async () => {
    const { id } = await create();
    const elsewhere = (await app.tenant()).administrator;
    assert.deepEqual(await elsewhere.ask(ReadCustomer, { id }), { customer: null, node: null });
    assert.equal((await elsewhere.ask(ListCustomers, {})).customers.totalCount, 0);
    const { position } = await elsewhere.ask(CurrentPosition);
    await done(ada, UpdateCustomer, { customerId: id, givenName: 'Secret' });
    const own = await create({}, elsewhere);
    const socket = elsewhere.socket();
    try {
      const seen: string[] = [];
      const query = 'subscription ($after: Position) { changes(after: $after) { type subjectId } }';
      for await (const { data } of socket.iterate<{ changes: Change }>({ query, variables: { after: position } })) {
        if (data?.changes.subjectId) seen.push(data.changes.subjectId);
        if (data?.changes.subjectId === own.id) break;
      }
      assert.deepEqual(seen, [own.id]);
    } finally {
      await socket.dispose();
    }
  });
});
