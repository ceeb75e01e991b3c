-- Tickets, what is promised of them, and what is written to customers again and again.

create table ticket_settings (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  close_after_days integer check (close_after_days between 1 and 365),
  reopen_within_days integer not null check (reopen_within_days between 0 and 3650)
);
select make_tenant_table('ticket_settings');
alter table ticket_settings add primary key (tenant_id, id);

create table ticket_counter (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  last integer not null
) with (fillfactor = 20, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0);
select make_tenant_table('ticket_counter');
alter table ticket_counter add primary key (tenant_id, id);

create table ticket_category (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text not null check (name <> ''),
  parent_id uuid,
  active boolean not null,
  parent_key text not null,
  constraint ticket_category_name unique (tenant_id, parent_key, name)
);
select make_tenant_table('ticket_category');
create index on ticket_category (tenant_id, name, id);
create index on ticket_category (tenant_id, parent_id);
alter table ticket_category add primary key (tenant_id, id);
alter table ticket_category add foreign key (tenant_id, parent_id) references ticket_category (tenant_id, id) on delete set null (parent_id);

create table service_level (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text not null check (name <> ''),
  position integer not null check (position >= 0),
  active boolean not null,
  calendar_id uuid not null,
  warn_share integer check (warn_share between 1 and 99),
  kinds text[] not null check (kinds <@ array['QUESTION', 'INCIDENT', 'REQUEST', 'COMPLAINT']),
  priorities text[] not null check (priorities <@ array['LOW', 'NORMAL', 'HIGH', 'URGENT']),
  category_id uuid,
  team_id uuid,
  customer_tag text,
  customer_stage text check (customer_stage in ('CONTACT', 'PROSPECT', 'CLIENT', 'FORMER')),
  constraint service_level_name unique (tenant_id, name),
  foreign key (tenant_id, calendar_id) references calendar (tenant_id, id),
  foreign key (tenant_id, category_id) references ticket_category (tenant_id, id) on delete set null (category_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id)
);
select make_tenant_table('service_level');
create index on service_level (tenant_id, position, id);
create index on service_level (tenant_id, calendar_id);
create index on service_level (tenant_id, category_id);
create index on service_level (tenant_id, team_id);
alter table service_level add primary key (tenant_id, id);

