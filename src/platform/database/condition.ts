/**
 * Predicates as SQL. The beginning of a text is compared as a range in the collation "C", since `LIKE` is
 * not leakproof and would never become an index condition under row-level security; so the indexes that
 * clients filter texts by are of that collation, and serve equality only in it, too.
 */
import type { FieldSpec } from '../../kernel/fields.ts';
import { modelOf, type ModelSpec } from '../../kernel/model.ts';
import { Param, type Predicate } from '../../kernel/predicates.ts';
import { column, columnType, literalOf, tableOf, type Values } from './statement.ts';

export function condition(model: ModelSpec, predicate: Predicate, alias: string, values: Values): string {
  const sub = (part: Predicate): string => condition(model, part, alias, values);
  if ('all' in predicate) return predicate.all.length === 0 ? 'true' : `(${predicate.all.map(sub).join(' and ')})`;
  if ('any' in predicate) return predicate.any.length === 0 ? 'false' : `(${predicate.any.map(sub).join(' or ')})`;
  // A comparison with null is null; its negation must still be true.
  if ('not' in predicate) return `(${sub(predicate.not)}) is not true`;
  if ('through' in predicate) {
    const relation = model.field(predicate.through);
    const target = model.target(predicate.through);
    const inner = `${alias}p`;
    const where = condition(target, predicate.where, inner, values);
    // Not `exists`: estimating badly who reaches what, the planner would join all of both tables and sort them for a page.
    return `coalesce((select ${where} from ${tableOf(target)} ${inner} where ${inner}.id = ${column(alias, relation)}), false)`;
  }
  if ('node' in predicate) {
    const [type = ''] = model.field(predicate.node).needs;
    const target = modelOf(predicate.of);
    const inner = `${alias}p`;
    const where = condition(target, predicate.where, inner, values);
    const judged = `(select ${where} from ${tableOf(target)} ${inner} where ${inner}.id = ${column(alias, model.link(predicate.node))})`;
    return `(${column(alias, model.field(type))} = '${target.name}' and coalesce(${judged}, false))`;
  }
  if ('some' in predicate) {
    const child = modelOf(predicate.some);
    const inner = `${alias}c`;
    const where = condition(child, predicate.where, inner, values);
    return `exists (select 1 from ${tableOf(child)} ${inner} where ${column(inner, child.field(predicate.by))} = ${alias}.id and ${where})`;
  }
  return comparison(model.field(predicate.field), predicate.is, predicate.value, alias, values);
}

const operators = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function comparison(
  field: FieldSpec, is: Extract<Predicate, { field: string }>['is'], raw: unknown, alias: string, values: Values,
): string {
  const value = Array.isArray(raw) ? raw.map(plain) : plain(raw);
  const stored = column(alias, field);
  if (field.list && is === 'in') return `${stored} && ${values.add(value, columnType(field))}`;
  if (field.list) return `${values.add(value, columnType({ ...field, list: false }))} = any(${stored})`;
  const left = is === 'startsWith' || (field.kind === 'text' && field.filter) ? `${stored} collate "C"` : stored;
  const literals = [value].flat().map((one) => literalOf(field, one));
  if ((is === 'eq' || is === 'in') && literals.length > 0 && literals.every((one) => one !== null)) return is === 'eq' ? `${left} = ${literals.join()}` : `${left} in (${literals.join(', ')})`;
  if (is === 'in') return `${left} = any(${values.add(value, `${columnType(field)}[]`)})`;
  if (is === 'startsWith') {
    const from = `${left} >= ${values.add(value, 'text')}`;
    const end = value instanceof Param ? value.map(after) : after(value);
    if (end === null) return from;
    const upTo = values.add(end, 'text');
    const before = `${left} < ${upTo}`;
    return `(${from} and ${end instanceof Param ? `(${upTo} is null or ${before})` : before})`;
  }
  if (value === null) return is === 'eq' ? `${left} is null` : 'false';
  return `${left} ${operators[is]} ${values.add(value, columnType(field))}`;
}

/** A link compares by its id. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value;

/** The first text after all that start with the prefix; null when there is none. */
function after(prefix: unknown): string | null {
  const points = [...String(prefix)];
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const code = last.codePointAt(0) ?? 0;
    const next = code + 1 === 0xd800 ? 0xe000 : code + 1;
    if (next <= 0x10ffff) return points.join('') + String.fromCodePoint(next);
  }
  return null;
}
