/** All records that match, in a query as in a mutation: bounded, and in order of id, so that two who list the same see the same. */
import { reachOf } from '../../kernel/actor.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { ANY, matching, type Match, type Predicate } from '../../kernel/predicates.ts';
import { condition } from '../database/condition.ts';
import { tableOf, Values } from '../database/statement.ts';
import type { Asking } from './children.ts';
import { columnsOf, type Row } from './rows.ts';

const DEFAULT_LIMIT = 1000;

export function listOf<T extends Entity>(
  { actor, run }: Asking, model: ModelSpec, match: Match<T>, limit = DEFAULT_LIMIT, where: Predicate = ANY,
): Promise<Row[]> {
  const values = new Values();
  const wanted = condition(model, { all: [matching(match), where, reachOf(model, actor.reach)] }, 't', values);
  return run({
    text: `select ${columnsOf(model)} from ${tableOf(model)} t where ${wanted} order by t.id limit ${limit}`,
    values: values.of(actor),
  });
}
