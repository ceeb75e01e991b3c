/** Operations whose statements are counted: each way of reading, and the everyday ways of writing. */
import type { Tenant } from './organizations.ts';
import { UNIQUE } from './scenario.ts';
import { idOf } from './scenarios/sql.ts';
import type { World } from './world.ts';

export interface Operation {
  readonly title: string;
  readonly document: string;
  /** Root fields of a query; null: a mutation. */
  readonly roots: number | null;
  /** For as many requests as it takes. */
  readonly variables: (world: World, tenant: Tenant) => Promise<object[]>;
}

const REQUESTS = 12;

const repeated = (of: (n: number) => object) => async (): Promise<object[]> => Array.from({ length: REQUESTS }, (_, n) => of(n));

const forEachOf = (text: string, of: (id: string) => object) => async ({ owner }: World, { id: tenant }: Tenant): Promise<object[]> => {
  const { rows } = await owner.query<{ id: string }>(`${text} order by md5(id::text) limit $2`, [tenant, REQUESTS]);
  return rows.map(({ id }) => of(id));
};
const forEachCustomer = (of: (id: string) => object): Operation['variables'] =>
  forEachOf('select id from customer where tenant_id = $1 and archived_at is null', (id) => of(idOf('cus', id)));

const query = (title: string, roots: number, document: string, variables: Operation['variables'] = repeated(() => ({}))): Operation =>
  ({ title, document, roots, variables });

/** `payload`: what is read again for the answer. */
const mutation = (name: string, inputType: string, payload: string, variables: Operation['variables']): Operation => ({
  title: name, roots: null, variables: async (...of) => (await variables(...of)).map((input) => ({ input })),
  document: `mutation Counted($input: ${inputType}!) { ${name}(input: $input) { ${payload} userErrors { code message } position } }`,
});

export const operations: readonly Operation[] = [
  query('customers, two lists deep', 1, `{ customers(first: 20) { nodes {
    id name owner { id name } team { id name } contactPoints { kind value } tags { name }
    interactions(first: 5) { nodes { id subject agent { id name } } } } pageInfo { hasNextPage endCursor } } }`),
  query('customers, counted', 1, '{ customers(first: 20, filter: { stage: { eq: CLIENT } }) { totalCount nodes { id name } } }'),
  query('customers found by name', 1, '{ customers(first: 20, named: "anna") { nodes { id name } } }'),
  query('customer by id', 1, `query ($id: ID!) { customer(id: $id) {
    id name owner { id name } contactPoints { kind value } tags { name } externalIds { system value } relationships(first: 10) { nodes { type to { id name } } } } }`,
  forEachCustomer((id) => ({ id }))),
  query('customer with mixed timeline', 1, `query ($id: ID!) { customer(id: $id) { id name timeline(first: 20) { nodes {
    at subject { __typename ... on Interaction { kind subject agent { name } } } } } } }`,
  forEachCustomer((id) => ({ id }))),
  query('conversations', 1, '{ conversations(first: 20) { nodes { id subject status lastAt customer { id name } channel { id name } } } }'),
  query('node of any type', 1, 'query ($id: ID!) { node(id: $id) { __typename id ... on Customer { name } } }', forEachCustomer((id) => ({ id }))),
  query('three root fields', 3, '{ customers(first: 5) { nodes { id name } } conversations(first: 5) { nodes { id subject } } teams(first: 5) { nodes { id name } } }'),
  query('events', 1, '{ events(first: 20) { position hasMore changes { type at } } }'),
  query('tickets with clocks', 1, `{ tickets(first: 20, filter: { status: { eq: OPEN } }) { totalCount nodes {
    id number reference subject dueAt customer { id name } assignee { id name } clocks { metric state dueAt } } } }`),
  query('my tasks and notifications', 2, '{ myTasks(first: 10) { nodes { id title dueAt } } notifications(first: 10, unread: true) { totalCount nodes { id reason subject { id } } } }'),
  query('customer with what follows', 1, `query ($id: ID!) { customer(id: $id) { id name tickets(first: 5) { nodes { id subject } } tasks(first: 5) { nodes { id title } }
    opportunities(first: 5) { nodes { id title amount { amount currency } } } campaignMembers(first: 5) { nodes { id status } } } }`,
  forEachCustomer((id) => ({ id }))),
  mutation('interactionLog', 'InteractionLogInput', 'interaction { id subject startedAt }', forEachCustomer((customerId) => (
    { customerId, kind: 'CALL', direction: 'OUTBOUND', subject: 'About the order', text: 'They will call again.', idempotencyKey: UNIQUE }))),
  mutation('customerCreate', 'CustomerCreateInput', 'customer { id name version }', repeated((n) => (
    { kind: 'PERSON', givenName: 'Eva', familyName: `Nováková ${n}`, contactPoints: [{ kind: 'EMAIL', value: `${UNIQUE}@example.com` }] }))),
  mutation('customerUpdate', 'CustomerUpdateInput', 'customer { id name version }', forEachCustomer((customerId) => ({ customerId, familyName: UNIQUE }))),
  mutation('customerTag', 'CustomerTagInput', 'customer { id tags { name } }', forEachCustomer((customerId) => ({ customerId, tags: [UNIQUE] }))),
  mutation('contactPointAdd', 'ContactPointAddInput', 'contactPoint { id value }', forEachCustomer((customerId) => ({ customerId, kind: 'EMAIL', value: `${UNIQUE}@example.com` }))),
  mutation('externalIdSet', 'ExternalIdSetInput', 'customer { id externalIds { system value } }', forEachCustomer((customerId) => ({ customerId, system: 'shop', value: UNIQUE }))),
  mutation('ticketOpen', 'TicketOpenInput', 'ticket { id number status }', forEachCustomer((customerId) => ({ customerId, subject: 'About the order' }))),
  mutation('ticketResolve', 'TicketResolveInput', 'ticket { id status }', forEachOf(
    `select id from ticket where tenant_id = $1 and status = 'OPEN'`, (id) => ({ ticketId: idOf('tic', id) }))),
  mutation('taskCreate', 'TaskCreateInput', 'task { id title dueAt }', forEachCustomer((customerId) => ({ customerId, title: 'Ring', dueIn: 'PT8H' }))),
  mutation('conversationClose', 'ConversationCloseInput', 'conversation { id status }', forEachOf(
    `select id from conversation where tenant_id = $1 and status = 'OPEN'`, (id) => ({ conversationId: idOf('cnv', id) }))),
  mutation('customerArchive', 'CustomerArchiveInput', 'customer { id archivedAt }', forEachCustomer((customerId) => ({ customerId }))),
];
