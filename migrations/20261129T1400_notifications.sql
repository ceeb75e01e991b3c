-- What people are told.

create table notification (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  recipient_id uuid not null,
  reason text not null check (reason in ('ASSIGNED', 'MENTIONED', 'CUSTOMER_WROTE', 'NOT_DELIVERED', 'RESOLVED', 'REMINDED', 'DUE_SOON', 'OVERDUE')),
  subject_type text not null,
  subject_id uuid not null,
  read_at timestamptz(3),
  once_key text,
  constraint notification_once unique (tenant_id, recipient_id, once_key),
  foreign key (tenant_id, recipient_id) references "user" (tenant_id, id)
);
select make_tenant_table('notification');
create index on notification (tenant_id, created_at, id);
-- What somebody was told, newest first, and what of it they have not read.
create index on notification (tenant_id, recipient_id, created_at, id);
create index on notification (tenant_id, recipient_id, created_at, id) where read_at is null;
create index on notification (tenant_id, recipient_id, reason, created_at, id);
create index on notification (tenant_id, once_key) where once_key is not null;
alter table notification add primary key (tenant_id, id);
