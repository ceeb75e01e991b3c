/**
 * A page of a model, or the pages of the children of many parents at once: one statement for the rows
 * and, only when asked for, one for the counts, however many parents there are.
 */
import type { Entity } from '../../kernel/entity.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { encodeCursor, type Page } from '../../kernel/pages.ts';
import { condition } from '../database/condition.ts';
import { column, tableOf, Values } from '../database/statement.ts';
import { countsOfEach, rowsOfEach, type Asking } from './children.ts';
import { columnsOf, entityFrom, type Row } from './rows.ts';
import { orderBy, within, type Scope } from './scope.ts';

export async function pageOf<T extends Entity>(asking: Asking, scope: Scope): Promise<Page<T>> {
  const values = new Values();
  const text = rowsIn(scope, values, null);
  return pageFrom<T>(scope, await asking.run({ text, values: values.of(asking.actor) }), once(() => count(asking, scope)));
}

/** The page of each parent, in the order of the parents. */
export async function pagesOf<T extends Entity>(
  asking: Asking, scope: Scope, relation: FieldSpec, parents: readonly string[],
): Promise<Page<T>[]> {
  const values = new Values();
  const rowsOf = await rowsOfEach(asking, parents, values, rowsIn(scope, values, `${column('t', relation)} = parent.id`));
  const counts = once(() => countsOfEach(asking, scope.model, relation, parents, scope.filter));
  return parents.map((parent) => pageFrom<T>(scope, rowsOf(parent), async () => (await counts())(parent)));
}

/** One row more than the page shows, to know whether the list goes on. */
function rowsIn(scope: Scope, values: Values, parent: string | null): string {
  const where = [...(parent === null ? [] : [parent]), within(scope, 't', values)].join(' and ');
  return `select ${columnsOf(scope.model)} from ${tableOf(scope.model)} t where ${where} ${orderBy(scope, 't')} limit ${scope.window.size + 1}`;
}

function pageFrom<T extends Entity>({ model, orderName, order, window }: Scope, rows: readonly Row[], totalCount: () => Promise<number>): Page<T> {
  const more = rows.length > window.size;
  const nodes = rows.slice(0, window.size).map((row) => entityFrom(model, row) as T);
  if (window.backwards) nodes.reverse();
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(orderName, order, node) }));
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

async function count({ actor, run }: Asking, { model, filter }: Scope): Promise<number> {
  const values = new Values();
  const text = `select count(*)::int as n from ${tableOf(model)} t where ${condition(model, filter, 't', values)}`;
  const [row] = await run({ text, values: values.of(actor) });
  return Number(row?.['n'] ?? 0);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
