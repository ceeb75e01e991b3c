-- Whatever a record links to is of its own organisation. PostgreSQL takes a link and the tenant for independent of each
-- other: where there are a thousand organisations it expects a thousandth of the records of an owner, so it collected and
-- sorted thousands of them where it could have walked an index in the order of the list and stopped after a page.
create function tell_whose_links_are(name regclass) returns void language plpgsql as $$
declare link name;
begin
  for link in
    select a.attname from pg_constraint c
      join pg_attribute t on t.attrelid = c.conrelid and t.attname = 'tenant_id'
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attnum <> t.attnum
    where c.conrelid = name and c.contype = 'f' and cardinality(c.conkey) = 2 and t.attnum = any(c.conkey)
  loop
    execute format('create statistics if not exists %I (dependencies) on tenant_id, %I from %s',
      trim(both '"' from name::text) || '_' || link || '_tells_tenant', link, name);
  end loop;
end $$;
revoke execute on function tell_whose_links_are(regclass) from public;

-- As before, and with what its links tell.
create or replace function make_tenant_table(name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (tenant_id = (select current_setting(''app.tenant'')::uuid))
       with check (tenant_id = (select current_setting(''app.tenant'')::uuid))', name);
  execute format('grant select, insert, update, delete on %s to rapport_app', name);
  perform tell_whose_links_are(name);
end $$;

-- An index that is made after the primary key is taken in its place, and reads the whole tenant for one id, until the
-- table has statistics. So a table that is empty yet gets its primary key anew; one with rows has statistics.
create function make_primary_key_newest(name regclass) returns void language plpgsql as $$
declare
  filled boolean;
  key record;
  link record;
  links text[] := '{}';
begin
  execute format('select exists (select 1 from %s)', name) into filled;
  if filled then
    execute format('analyze %s', name);
    return;
  end if;
  for link in select conrelid::regclass as of, conname, pg_get_constraintdef(oid) as definition from pg_constraint where confrelid = name and contype = 'f' loop
    links := links || format('alter table %s add constraint %I %s', link.of, link.conname, link.definition);
    execute format('alter table %s drop constraint %I', link.of, link.conname);
  end loop;
  select conname, pg_get_constraintdef(oid) as definition into strict key from pg_constraint where conrelid = name and contype = 'p';
  execute format('alter table %s drop constraint %I', name, key.conname);
  execute format('alter table %s add constraint %I %s', name, key.conname, key.definition);
  for link in select unnest(links) as made loop
    execute link.made;
  end loop;
end $$;
revoke execute on function make_primary_key_newest(regclass) from public;

-- What a team has, in the orders by moment too.
create index on customer (tenant_id, team_id, created_at, id);
create index on customer (tenant_id, team_id, updated_at, id);
select make_primary_key_newest('customer');

do $$
declare
  name regclass;
  known boolean;
begin
  for name, known in
    select t.oid, t.reltuples > 0 from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
    where t.relkind = 'r' and t.relrowsecurity and t.relnamespace = 'public'::regnamespace
  loop
    perform tell_whose_links_are(name);
    if known then
      execute format('analyze %s', name);
    end if;
  end loop;
end $$;
