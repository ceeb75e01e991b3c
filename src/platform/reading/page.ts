/**
 * A page of a model, or the pages of the children of many parents at once: one statement for the rows
 * and, only when asked for, one for the counts, however many parents there are.
 */
import { reachOf } from '../../kernel/actor.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec, Order } from '../../kernel/model.ts';
import { encodeCursor, windowOf, WrongPage, type CursorKey, type Page, type PageArgs, type Window } from '../../kernel/pages.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { column, columnType, tableOf, Values } from '../database/statement.ts';
import { countsOfEach, rowsOfEach, type Asking } from './children.ts';
import { predicateFrom } from './filter.ts';
import { columnsOf, entityFrom, type Row } from './rows.ts';

export interface PageRequest extends Asking {
  readonly model: ModelSpec;
  readonly args: PageArgs;
  readonly where: Predicate;
}

interface Plan extends PageRequest {
  readonly orderName: string;
  readonly order: Order;
  readonly window: Window;
  readonly filter: Predicate;
}

function plan(request: PageRequest): Plan {
  const { model, args, actor } = request;
  const orderName = args.orderBy ?? Object.keys(model.orders)[0] ?? '';
  const order = model.orders[orderName];
  if (!order) throw new WrongPage(`${model.name} has no order ${orderName}.`);
  const filter: Predicate = { all: [reachOf(model, actor.reach), request.where, predicateFrom(model, args.filter ?? null)] };
  return { ...request, orderName, order, window: windowOf(args, orderName, model.field(order.field).kind), filter };
}

export async function pageOf<T extends Entity>(request: PageRequest): Promise<Page<T>> {
  const p = plan(request);
  const values = new Values();
  const text = pageText(p, values, null);
  return pageFrom<T>(p, await p.run({ text, values: values.of(p.actor) }), once(() => count(p)));
}

/** The page of each parent, in the order of the parents. */
export async function pagesOf<T extends Entity>(
  request: PageRequest, relation: FieldSpec, parents: readonly string[],
): Promise<Page<T>[]> {
  const p = plan(request);
  const values = new Values();
  const rowsOf = await rowsOfEach(p, parents, values, pageText(p, values, `${column('t', relation)} = parent.id`));
  const counts = once(() => countsOfEach(p, p.model, relation, parents, p.filter));
  return parents.map((parent) => pageFrom<T>(p, rowsOf(parent), async () => (await counts())(parent)));
}

function pageText(p: Plan, values: Values, parent: string | null): string {
  const { window } = p;
  const field = p.model.field(p.order.field);
  const descending = (p.order.direction === 'desc') !== window.backwards;
  const direction = descending ? 'desc' : 'asc';
  const sortColumn = column('t', field);
  const bound = (key: CursorKey, later: boolean): string => {
    const operator = later === (p.order.direction === 'asc') ? '>' : '<';
    return `(${sortColumn}, t.id) ${operator} (${values.add(keyValue(field, key[0]), columnType(field))}, ${values.add(key[1], 'uuid')})`;
  };
  const where = [
    ...(parent === null ? [] : [parent]),
    condition(p.model, p.filter, 't', values),
    ...(window.after ? [bound(window.after, true)] : []),
    ...(window.before ? [bound(window.before, false)] : []),
  ];
  const orderBy = field.name === 'id' ? `t.id ${direction}` : `${sortColumn} ${direction}, t.id ${direction}`;
  return `select ${columnsOf(p.model)} from ${tableOf(p.model)} t where ${where.join(' and ')} order by ${orderBy} limit ${window.size + 1}`;
}

const keyValue = (field: FieldSpec, value: string | number): unknown =>
  field.kind === 'moment' ? new Date(value).toISOString() : value;

function pageFrom<T extends Entity>(p: Plan, rows: readonly Row[], totalCount: () => Promise<number>): Page<T> {
  const { window } = p;
  const more = rows.length > window.size;
  const nodes = rows.slice(0, window.size).map((row) => entityFrom(p.model, row) as T);
  if (window.backwards) nodes.reverse();
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(p.orderName, p.order, node) }));
  return {
    edges, nodes,
    pageInfo: {
      hasNextPage: window.backwards ? window.before !== null : more,
      hasPreviousPage: window.backwards ? more : window.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

async function count(p: Plan): Promise<number> {
  const values = new Values();
  const text = `select count(*)::int as n from ${tableOf(p.model)} t where ${condition(p.model, p.filter, 't', values)}`;
  const [row] = await p.run({ text, values: values.of(p.actor) });
  return Number(row?.['n'] ?? 0);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