create table service_level_target (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  service_level_id uuid not null,
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  metric text not null check (metric in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION')),
  within text not null,
  constraint service_level_target_once unique (tenant_id, service_level_id, priority, metric),
  foreign key (tenant_id, service_level_id) references service_level (tenant_id, id) on delete cascade
);
select make_tenant_table('service_level_target');
create index on service_level_target (tenant_id, service_level_id, id);
alter table service_level_target add primary key (tenant_id, id);

create table saved_reply (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text not null check (name <> ''),
  active boolean not null,
  constraint saved_reply_name unique (tenant_id, name)
);
select make_tenant_table('saved_reply');
create index on saved_reply (tenant_id, name, id);
alter table saved_reply add primary key (tenant_id, id);

create table saved_reply_text (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  saved_reply_id uuid not null,
  language text not null,
  text text not null check (text <> ''),
  constraint saved_reply_language unique (tenant_id, saved_reply_id, language),
  foreign key (tenant_id, saved_reply_id) references saved_reply (tenant_id, id) on delete cascade
);
select make_tenant_table('saved_reply_text');
create index on saved_reply_text (tenant_id, saved_reply_id, id);
alter table saved_reply_text add primary key (tenant_id, id);

create table ticket (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  number integer not null,
  subject text not null check (subject <> ''),
  description text,
  kind text not null check (kind in ('QUESTION', 'INCIDENT', 'REQUEST', 'COMPLAINT')),
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  status text not null check (status in ('OPEN', 'WAITING', 'ON_HOLD', 'RESOLVED', 'CLOSED')),
  category_id uuid,
  customer_id uuid,
  conversation_id uuid,
  assignee_id uuid,
  team_id uuid,
  opened_by_id uuid,
  asked_at timestamptz(3) not null,
  unanswered_at timestamptz(3),
  first_replied_at timestamptz(3),
  last_replied_at timestamptz(3),
  heard_at timestamptz(3),
  hold_reason text,
  resumes_at timestamptz(3),
  resolution text,
  resolved_at timestamptz(3),
  resolved_by_id uuid,
  closes_at timestamptz(3),
  closed_at timestamptz(3),
  reopenings integer not null check (reopenings >= 0),
  merged_into_id uuid,
  service_level_id uuid,
  service_level_criteria text[] not null check (service_level_criteria <@ array['KIND', 'PRIORITY', 'CATEGORY', 'TEAM', 'CUSTOMER_TAG', 'CUSTOMER_STAGE']),
  due_at timestamptz(3),
  due_order timestamptz(3) not null,
  overdue_at timestamptz(3),
  check ((status = 'ON_HOLD') = (resumes_at is not null)),
  check ((status = 'CLOSED') = (closed_at is not null)),
  check (merged_into_id is null or status = 'CLOSED'),
  check (merged_into_id <> id),
  constraint ticket_number unique (tenant_id, number),
  foreign key (tenant_id, category_id) references ticket_category (tenant_id, id) on delete set null (category_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete set null (customer_id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete set null (conversation_id),
  foreign key (tenant_id, assignee_id) references "user" (tenant_id, id) on delete set null (assignee_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id),
  foreign key (tenant_id, opened_by_id) references "user" (tenant_id, id) on delete set null (opened_by_id),
  foreign key (tenant_id, resolved_by_id) references "user" (tenant_id, id) on delete set null (resolved_by_id),
  foreign key (tenant_id, service_level_id) references service_level (tenant_id, id) on delete set null (service_level_id)
) with (fillfactor = 85);
select make_tenant_table('ticket');
create index on ticket (tenant_id, due_order, id);
create index on ticket (tenant_id, created_at, id);
-- In both orders: of a customer, of who sees to them, of a team, and of all by where they stand.
create index on ticket (tenant_id, customer_id, due_order, id);
create index on ticket (tenant_id, customer_id, created_at, id);
create index on ticket (tenant_id, assignee_id, due_order, id);
create index on ticket (tenant_id, assignee_id, created_at, id);
create index on ticket (tenant_id, team_id, due_order, id);
create index on ticket (tenant_id, team_id, created_at, id);
create index on ticket (tenant_id, status, due_order, id);
create index on ticket (tenant_id, kind, due_order, id);
create index on ticket (tenant_id, priority, due_order, id);
create index on ticket (tenant_id, category_id, due_order, id);
create index on ticket (tenant_id, service_level_id, due_order, id);
create index on ticket (tenant_id, conversation_id, id);
create unique index ticket_of_conversation on ticket (tenant_id, conversation_id) where status <> 'CLOSED';
create index on ticket (tenant_id, merged_into_id, id);
create index on ticket (tenant_id, opened_by_id);
create index on ticket (tenant_id, resolved_by_id);
create index on ticket (tenant_id, due_at);
create index on ticket (tenant_id, overdue_at) where overdue_at is not null;
alter table ticket add primary key (tenant_id, id);
alter table ticket add foreign key (tenant_id, merged_into_id) references ticket (tenant_id, id) on delete set null (merged_into_id);

-- Which tickets go on in a conversation, whoever reaches them: one about it, and those that one about it was merged into.
create function tickets_going_on(conversation uuid) returns table (id uuid, number integer) language sql stable as $$
  select t.id, t.number from ticket t where t.conversation_id = conversation and t.status <> 'CLOSED'
  union select o.id, o.number from ticket t join ticket o on o.id = t.merged_into_id where t.conversation_id = conversation and o.status <> 'CLOSED'
$$;

-- Which of these records are conversations that a ticket is about. Whoever dispatches reads that much of tickets, and no more.
create function conversations_of_tickets(about uuid[]) returns setof uuid language sql stable as $$
  select distinct t.conversation_id from ticket t where t.conversation_id = any(about)
$$;
grant select (tenant_id, conversation_id) on ticket to rapport_jobs;

-- What the conditions of service levels look at in a customer, whoever reaches them: what is promised does not hang on who asks.
create function service_level_facts(customer uuid) returns table (stage text, tags text[]) language sql stable as $$
  select c.stage, array(select t.key from customer_tag t where t.customer_id = c.id) from customer c where c.id = $1
$$;

create table ticket_follower (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  ticket_id uuid not null,
  user_id uuid not null,
  constraint ticket_follower_once unique (tenant_id, ticket_id, user_id),
  foreign key (tenant_id, ticket_id) references ticket (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references "user" (tenant_id, id)
);
select make_tenant_table('ticket_follower');
create index on ticket_follower (tenant_id, ticket_id, id);
create index on ticket_follower (tenant_id, user_id);
alter table ticket_follower add primary key (tenant_id, id);

create table ticket_note (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  ticket_id uuid not null,
  interaction_id uuid not null,
  foreign key (tenant_id, ticket_id) references ticket (tenant_id, id) on delete cascade,
  foreign key (tenant_id, interaction_id) references interaction (tenant_id, id)
);
select make_tenant_table('ticket_note');
create index on ticket_note (tenant_id, ticket_id, created_at, id);
create index on ticket_note (tenant_id, interaction_id);
alter table ticket_note add primary key (tenant_id, id);

create table ticket_link (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  from_id uuid not null,
  type text not null check (type in ('RELATED', 'DUPLICATE_OF', 'DUPLICATED_BY', 'PARENT_OF', 'CHILD_OF', 'FOLLOW_UP_OF', 'FOLLOWED_UP_BY')),
  to_id uuid not null,
  pair uuid not null,
  check (from_id <> to_id),
  constraint ticket_link_once unique (tenant_id, from_id, type, to_id),
  foreign key (tenant_id, from_id) references ticket (tenant_id, id) on delete cascade,
  foreign key (tenant_id, to_id) references ticket (tenant_id, id)
);
select make_tenant_table('ticket_link');
create index on ticket_link (tenant_id, from_id, id);
create index on ticket_link (tenant_id, to_id);
create index on ticket_link (tenant_id, pair);
alter table ticket_link add primary key (tenant_id, id);

-- Which promises of tickets began in a period?
create index on clock (tenant_id, started_at) where subject_type = 'Ticket';
-- The primary key stays the newest index of its table, see `table-sql.ts`.
alter table clock drop constraint clock_pkey cascade;
alter table clock add primary key (tenant_id, id);
alter table clock_term add foreign key (tenant_id, clock_id) references clock (tenant_id, id) on delete cascade;
alter table clock_pause add foreign key (tenant_id, clock_id) references clock (tenant_id, id) on delete cascade;
alter table task add foreign key (tenant_id, clock_id) references clock (tenant_id, id) on delete set null (clock_id);

-- Colleagues are named in notes.
alter table participant drop constraint participant_role_check;
alter table participant add constraint participant_role_check check (role in ('FROM', 'TO', 'CC', 'BCC', 'REPLY_TO', 'ATTENDEE', 'MENTIONED'));

-- Organisations that are here already go about their tickets as new ones do at first; the ids are made as
-- `TicketSettings.idIn` makes them.
insert into ticket_settings (tenant_id, id, created_at, updated_at, version, close_after_days, reopen_within_days)
select tenant_id, overlay(tenant_id::text placing '81' from 15)::uuid, now(), now(), 1, 5, 14 from organization;
insert into ticket_counter (tenant_id, id, created_at, updated_at, version, last)
select tenant_id, overlay(tenant_id::text placing '82' from 15)::uuid, now(), now(), 1, 1000 from organization;
