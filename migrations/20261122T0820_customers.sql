-- Customers, and what is part of them: contact points, tags, external ids, relationships, the timeline.

-- The order of names in lists that hold several languages: Unicode's, with the letters that Polish and Czech readers
-- look for behind their plain sisters, and Chinese names by pinyin. Czech Ch stays under C: in the same list the same
-- two letters begin Chopin and Charles. Before version 16 PostgreSQL knows no rules of one's own.
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    execute $rules$ create collation person_name (provider = icu, locale = 'zh', rules =
      '&A<ą<<<Ą &C<ć<<<Ć<č<<<Č &E<ę<<<Ę &L<ł<<<Ł &N<ń<<<Ń &O<ó<<<Ó &R<ř<<<Ř &S<ś<<<Ś<š<<<Š &Z<ź<<<Ź<ž<<<Ž<ż<<<Ż') $rules$;
  else
    create collation person_name (provider = icu, locale = 'zh');
  end if;
end $$;

create table customer (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  kind text not null check (kind in ('PERSON', 'ORGANIZATION')),
  name text not null check (name <> ''),
  sort_name text not null collate person_name,
  name_key text not null collate "C",
  organization_name text check (organization_name is null or kind = 'ORGANIZATION'),
  name_prefix text,
  given_name text,
  middle_name text,
  family_name text,
  name_suffix text,
  name_order text not null check (name_order in ('GIVEN_FIRST', 'FAMILY_FIRST')),
  address_as text,
  stage text not null check (stage in ('CONTACT', 'PROSPECT', 'CLIENT', 'FORMER')),
  language text,
  time_zone text,
  owner_id uuid,
  team_id uuid,
  archived_at timestamptz(3),
  constraint customer_name_of_kind check (kind = 'PERSON' or coalesce(name_prefix, given_name, middle_name, family_name, name_suffix, address_as) is null),
  foreign key (tenant_id, owner_id) references "user" (tenant_id, id) on delete set null (owner_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id)
);
select make_tenant_table('customer');
create index on customer (tenant_id, sort_name, id);
create index on customer (tenant_id, created_at, id);
create index on customer (tenant_id, updated_at, id);
create index on customer (tenant_id, name_key);
create index on customer (tenant_id, owner_id, sort_name, id);
create index on customer (tenant_id, owner_id, created_at, id);
create index on customer (tenant_id, owner_id, updated_at, id);
create index on customer (tenant_id, team_id, sort_name, id);
create index on customer (tenant_id, stage);
create index on customer (tenant_id, language collate "C");
create index on customer (tenant_id, archived_at) where archived_at is not null;
-- None for kind: either value is so common that the index of an order finds a page at once.
alter table customer add primary key (tenant_id, id);

create table contact_point (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  customer_id uuid not null,
  kind text not null check (kind in ('EMAIL', 'PHONE', 'HANDLE', 'POSTAL')),
  value text not null,
  raw text not null,
  key text not null check (key <> ''),
  label text,
  "primary" boolean not null,
  constraint contact_point_once unique (tenant_id, customer_id, kind, key),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete cascade
);
select make_tenant_table('contact_point');
-- Whose address is this?
create index on contact_point (tenant_id, kind, key);
alter table contact_point add primary key (tenant_id, id);

create table customer_tag (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  customer_id uuid not null,
  name text not null,
  key text not null check (key <> ''),
  constraint customer_tag_once unique (tenant_id, customer_id, key),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete cascade
);
select make_tenant_table('customer_tag');
create index on customer_tag (tenant_id, key, customer_id);
alter table customer_tag add primary key (tenant_id, id);

create table external_id (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  customer_id uuid not null,
  system text not null,
  value text not null,
  constraint external_id_once unique (tenant_id, system, value),
  constraint external_id_per_system unique (tenant_id, customer_id, system),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete cascade
);
select make_tenant_table('external_id');
alter table external_id add primary key (tenant_id, id);

create table relationship (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  from_id uuid not null,
  type text not null check (type in (
    'EMPLOYEE_OF', 'EMPLOYER_OF', 'MEMBER_OF', 'MADE_UP_OF', 'SUBSIDIARY_OF', 'OWNER_OF', 'PARENT_OF', 'CHILD_OF',
    'REFERRED_BY', 'REFERRER_OF', 'SPOUSE_OF', 'PARTNER_OF', 'RELATED_TO'
  )),
  to_id uuid not null check (to_id <> from_id),
  role text,
  since_on date,
  until_on date check (until_on >= since_on),
  pair uuid not null,
  constraint relationship_sides unique (tenant_id, pair, from_id),
  foreign key (tenant_id, from_id) references customer (tenant_id, id) on delete cascade,
  foreign key (tenant_id, to_id) references customer (tenant_id, id) on delete cascade
);
select make_tenant_table('relationship');
-- Ended ones may have been more than one.
create unique index relationship_open_once on relationship (tenant_id, from_id, type, to_id) where until_on is null;
create index on relationship (tenant_id, from_id, created_at, id);
create index on relationship (tenant_id, to_id);
alter table relationship add primary key (tenant_id, id);

create table timeline_entry (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  customer_id uuid not null,
  at timestamptz(3) not null,
  type text not null,
  subject_id uuid not null,
  constraint timeline_entry_once unique (tenant_id, customer_id, subject_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete cascade
);
select make_tenant_table('timeline_entry');
create index on timeline_entry (tenant_id, customer_id, at, id);
alter table timeline_entry add primary key (tenant_id, id);
