-- What is to be done: by whom, until when, about what.

create table task (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  title text not null check (title <> ''),
  note text,
  status text not null check (status in ('OPEN', 'DONE', 'CANCELLED')),
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  assignee_id uuid,
  team_id uuid,
  created_by_id uuid,
  customer_id uuid,
  subject_type text,
  subject_id uuid,
  clock_id uuid,
  due_at timestamptz(3),
  due_order timestamptz(3) not null,
  overdue_at timestamptz(3),
  remind_at timestamptz(3),
  reminded_at timestamptz(3),
  completed_at timestamptz(3),
  completed_by_id uuid,
  foreign key (tenant_id, assignee_id) references "user" (tenant_id, id) on delete set null (assignee_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id),
  foreign key (tenant_id, created_by_id) references "user" (tenant_id, id) on delete set null (created_by_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete set null (customer_id),
  foreign key (tenant_id, clock_id) references clock (tenant_id, id) on delete set null (clock_id),
  foreign key (tenant_id, completed_by_id) references "user" (tenant_id, id) on delete set null (completed_by_id)
) with (fillfactor = 85);
select make_tenant_table('task');
create index on task (tenant_id, due_order, id);
create index on task (tenant_id, created_at, id);
-- What is open, due soonest first: of all, of one person, of a team, of a customer.
create index on task (tenant_id, status, due_order, id);
create index on task (tenant_id, assignee_id, status, due_order, id);
create index on task (tenant_id, team_id, status, due_order, id);
create index on task (tenant_id, priority, due_order, id);
create index on task (tenant_id, due_at);
create index on task (tenant_id, overdue_at) where overdue_at is not null;
create index on task (tenant_id, created_by_id, due_order, id);
create index on task (tenant_id, assignee_id, due_order, id);
create index on task (tenant_id, assignee_id, created_at, id);
create index on task (tenant_id, customer_id, due_order, id);
create index on task (tenant_id, customer_id, created_at, id);
create index on task (tenant_id, clock_id);
create index on task (tenant_id, completed_by_id);
-- What is about a record?
create index on task (tenant_id, subject_id, id) where subject_id is not null;
alter table task add primary key (tenant_id, id);
