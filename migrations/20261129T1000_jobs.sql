-- Background work: how far each organisation's log was handed on, jobs that people see, and what the role that hands
-- on and works may do. The queue itself is graphile-worker's, in a schema of its own, made before these steps.

create table reaction_cursor (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  seq bigint not null,
  primary key (tenant_id)
) with (fillfactor = 20, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0);
select make_tenant_table('reaction_cursor');
-- What happened before there were reactions stays as it was.
insert into reaction_cursor (tenant_id, seq) select tenant_id, seq from event_counter;

grant usage on schema public to rapport_jobs;
grant select, insert, update on reaction_cursor to rapport_jobs;
grant select on event, event_counter to rapport_jobs;

-- Organisations whose log goes on after their cursor. Ids only.
create function reaction_backlog() returns table (tenant_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.tenant_id from event_counter c left join reaction_cursor r on r.tenant_id = c.tenant_id
  where c.seq > coalesce(r.seq, 0) limit 1000
$$;
revoke execute on function reaction_backlog() from public;
grant execute on function reaction_backlog() to rapport_app, rapport_jobs;

-- graphile-worker shuts its tables to everybody but their owner; the role of the jobs is let in.
grant usage on schema graphile_worker to rapport_jobs;
grant select, insert, update, delete on all tables in schema graphile_worker to rapport_jobs;
grant usage, select on all sequences in schema graphile_worker to rapport_jobs;
do $$
declare
  fenced text;
begin
  foreach fenced in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] loop
    execute format('create policy jobs on graphile_worker.%I to rapport_jobs using (true) with check (true)', fenced);
  end loop;
end $$;

create table job (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  kind text not null,
  status text not null check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  subject_type text,
  subject_id uuid,
  done integer not null check (done >= 0),
  total integer check (total >= 0),
  attempts integer not null check (attempts >= 0),
  failure text,
  due_at timestamptz(3),
  started_at timestamptz(3),
  ended_at timestamptz(3) check ((ended_at is null) = (status in ('WAITING', 'RUNNING'))),
  started_by_id uuid,
  happening text,
  foreign key (tenant_id, started_by_id) references "user" (tenant_id, id) on delete set null (started_by_id)
) with (fillfactor = 85); -- each step updates its job
select make_tenant_table('job');
create index on job (tenant_id, created_at, id);
create index on job (tenant_id, status, created_at, id);
create index on job (tenant_id, kind collate "C", created_at, id);
create index on job (tenant_id, started_by_id, created_at, id);
alter table job add primary key (tenant_id, id);
