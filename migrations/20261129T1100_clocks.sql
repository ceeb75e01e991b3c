-- Business calendars, and the clocks that count by them.

create table calendar_hours (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  time_zone text not null,
  holiday_region text
);
select make_tenant_table('calendar_hours');
alter table calendar_hours add primary key (tenant_id, id);

create table calendar_window (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  hours_id uuid not null,
  weekday text not null check (weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
  opens_at text not null collate "C",
  closes_at text not null collate "C" check (closes_at > opens_at),
  foreign key (tenant_id, hours_id) references calendar_hours (tenant_id, id) on delete cascade
);
select make_tenant_table('calendar_window');
create index on calendar_window (tenant_id, hours_id, id);
alter table calendar_window add primary key (tenant_id, id);

create table special_day (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  hours_id uuid not null,
  falls_on date not null,
  name text,
  opens_at text collate "C",
  closes_at text collate "C" check (closes_at > opens_at),
  check ((opens_at is null) = (closes_at is null)),
  foreign key (tenant_id, hours_id) references calendar_hours (tenant_id, id) on delete cascade
);
select make_tenant_table('special_day');
create index on special_day (tenant_id, hours_id, id);
alter table special_day add primary key (tenant_id, id);

create table calendar (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  name text not null check (name <> ''),
  hours_id uuid not null,
  is_default boolean not null,
  active boolean not null,
  constraint calendar_name unique (tenant_id, name),
  foreign key (tenant_id, hours_id) references calendar_hours (tenant_id, id)
);
select make_tenant_table('calendar');
create unique index calendar_default on calendar (tenant_id) where is_default;
create index on calendar (tenant_id, name, id);
create index on calendar (tenant_id, hours_id);
alter table calendar add primary key (tenant_id, id);

create table clock (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  metric text not null check (metric in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION', 'TASK_DUE')),
  subject_type text not null,
  subject_id uuid not null,
  calendar_id uuid,
  hours_id uuid,
  target text,
  started_at timestamptz(3) not null,
  due_at timestamptz(3),
  state text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED')),
  warn_share integer check (warn_share between 1 and 99),
  warn_before text,
  warn_at timestamptz(3),
  warned_at timestamptz(3),
  breached_at timestamptz(3),
  first_breached_at timestamptz(3),
  met_at timestamptz(3),
  paused_at timestamptz(3),
  cancelled_at timestamptz(3),
  next_at timestamptz(3),
  foreign key (tenant_id, calendar_id) references calendar (tenant_id, id),
  foreign key (tenant_id, hours_id) references calendar_hours (tenant_id, id)
) with (fillfactor = 85);
select make_tenant_table('clock');
create index on clock (tenant_id, subject_id, id);
-- Which clocks run by a calendar that has other hours now?
create index on clock (tenant_id, calendar_id, state);
create index on clock (tenant_id, hours_id);
alter table clock add primary key (tenant_id, id);

create table clock_term (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  clock_id uuid not null,
  effective_at timestamptz(3) not null,
  hours_id uuid,
  target text not null,
  foreign key (tenant_id, clock_id) references clock (tenant_id, id) on delete cascade,
  foreign key (tenant_id, hours_id) references calendar_hours (tenant_id, id)
);
select make_tenant_table('clock_term');
create index on clock_term (tenant_id, clock_id, id);
create index on clock_term (tenant_id, hours_id);
alter table clock_term add primary key (tenant_id, id);

create table clock_pause (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null,
  clock_id uuid not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3) check (ended_at >= started_at),
  reason text,
  foreign key (tenant_id, clock_id) references clock (tenant_id, id) on delete cascade
);
select make_tenant_table('clock_pause');
create index on clock_pause (tenant_id, clock_id, id);
alter table clock_pause add primary key (tenant_id, id);

-- Organisations that are here already get the calendars that new ones begin with. Their ids are in the order of the week.
create function pg_temp.ordered_id(place integer) returns uuid language sql volatile as $$
  select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(place), 3, '0') || '8' || substr(md5(gen_random_uuid()::text), 1, 15))::uuid
$$;

create temporary table beginning on commit drop as
select tenant_id, 'Business hours' as name, true as is_default, pg_temp.ordered_id(0) as calendar_id, pg_temp.ordered_id(0) as hours_id, time_zone,
  case when country in (
    'AD', 'AE', 'AG', 'AI', 'AL', 'AM', 'AO', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH',
    'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL',
    'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER',
    'ES', 'ET', 'FI', 'FJ', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GT',
    'GU', 'GW', 'GY', 'HK', 'HN', 'HR', 'HT', 'HU', 'IC', 'ID', 'IE', 'IL', 'IM', 'IN', 'IR', 'IS', 'IT', 'JE', 'JM', 'JP', 'KE',
    'KM', 'KN', 'KR', 'KY', 'KZ', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MK',
    'ML', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NZ', 'PA', 'PE',
    'PF', 'PH', 'PK', 'PL', 'PM', 'PR', 'PT', 'PY', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ',
    'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SZ', 'TC', 'TD', 'TG', 'TH', 'TN', 'TO', 'TR', 'TT', 'TW', 'TZ',
    'UA', 'UG', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'XK', 'YT', 'ZA', 'ZM', 'ZW'
  ) then country end as holiday_region, 5 as days, '09:00' as opens_at, '17:00' as closes_at from organization
union all
select tenant_id, 'Around the clock', false, pg_temp.ordered_id(1), pg_temp.ordered_id(1), time_zone, null, 7, '00:00', '24:00' from organization;

insert into calendar_hours (tenant_id, id, created_at, updated_at, version, time_zone, holiday_region)
select tenant_id, hours_id, now(), now(), 1, time_zone, holiday_region from beginning;

insert into calendar_window (tenant_id, id, created_at, updated_at, version, hours_id, weekday, opens_at, closes_at)
select tenant_id, pg_temp.ordered_id(place::integer), now(), now(), 1, hours_id, weekday, opens_at, closes_at
from beginning, unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) with ordinality week(weekday, place)
where place <= days;

insert into calendar (tenant_id, id, created_at, updated_at, version, name, hours_id, is_default, active)
select tenant_id, calendar_id, now(), now(), 1, name, hours_id, is_default, true from beginning;
