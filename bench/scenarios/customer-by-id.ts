/** S2, S3: one customer with everything that hangs on it. */
import { idOf, moment, momentOf, publicId, uuidOf } from './sql.ts';
import type { Question, Scenario, Turn } from '../scenario.ts';

const CUSTOMERS = 500;

const list = (columns: string, rest: string): string => `(select coalesce(json_agg(x), '[]') from (select ${columns} from ${rest}) x)`;
const one = (columns: string, rest: string): string => `(select to_json(x) from (select ${columns} from ${rest}) x)`;

const customer = `
  select json_build_object('customer', (select to_json(found) from (
    select ${publicId('cus', 'c.id')} as id, c.version, c.kind, c.name, c.given_name as "givenName", c.family_name as "familyName", c.stage,
      c.language, c.time_zone as "timeZone", ${moment('c.created_at')} as "createdAt", ${moment('c.updated_at')} as "updatedAt",
      ${one(`${publicId('usr', 'u.id')} as id, u.name, u.email`, `"user" u where u.id = c.owner_id`)} as owner,
      ${one(`${publicId('tea', 't.id')} as id, t.name`, 'team t where t.id = c.team_id')} as team,
      ${list(`${publicId('cpt', 'p.id')} as id, p.kind, p.value, p.label, p."primary"`, 'contact_point p where p.customer_id = c.id order by p.id limit 50')} as "contactPoints",
      ${list(`${publicId('ctg', 't.id')} as id, t.name`, 'customer_tag t where t.customer_id = c.id order by t.id limit 50')} as tags,
      ${list(`e.system, e.value`, 'external_id e where e.customer_id = c.id order by e.id limit 50')} as "externalIds",
      json_build_object('nodes', ${list(`r.type, (select to_json(x) from (select ${publicId('cus', 'o.id')} as id, o.name from customer o where o.id = r.to_id) x) as to`,
        '(select * from relationship r where r.from_id = c.id order by r.created_at desc, r.id desc limit 10) r')}) as relationships,
      json_build_object('nodes', ${list(`${publicId('int', 'i.id')} as id, i.kind, i.direction, i.subject, ${moment('i.started_at')} as "startedAt",
        (select to_json(x) from (select ${publicId('usr', 'u.id')} as id, u.name from "user" u where u.id = i.agent_id) x) as agent`,
        '(select * from interaction i where i.customer_id = c.id order by i.started_at desc, i.id desc limit 5) i')}) as interactions
    from customer c where c.id = $1
  ) found))::text`;

const foreign = `query CustomerById($tenant: UUID!, $id: UUID!) {
  customerByTenantIdAndRowId(tenantId: $tenant, rowId: $id) {
    rowId version kind name givenName familyName stage language timeZone createdAt updatedAt
    userByTenantIdAndOwnerId { rowId name email }
    teamByTenantIdAndTeamId { rowId name }
    contactPointsByTenantIdAndCustomerId(first: 50) { nodes { rowId kind value label primary } }
    customerTagsByTenantIdAndCustomerId(first: 50) { nodes { rowId name } }
    externalIdsByTenantIdAndCustomerId(first: 50) { nodes { system value } }
    relationshipsByTenantIdAndFromId(first: 10, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) { nodes { type customerByTenantIdAndToId { rowId name } } }
    interactionsByTenantIdAndCustomerId(first: 5, orderBy: [STARTED_AT_DESC, ROW_ID_DESC]) {
      nodes { rowId kind direction subject startedAt userByTenantIdAndAgentId { rowId name } }
    }
  }
}`;

interface Foreign {
  readonly rowId: string;
}

interface ForeignNodes<T> {
  readonly nodes: readonly T[];
}

interface ForeignCustomer {
  readonly customerByTenantIdAndRowId: Foreign & {
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly userByTenantIdAndOwnerId: Foreign | null;
    readonly teamByTenantIdAndTeamId: Foreign | null;
    readonly contactPointsByTenantIdAndCustomerId: ForeignNodes<Foreign>;
    readonly customerTagsByTenantIdAndCustomerId: ForeignNodes<Foreign>;
    readonly externalIdsByTenantIdAndCustomerId: ForeignNodes<object>;
    readonly relationshipsByTenantIdAndFromId: ForeignNodes<{ readonly type: string; readonly customerByTenantIdAndToId: Foreign | null }>;
    readonly interactionsByTenantIdAndCustomerId: ForeignNodes<Foreign & { readonly startedAt: string; readonly userByTenantIdAndAgentId: Foreign | null }>;
  };
}

const known = (prefix: string, found: Foreign | null): object | null => {
  if (!found) return null;
  const { rowId, ...rest } = found;
  return { id: idOf(prefix, rowId), ...rest };
};

function translate({ customerByTenantIdAndRowId: found }: ForeignCustomer): unknown {
  const {
    rowId, createdAt, updatedAt, userByTenantIdAndOwnerId: owner, teamByTenantIdAndTeamId: team, contactPointsByTenantIdAndCustomerId: contactPoints,
    customerTagsByTenantIdAndCustomerId: tags, externalIdsByTenantIdAndCustomerId: externalIds, relationshipsByTenantIdAndFromId: relationships,
    interactionsByTenantIdAndCustomerId: interactions, ...plain
  } = found;
  return { customer: {
    ...plain, id: idOf('cus', rowId), createdAt: momentOf(createdAt), updatedAt: momentOf(updatedAt),
    owner: known('usr', owner), team: known('tea', team),
    contactPoints: contactPoints.nodes.map((one) => known('cpt', one)), tags: tags.nodes.map((one) => known('ctg', one)), externalIds: externalIds.nodes,
    relationships: { nodes: relationships.nodes.map(({ type, customerByTenantIdAndToId: to }) => ({ type, to: known('cus', to) })) },
    interactions: { nodes: interactions.nodes.map(({ rowId: id, startedAt, userByTenantIdAndAgentId: agent, ...interaction }) =>
      ({ ...interaction, id: idOf('int', id), startedAt: momentOf(startedAt), agent: known('usr', agent) })) },
  } };
}

const question = ({ tenant, variables: { id } }: Turn): Question => ({ document: foreign, variables: { tenant: tenant.id, id: uuidOf(String(id)) } });

export const customerById: Scenario = {
  title: 'customer by id with relations',
  operationName: 'CustomerById',
  document: `query CustomerById($id: ID!) {
    customer(id: $id) {
      id version kind name givenName familyName stage language timeZone createdAt updatedAt
      owner { id name email }
      team { id name }
      contactPoints { id kind value label primary }
      tags { id name }
      externalIds { system value }
      relationships(first: 10) { nodes { type to { id name } } }
      interactions(first: 5) { nodes { id kind direction subject startedAt agent { id name } } }
    }
  }`,
  references: [
    { promise: 'S2', rival: 'by hand', description: 'one statement by hand', least: 0.7 },
    { promise: 'S3', rival: 'PostGraphile', description: 'PostGraphile, JWT and RLS', least: 3, question, translate },
    { promise: 'S3', rival: 'PostGraphile, bare', description: 'PostGraphile without both', least: 2, question, translate },
  ],
  async turns({ owner, tenants: [tenant] }) {
    const { rows } = await owner.query<{ id: string }>('select id from customer where tenant_id = $1 order by md5(id::text) limit $2', [tenant.id, CUSTOMERS]);
    return rows.map(({ id }) => ({ tenant, variables: { id: idOf('cus', id) } }));
  },
  byHand({ id }, { read }) {
    return read({ name: 'customer', text: customer, values: [uuidOf(String(id))] });
  },
};
