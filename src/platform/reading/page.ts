/**
 * A page of a model, for one parent or for many at once: children of many parents come from one
 * statement with a lateral join, so a nested page costs the same however many parents there are.
 */
import type { Actor } from '../../kernel/actor.ts';
import { reachOf } from '../../kernel/actor.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import type { ModelSpec, Order } from '../../kernel/model.ts';
import { encodeCursor, windowOf, WrongPage, type CursorKey, type Page, type PageArgs, type Window } from '../../kernel/pages.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { column, columnType, tableOf, Values, type Sql } from '../database/statement.ts';
import { predicateFrom } from './filter.ts';
import { columnsOf, entityFrom, type Row } from './rows.ts';

export type Run = (sql: Sql) => Promise<Row[]>;

export interface PageRequest {
  readonly model: ModelSpec;
  readonly args: PageArgs;
  readonly where?: Predicate;
  readonly actor: Actor;
  readonly run: Run;
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
  const filter: Predicate = {
    all: [reachOf(model, actor), request.where ?? { all: [] }, predicateFrom(model, args.filter ?? null)],
  };
  return { ...request, orderName, order, window: windowOf(args, orderName), filter };
}

export async function pageOf<T extends Entity>(request: PageRequest): Promise<Page<T>> {
  const p = plan(request);
  const values = new Values();
  const rows = await p.run({ text: pageText(p, values, null), values: values.list });
  return pageFrom<T>(p, rows, null);
}

/** The page of each parent, in the order of the parents. */
export async function pagesOf<T extends Entity>(
  request: PageRequest, relation: FieldSpec, parents: readonly string[],
): Promise<Page<T>[]> {
  const p = plan(request);
  const values = new Values();
  const list = values.add(parents, 'uuid[]');
  const inner = pageText(p, values, `${column('t', relation)} = parent.id`);
  const text = `select parent.id as "parent", page.* from unnest(${list}) parent(id) cross join lateral (${inner}) page`;
  const rows = Map.groupBy(await p.run({ text, values: values.list }), (row) => row['parent']);
  return parents.map((parent) => pageFrom<T>(p, rows.get(parent) ?? [], { relation, parent }));
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

const keyValue = (field: FieldSpec, value: string | number | null): unknown =>
  field.kind === 'moment' && value !== null ? new Date(value).toISOString() : value;

function pageFrom<T extends Entity>(p: Plan, rows: readonly Row[], of: { relation: FieldSpec; parent: string } | null): Page<T> {
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
    totalCount: () => count(p, of),
  };
}

async function count(p: Plan, of: { relation: FieldSpec; parent: string } | null): Promise<number> {
  const values = new Values();
  const where = [
    ...(of ? [`${column('t', of.relation)} = ${values.add(of.parent, 'uuid')}`] : []),
    condition(p.model, p.filter, 't', values),
  ];
  const [row] = await p.run({ text: `select count(*)::int as n from ${tableOf(p.model)} t where ${where.join(' and ')}`, values: values.list });
  return Number(row?.['n'] ?? 0);
}
