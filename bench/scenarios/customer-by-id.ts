import { moment, publicId } from './sql.ts';
import type { Scenario } from '../scenario.ts';

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

export const customerById: Scenario = {
  name: 'S2',
  title: 'customer by id with relations',
  promise: 0.7,
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
  async turns({ owner, tenants: [tenant] }) {
    const { rows } = await owner.query<{ id: string }>('select id from customer where tenant_id = $1 order by md5(id::text) limit $2', [tenant.id, CUSTOMERS]);
    return rows.map(({ id }) => ({ tenant, variables: { id: `cus_${id.replaceAll('-', '')}` } }));
  },
  byHand({ id }, { read }) {
    return read({ name: 'customer', text: customer, values: [String(id).slice('cus_'.length)] });
  },
};
