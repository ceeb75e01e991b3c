/**
 * More rows for an organisation: of every model variations of those it has, with other links, nulls where they may be,
 * texts that are hard to write and moments that are hard to round. They are written past the domain, which would refuse
 * some of them; what the constraints of the database refuse is left out.
 */
import pg from 'pg';
import { ownersIn } from '../../src/kernel/actor.ts';
import { newId, splitId } from '../../src/kernel/ids.ts';
import type { FieldSpec } from '../../src/kernel/fields.ts';
import { currencyCode } from '../../src/kernel/values/currency-code.ts';
import { columnOf, type ModelSpec } from '../../src/kernel/model.ts';
import type { Tenant, TestApp } from '../support/app.ts';

const ROWS = 14;
const LONG = 5_000;
const CROWD = 60;

const TEXTS = [
  'Žofie Příliš Žluťoučká', '王小明', 'Ng\u0303o\u0302 Nguyễn', 'Ёлка', '👩‍👩‍👧‍👦 rodina 🇨🇿', 'O\'Connor "the" \\ back\\slash', '</script><!-- & -->', '\u0001\b\f\t\r\n\u001f\u007f',
  '\u2028\u2029\ufeff', 'עברית \u202eright to left', ' ', 'null', '{"a":[1]}', '$1 :: %s \\u0041', 'ﬃ ǅ ı İ ß', '\u{10ffff}\ud7ff\ue000', 'z', 'Z', 'ž', 'ch', 'č', '9', '10',
];
const MOMENTS = [
  '0001-01-01T00:00:00.000Z', '1582-10-04T12:00:00.001Z', '1883-11-18T12:03:58.999Z', '1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2000-02-29T00:00:00.010Z',
  '2026-01-01T00:00:00.100Z', '2026-01-01T00:00:00.101Z', '2026-03-29T01:00:00.999Z', '2026-10-25T00:59:59.900Z', '9999-12-31T23:59:59.999Z',
];
const DAYS = ['0001-01-01', '0099-12-31', '1970-01-01', '2000-02-29', '2026-11-22', '9999-12-31'];
const DECIMALS = ['0', '1', '0.5', '21', '12.345', '-0.001', '123456789012345678.123456'];
const AMOUNTS = ['0', '1', '-1', '99', '-100', '123456', '9007199254740993', '9223372036854775807', '-9223372036854775807'];
const CURRENCIES = ['EUR', 'JPY', 'KWD', 'CLF', 'CZK'];
const NUMBERS = [0, 1, -1, 2147483647, -2147483648, 1000000];

type Row = Record<string, unknown>;

export async function moreRows({ app, database }: TestApp, { id: tenant }: Tenant): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    await client.query(INSERT_EACH);
    await client.query('begin');
    await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
    for (const model of app.host.models.values()) if (app.schema.getType(model.name)) await varied(client, model, tenant);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Gives half of all that has owners to these, so that who reaches only what is theirs has something. */
export async function dealtOut({ app, database }: TestApp, { id: tenant }: Tenant, users: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    const ids = users.map((id) => splitId(id)?.id);
    for (const { table, reach, field } of app.host.models.values()) {
      const [owner] = reach ? ownersIn(reach) : [];
      if (!owner || !field(owner).optional) continue; // a session is somebody's for good
      const column = columnOf(field(owner));
      await client.query(`update "${table}" set "${column}" = ($2::uuid[])[1 + abs(hashtext(id::text) / 2) % $3] where tenant_id = $1 and hashtext(id::text) % 2 = 0`, [tenant, ids, ids.length]);
    }
  } finally {
    await client.end();
  }
}

async function varied(client: pg.Client, model: ModelSpec, tenant: string): Promise<void> {
  const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from "${model.table}" t where tenant_id = $1 order by id`, [tenant]);
  const targets = new Map<string, string[]>();
  for (const { target } of model.stored.filter(({ kind }) => kind === 'belongsTo').map((field) => ({ target: model.target(field.name) }))) {
    if (!targets.has(target.table)) targets.set(target.table, (await client.query<{ id: string }>(`select id from "${target.table}" where tenant_id = $1 order by id`, [tenant])).rows.map(({ id }) => id));
  }
  const crowd = crowdOf(model, targets);
  const wanted = Array.from({ length: rows.length === 0 ? 0 : ROWS + crowd.size }, (_, n): Row[] => {
    const like = { ...at(rows, n).row, ...(n < ROWS ? {} : crowd.parent) };
    return (n < ROWS ? [everything, texts] : [texts]).map((variation) => ({
      ...like, ...Object.fromEntries(model.stored.map((field) => [columnOf(field), variation(model, field, like[columnOf(field)], n, targets)])), id: newId(),
    }));
  });
  await client.query('select pg_temp.insert_each($1::text, $2)', [`"${model.table}"`, JSON.stringify(wanted)]);
}

/** Of each the first that the table takes. */
const INSERT_EACH = `
  create or replace function pg_temp.insert_each(name text, wanted jsonb) returns void language plpgsql as $$
  declare variations jsonb; one jsonb;
  begin
    for variations in select jsonb_array_elements(wanted) loop
      for one in select jsonb_array_elements(variations) loop
        begin
          execute format('insert into %s select (jsonb_populate_record(null::%s, $1)).*', name, name) using one;
          exit;
        exception when integrity_constraint_violation then null;
        end;
      end loop;
    end loop;
  end $$`;

/** More children of one parent than a bounded list of them shows. */
function crowdOf(model: ModelSpec, targets: ReadonlyMap<string, readonly string[]>): { size: number; parent: Row } {
  const bounded = model.stored.find(({ inverse }) => inverse?.max !== undefined && inverse.max > 1 && inverse.max <= CROWD);
  if (!bounded) return { size: 0, parent: {} };
  return { size: (bounded.inverse?.max ?? 0) + 2, parent: { [columnOf(bounded)]: targets.get(model.target(bounded.name).table)?.[0] } };
}

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

type Variation = (model: ModelSpec, field: FieldSpec, value: unknown, n: number, targets: ReadonlyMap<string, readonly string[]>) => unknown;

const everything: Variation = (model, field, value, n, targets) => {
  const seed = n * 7 + field.name.length * 3;
  if (field.optional && seed % 4 === 0) return null;
  switch (field.kind) {
    case 'belongsTo': return at(targets.get(model.target(field.name).table) ?? [], seed);
    case 'moment': return at(MOMENTS, seed);
    case 'day': return at(DAYS, seed);
    case 'number': return field.quiet ? value : at(NUMBERS, seed);
    case 'decimal': return at(DECIMALS, seed);
    case 'money': return at(AMOUNTS, seed);
    case 'flag': return seed % 2 === 0;
    default: return texts(model, field, value, n, targets);
  }
};

/** Texts that are only stored, or filtered by, mean something to the domain. */
const texts: Variation = (model, field, value, n) => {
  if (field.value === currencyCode) return at(CURRENCIES, n);
  if (field.kind !== 'text' || field.value || field.list || typeof value !== 'string') return value;
  const ordered = Object.values(model.orders).some((order) => order.field === field.name);
  if (field.filter) return value;
  if (field.description === null && !ordered) return `${value}~${n}`;
  const text = `${at(TEXTS, n * 5 + field.name.length)}${n < 2 ? '' : ` ${n}`}`;
  const most = Math.min(field.max ?? LONG, LONG);
  return (n === 3 ? text.padEnd(most, '长\u00e9') : text).slice(0, most).toWellFormed();
};
