/** A column as JSON: the text that the plain path's scalars make of its value. */
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { UNUSUAL_DECIMALS } from '../../kernel/values/currency-code.ts';
import { column } from '../database/statement.ts';
import { object, quote, sql, type Json } from './json-text.ts';

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
    case 'choice': case 'day': case 'decimal': return quoted(`${of}::text`);
    default: return value(`to_json(${of})::text`);
  }
}

/** What `Money.amount` makes of smallest units: a factor's own decimals are those of the product. */
export function amountJson(minor: string, currency: string): Json {
  const cases = Object.entries(UNUSUAL_DECIMALS).map(([decimals, codes]) =>
    `when ${currency} in (${codes.map(quote).join(', ')}) then ${factor(Number(decimals))}`);
  return [{ literal: '"' }, { sql: `(${minor} * case ${cases.join(' ')} else ${factor(2)} end)::text` }, { literal: '"' }];
}

const factor = (decimals: number): string => `${(10 ** -decimals).toFixed(decimals)}::numeric`;

const idJson = (model: ModelSpec, of: string, quoted: (text: string, before: string) => Json): Json =>
  quoted(`encode(uuid_send(${of}), 'hex')`, `"${model.prefix}_`);

/** Columns as they are stored, for what is answered in code. */
export function rowJson(fields: readonly FieldSpec[], alias: string): Json {
  return object(fields.map((field) => {
    const of = column(alias, field);
    // As text where a number of JavaScript would not hold it.
    if (field.kind === 'decimal' || field.kind === 'money') return [field.name, sql(`coalesce('"' || ${of}::text || '"', 'null')`)];
    const stored = field.kind === 'moment' ? `to_json(to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))` : `to_json(${of})`;
    return [field.name, sql(`coalesce(${stored}::text, 'null')`)];
  }));
}
