import { moment, publicId } from './sql.ts';
import type { Scenario } from '../scenario.ts';

const PAGES = 40;

const customers = `
  select json_build_object('customers', json_build_object('nodes', coalesce(json_agg(page), '[]')))::text
  from (
    select ${publicId('cus', 'c.id')} as id, c.name, c.kind, c.stage, ${moment('c.created_at')} as "createdAt",
      (select to_json(o) from (select ${publicId('usr', 'u.id')} as id, u.name, u.email from "user" u where u.id = c.owner_id) o) as owner,
      (select json_build_object('nodes', coalesce(json_agg(n), '[]')) from (
        select ${publicId('int', 'i.id')} as id, i.kind, i."channelKind", i.direction, i.subject, i.preview, i.disposition,
          ${moment('i.started_at')} as "startedAt", ${moment('i.ended_at')} as "endedAt",
          (select to_json(a) from (select ${publicId('usr', 'u.id')} as id, u.name from "user" u where u.id = i.agent_id) a) as agent
        from (select i.*, i.channel_kind as "channelKind" from interaction i where i.customer_id = c.id order by i.started_at desc, i.id desc limit 10) i) n) as interactions
    from (select * from customer where archived_at is null and (sort_name, id) > ($1, $2) order by sort_name, id limit 50) c
  ) page`;

export const nestedRead: Scenario = {
  name: 'S1',
  title: 'nested read: 50 customers, each with its agent and 10 newest interactions',
  promise: 0.9,
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
  async turns({ owner, tenants: [tenant] }) {
    const { rows } = await owner.query<{ sort_name: string; id: string }>(
      `select sort_name, id from (select *, row_number() over (order by sort_name, id) as n, count(*) over () as all from customer where tenant_id = $1) c
       where n % ((c.all - 50) / $2) = 0 limit $2`, [tenant.id, PAGES]);
    return rows.map(({ sort_name, id }) => ({
      tenant, variables: { after: Buffer.from(JSON.stringify(['NAME_ASC', sort_name, id])).toString('base64url') },
    }));
  },
  byHand({ after }, { read }) {
    const [, name, id] = JSON.parse(Buffer.from(String(after), 'base64url').toString()) as string[];
    return read({ name: 'customers', text: customers, values: [name, id] });
  },
};
