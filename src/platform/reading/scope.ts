/**
 * Which rows make a page: the order, the window over it and every condition, checked against what the asker
 * may ask by. Both ways of reading stand on it, so they cannot differ in what a page holds.
 */
import type { FieldSpec, Inverse } from '../../kernel/fields.ts';
import type { ModelSpec, Order } from '../../kernel/model.ts';
import { fieldsIn, windowOf, WrongPage, type CursorKey, type PageArgs, type Window } from '../../kernel/pages.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { Hidden } from '../../kernel/refusal.ts';
import { condition } from '../database/condition.ts';
import { column, columnType, type Values } from '../database/statement.ts';
import { predicateFrom } from './filter.ts';

export interface Scope {
  readonly model: ModelSpec;
  readonly orderName: string;
  readonly order: Order;
  /** The column the order goes by. */
  readonly sort: FieldSpec;
  readonly window: Window;
  /** Who is in the list at all, wherever the window lies. */
  readonly filter: Predicate;
}

/** `hides`: whether a field, named with its model, may not be asked by. */
export function scopeOf(model: ModelSpec, args: PageArgs, where: Predicate, hides: (field: string) => boolean): Scope {
  const orderName = args.orderBy ?? Object.keys(model.orders)[0] ?? '';
  const order = model.orders[orderName];
  if (!order) throw new WrongPage(`${model.name} has no order ${orderName}.`);
  // Filtering or ordering by a hidden field would tell what it holds.
  for (const field of [...fieldsIn(args.filter), order.field]) {
    if (hides(`${model.name}.${field}`)) throw new Hidden(`${model.name}.${field}`);
  }
  const sort = model.field(order.field);
  return {
    model, orderName, order, sort, window: windowOf(args, orderName, sort.kind),
    filter: { all: [where, predicateFrom(model, args.filter ?? null)] },
  };
}

/** The conditions on a row under `alias` of being inside the window, too. */
export function within({ model, order, sort, window, filter }: Scope, alias: string, values: Values): string {
  const bound = ([value, id]: CursorKey, later: boolean): string => {
    const operator = later === (order.direction === 'asc') ? '>' : '<';
    const key = sort.kind === 'moment' ? new Date(value).toISOString() : value;
    return `(${column(alias, sort)}, ${alias}.id) ${operator} (${values.add(key, columnType(sort))}, ${values.add(id, 'uuid')})`;
  };
  return [
    condition(model, filter, alias, values),
    ...(window.after ? [bound(window.after, true)] : []),
    ...(window.before ? [bound(window.before, false)] : []),
  ].join(' and ');
}

/** `shown`: in the order of the list; otherwise in the order in which the window walks it. */
export function orderBy({ order, sort, window }: Scope, alias: string, shown = false): string {
  const descending = (order.direction === 'desc') !== (window.backwards && !shown);
  const direction = descending ? 'desc' : 'asc';
  return sort.name === 'id' ? `order by ${alias}.id ${direction}` : `order by ${column(alias, sort)} ${direction}, ${alias}.id ${direction}`;
}

/** Of a bounded list of children. */
export function orderOfChildren(model: ModelSpec, { sortedBy }: Inverse, alias: string): string {
  const first = sortedBy === undefined ? '' : `${column(alias, model.field(sortedBy))}, `;
  return `order by ${first}${alias}.id`;
}
