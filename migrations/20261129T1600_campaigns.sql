-- Campaigns: templates of mails, audiences, the ledger of who was mailed, and addresses that no campaign writes to.

-- What a campaign says, in one or more languages.
create table mail_template (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text collate "und-x-icu" not null check (name <> ''),
  fallback_language text not null,
  frozen_at timestamptz(3),
  constraint mail_template_name unique (tenant_id, name)
);
select make_tenant_table('mail_template');
create index on mail_template (tenant_id, name, id);
create index on mail_template (tenant_id, created_at, id);
alter table mail_template add primary key (tenant_id, id);

-- A template in one language.
create table mail_template_text (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  template_id uuid not null,
  language text not null,
  subject text not null,
  html text,
  "text" text,
  check (html is not null or "text" is not null),
  constraint mail_template_text_once unique (tenant_id, template_id, language),
  foreign key (tenant_id, template_id) references mail_template (tenant_id, id) on delete cascade
);
select make_tenant_table('mail_template_text');
alter table mail_template_text add primary key (tenant_id, id);

-- A series of mails to an audience, for a goal, with a group that is not mailed to compare with.
create table campaign (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text collate "und-x-icu" not null check (name <> ''),
  goal text,
  status text not null check (status in ('PLANNED', 'SCHEDULED', 'RUNNING', 'PAUSED', 'STOPPED', 'DONE')),
  currency text not null,
  budget bigint,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  start_at timestamptz(3),
  time_zone text not null,
  send_from text,
  send_until text,
  weekdays_only boolean not null,
  channel_id uuid not null,
  hold_out_percent integer not null check (hold_out_percent between 0 and 90),
  seed text not null,
  owner_id uuid,
  launched_at timestamptz(3),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  failure text,
  next_at timestamptz(3),
  job_id uuid,
  enrolled_to uuid,
  enrolled boolean not null,
  foreign key (tenant_id, channel_id) references channel (tenant_id, id),
  foreign key (tenant_id, owner_id) references "user" (tenant_id, id) on delete set null (owner_id),
  foreign key (tenant_id, job_id) references job (tenant_id, id) on delete set null (job_id)
);
select make_tenant_table('campaign');
create index on campaign (tenant_id, created_at, id);
create index on campaign (tenant_id, updated_at, id);
create index on campaign (tenant_id, name, id);
create index on campaign (tenant_id, channel_id);
create index on campaign (tenant_id, owner_id);
create index on campaign (tenant_id, job_id);
create index on campaign (tenant_id, status);
create index on campaign (tenant_id, started_at);
create index on campaign (tenant_id, ended_at);
alter table campaign add primary key (tenant_id, id);

-- A part of the choice of an audience. The one that is part of no other is the whole.
create table audience_condition (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  campaign_id uuid not null,
  within_id uuid,
  kind text not null check (kind in ('ALL', 'ANY', 'NOT', 'COMPARISON', 'TAGGED')),
  field text,
  comparison text check (comparison in ('EQ', 'IN', 'LT', 'LTE', 'GT', 'GTE', 'STARTS_WITH')),
  "values" text[] not null,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade
);
select make_tenant_table('audience_condition');
create index on audience_condition (tenant_id, campaign_id);
create index on audience_condition (tenant_id, within_id);
alter table audience_condition add primary key (tenant_id, id);
alter table audience_condition add foreign key (tenant_id, within_id) references audience_condition (tenant_id, id) on delete set null (within_id);

