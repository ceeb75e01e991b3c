/** Between rows and records: which columns a model reads, and how a row becomes an instance. */
import type { Entity } from '../../kernel/entity.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { Money } from '../../kernel/values/money.ts';
import { column, quoted } from '../database/statement.ts';

export type Row = Readonly<Record<string, unknown>>;

const lists = new WeakMap<ModelSpec, string>();

export function columnsOf(model: ModelSpec): string {
  let list = lists.get(model);
  if (list === undefined) {
    list = model.stored.map((field) => `t.${column('', field).slice(1)} as ${quoted(field.name)}`).join(', ');
    lists.set(model, list);
  }
  return list;
}

/** An instance without running its field initialisers: those are for new records. */
export function entityFrom(model: ModelSpec, row: Row): Entity {
  const entity = Object.create(model.type.prototype as object) as Entity & Record<string, unknown>;
  for (const field of model.stored) entity[field.name as keyof Entity] = valueFrom(field, row) as never;
  return entity;
}

function valueFrom({ name, kind, currency }: FieldSpec, row: Row): unknown {
  const value = row[name];
  if (kind === 'belongsTo') return value === null ? null : { id: value };
  if (kind === 'money' && currency !== null && value != null) return new Money(BigInt(value as string), String(row[currency]));
  return value;
}
