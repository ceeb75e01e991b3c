-- Messages that we send, what becomes of them, and addresses at which nothing arrives any more.

alter table channel add column sender_name text;
alter table interaction add column message_id text;
alter table contact_point add column undeliverable_at timestamptz(3), add column undeliverable_reason text;

create table message_delivery (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  interaction_id uuid not null,
  conversation_id uuid not null,
  status text not null check (status in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'BOUNCED', 'UNCERTAIN', 'CANCELLED')),
  reason text,
  status_code text,
  attempts integer not null check (attempts >= 0),
  send_at timestamptz(3),
  sent_at timestamptz(3),
  bounced_at timestamptz(3),
  next_at timestamptz(3) check (next_at is null or status = 'QUEUED'),
  paced boolean not null,
  claim text,
  in_reply_to text,
  "references" text[] not null,
  language text,
  automatic text check (automatic in ('GENERATED', 'REPLIED')),
  unsubscribe_url text,
  constraint message_delivery_once unique (tenant_id, interaction_id),
  foreign key (tenant_id, interaction_id) references interaction (tenant_id, id) on delete cascade,
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id)
) with (fillfactor = 80); -- each message updates its delivery twice
select make_tenant_table('message_delivery');
create index on message_delivery (tenant_id, conversation_id);
alter table message_delivery add primary key (tenant_id, id);
