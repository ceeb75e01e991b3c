/**
 * The board of a pipeline: its open opportunities stage by stage, counted and summed where they lie, so that a column of
 * thousands costs no more than one of ten. Sums are of one currency each. In the base currency they are totals only when a
 * rate leads there from every currency; else the total is null and says which currencies lack one.
 */
import type { Context } from '../../kernel/context.ts';
import { belongsTo, day, decimal, money, number, object, text, type Ref } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { matching, type Predicate } from '../../kernel/predicates.ts';
import type { Tally } from '../../kernel/tallies.ts';
import { currencyCode } from '../../kernel/values/currency-code.ts';
import type { Money } from '../../kernel/values/money.ts';
import { Organization } from '../identity/organization.ts';
import { routeBetween, shownRate, totalIn, validOn, type Route } from './conversion.ts';
import { Opportunity } from './opportunity.ts';
import type { PipelineBoardArgs } from './pipeline.inputs.ts';
import { Pipeline } from './pipeline.ts';
import { quotesOn } from './quotes.ts';
import { Stage } from './stage.ts';
import { stalledSince } from './stalled.ts';
import { dayIn } from './today.ts';

@result('What amounts of several currencies are together.')
export class CurrencyTotals {
  @money('The sum in each currency there is, by its code; at most one for each currency.', { list: true, most: 200 })
  sums!: Money[];

  @money('All sums converted to the base currency, each rounded half up. Null: a rate is missing.', { optional: true })
  total!: Money | null;

  @text('Currencies from which no rate leads to the base currency, so that there is no total; empty when there is one.', { list: true, most: 200, value: currencyCode })
  unrated!: string[];
}

@result('The rate by which a currency was converted.')
export class RateUsed {
  @text('From which currency.', { value: currencyCode })
  currency!: string;

  @decimal('So many units of the base currency are one unit of it; rounded to ten decimals where it follows from others.', { decimals: 10 })
  rate!: string;

  @day('The day from which it holds; of several rates the earliest.')
  validOn!: string;

  @text('Who says so; several where it follows from several rates.')
  source!: string;
}

@result('A stage on the board, with the open opportunities in it.')
export class PipelineColumn {
  @belongsTo(() => Stage, 'Which stage.')
  stage!: Ref<Stage>;

  @number('How many are open in it.')
  count!: number;

  @number('How many of them are stalled.')
  stalledCount!: number;

  @object(() => CurrencyTotals, 'What they are worth. Those without an amount count as nothing.')
  worth!: CurrencyTotals;

  @object(() => CurrencyTotals, 'What they are worth by their probability: the sum of their weighted amounts.')
  weighted!: CurrencyTotals;

  /** What its cards are found by. */
  cards!: Predicate;
}

@result('The open opportunities of a pipeline, stage by stage.')
export class PipelineBoard {
  @belongsTo(() => Pipeline, 'Which pipeline.')
  pipeline!: Ref<Pipeline>;

  @text('The base currency of the organisation, in which totals are told.', { value: currencyCode })
  baseCurrency!: string;

  @object(() => PipelineColumn, 'Its stages in their order. One that was put away is among them while something open stands in it.', { list: true, most: 100 })
  columns!: PipelineColumn[];

  @object(() => CurrencyTotals, 'What all columns are worth together.')
  worth!: CurrencyTotals;

  @object(() => CurrencyTotals, 'What all columns are worth together by probability.')
  weighted!: CurrencyTotals;

  @object(() => RateUsed, 'By which rates totals were converted: one for each currency that has one.', { list: true, most: 200 })
  rates!: RateUsed[];
}

export async function boardOf({ pipelineId, ownerId, teamId, ratesOn }: PipelineBoardArgs, context: Context): Promise<PipelineBoard | null> {
  const { all, tally, actor, now } = context;
  const open: Predicate = { all: [
    matching<Opportunity>({ pipeline: pipelineId, status: 'OPEN' }),
    ...(ownerId ? [matching<Opportunity>({ owner: ownerId })] : []),
    ...(teamId ? [matching<Opportunity>({ team: teamId })] : []),
  ] };
  const [[pipeline], stages, [organization], tallies] = await Promise.all([
    all(Pipeline, { id: pipelineId }), all(Stage, { pipeline: pipelineId }), all(Organization, { id: actor.tenant }),
    tally(Opportunity, { by: ['stage'], sum: ['amount', 'weightedAmount'], where: open }),
  ]);
  if (!pipeline || !organization) return null;
  const base = organization.baseCurrency;
  const limits = new Map(stages.map((stage) => [stage.id, stalledSince(stage.stalledAfter, now())]));
  const [quotes, stalled] = await Promise.all([
    quotesOn(ratesOn ?? dayIn(organization.timeZone, now()), context),
    tally(Opportunity, { by: ['stage'], where: { all: [open, { any: [...limits].flatMap(([stage, limit]) => (limit ? [enteredBy(stage, limit)] : [])) }] } }),
  ]);
  const routes = new Map(tallies.map(({ of }) => String(of['currency'])).map((currency) => [currency, routeBetween(currency, base, quotes)]));
  const totals = (of: readonly Tally[], field: string): CurrencyTotals => totalsOf(of.map(({ sums }) => sums[field]!), base, routes);

  const columns = stages.sort((a, b) => a.position - b.position).flatMap((stage) => {
    const own = tallies.filter(({ of }) => of['stage'] === stage.id);
    if (stage.archivedAt && own.length === 0) return [];
    return [Object.assign(new PipelineColumn(), {
      stage, count: own.reduce((sum, { count }) => sum + count, 0), stalledCount: stalled.find(({ of }) => of['stage'] === stage.id)?.count ?? 0,
      worth: totals(own, 'amount'), weighted: totals(own, 'weightedAmount'), cards: { all: [open, matching<Opportunity>({ stage: stage.id })] },
    })];
  });
  return Object.assign(new PipelineBoard(), {
    pipeline, baseCurrency: base, columns, worth: totals(tallies, 'amount'), weighted: totals(tallies, 'weightedAmount'), rates: ratesUsed(routes, base),
  });
}

const enteredBy = (stage: string, limit: Date): Predicate =>
  ({ all: [matching<Opportunity>({ stage }), { field: 'stageEnteredAt', is: 'lte', value: limit.toISOString() }] });

/** Several stages have sums of one currency. */
function totalsOf(sums: readonly Money[], base: string, routes: ReadonlyMap<string, Route | null>): CurrencyTotals {
  const each = [...Map.groupBy(sums, ({ currency }) => currency)].map(([, parts]) => parts.reduce((sum, part) => sum.plus(part)));
  const perCurrency = each.sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const { total, lacking } = totalIn(base, perCurrency, routes);
  return Object.assign(new CurrencyTotals(), { sums: perCurrency, total, unrated: lacking });
}

function ratesUsed(routes: ReadonlyMap<string, Route | null>, base: string): RateUsed[] {
  return [...routes].filter(([currency]) => currency !== base).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([currency, route]) =>
    (route ? [Object.assign(new RateUsed(), {
      currency, rate: shownRate(route), validOn: validOn(route), source: [...new Set(route.quotes.map(({ source }) => source))].join(', '),
    })] : []));
}
