/**
 * How many there are, and how much they are together: one grouped statement over what the asker reaches. Sums are exact,
 * and of one currency each, because the currency of what is summed is always grouped by.
 */
import { reachOf } from '../../kernel/actor.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { currencyOf, modelOf, type ModelSpec } from '../../kernel/model.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { Hidden } from '../../kernel/refusal.ts';
import type { Tally, TallyOptions } from '../../kernel/tallies.ts';
import { Money } from '../../kernel/values/money.ts';
import { condition } from '../database/condition.ts';
import { column, quoted, tableOf, Values } from '../database/statement.ts';
import type { Asking } from './children.ts';

/** More groups than anybody looks at would be a list, which is what pages are for. */
const MOST_GROUPS = 10_000;

interface Group {
  readonly model: ModelSpec;
  readonly field: FieldSpec;
  /** Of the table that it is a column of. */
  readonly alias: string;
}

export async function tallyOf({ actor, run }: Asking, model: ModelSpec, { by, sum = [], where }: TallyOptions): Promise<Tally[]> {
  const sums = sum.map((name) => model.field(name));
  const asked = by.map((one): Group => (typeof one === 'string' ? { model, field: model.field(one), alias: 't' } : { model: modelOf(one.of), field: modelOf(one.of).field(one.by), alias: one.node }));
  const currencies = sums.map((field) => currencyOf(model, field)).filter((field, i, all) => all.indexOf(field) === i && !asked.some((group) => group.field === field));
  const groups = [...asked, ...currencies.map((field): Group => ({ model, field, alias: 't' }))];
  for (const of of [...groups, ...sums.map((field) => ({ model, field }))]) {
    const name = `${of.model.name}.${of.field.name}`;
    if (actor.hidden.has(name)) throw new Hidden(name);
  }
  const joins = by.map((one) => (typeof one === 'string' ? '' : ` left join ${tableOf(modelOf(one.of))} ${quoted(one.node)} on ${quoted(one.node)}.id = ${column('t', model.link(one.node))}`)).join('');
  const values = new Values();
  const wanted = condition(model, { all: [reachOf(model, actor.reach), where] satisfies Predicate[] }, 't', values);
  const places = groups.map((_, i) => `${i + 1}`).join(', ');
  const rows = await run({
    text: `select ${[...groups.map(({ alias, field }) => column(quoted(alias), field)), 'count(*)::int', ...sums.map((field) => `coalesce(sum(${column('t', field)}), 0)::text`)].map((one, i) => `${one} as c${i}`).join(', ')}
      from ${tableOf(model)} t${joins} where ${wanted}${groups.length > 0 ? ` group by ${places} order by ${places}` : ''} limit ${MOST_GROUPS}`,
    values: values.of(actor),
  });
  return rows.map((row) => {
    const key = (field: FieldSpec): unknown => row[`c${groups.findIndex((group) => group.field === field)}`] ?? null;
    return {
      of: Object.fromEntries(groups.map(({ field }) => [field.name, key(field)])),
      count: Number(row[`c${groups.length}`]),
      sums: Object.fromEntries(sums.map((field, i) => [field.name, new Money(BigInt(String(row[`c${groups.length + 1 + i}`])), String(key(currencyOf(model, field))))])),
    };
  });
}
