/** A statement being written: text and values grow together, so that no value becomes text but one of few that we named ourselves. */
import type { Actor } from '../../kernel/actor.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { columnOf, type ModelSpec } from '../../kernel/model.ts';
import { Param } from '../../kernel/predicates.ts';

export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Given to statements of bounded variety: the server then keeps their plan. */
  readonly name?: string;
}

export class Values {
  readonly #list: unknown[] = [];

  add(value: unknown, type: string): string {
    this.#list.push(value);
    return `$${this.#list.length}::${type}`;
  }

  /** As they are for who asks. */
  of(asker: Actor): unknown[] {
    return this.#list.map((value) => (value instanceof Param ? value.of(asker) : value));
  }
}

export const quoted = (name: string): string => `"${name}"`;
export const tableOf = (model: ModelSpec): string => quoted(model.table);
export const column = (alias: string, field: FieldSpec): string => `${alias}.${quoted(columnOf(field))}`;

/**
 * What is compared with one of few values is a question of its own for each of them: written out, the database makes its plan for that
 * value, and can keep it. Null: it may be anything, or is not of those that choices are named by.
 */
export function literalOf(field: FieldSpec, value: unknown): string | null {
  if (field.kind === 'flag' && typeof value === 'boolean') return String(value);
  return field.kind === 'choice' && !field.list && /^[A-Z][A-Z0-9_]*$/.test(String(value)) ? `'${String(value)}'` : null;
}

const types = {
  id: 'uuid', belongsTo: 'uuid', text: 'text', choice: 'text', flag: 'boolean', number: 'integer',
  moment: 'timestamptz', day: 'date', decimal: 'numeric', money: 'bigint', object: 'jsonb', filter: 'text', node: 'text', hasMany: 'uuid', computed: 'text',
} as const;

/** The PostgreSQL type of a field's column. */
export function columnType(field: FieldSpec): string {
  return types[field.kind] + (field.list ? '[]' : '');
}
