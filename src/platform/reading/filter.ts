/** A client's filter input as a predicate, and which operators each kind of field offers. */
import type { FieldSpec } from '../../kernel/fields.ts';
import { decodeId } from '../../kernel/ids.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { WrongPage, type FilterInput } from '../../kernel/pages.ts';
import { ANY, type Comparison, type Predicate } from '../../kernel/predicates.ts';

const MOST_ALTERNATIVES = 100;

/** Operators exist only where an index or a bound makes them cheap. */
export function operatorsOf(field: FieldSpec): readonly Comparison[] {
  if (field.list) return ['eq'];
  switch (field.kind) {
    case 'id': case 'belongsTo': case 'choice': return ['eq', 'in'];
    case 'text': return ['eq', 'in', 'startsWith'];
    case 'flag': return ['eq'];
    case 'moment': case 'day': case 'number': return ['eq', 'lt', 'lte', 'gt', 'gte'];
    default: return [];
  }
}

export function predicateFrom(model: ModelSpec, filter: FilterInput | null): Predicate {
  if (filter === null) return ANY;
  const parts: Predicate[] = [];
  for (const [name, given] of Object.entries(filter)) {
    if (given === null || given === undefined) continue;
    if (name === 'and') parts.push({ all: (given as FilterInput[]).map((part) => predicateFrom(model, part)) });
    else if (name === 'or') parts.push({ any: (given as FilterInput[]).map((part) => predicateFrom(model, part)) });
    else if (name === 'not') parts.push({ not: predicateFrom(model, given as FilterInput) });
    else parts.push(...comparisons(model, model.field(name), given as Record<string, unknown>));
    if (parts.length > MOST_ALTERNATIVES) throw new WrongPage(`A filter takes at most ${MOST_ALTERNATIVES} conditions side by side.`);
  }
  return { all: parts };
}

/** `in: null` and the like say nothing; `eq: null` asks for records without a value. */
function comparisons(model: ModelSpec, field: FieldSpec, operators: Record<string, unknown>): Predicate[] {
  const alternatives = operators['in'];
  if (Array.isArray(alternatives) && alternatives.length > MOST_ALTERNATIVES) {
    throw new WrongPage(`\`in\` takes at most ${MOST_ALTERNATIVES} values; ${alternatives.length} were given.`);
  }
  return Object.entries(operators)
    .filter(([is, value]) => value !== undefined && (value !== null || is === 'eq'))
    .map(([is, value]) => ({ field: field.name, is: is as Comparison, value: comparable(model, field, value) }));
}

/** Clients speak of records by public id; and of texts that no database can hold, which are stored without NUL too. */
function comparable(model: ModelSpec, field: FieldSpec, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(model, field, item));
  if (field.kind === 'text' && typeof value === 'string') return value.replaceAll('\0', '');
  if (value === null || (field.kind !== 'id' && field.kind !== 'belongsTo')) return value;
  return decodeId(field.kind === 'id' ? model : model.target(field.name), String(value));
}
