-- Channels, conversations, interactions, and what is part of these.

create table channel (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  kind text not null check (kind in ('EMAIL', 'PHONE', 'CHAT', 'SMS', 'SOCIAL', 'WEB_FORM', 'IN_PERSON', 'POST')),
  name text not null check (name <> ''),
  address text,
  active boolean not null,
  constraint channel_name unique (tenant_id, name)
);
select make_tenant_table('channel');
create index on channel (tenant_id, name, id);
alter table channel add primary key (tenant_id, id);

create table conversation (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  channel_id uuid not null,
  subject text,
  customer_id uuid,
  status text not null check (status in ('OPEN', 'CLOSED')),
  started_at timestamptz(3) not null,
  last_at timestamptz(3) not null check (last_at >= started_at),
  closed_at timestamptz(3) check ((closed_at is null) = (status = 'OPEN')),
  subject_key text not null collate "C",
  correspondents text[] not null,
  external_id text,
  constraint conversation_external unique (tenant_id, channel_id, external_id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete set null (customer_id)
) with (fillfactor = 85); -- each interaction updates its conversation
select make_tenant_table('conversation');
create index on conversation (tenant_id, last_at, id);
create index on conversation (tenant_id, started_at, id);
create index on conversation (tenant_id, status, last_at, id);
create index on conversation (tenant_id, channel_id, last_at, id);
create index on conversation (tenant_id, customer_id, last_at, id);
create index on conversation (tenant_id, customer_id, started_at, id);
-- Which conversation does a mail without references belong to?
create index on conversation (tenant_id, subject_key, last_at);
alter table conversation add primary key (tenant_id, id);

create table interaction (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  kind text not null check (kind in ('MESSAGE', 'CALL', 'MEETING', 'VISIT', 'NOTE', 'POST', 'FORM')),
  channel_kind text check (channel_kind in ('EMAIL', 'PHONE', 'CHAT', 'SMS', 'SOCIAL', 'WEB_FORM', 'IN_PERSON', 'POST')),
  channel_id uuid,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND', 'INTERNAL')),
  conversation_id uuid,
  customer_id uuid,
  agent_id uuid,
  subject text,
  preview text,
  call_outcome text check (call_outcome in ('ANSWERED', 'NO_ANSWER', 'BUSY', 'VOICEMAIL')),
  disposition text,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3) check (ended_at >= started_at),
  automatic boolean not null,
  source_key text collate "C",
  foreign key (tenant_id, channel_id) references channel (tenant_id, id) on delete set null (channel_id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete set null (conversation_id),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete set null (customer_id),
  foreign key (tenant_id, agent_id) references "user" (tenant_id, id) on delete set null (agent_id)
);
select make_tenant_table('interaction');
create unique index interaction_source on interaction (tenant_id, source_key) where source_key is not null;
create index on interaction (tenant_id, started_at, id);
create index on interaction (tenant_id, conversation_id, started_at, id);
create index on interaction (tenant_id, customer_id, started_at, id);
create index on interaction (tenant_id, agent_id);
create index on interaction (tenant_id, channel_id);
-- None for what else can be filtered by: interactions are listed under a customer or a conversation, which have few.
alter table interaction add primary key (tenant_id, id);

create table interaction_body (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  interaction_id uuid not null,
  text text not null,
  html text,
  constraint interaction_body_once unique (tenant_id, interaction_id),
  foreign key (tenant_id, interaction_id) references interaction (tenant_id, id) on delete cascade
);
select make_tenant_table('interaction_body');
alter table interaction_body add primary key (tenant_id, id);

create table participant (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  interaction_id uuid not null,
  role text not null check (role in ('FROM', 'TO', 'CC', 'BCC', 'REPLY_TO', 'ATTENDEE')),
  name text,
  address text,
  customer_id uuid,
  user_id uuid,
  foreign key (tenant_id, interaction_id) references interaction (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete set null (customer_id),
  foreign key (tenant_id, user_id) references "user" (tenant_id, id) on delete set null (user_id)
);
select make_tenant_table('participant');
create index on participant (tenant_id, interaction_id, id);
create index on participant (tenant_id, customer_id);
create index on participant (tenant_id, user_id);
alter table participant add primary key (tenant_id, id);

create table attachment (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  interaction_id uuid not null,
  file_name text not null,
  content_type text not null,
  size integer not null check (size >= 0),
  content_id text,
  inline boolean not null,
  hash text,
  foreign key (tenant_id, interaction_id) references interaction (tenant_id, id) on delete cascade
);
select make_tenant_table('attachment');
create index on attachment (tenant_id, interaction_id, id);
alter table attachment add primary key (tenant_id, id);

create table mail_message_id (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  conversation_id uuid not null,
  key text not null collate "C",
  held boolean not null,
  constraint mail_message_id_once unique (tenant_id, conversation_id, key),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
);
select make_tenant_table('mail_message_id');
create index on mail_message_id (tenant_id, key);
alter table mail_message_id add primary key (tenant_id, id);
