/** The pages whose cost must not grow, who asks for them, and what shows that all answer alike. */
import { agentOf, type Tenant } from './organizations.ts';
import type { World } from './world.ts';

export const PAGE_SIZE = 20;
const PLACES = 10;

/** Who asks, and whose customers they reach: all, their own, their own and their team's. */
export const reaches: Readonly<Record<string, (tenant: Tenant) => string>> = {
  ALL: ({ email }) => email,
  OWN: (tenant) => agentOf(tenant, 0),
  TEAM: (tenant) => agentOf(tenant, 1),
};

export interface Page {
  readonly title: string;
  readonly document: string;
  /** The variables of some requests for the same page, or for neighbouring ones. */
  variables(world: World, tenant: Tenant): Promise<object[]>;
}

interface Answered {
  readonly customers?: { readonly nodes: readonly { readonly name: string; readonly interactions: { readonly nodes: readonly { readonly subject: string }[] } }[] };
  readonly conversations?: { readonly nodes: readonly { readonly subject: string }[] };
}

const customers = (args: string): string => `query Growth($after: String) {
  customers(first: ${PAGE_SIZE}, after: $after, orderBy: NAME_ASC${args}) {
    nodes { id name stage createdAt owner { id name } interactions(first: 5) { nodes { id kind direction subject startedAt agent { id name } } } }
  }
}`;
const conversations = `query Growth($after: String) {
  conversations(first: ${PAGE_SIZE}, after: $after, orderBy: LAST_DESC) { nodes { id subject status startedAt lastAt customer { id name } channel { id name } } }
}`;

const first = async (): Promise<object[]> => [{}];

/** Some places one after the other, in the middle of a list. */
const middle = (order: string, text: string) => async ({ owner }: World, { id: tenant }: Tenant): Promise<object[]> => {
  const { rows } = await owner.query<{ key: string | number; id: string }>(text, [tenant, PLACES]);
  return rows.map(({ key, id }) => ({ after: Buffer.from(JSON.stringify([order, key, id])).toString('base64url') }));
};

export const pages: readonly Page[] = [
  { title: 'customers by name, first page', document: customers(''), variables: first },
  {
    title: 'customers by name, half-way', document: customers(''),
    variables: middle('NAME_ASC', `select sort_name as key, id from customer where tenant_id = $1
      order by sort_name, id limit $2 offset (select count(*) / 2 from customer where tenant_id = $1)`),
  },
  { title: 'customers of a stage, first page', document: customers(', filter: { stage: { eq: PROSPECT } }'), variables: first },
  { title: 'conversations, latest', document: conversations, variables: first },
  {
    title: 'conversations, half-way', document: conversations,
    variables: middle('LAST_DESC', `select (extract(epoch from last_at) * 1000)::float8 as key, id from conversation where tenant_id = $1
      order by last_at desc, id desc limit $2 offset (select count(*) / 2 from conversation where tenant_id = $1)`),
  },
];

/** How many rows, and rows in rows: equal for every size. */
export function shapeOf({ customers: found, conversations: talks }: Answered): string {
  return found ? `${found.nodes.length} customers, ${found.nodes.map(({ interactions }) => interactions.nodes.length).join(' ')} interactions` : `${talks?.nodes.length} conversations`;
}

/** What does not differ between organisations that were filled by the same recipe. */
export function contentOf({ customers: found, conversations: talks }: Answered): unknown {
  return found ? found.nodes.map(({ name, interactions }) => [name, interactions.nodes.map(({ subject }) => subject)]) : talks?.nodes.map(({ subject }) => subject);
}
