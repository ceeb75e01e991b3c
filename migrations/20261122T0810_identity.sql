-- Who uses Rapport, and the few questions that are asked before it is known for whom.

-- A business that uses Rapport: the tenant that everything else belongs to.
create table organization (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text not null,
  base_currency text not null,
  time_zone text not null,
  country text not null,
  locales text[] not null,
  mail_domains text[] not null,
  check (id = tenant_id)
);
select make_tenant_table('organization');
alter table organization add primary key (tenant_id, id);

-- People who share work and reach.
create table team (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text collate "und-x-icu" not null,
  constraint team_name unique (tenant_id, name)
);
select make_tenant_table('team');
create index on team (tenant_id, name, id);
alter table team add primary key (tenant_id, id);

-- A person who works in the organisation. An agent is a user who handles work.
create table "user" (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text collate "und-x-icu" not null,
  email text not null,
  email_key text not null,
  password_hash text not null,
  status text not null check (status in ('ACTIVE', 'DEACTIVATED')),
  locale text,
  time_zone text,
  constraint user_email unique (tenant_id, email_key)
);
select make_tenant_table('"user"');
create index on "user" (tenant_id, name, id);
create index on "user" (tenant_id, created_at, id);
create index on "user" (tenant_id, status);
alter table "user" add primary key (tenant_id, id);

-- That a user is in a team.
create table team_membership (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  user_id uuid not null,
  team_id uuid not null,
  constraint team_membership_once unique (tenant_id, user_id, team_id),
  foreign key (tenant_id, user_id) references "user" (tenant_id, id) on delete cascade,
  foreign key (tenant_id, team_id) references team (tenant_id, id)
);
select make_tenant_table('team_membership');
create index on team_membership (tenant_id, team_id);
alter table team_membership add primary key (tenant_id, id);

-- What those who hold it may do, reach and see. Roles are data of the organisation; several add up.
create table role (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text collate "und-x-icu" not null,
  description text,
  built_in text check (built_in in ('ADMINISTRATOR', 'SUPERVISOR', 'AGENT', 'SELLER', 'MARKETER', 'READ_ONLY')),
  permissions text[] not null,
  reach text not null check (reach in ('OWN', 'TEAM', 'ALL')),
  hidden_fields text[] not null,
  constraint role_name unique (tenant_id, name)
);
select make_tenant_table('role');
create index on role (tenant_id, name, id);
alter table role add primary key (tenant_id, id);

-- That a user holds a role.
create table role_grant (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  user_id uuid not null,
  role_id uuid not null,
  constraint role_grant_once unique (tenant_id, user_id, role_id),
  foreign key (tenant_id, user_id) references "user" (tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_id) references role (tenant_id, id)
);
select make_tenant_table('role_grant');
create index on role_grant (tenant_id, role_id);
alter table role_grant add primary key (tenant_id, id);

-- A sign-in on one device, until it is ended or its time is over.
create table session (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  user_id uuid not null,
  device text,
  family_hash text not null,
  token_hashes text[] not null,
  replaced_hashes text[] not null,
  renewed_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  foreign key (tenant_id, user_id) references "user" (tenant_id, id)
);
select make_tenant_table('session');
create index on session (tenant_id, created_at, id);
create index on session (tenant_id, user_id);
alter table session add primary key (tenant_id, id);

-- A credential of a partner system.
create table api_key (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text not null,
  prefix text not null,
  hash text not null,
  permissions text[] not null,
  hidden_fields text[] not null,
  created_by_id uuid not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  foreign key (tenant_id, created_by_id) references "user" (tenant_id, id)
);
select make_tenant_table('api_key');
create index on api_key (tenant_id, created_at, id);
create index on api_key (tenant_id, created_by_id);
alter table api_key add primary key (tenant_id, id);

-- Keys that sign access tokens, one for each period of time; private halves are sealed with the
-- installation's secret. They belong to no tenant.
create table signing_key (
  period integer primary key,
  kid text not null unique,
  sealed text not null,
  public jsonb not null,
  retires_at timestamptz(3) not null
);
grant select, insert, delete on signing_key to rapport_app;

-- The functions below look across tenants, so theirs are the only indexes that do not begin with one.
create index user_sign_in on "user" (email_key);
create index session_family on session (family_hash);
create index api_key_hash on api_key (hash);

-- In which organisations does somebody sign in with this address?
create function sign_in_accounts(address text)
returns table (tenant uuid, organization text, person uuid, password_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.tenant_id, o.name, u.id, u.password_hash
  from "user" u join organization o on o.tenant_id = u.tenant_id
  where u.email_key = address and u.status = 'ACTIVE' order by o.name, u.tenant_id limit 20
$$;

-- Whose refresh token is this?
create function session_of_family(family text)
returns table (tenant uuid, person uuid, session uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.tenant_id, s.user_id, s.id from session s where s.family_hash = family
$$;

-- What may this user do in this session, if both are alive? Null session: one that is only being made.
create function user_rights(of_tenant uuid, person uuid, in_session uuid, at timestamptz)
returns table (teams uuid[], roles jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    array(select m.team_id from team_membership m where m.tenant_id = u.tenant_id and m.user_id = u.id),
    coalesce((
      select jsonb_agg(jsonb_build_object('builtIn', r.built_in, 'permissions', r.permissions, 'reach', r.reach, 'hiddenFields', r.hidden_fields))
      from role_grant g join role r on r.tenant_id = g.tenant_id and r.id = g.role_id
      where g.tenant_id = u.tenant_id and g.user_id = u.id), '[]')
  from "user" u
  where u.tenant_id = of_tenant and u.id = person and u.status = 'ACTIVE' and (in_session is null or exists (
    select 1 from session s
    where s.tenant_id = u.tenant_id and s.id = in_session and s.user_id = u.id and s.ended_at is null and s.expires_at > at))
$$;

-- What may the holder of this API key do, if it serves?
create function api_key_rights(secret_hash text, at timestamptz)
returns table (tenant uuid, id uuid, permissions text[], hidden_fields text[], expires_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.tenant_id, k.id, k.permissions, k.hidden_fields, k.expires_at, k.last_used_at from api_key k
  where k.hash = secret_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
$$;

-- Notes that an API key was used, at most once a minute.
create function note_api_key_use(of_tenant uuid, key uuid, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update api_key set last_used_at = at
  where tenant_id = of_tenant and id = key and (last_used_at is null or last_used_at <= at - interval '1 minute')
$$;

revoke execute on function sign_in_accounts(text), session_of_family(text), user_rights(uuid, uuid, uuid, timestamptz),
  api_key_rights(text, timestamptz), note_api_key_use(uuid, uuid, timestamptz) from public;
grant execute on function sign_in_accounts(text), session_of_family(text), user_rights(uuid, uuid, uuid, timestamptz),
  api_key_rights(text, timestamptz), note_api_key_use(uuid, uuid, timestamptz) to rapport_app;
