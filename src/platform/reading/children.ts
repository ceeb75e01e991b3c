/**
 * Children of many parents in one statement: a lateral join bounds and orders them for each parent by
 * itself, so that one with thousands of children takes nothing from its siblings.
 */
import { reachOf, type Actor } from '../../kernel/actor.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { FieldSpec, Inverse } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { column, tableOf, Values, type Sql } from '../database/statement.ts';
import { columnsOf, entityFrom, type Row } from './rows.ts';
import { orderOfChildren } from './scope.ts';

export type Run = (sql: Sql) => Promise<Row[]>;

/** On what, and for whom, statements run. */
export interface Asking {
  readonly actor: Actor;
  readonly run: Run;
}

/** The rows of each parent. `inner` selects those of one, known in it as `parent.id`. */
export async function rowsOfEach(
  { actor, run }: Asking, parents: readonly string[], values: Values, inner: string,
): Promise<(parent: string) => readonly Row[]> {
  const text = `select parent.id as "parent.id", child.* from unnest(${values.add(parents, 'uuid[]')}) parent(id) cross join lateral (${inner}) child`;
  const rows = Map.groupBy(await run({ text, values: values.of(actor) }), (row) => row['parent.id']);
  return (parent) => rows.get(parent) ?? [];
}

/** The first children of each parent that are shown, in their order. */
export async function childrenOfEach(
  asking: Asking, model: ModelSpec, relation: FieldSpec, parents: readonly string[], as: Inverse,
): Promise<Entity[][]> {
  const values = new Values();
  const shown = condition(model, { all: [reachOf(model, asking.actor.reach), as.where ?? ANY] }, 't', values);
  const rowsOf = await rowsOfEach(asking, parents, values,
    `select ${columnsOf(model)} from ${tableOf(model)} t where ${column('t', relation)} = parent.id and ${shown} ${orderOfChildren(model, as, 't')} limit ${as.max ?? 1}`);
  return parents.map((parent) => rowsOf(parent).map((row) => entityFrom(model, row)));
}

/** How many children of each parent satisfy `where`. */
export async function countsOfEach(
  { actor, run }: Asking, model: ModelSpec, relation: FieldSpec, parents: readonly string[], where: Predicate,
): Promise<(parent: string) => number> {
  const values = new Values();
  const of = column('t', relation);
  const text = `select ${of} as parent, count(*)::int as n from ${tableOf(model)} t
    where ${of} = any(${values.add(parents, 'uuid[]')}) and ${condition(model, where, 't', values)} group by 1`;
  const counts = new Map((await run({ text, values: values.of(actor) })).map((row) => [row['parent'], Number(row['n'])]));
  return (parent) => counts.get(parent) ?? 0;
}
