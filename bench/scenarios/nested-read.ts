/** S1, S3: 50 customers, each with its agent and its 10 newest interactions, on one of the first 40 pages of the list. */
import { idOf, moment, momentOf, publicId } from './sql.ts';
import type { Question, Scenario, Turn } from '../scenario.ts';

const PAGES = 40;

const customers = `
  select json_build_object('customers', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'id', ${publicId('cus', 'c.id')}, 'name', c.name, 'kind', c.kind, 'stage', c.stage, 'createdAt', ${moment('c.created_at')},
    'owner', case when o.id is not null then json_build_object('id', ${publicId('usr', 'o.id')}, 'name', o.name, 'email', o.email) end,
    'interactions', json_build_object('nodes', newest.nodes)
  ) order by c.sort_name, c.id), '[]')))::text
  from (select * from customer where archived_at is null and (sort_name, id) > ($1, $2) order by sort_name, id limit 50) c
  left join "user" o on o.id = c.owner_id
  cross join lateral (
    select coalesce(json_agg(json_build_object(
      'id', ${publicId('int', 'i.id')}, 'kind', i.kind, 'channelKind', i.channel_kind, 'direction', i.direction, 'subject', i.subject, 'preview', i.preview,
      'disposition', i.disposition, 'startedAt', ${moment('i.started_at')}, 'endedAt', ${moment('i.ended_at')},
      'agent', case when a.id is not null then json_build_object('id', ${publicId('usr', 'a.id')}, 'name', a.name) end
    ) order by i.started_at desc, i.id desc), '[]') as nodes
    from (select * from interaction i where i.customer_id = c.id order by i.started_at desc, i.id desc limit 10) i
    left join "user" a on a.id = i.agent_id
  ) newest`;

/** The first part of PostGraphile's cursors: this order's name; it refuses another. */
const ORDER = '7c4461404a';

const foreign = (variables: string, condition: string): string => `query NestedRead(${variables}) {
  allCustomers(first: 50, after: $after, orderBy: [SORT_NAME_ASC, ROW_ID_ASC], condition: ${condition}) {
    nodes {
      rowId name kind stage createdAt
      userByTenantIdAndOwnerId { rowId name email }
      interactionsByTenantIdAndCustomerId(first: 10, orderBy: [STARTED_AT_DESC, ROW_ID_DESC]) {
        nodes { rowId kind channelKind direction subject preview disposition startedAt endedAt userByTenantIdAndAgentId { rowId name } }
      }
    }
  }
}`;
const fenced = foreign('$after: Cursor!', '{ archivedAt: null }');
const bare = foreign('$after: Cursor!, $tenant: UUID!', '{ tenantId: $tenant, archivedAt: null }');

const place = ({ variables }: Turn): [name: string, id: string] => {
  const [, name, id] = JSON.parse(Buffer.from(String(variables['after']), 'base64url').toString()) as [string, string, string];
  return [name, id];
};

const foreignCursor = (turn: Turn): string => {
  const [name, id] = place(turn);
  return Buffer.from(JSON.stringify([ORDER, name, id, turn.tenant.id, id])).toString('base64');
};

interface ForeignUser {
  readonly rowId: string;
  readonly name: string;
  readonly email?: string;
}

interface ForeignPage {
  readonly allCustomers: { readonly nodes: readonly {
    readonly rowId: string; readonly createdAt: string; readonly userByTenantIdAndOwnerId: ForeignUser | null;
    readonly interactionsByTenantIdAndCustomerId: { readonly nodes: readonly {
      readonly rowId: string; readonly startedAt: string; readonly endedAt: string | null; readonly userByTenantIdAndAgentId: ForeignUser | null;
    }[] };
  }[] };
}

const user = (found: ForeignUser | null): object | null => {
  if (!found) return null;
  const { rowId, ...rest } = found;
  return { id: idOf('usr', rowId), ...rest };
};

const translate = ({ allCustomers: { nodes } }: ForeignPage): unknown => ({ customers: { nodes: nodes.map(
  ({ rowId, createdAt, userByTenantIdAndOwnerId: owner, interactionsByTenantIdAndCustomerId: interactions, ...customer }) => ({
    ...customer, id: idOf('cus', rowId), createdAt: momentOf(createdAt), owner: user(owner),
    interactions: { nodes: interactions.nodes.map(({ rowId: id, startedAt, endedAt, userByTenantIdAndAgentId: agent, ...interaction }) => ({
      ...interaction, id: idOf('int', id), startedAt: momentOf(startedAt), endedAt: endedAt && momentOf(endedAt), agent: user(agent),
    })) },
  })) } });

export const nestedRead: Scenario = {
  title: '50 customers, agent, 10 newest interactions',
  operationName: 'NestedRead',
  document: `query NestedRead($after: String!) {
    customers(first: 50, after: $after, orderBy: NAME_ASC) {
      nodes {
        id name kind stage createdAt
        owner { id name email }
        interactions(first: 10, orderBy: STARTED_DESC) {
          nodes { id kind channelKind direction subject preview disposition startedAt endedAt agent { id name } }
        }
      }
    }
  }`,
  references: [
    { promise: 'S1', rival: 'by hand', description: 'one statement by hand', least: 0.9 },
    {
      promise: 'S3', rival: 'PostGraphile', description: 'PostGraphile, JWT and RLS', least: 3, translate,
      question: (turn): Question => ({ document: fenced, variables: { after: foreignCursor(turn) } }),
    },
    {
      promise: 'S3', rival: 'PostGraphile, bare', description: 'PostGraphile without both', least: 2, translate,
      question: (turn): Question => ({ document: bare, variables: { after: foreignCursor(turn), tenant: turn.tenant.id } }),
    },
  ],
  async turns({ owner, tenants: [tenant] }) {
    const { rows } = await owner.query<{ sort_name: string; id: string }>(
      `select sort_name, id from (select *, row_number() over (order by sort_name, id) as n from customer where tenant_id = $1) c
       where n % 50 = 0 order by n limit $2`, [tenant.id, PAGES - 1]);
    return rows.map(({ sort_name, id }) => ({
      tenant, variables: { after: Buffer.from(JSON.stringify(['NAME_ASC', sort_name, id])).toString('base64url') },
    }));
  },
  byHand({ after }, { read }) {
    const [, name, id] = JSON.parse(Buffer.from(String(after), 'base64url').toString()) as string[];
    return read({ name: 'customers', text: customers, values: [name, id] });
  },
};
