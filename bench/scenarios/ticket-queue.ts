/** S1, of a module that came later: 50 open tickets, what is due first before all, each with its customer, who sees to it and its clocks. */
import { moment, publicId } from './sql.ts';
import type { Scenario } from '../scenario.ts';

const PAGES = 20;

const tickets = `
  select json_build_object('tickets', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'id', ${publicId('tic', 't.id')}, 'number', t.number, 'subject', t.subject, 'kind', t.kind, 'priority', t.priority, 'status', t.status,
    'dueAt', ${moment('t.due_at')}, 'askedAt', ${moment('t.asked_at')},
    'customer', case when c.id is not null then json_build_object('id', ${publicId('cus', 'c.id')}, 'name', c.name) end,
    'assignee', case when a.id is not null then json_build_object('id', ${publicId('usr', 'a.id')}, 'name', a.name) end,
    'team', case when m.id is not null then json_build_object('id', ${publicId('tea', 'm.id')}, 'name', m.name) end,
    'clocks', clocks.all
  ) order by t.due_order, t.id), '[]')))::text
  from (select * from ticket where status = 'OPEN' and (due_order, id) > ($1, $2) order by due_order, id limit 50) t
  left join customer c on c.id = t.customer_id
  left join "user" a on a.id = t.assignee_id
  left join team m on m.id = t.team_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('metric', k.metric, 'state', k.state, 'startedAt', ${moment('k.started_at')}, 'dueAt', ${moment('k.due_at')})
      order by k.id), '[]') as all
    from (select * from clock k where k.subject_id = t.id and k.subject_type = 'Ticket' order by k.id limit 100) k
  ) clocks`;

export const ticketQueue: Scenario = {
  title: '50 open tickets, customer, agent, team, clocks',
  operationName: 'TicketQueue',
  document: `query TicketQueue($after: String!) {
    tickets(first: 50, after: $after, filter: { status: { eq: OPEN } }) {
      nodes {
        id number subject kind priority status dueAt askedAt
        customer { id name }
        assignee { id name }
        team { id name }
        clocks { metric state startedAt dueAt }
      }
    }
  }`,
  references: [{ promise: 'S1', rival: 'by hand', description: 'one statement by hand', least: 0.9 }],
  async turns({ owner, tenants: [tenant] }) {
    const { rows } = await owner.query<{ due: number; id: string }>(
      `select (extract(epoch from due_order) * 1000)::float8 as due, id
       from (select *, row_number() over (order by due_order, id) as n from ticket where tenant_id = $1 and status = 'OPEN') t
       where n % 50 = 0 order by n limit $2`, [tenant.id, PAGES]);
    return rows.map(({ due, id }) => ({ tenant, variables: { after: Buffer.from(JSON.stringify(['DUE_ASC', due, id])).toString('base64url') } }));
  },
  byHand({ after }, { read }) {
    const [, due, id] = JSON.parse(Buffer.from(String(after), 'base64url').toString()) as [string, number, string];
    return read({ name: 'tickets', text: tickets, values: [new Date(due), id] });
  },
};
