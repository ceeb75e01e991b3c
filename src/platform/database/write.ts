/**
 * All that a transaction changed as one statement: what is inserted, updated and removed in every table, however many
 * rows. Foreign keys are checked when all of it is written, so no order among the tables is needed. Unique constraints
 * are checked row by row, and updates may come before removals: what one record gives up, another has after a `flush`.
 * The rows of a table travel as one JSON value, so the text says only which tables are written and how, and the server
 * keeps its plan.
 */
import { columnOf, type ModelSpec } from '../../kernel/model.ts';
import type { Row } from '../reading/rows.ts';
import { quoted, tableOf, type Sql } from './statement.ts';

export type Way = 'insert' | 'update' | 'remove';

/** Rows of one model that are written in one way, as they are to be. */
export interface Change {
  readonly way: Way;
  readonly model: ModelSpec;
  readonly rows: readonly Row[];
}

export function write(changes: readonly Change[]): Sql {
  return { ...textOf(changes), values: changes.map(({ way, model, rows }) => (way === 'remove' ? rows.map(({ id }) => id) : json(model, rows))) };
}

/** As many as there are sets of tables that are written together. */
const known = new Map<string, { readonly name: string; readonly text: string }>();

function textOf(changes: readonly Change[]): { name: string; text: string } {
  const key = changes.map(({ way, model }) => `${way} ${model.table}`).join(', ');
  const kept = known.get(key);
  if (kept) return kept;
  const parts = changes.map(({ way, model }, i) => `w${i} as (${ways[way](model, `$${i + 1}`)})`);
  // A row that another transaction changed since it was read is missing among those updated, and fails the statement.
  const checks = changes.flatMap(({ way }, i) => (way === 'update' ? [`must_be_all((select count(*) from w${i}), json_array_length($${i + 1}))`] : []));
  const made = { name: `write ${known.size + 1}`, text: `with ${parts.join(', ')} select ${checks.join(', ')}` };
  known.set(key, made);
  return made;
}

const rowsIn = (table: string, parameter: string): string => `json_populate_recordset(null::${table}, ${parameter}::json) r`;
const namesIn = (model: ModelSpec): string[] => columnsOf(model).map(([, column]) => quoted(column));

const ways: Readonly<Record<Way, (model: ModelSpec, parameter: string) => string>> = {
  insert(model, parameter) {
    const list = namesIn(model).join(', ');
    return `insert into ${tableOf(model)} (${list}) select ${list} from ${rowsIn(tableOf(model), parameter)}`;
  },
  /** All columns, whichever changed, so that there is one text. */
  update(model, parameter) {
    const set = namesIn(model).filter((name) => name !== '"id"').map((name) => `${name} = r.${name}`);
    return `update ${tableOf(model)} t set ${set.join(', ')} from ${rowsIn(tableOf(model), parameter)}
      where t.id = r.id and t.version = r.version - 1 returning 1`;
  },
  remove: (model, parameter) => `delete from ${tableOf(model)} where id = any(${parameter}::uuid[])`,
};

function json(model: ModelSpec, rows: readonly Row[]): string {
  const columns = columnsOf(model);
  return JSON.stringify(rows.map((row) => {
    const written: Record<string, unknown> = {};
    for (const [field, column] of columns) written[column] = row[field];
    return written;
  }));
}

const columns = new WeakMap<ModelSpec, readonly (readonly [field: string, column: string])[]>();

function columnsOf(model: ModelSpec): readonly (readonly [field: string, column: string])[] {
  const list = columns.get(model) ?? model.stored.map((field) => [field.name, columnOf(field)] as const);
  columns.set(model, list);
  return list;
}
