-- Fills one organisation, which exists with its administrator: 50 agents in 4 teams, who sign in with the administrator's
-- password, customers with what belongs to them, and interactions over two years, one in ten of them in a conversation.
-- Run by the superuser with triggers off (links are right by construction). `app.tenant` says whose, `bench.number` the
-- number in the addresses, `bench.customers` and `bench.interactions` how many.

create temp table agent as
  select n, uuidv7() as id, 'agent' || n || '.' || current_setting('bench.number') || '@example.com' as email from generate_series(0, 49) n;
insert into "user" (id, created_at, updated_at, version, name, email, email_key, password_hash, status, locale)
  select a.id, now(), now(), 1, 'Agent ' || n || ' Nováková', a.email, a.email, first.password_hash, 'ACTIVE', 'cs'
  from agent a, (select password_hash from "user" where tenant_id = current_setting('app.tenant')::uuid limit 1) first;

create temp table crew as
  select n, uuidv7() as id from generate_series(0, 3) n;
insert into team (id, created_at, updated_at, version, name)
  select id, now(), now(), 1, 'Team ' || n from crew;
insert into team_membership (id, created_at, updated_at, version, user_id, team_id)
  select uuidv7(), now(), now(), 1, agent.id, crew.id from agent join crew on crew.n = agent.n % 4;

-- Agent 0 reaches their own customers, agent 1 those of their team too, everybody else all.
insert into role (id, created_at, updated_at, version, name, permissions, reach, hidden_fields)
  values (uuidv7(), now(), now(), 1, 'Of a team', '{customer:read,interaction:read}', 'TEAM', '{}');
insert into role_grant (id, created_at, updated_at, version, user_id, role_id)
  select uuidv7(), now(), now(), 1, agent.id, role.id
  from agent join role on role.tenant_id = current_setting('app.tenant')::uuid
    and coalesce(role.built_in, role.name) = case n when 0 then 'SELLER' when 1 then 'Of a team' else 'AGENT' end;

-- A fifth of the customers are agent 0's. Numbers below are divided before they are counted off where they would otherwise
-- go hand in hand with the customer's.
create temp table person as
  select n, uuidv7(t - now()) as id, t as at, md5(n::text) as noise,
    (select id from agent where agent.n = case when person.n % 5 = 0 then 0 else person.n % 50 end) as owner,
    (select id from crew where crew.n = person.n / 3 % 4) as team
  from (select n, now() - interval '2 years' + n * interval '1 second' as t from generate_series(0, current_setting('bench.customers')::int - 1) n) person;
create unique index on person (n);
analyze person;

insert into customer (id, created_at, updated_at, version, kind, name, sort_name, name_key, given_name, family_name, name_order, stage, language, time_zone, owner_id, team_id)
  select id, at, at, 1, 'PERSON', 'Anna ' || noise, noise || ', Anna', 'anna ' || noise, 'Anna', noise, 'GIVEN_FIRST',
    (array['CONTACT', 'PROSPECT', 'CLIENT', 'FORMER'])[1 + n % 4], case when n % 3 > 0 then 'cs' end, 'Europe/Prague',
    case when n % 11 > 0 then owner end, case when n % 7 > 0 then team end
  from person;

insert into contact_point (id, created_at, updated_at, version, customer_id, kind, value, raw, key, label, "primary")
  select uuidv7(), at, at, 1, id, k.kind, k.value, k.value, k.value, 'work', true
  from person, lateral (values ('EMAIL', 'anna.' || n || '@example.com'), ('PHONE', '+420' || 600000000 + n)) k(kind, value);

insert into customer_tag (id, created_at, updated_at, version, customer_id, name, key)
  select uuidv7(), at, at, 1, id, tag, tag from person, unnest(array['vip', 'tag ' || n % 20]) tag;

insert into external_id (id, created_at, updated_at, version, customer_id, system, value)
  select uuidv7(), at, at, 1, id, 'erp', n::text from person;

-- Each customer refers the next.
insert into relationship (id, created_at, updated_at, version, from_id, type, to_id, pair)
  select uuidv7(), now(), now(), 1, side.from_id, side.type, side.to_id, pair.id
  from (select a.id as one, b.id as other, uuidv7() as id from person a join person b on b.n = a.n + 1) pair,
    lateral (values (one, 'REFERRER_OF', other), (other, 'REFERRED_BY', one)) side(from_id, type, to_id);