-- That a customer was named for the audience of a campaign.
create table audience_customer (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  campaign_id uuid not null,
  customer_id uuid not null,
  constraint audience_customer_once unique (tenant_id, campaign_id, customer_id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
select make_tenant_table('audience_customer');
create index on audience_customer (tenant_id, campaign_id, id);
create index on audience_customer (tenant_id, customer_id);
alter table audience_customer add primary key (tenant_id, id);

-- What a part of the audience of a campaign gets, by lot.
create table campaign_variant (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  campaign_id uuid not null,
  name text not null,
  weight integer not null check (weight > 0),
  template_id uuid not null,
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade,
  foreign key (tenant_id, template_id) references mail_template (tenant_id, id)
);
select make_tenant_table('campaign_variant');
create index on campaign_variant (tenant_id, campaign_id);
create index on campaign_variant (tenant_id, template_id);
alter table campaign_variant add primary key (tenant_id, id);

-- What became of a customer in the audience of a campaign.
create table campaign_member (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  campaign_id uuid not null,
  customer_id uuid not null,
  variant_id uuid,
  status text not null check (status in ('HELD_OUT', 'EXCLUDED', 'QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'BOUNCED', 'REPLIED', 'UNSUBSCRIBED', 'CANCELLED')),
  exclusion text check (exclusion in ('ARCHIVED', 'NO_ADDRESS', 'OPTED_OUT', 'SUPPRESSED', 'BOUNCED', 'DUPLICATE_ADDRESS', 'FREQUENCY_CAP')),
  address text,
  address_key text,
  domain text,
  due_at timestamptz(3) not null,
  attempts integer not null,
  handed_at timestamptz(3),
  sent_at timestamptz(3),
  bounced_at timestamptz(3),
  replied_at timestamptz(3),
  unsubscribed_at timestamptz(3),
  status_code text,
  failure text,
  claim text,
  message_key text,
  check ((exclusion is not null) = (status = 'EXCLUDED')),
  check (status in ('HELD_OUT', 'EXCLUDED') or variant_id is not null),
  -- Nobody is mailed twice: neither a customer, nor two who share an address.
  constraint campaign_member_once unique (tenant_id, campaign_id, customer_id),
  constraint campaign_member_address_once unique (tenant_id, campaign_id, address_key),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, variant_id) references campaign_variant (tenant_id, id)
) with (fillfactor = 80); -- each mail updates its row twice
select make_tenant_table('campaign_member');
create index on campaign_member (tenant_id, campaign_id, due_at, id);
create index on campaign_member (tenant_id, customer_id, due_at, id);
create index on campaign_member (tenant_id, campaign_id, id);
create index on campaign_member (tenant_id, campaign_id, status, id);
create index on campaign_member (tenant_id, campaign_id, exclusion, id);
create index on campaign_member (tenant_id, customer_id, id);
create index on campaign_member (tenant_id, customer_id, handed_at);
create index on campaign_member (tenant_id, handed_at, domain);
create index on campaign_member (tenant_id, variant_id);
alter table campaign_member add primary key (tenant_id, id);

-- That no campaign writes to an address.
create table suppression (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  address text not null,
  key text not null,
  reason text not null check (reason in ('UNSUBSCRIBED', 'COMPLAINED', 'BOUNCED', 'OTHER')),
  source text not null check (source in ('LINK', 'PERSON', 'DELIVERY')),
  note text,
  member_id uuid,
  constraint suppression_once unique (tenant_id, key),
  foreign key (tenant_id, member_id) references campaign_member (tenant_id, id) on delete set null (member_id)
);
select make_tenant_table('suppression');
create index on suppression (tenant_id, created_at, id);
create index on suppression (tenant_id, key, id);
create index on suppression (tenant_id, member_id);
create index on suppression (tenant_id, reason);
create index on suppression (tenant_id, source);
alter table suppression add primary key (tenant_id, id);

-- That a customer does not want campaigns, at whatever address.
create table opt_out (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  suppression_id uuid not null,
  customer_id uuid not null,
  constraint opt_out_once unique (tenant_id, suppression_id, customer_id),
  foreign key (tenant_id, suppression_id) references suppression (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
select make_tenant_table('opt_out');
create index on opt_out (tenant_id, suppression_id, id);
create index on opt_out (tenant_id, customer_id, id);
alter table opt_out add primary key (tenant_id, id);

-- How an organisation mails: how often, and how fast.
create table campaign_policy (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  most_mails integer not null,
  per_days integer not null,
  domain_per_minute integer not null,
  domain_connections integer not null,
  constraint campaign_policy_once unique (tenant_id)
);
select make_tenant_table('campaign_policy');
alter table campaign_policy add primary key (tenant_id, id);

-- What a job is to know besides its subject: from which channel a test of a template is sent.
alter table job add column given text;
