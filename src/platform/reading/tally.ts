/**
 * How many there are, and how much they are together: one grouped statement over what the asker reaches. Sums are exact,
 * and of one currency each, because the currency of what is summed is always grouped by.
 */
import { reachOf } from '../../kernel/actor.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { currencyOf, type ModelSpec } from '../../kernel/model.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { Hidden } from '../../kernel/refusal.ts';
import type { Tally, TallyOptions } from '../../kernel/tallies.ts';
import { Money } from '../../kernel/values/money.ts';
import { condition } from '../database/condition.ts';
import { column, tableOf, Values } from '../database/statement.ts';
import type { Asking } from './children.ts';

/** More groups than anybody looks at would be a list, which is what pages are for. */
const MOST_GROUPS = 10_000;

export async function tallyOf({ actor, run }: Asking, model: ModelSpec, { by, sum = [], where }: TallyOptions): Promise<Tally[]> {
  const sums = sum.map((name) => model.field(name));
  const groups = [...new Set([...by.map((name) => model.field(name)), ...sums.map((field) => currencyOf(model, field))])];
  for (const { name } of [...groups, ...sums]) if (actor.hidden.has(`${model.name}.${name}`)) throw new Hidden(`${model.name}.${name}`);
  const values = new Values();
  const wanted = condition(model, { all: [reachOf(model, actor.reach), where] satisfies Predicate[] }, 't', values);
  const places = groups.map((_, i) => `${i + 1}`).join(', ');
  const rows = await run({
    text: `select ${[...groups.map((field) => column('t', field)), 'count(*)::int', ...sums.map((field) => `coalesce(sum(${column('t', field)}), 0)::text`)].map((one, i) => `${one} as c${i}`).join(', ')}
      from ${tableOf(model)} t where ${wanted}${groups.length > 0 ? ` group by ${places} order by ${places}` : ''} limit ${MOST_GROUPS}`,
    values: values.of(actor),
  });
  return rows.map((row) => {
    const key = (field: FieldSpec): unknown => row[`c${groups.indexOf(field)}`] ?? null;
    return {
      of: Object.fromEntries(groups.map((field) => [field.name, key(field)])),
      count: Number(row[`c${groups.length}`]),
      sums: Object.fromEntries(sums.map((field, i) => [field.name, new Money(BigInt(String(row[`c${groups.length + 1 + i}`])), String(key(currencyOf(model, field))))])),
    };
  });
}
