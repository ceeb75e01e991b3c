/** A client's filter input as a predicate, and which operators each kind of field offers. */
import type { FieldSpec } from '../../kernel/fields.ts';
import { decodeId } from '../../kernel/ids.ts';
import { currencyOf, type ModelSpec } from '../../kernel/model.ts';
import { WrongPage, type FilterInput } from '../../kernel/pages.ts';
import { ANY, type Comparison, type Predicate } from '../../kernel/predicates.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import { readMoney } from '../../kernel/values/money.ts';

const MOST_CONDITIONS = 100;
const MOST_ALTERNATIVES = 100;

/** Operators exist only where an index or a bound makes them cheap. */
export function operatorsOf(field: FieldSpec): readonly Comparison[] {
  if (field.list) return ['eq'];
  switch (field.kind) {
    case 'id': case 'belongsTo': case 'choice': return ['eq', 'in'];
    case 'text': return ['eq', 'in', 'startsWith'];
    case 'flag': return ['eq'];
    case 'moment': case 'day': case 'number': case 'money': return ['eq', 'lt', 'lte', 'gt', 'gte'];
    default: return [];
  }
}

export function predicateFrom(model: ModelSpec, filter: FilterInput | null): Predicate {
  if (filter === null) return ANY;
  const size = sizeOf(filter);
  if (size > MOST_CONDITIONS) throw new WrongPage(`A filter takes at most ${MOST_CONDITIONS} conditions, groups of them included; this one has ${size}.`);
  return conditions(model, filter);
}

function conditions(model: ModelSpec, filter: FilterInput): Predicate {
  return { all: given(filter).flatMap(([name, value]): Predicate[] => {
    if (name === 'and') return [{ all: (value as FilterInput[]).map((part) => conditions(model, part)) }];
    if (name === 'or') return [{ any: (value as FilterInput[]).map((part) => conditions(model, part)) }];
    if (name === 'not') return [{ not: conditions(model, value as FilterInput) }];
    return comparisons(model, model.field(name), value as Record<string, unknown>);
  }) };
}

/** Itself, and all that it is put together from. */
function sizeOf(filter: FilterInput): number {
  return given(filter).reduce((size, [name, value]) => {
    if (name === 'and' || name === 'or') return size + (value as FilterInput[]).reduce((sum, part) => sum + sizeOf(part), 0);
    return size + (name === 'not' ? sizeOf(value as FilterInput) : 1);
  }, 1);
}

const given = (filter: Readonly<Record<string, unknown>>): [string, unknown][] => Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);

/** `in: null` and the like say nothing; `eq: null` asks for records without a value. */
function comparisons(model: ModelSpec, field: FieldSpec, operators: Record<string, unknown>): Predicate[] {
  if (field.kind === 'money') return amounts(model, field, operators);
  const alternatives = operators['in'];
  if (Array.isArray(alternatives) && alternatives.length > MOST_ALTERNATIVES) {
    throw new WrongPage(`\`in\` takes at most ${MOST_ALTERNATIVES} values; ${alternatives.length} were given.`);
  }
  return Object.entries(operators)
    .filter(([is, value]) => value !== undefined && (value !== null || is === 'eq'))
    .map(([is, value]) => ({ field: field.name, is: is as Comparison, value: comparable(model, field, value) }));
}

/** Amounts are compared within a currency, in its smallest units. */
function amounts(model: ModelSpec, field: FieldSpec, { currency: code, ...operators }: Record<string, unknown>): Predicate[] {
  const currency = currencyCode.read(String(code));
  if ('wrong' in currency) throw new WrongPage(currency.wrong);
  return [
    { field: currencyOf(model, field).name, is: 'eq', value: currency.value },
    ...given(operators).map(([is, amount]): Predicate => {
      const read = readMoney(String(amount), currency.value, null);
      if ('wrong' in read) throw new WrongPage(read.wrong);
      return { field: field.name, is: is as Comparison, value: String(read.money.minor) };
    }),
  ];
}

/** Clients speak of records by public id; and of texts that no database can hold, which are stored without NUL too. */
function comparable(model: ModelSpec, field: FieldSpec, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(model, field, item));
  if (field.kind === 'text' && typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (value === null || (field.kind !== 'id' && field.kind !== 'belongsTo')) return value;
  return decodeId(field.kind === 'id' ? model : model.target(field.name), String(value));
}
