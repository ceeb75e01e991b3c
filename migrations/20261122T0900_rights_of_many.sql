-- Rights of many at once: whoever is connected is judged again every few seconds, a good part of a node's connections
-- in one statement. `api_key_rights` is left for nodes of the version before.

-- What may these users do, each in their session, if both are alive? `place`: of the user in the lists, from 1.
create function rights_of_users(tenants uuid[], people uuid[], sessions uuid[], at timestamptz)
returns table (place bigint, teams uuid[], roles jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.place,
    array(select m.team_id from team_membership m where m.tenant_id = u.tenant_id and m.user_id = u.id),
    coalesce((
      select jsonb_agg(jsonb_build_object('builtIn', r.built_in, 'permissions', r.permissions, 'reach', r.reach, 'hiddenFields', r.hidden_fields))
      from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      where g.tenant_id = u.tenant_id and g.user_id = u.id), '[]')
  from unnest(tenants, people, sessions) with ordinality as w (tenant, person, session, place)
  join session s on s.tenant_id = w.tenant and s.id = w.session and s.user_id = w.person and s.ended_at is null and s.expires_at > at
  join "user" u on u.tenant_id = s.tenant_id and u.id = s.user_id and u.status = 'ACTIVE'
$$;

-- What may the holders of these API keys do? Only of those that serve.
create function rights_of_api_keys(secret_hashes text[], at timestamptz)
returns table (hash text, tenant uuid, id uuid, permissions text[], hidden_fields text[], expires_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.hash, k.tenant_id, k.id, k.permissions, k.hidden_fields, k.expires_at, k.last_used_at from api_key k
  where k.hash = any(secret_hashes) and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
$$;

revoke execute on function rights_of_users(uuid[], uuid[], uuid[], timestamptz), rights_of_api_keys(text[], timestamptz) from public;
grant execute on function rights_of_users(uuid[], uuid[], uuid[], timestamptz), rights_of_api_keys(text[], timestamptz) to rapport_app;
