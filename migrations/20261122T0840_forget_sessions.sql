-- Sessions that are over are kept for a while and then forgotten, as idempotency keys are.

create index session_over on session (least(ended_at, expires_at));

-- Forgets sessions that were over before this moment, of all tenants; answers how many.
create function forget_sessions(before timestamptz) returns table (forgotten bigint)
language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from session where least(ended_at, expires_at) < before returning 1) select count(*) from gone
$$;

revoke execute on function forget_sessions(timestamptz) from public;
grant execute on function forget_sessions(timestamptz) to rapport_app;
