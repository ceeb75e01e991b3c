/**
 * An organisation that is large enough for the database to plan its statements as it would for a large one: thousands of
 * rows of every model, made of those it has, with parents of very many children beside parents of few.
 */
import pg from 'pg';
import type { FieldSpec } from '../../src/kernel/fields.ts';
import { columnOf, type ModelSpec } from '../../src/kernel/model.ts';
import type { TestApp } from './app.ts';

/** Of ten children four belong to the first of their parents, one to the second, the others to hundreds. */
const PARENTS = 300;
const KINDS_OF_TEXT = 500;

/** `first`: ids of records that are to be the first parents, by table. */
export async function manyRows({ app, database }: TestApp, tenant: string, rows: number, first: Readonly<Record<string, readonly string[]>> = {}): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`); // links are right by how they are made
    await client.query(`select set_config('app.tenant', $1, false)`, [tenant]);
    for (const model of app.host.models.values()) {
      if (!app.schema.getType(model.name)) continue;
      const columns = model.stored.map((field) => `"${columnOf(field)}"`);
      const unique = await uniqueColumns(client, model);
      const values = model.stored.map((field) => {
        const like = expression(model, field, first);
        switch (unique.get(columnOf(field))) {
          case 'integer': return `base."${columnOf(field)}" + n * 1000`;
          case 'uuid': return field.optional ? `case when n % 10 = 0 then ${like} end` : like; // a few of them, for most would be of one
          default: return like;
        }
      });
      await client.query(`
        with base as materialized (select *, row_number() over (order by id) as place, count(*) over () as of from "${model.table}" where tenant_id = $1)
        insert into "${model.table}" (tenant_id, ${columns.join(', ')})
        select $1, ${values.join(', ')} from base join generate_series(1, $2::int) n on base.place = 1 + n % base.of
        on conflict do nothing`, [tenant, rows]).catch((error: unknown) => {
        // What there can be only one of.
        if ((error as { code?: string }).code !== '23514') throw error;
      });
      await client.query(`analyze "${model.table}"`);
    }
  } finally {
    await client.end();
  }
}

/** What no two records of an organisation have alike, with its type: a number, or a link to what there is one of for each. */
async function uniqueColumns(client: pg.Client, { table }: ModelSpec): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(`
    select a.attname as name, a.atttypid::regtype::text as type from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = format('%I', $1::text)::regclass and i.indisunique and i.indnkeyatts = 2 and a.attname <> 'tenant_id'`, [table]);
  return new Map(rows.map(({ name, type }) => [name, type]));
}

function expression(model: ModelSpec, field: FieldSpec, first: Readonly<Record<string, readonly string[]>>): string {
  const like = `base."${columnOf(field)}"`;
  switch (field.kind) {
    case 'id': return 'gen_random_uuid()';
    case 'moment': return `${like} - n * interval '1 minute'`; // one as much as the other, so that ends stay after beginnings
    case 'flag': return field.filter ? `case when n % 1000 = 7 then not ${like} else ${like} end` : like;
    case 'belongsTo': return parent(model, field, first);
    case 'text': break;
    default: return like;
  }
  if (field.list || (field.value && !field.filter)) return like;
  if (field.filter) return `${field.optional ? `'x'` : like} || n % ${KINDS_OF_TEXT}`;
  return `right(${like} || ' ' || n, ${field.max ?? 200})`;
}

/** Two links of a row to one table never meet in one record. What records of a model are to each other stays as it was. */
function parent(model: ModelSpec, field: FieldSpec, first: Readonly<Record<string, readonly string[]>>): string {
  const { table } = model.target(field.name);
  if (table === model.table) return `base."${columnOf(field)}"`;
  const alike = model.stored.filter((other) => other.kind === 'belongsTo' && model.target(other.name).table === table);
  const before = (first[table] ?? []).map((id) => `'${id}'::uuid`);
  const ids = `(select array[${before.join(', ')}]::uuid[] || array_agg(id) from (select id from "${table}" where tenant_id = $1 order by id limit ${PARENTS}) p)`;
  const thrown = `abs(hashtext('${field.name}/' || n))`;
  const nth = `case when ${thrown} % 10 < 4 then 0 when ${thrown} % 10 = 4 then 1 else ${thrown} / 10 % (array_length(${ids}, 1) / ${alike.length}) end`;
  return `(${ids})[1 + ${alike.indexOf(field)} + ${alike.length} * (${nth})]`;
}
