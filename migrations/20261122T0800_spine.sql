-- The event spine and what every tenant table shares.

-- Makes a table a tenant's: rows are fenced by forced row-level security, whoever queries. The policy
-- reads the tenant once per statement (a scalar sub-select), not once per row, and an unset tenant raises.
create function make_tenant_table(name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (tenant_id = (select current_setting(''app.tenant'')::uuid))
       with check (tenant_id = (select current_setting(''app.tenant'')::uuid))', name);
  execute format('grant select, insert, update, delete on %s to rapport_app', name);
end $$;
revoke execute on function make_tenant_table(regclass) from public;

-- One row per tenant. The transaction that numbers events holds it until its commit, so numbers are
-- given in commit order and without gaps. Low fillfactor: the row is updated in place all day.
create table event_counter (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  epoch integer not null default 1,
  seq bigint not null,
  primary key (tenant_id)
) with (fillfactor = 20, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0);
select make_tenant_table('event_counter');

-- Append-only for the application. Ids and names of fields only, never a personal value.
create table event (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  seq bigint not null,
  at timestamptz(3) not null,
  type text not null,
  model text not null,
  subject uuid not null,
  about uuid[] not null,
  changed text[] not null,
  actor_kind text not null check (actor_kind in ('USER', 'API_KEY', 'SYSTEM')),
  actor_id uuid not null,
  request_id text not null,
  owners_before uuid[],
  teams_before uuid[],
  owners_after uuid[],
  teams_after uuid[],
  primary key (tenant_id, seq)
);
select make_tenant_table('event');
revoke update, delete on event from rapport_app;
create index event_subject on event (tenant_id, subject, seq);

-- What a keyed mutation answered: ids and plain outcomes, kept for 72 hours.
create table idempotency (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  principal text not null,
  key text not null,
  digest text not null,
  outcome jsonb not null,
  epoch integer,
  seq bigint,
  created_at timestamptz(3) not null,
  constraint idempotency_pkey primary key (tenant_id, principal, key)
);
select make_tenant_table('idempotency');
create index idempotency_created on idempotency (created_at);

-- Places of several tenants' streams at once, for the node that serves them. Numbers only.
create function stream_heads(tenants uuid[]) returns table (tenant_id uuid, epoch integer, seq bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.tenant_id, c.epoch, c.seq from event_counter c where c.tenant_id = any(tenants)
$$;

-- Forgets idempotency keys whose time is over, of all tenants; answers how many.
create function forget_idempotency(before timestamptz) returns table (forgotten bigint)
language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from idempotency where created_at < before returning 1) select count(*) from gone
$$;

revoke execute on function stream_heads(uuid[]), forget_idempotency(timestamptz) from public;
grant execute on function stream_heads(uuid[]), forget_idempotency(timestamptz) to rapport_app;