create temp table contact as
  select g, at, uuidv7(at - now()) as id, (g::bigint * 7919 % current_setting('bench.customers')::int)::int as customer,
    case when (g + g / 7) % 10 = 0 then uuidv7(at - now()) end as conversation
  from (select g, now() - interval '2 years' + g * (interval '729 days' / current_setting('bench.interactions')::int) as at
    from generate_series(1, current_setting('bench.interactions')::int) g) g;

with channel as (
  insert into channel (id, created_at, updated_at, version, kind, name, address, active)
    values (uuidv7(), now(), now(), 1, 'EMAIL', 'Support', 'support@example.com', true) returning id
)
insert into conversation (id, created_at, updated_at, version, channel_id, subject, customer_id, status, started_at, last_at, closed_at, subject_key, correspondents)
  select c.conversation, c.at, c.at, 1, channel.id, 'About order ' || g, p.id, case when g / 3 % 4 = 0 then 'OPEN' else 'CLOSED' end, c.at, c.at,
    case when g / 3 % 4 > 0 then c.at end, 'about order ' || g, array['anna.' || p.n || '@example.com']
  from channel, contact c join person p on p.n = c.customer where c.conversation is not null;

insert into interaction (id, created_at, updated_at, version, kind, channel_kind, direction, customer_id, conversation_id, agent_id, subject, preview, disposition, started_at, ended_at, automatic)
  select c.id, c.at, c.at, 1, case when g % 3 = 0 then 'CALL' else 'MESSAGE' end, case when g % 3 = 0 then 'PHONE' else 'EMAIL' end,
    case when g / 3 % 2 = 0 then 'INBOUND' else 'OUTBOUND' end, p.id, c.conversation, case when g % 13 > 0 then a.id end, 'About order ' || g,
    'Good morning, I am writing about order ' || g || ', which has not come yet.', case when g % 3 = 0 then 'solved' end, c.at,
    case when g % 3 = 0 then c.at + interval '4 minutes' end, false
  from contact c join person p on p.n = c.customer join agent a on a.n = g / 11 % 50;

insert into timeline_entry (id, created_at, updated_at, version, customer_id, at, type, subject_id)
  select uuidv7(c.at - now()), c.at, c.at, 1, p.id, c.at, 'Interaction', c.id from contact c join person p on p.n = c.customer;

-- One customer in four has a ticket, three of ten of these are open, and each has its first answer and a resolution to come.
create temp table matter as
  select p.n / 4 as n, uuidv7(p.at - now()) as id, p.at, p.id as customer, a.id as agent, c.id as crew, p.n / 4 % 10 < 3 as open,
    date_trunc('second', now()) + p.n * interval '1 minute' as due
  from person p join agent a on a.n = p.n / 4 % 50 left join crew c on c.n = p.n / 4 % 5 where p.n % 4 = 0;
insert into ticket (id, created_at, updated_at, version, number, subject, kind, priority, status, customer_id, assignee_id, team_id, asked_at, first_replied_at, reopenings,
    closed_at, service_level_criteria, due_at, due_order)
  select id, at, at, 1, 1001 + n, 'About order ' || n, (array['QUESTION', 'INCIDENT', 'REQUEST', 'COMPLAINT'])[1 + n % 4], (array['LOW', 'NORMAL', 'HIGH', 'URGENT'])[1 + n / 3 % 4],
    case when open then 'OPEN' else 'CLOSED' end, customer, agent, crew, at, at, 0, case when not open then at end, '{}', case when open then due end,
    case when open then due else '9999-12-31T23:59:59.999Z' end
  from matter;
update ticket_counter set last = (select max(number) from ticket where tenant_id = current_setting('app.tenant')::uuid)
  where tenant_id = current_setting('app.tenant')::uuid;
insert into clock (id, created_at, updated_at, version, metric, subject_type, subject_id, target, started_at, due_at, state, met_at, next_at)
  select uuidv7(m.at - now()), m.at, m.at, 1, k.metric, 'Ticket', m.id, k.target, m.at, k.due, k.state, case when k.state = 'MET' then m.at end, null
  from matter m, lateral (values ('FIRST_RESPONSE', 'PT4H', m.at + interval '4 hours', 'MET'),
    ('RESOLUTION', 'PT40H', case when m.open then m.due else m.at + interval '40 hours' end, case when m.open then 'RUNNING' else 'MET' end)) k(metric, target, due, state);
insert into timeline_entry (id, created_at, updated_at, version, customer_id, at, type, subject_id)
  select uuidv7(at - now()), at, at, 1, customer, at, 'Ticket', id from matter;

drop table agent, crew, person, contact, matter;
