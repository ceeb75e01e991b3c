-- Pipelines, what stands in them, and exchange rates.

-- Two currencies of which rates are known, with the newest of them.
create table currency_pair (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  base_currency text not null collate "C",
  quote_currency text not null collate "C" check (quote_currency <> base_currency),
  rate numeric not null check (rate > 0),
  valid_on date not null,
  source text not null,
  constraint currency_pair_once unique (tenant_id, base_currency, quote_currency)
);
select make_tenant_table('currency_pair');
create index on currency_pair (tenant_id, quote_currency, id);
create index on currency_pair (tenant_id, valid_on, id);
alter table currency_pair add primary key (tenant_id, id);

-- A rate of two currencies as it was quoted for a day. It holds until the next.
create table exchange_rate (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  pair_id uuid not null,
  rate numeric not null check (rate > 0),
  valid_on date not null,
  source text not null,
  constraint exchange_rate_once unique (tenant_id, pair_id, valid_on),
  foreign key (tenant_id, pair_id) references currency_pair (tenant_id, id) on delete cascade
);
select make_tenant_table('exchange_rate');
create index on exchange_rate (tenant_id, pair_id, valid_on, id);
alter table exchange_rate add primary key (tenant_id, id);

-- A way of selling: the stages that an opportunity passes.
create table pipeline (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text collate "und-x-icu" not null check (name <> ''),
  archived_at timestamptz(3),
  constraint pipeline_name unique (tenant_id, name)
);
select make_tenant_table('pipeline');
create index on pipeline (tenant_id, name, id);
alter table pipeline add primary key (tenant_id, id);

-- A step of a pipeline.
create table stage (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  pipeline_id uuid not null,
  name text not null,
  position integer not null,
  probability integer not null check (probability between 0 and 100),
  requires text[] not null check (requires <@ array['AMOUNT', 'EXPECTED_CLOSE', 'OWNER', 'SOURCE', 'NEXT_STEP', 'LINES', 'CONTACTS', 'DECISION_MAKER']),
  stalled_after text,
  archived_at timestamptz(3),
  foreign key (tenant_id, pipeline_id) references pipeline (tenant_id, id) on delete cascade
);
select make_tenant_table('stage');
create index on stage (tenant_id, pipeline_id, position);
create unique index stage_name on stage (tenant_id, pipeline_id, name) where archived_at is null;
alter table stage add primary key (tenant_id, id);

-- Something a customer may buy from us, on its way through the stages of a pipeline.
create table opportunity (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  customer_id uuid not null,
  title text not null,
  description text,
  pipeline_id uuid not null,
  stage_id uuid not null,
  stage_entered_at timestamptz(3) not null,
  owner_id uuid,
  team_id uuid,
  status text not null check (status in ('OPEN', 'WON', 'LOST')),
  currency text not null,
  amount bigint,
  amount_source text not null check (amount_source in ('ENTERED', 'LINES')),
  probability integer not null check (probability between 0 and 100),
  weighted_amount bigint,
  net_total bigint,
  tax_total bigint,
  gross_total bigint,
  expected_close_on date,
  closing_on date not null,
  source text collate "C",
  next_step text,
  reason text,
  competitor text,
  won_at timestamptz(3) check ((won_at is not null) = (status = 'WON')),
  lost_at timestamptz(3) check ((lost_at is not null) = (status = 'LOST')),
  foreign key (tenant_id, customer_id) references customer (tenant_id, id),
  foreign key (tenant_id, pipeline_id) references pipeline (tenant_id, id),
  foreign key (tenant_id, stage_id) references stage (tenant_id, id),
  foreign key (tenant_id, owner_id) references "user" (tenant_id, id) on delete set null (owner_id),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id)
);
select make_tenant_table('opportunity');
create index on opportunity (tenant_id, updated_at, id);
create index on opportunity (tenant_id, created_at, id);
create index on opportunity (tenant_id, closing_on, id);
create index on opportunity (tenant_id, customer_id, updated_at, id);
create index on opportunity (tenant_id, customer_id, created_at, id);
create index on opportunity (tenant_id, customer_id, closing_on, id);
create index on opportunity (tenant_id, stage_id, updated_at, id);
create index on opportunity (tenant_id, stage_id, created_at, id);
create index on opportunity (tenant_id, stage_id, closing_on, id);
create index on opportunity (tenant_id, owner_id, updated_at, id);
create index on opportunity (tenant_id, owner_id, created_at, id);
create index on opportunity (tenant_id, owner_id, closing_on, id);
create index on opportunity (tenant_id, team_id, updated_at, id);
create index on opportunity (tenant_id, team_id, created_at, id);
create index on opportunity (tenant_id, team_id, closing_on, id);
-- The columns of a board: what is open in a stage, beside all that was decided in it.
create index on opportunity (tenant_id, stage_id, status, updated_at, id);
create index on opportunity (tenant_id, pipeline_id, status, stage_id);
create index on opportunity (tenant_id, status, updated_at, id);
create index on opportunity (tenant_id, currency, amount);
create index on opportunity (tenant_id, expected_close_on);
create index on opportunity (tenant_id, source);
create index on opportunity (tenant_id, won_at);
create index on opportunity (tenant_id, lost_at);
alter table opportunity add primary key (tenant_id, id);

-- Something that an opportunity is about: so much of a product, at such a price.
create table opportunity_line (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  position integer not null,
  product_code text,
  description text not null,
  quantity numeric not null check (quantity <> 0),
  unit text,
  currency text not null,
  unit_price bigint not null,
  price_quantity numeric not null check (price_quantity > 0),
  discount_percent numeric,
  discount_amount bigint not null,
  tax_rate numeric,
  net_amount bigint not null,
  tax_amount bigint not null,
  gross_amount bigint not null,
  opportunity_id uuid not null,
  foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id) on delete cascade
);
select make_tenant_table('opportunity_line');
create index on opportunity_line (tenant_id, opportunity_id, position);
alter table opportunity_line add primary key (tenant_id, id);

-- Somebody who has a say in a deal.
create table opportunity_contact (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  opportunity_id uuid not null,
  customer_id uuid not null,
  role text not null check (role in ('DECISION_MAKER', 'INFLUENCER', 'CHAMPION', 'BUYER', 'USER', 'TECHNICAL', 'BLOCKER', 'OTHER')),
  constraint opportunity_contact_once unique (tenant_id, opportunity_id, customer_id),
  foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id) on delete cascade,
  foreign key (tenant_id, customer_id) references customer (tenant_id, id)
);
select make_tenant_table('opportunity_contact');
create index on opportunity_contact (tenant_id, customer_id, created_at, id);
alter table opportunity_contact add primary key (tenant_id, id);

-- That an opportunity stood in a stage, from when until when.
create table stage_visit (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  opportunity_id uuid not null,
  stage_id uuid not null,
  entered_at timestamptz(3) not null,
  left_at timestamptz(3) check (left_at >= entered_at),
  moved_by_id uuid,
  foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id) on delete cascade,
  foreign key (tenant_id, stage_id) references stage (tenant_id, id),
  foreign key (tenant_id, moved_by_id) references "user" (tenant_id, id) on delete set null (moved_by_id)
);
select make_tenant_table('stage_visit');
create index on stage_visit (tenant_id, opportunity_id, entered_at, id);
create index on stage_visit (tenant_id, stage_id);
create index on stage_visit (tenant_id, moved_by_id);
alter table stage_visit add primary key (tenant_id, id);
