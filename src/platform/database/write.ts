/**
 * The statements that write rows of a model: one to insert, one to update, one to remove, for any number of rows. The
 * rows travel as one JSON value, so there are as many texts as models, and the server keeps the plan of each.
 */
import { columnOf, type ModelSpec } from '../../kernel/model.ts';
import type { Row } from '../reading/rows.ts';
import { quoted, tableOf, type Sql } from './statement.ts';

interface Texts {
  /** Names of fields and of their columns. */
  readonly columns: readonly (readonly [field: string, column: string])[];
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
}

export const insertion = (model: ModelSpec, rows: readonly Row[]): Sql =>
  ({ name: `insert ${model.table}`, text: textsOf(model).insert, values: [json(model, rows)] });

/** A row that another transaction changed since it was read is missing among those written, and fails the statement. */
export const update = (model: ModelSpec, rows: readonly Row[]): Sql =>
  ({ name: `update ${model.table}`, text: textsOf(model).update, values: [json(model, rows), rows.length] });

export const removal = (model: ModelSpec, ids: readonly string[]): Sql =>
  ({ name: `delete ${model.table}`, text: textsOf(model).remove, values: [ids] });

function json(model: ModelSpec, rows: readonly Row[]): string {
  const { columns } = textsOf(model);
  return JSON.stringify(rows.map((row) => {
    const written: Record<string, unknown> = {};
    for (const [field, column] of columns) written[column] = row[field];
    return written;
  }));
}

const known = new WeakMap<ModelSpec, Texts>();

function textsOf(model: ModelSpec): Texts {
  const kept = known.get(model);
  if (kept) return kept;
  const columns = model.stored.map((field) => [field.name, columnOf(field)] as const);
  const table = tableOf(model);
  const names = columns.map(([, column]) => quoted(column));
  const rows = `json_populate_recordset(null::${table}, $1::json) r`;
  const texts: Texts = {
    columns,
    insert: `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from ${rows}`,
    update: `with written as (
        update ${table} t set ${names.filter((name) => name !== '"id"').map((name) => `${name} = r.${name}`).join(', ')}
        from ${rows} where t.id = r.id and t.version = r.version - 1 returning 1
      ) select must_be_all(count(*), $2::bigint) from written`,
    remove: `delete from ${table} where id = any($1::uuid[])`,
  };
  known.set(model, texts);
  return texts;
}
