/** A column as JSON: the text that the plain path's scalars make of its value. */
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { column } from '../database/statement.ts';
import { object, sql, type Json } from './json-text.ts';

export function columnJson(model: ModelSpec, field: FieldSpec, alias: string): Json {
  const of = column(alias, field);
  const value = (text: string): Json => sql(field.optional ? `coalesce(${text}, 'null')` : text);
  /** Of what needs no escaping. */
  const quoted = (text: string, before = '"'): Json =>
    field.optional ? sql(`coalesce('${before}' || ${text} || '"', 'null')`) : [{ literal: before }, { sql: text }, { literal: '"' }];
  if (field.list) return value(`to_json(${of})::text`);
  switch (field.kind) {
    case 'id': return idJson(field.target === null ? model : model.target(field.name), of, quoted);
    case 'moment': return quoted(`to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
    case 'flag': return value(`case ${of} when true then 'true' when false then 'false' end`);
    case 'number': return value(`${of}::text`);
    case 'choice': case 'day': return quoted(`${of}::text`);
    default: return value(`to_json(${of})::text`);
  }
}

const idJson = (model: ModelSpec, of: string, quoted: (text: string, before: string) => Json): Json =>
  quoted(`encode(uuid_send(${of}), 'hex')`, `"${model.prefix}_`);

/** Columns as they are stored, for what is answered in code. */
export function rowJson(fields: readonly FieldSpec[], alias: string): Json {
  return object(fields.map((field) => {
    const of = column(alias, field);
    const stored = field.kind === 'moment' ? `to_json(to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))` : `to_json(${of})`;
    return [field.name, sql(`coalesce(${stored}::text, 'null')`)];
  }));
}
