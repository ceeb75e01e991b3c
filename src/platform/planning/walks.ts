/**
 * The rows of a page that may be reached in more than one way: as their owner, or by a team. Asked with `or`, the database
 * collects all that is reached and sorts it; so each way is walked by its own index in the order of the list, no further
 * than the page is long, and the walks are merged.
 */
import type { ModelSpec } from '../../kernel/model.ts';
import type { Comparison, Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { column, columnType, tableOf } from '../database/statement.ts';
import type { Writer } from './writer.ts';

interface Way {
  readonly field: string;
  readonly is: Comparison;
  readonly value: unknown;
}

/** Null: there is but one way, or one that no index of the table knows. */
export function waysOf(reach: Predicate): readonly Way[] | null {
  if (!('any' in reach) || reach.any.length < 2) return null;
  const ways = reach.any.filter((way): way is Way => 'field' in way && (way.is === 'eq' || way.is === 'in'));
  return ways.length === reach.any.length ? ways : null;
}

/** `rows` selects what one walk shows of the rows of `from` that satisfy a condition. */
export function walksSql(model: ModelSpec, ways: readonly Way[], c: string, writer: Writer, rows: (from: string, where: string) => string): string {
  const holds = (way: Way): string => condition(model, way, c, writer.values);
  return ways.map((way, i) => {
    // Whoever was met on an earlier walk is not met again.
    const others = ways.slice(0, i).map((earlier) => ` and (${holds(earlier)}) is not true`).join('');
    if (way.is === 'eq') return `(${rows(`${tableOf(model)} ${c}`, `${holds(way)}${others}`)})`;
    const field = model.field(way.field);
    const v = writer.alias();
    const one = rows(`${tableOf(model)} ${c}`, `${column(c, field)} = ${v}.value${others}`);
    return `(select ${c}.* from unnest(${writer.values.add(way.value, `${columnType(field)}[]`)}) ${v}(value) cross join lateral (${one}) ${c})`;
  }).join(' union all ');
}
