-- The mailboxes that messages come to, and what came back there.

create table mailbox (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  channel_id uuid not null,
  host text not null check (host <> ''),
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('TLS', 'STARTTLS', 'NONE')),
  "user" text not null check ("user" <> ''),
  sealed_password text not null check (sealed_password like 's1.%'),
  folder text not null check (folder <> ''),
  takes_existing boolean not null,
  state text not null check (state in ('CONNECTING', 'WATCHING', 'RETRYING', 'REFUSED')),
  last_error text,
  last_fetched_at timestamptz(3),
  setting integer not null,
  uid_validity text,
  last_uid text check ((last_uid is null) = (uid_validity is null)),
  watched_since timestamptz(3),
  renumbered_to text,
  constraint mailbox_once unique (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id)
) with (fillfactor = 80); -- each mail moves how far it is read
select make_tenant_table('mailbox');
alter table mailbox add primary key (tenant_id, id);

-- That a mail came back which is no message of a conversation. Each once.
create table returned_mail (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  mail uuid not null,
  status_code text,
  reason text not null,
  dead text[] not null,
  constraint returned_mail_once unique (tenant_id, mail)
);
select make_tenant_table('returned_mail');
alter table returned_mail add primary key (tenant_id, id);

-- The mailboxes to watch, of all organisations. Ids only, with the number that rises when one is set otherwise.
create function watched_mailboxes() returns table (tenant_id uuid, id uuid, setting integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.tenant_id, m.id, m.setting from mailbox m join channel c on c.tenant_id = m.tenant_id and c.id = m.channel_id where c.active
$$;
revoke execute on function watched_mailboxes() from public;
grant execute on function watched_mailboxes() to rapport_jobs;
