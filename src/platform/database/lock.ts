/** The statement by which a mutation reads a record it is to change: within reach of who asks, and locked until the end. */
import { reachOf, type Actor } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import { columnsOf } from '../reading/rows.ts';
import { condition } from './condition.ts';
import { tableOf, Values, type Sql } from './statement.ts';

interface Lock {
  readonly name: string;
  readonly text: string;
  /** The id, which is another each time, and what reach compares with. */
  readonly values: Values;
}

const locks = new WeakMap<ModelSpec, Map<Actor['reach'], Lock>>();

export function lockOf(model: ModelSpec, id: string, asker: Actor): Sql {
  const known = locks.get(model) ?? new Map<Actor['reach'], Lock>();
  locks.set(model, known);
  const lock = known.get(asker.reach) ?? lockFor(model, asker.reach);
  known.set(asker.reach, lock);
  return { name: lock.name, text: lock.text, values: lock.values.of(asker).with(0, id) };
}

function lockFor(model: ModelSpec, level: Actor['reach']): Lock {
  const values = new Values();
  const wanted = `t.id = ${values.add(null, 'uuid')} and ${condition(model, reachOf(model, level), 't', values)}`;
  return {
    name: `lock ${model.table} ${level}`, values,
    text: `select ${columnsOf(model)} from ${tableOf(model)} t where ${wanted} for no key update of t`,
  };
}
