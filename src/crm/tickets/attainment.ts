/**
 * How promises were kept: of the clocks that began in a period, how many were met in time, broken or still run, by service
 * level and metric. They are counted where they lie, and only those of tickets within reach.
 */
import type { Context } from '../../kernel/context.ts';
import { belongsTo, choice, id, moment, number, object, type Ref } from '../../kernel/fields.ts';
import { input, result } from '../../kernel/model.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tally } from '../../kernel/tallies.ts';
import { MeasuredProportion } from '../../kernel/values/measured.ts';
import { wholeSecond } from '../clocks/clock-timing.ts';
import { Clock } from '../clocks/clock.ts';
import { Team } from '../identity/team.ts';
import { inOrder } from './choose-service-level.ts';
import { MOST_LEVELS, ServiceLevel, ServiceLevelMetric } from './service-level.ts';
import { Ticket } from './ticket.ts';

export const MOST_ATTAINMENTS = MOST_LEVELS * Object.keys(ServiceLevelMetric).length;
const LONGEST = 366 * 86_400_000;

@input('Of which promises.')
export class ServiceLevelAttainmentArgs {
  @moment('From when on: promises count by when their clocks began.')
  from!: Date;

  @moment('Until when, that moment not included; at most a year later.')
  until!: Date;

  @id(() => ServiceLevel, 'Of this service level only. Null: of each.', { optional: true })
  serviceLevelId?: string | null;

  @id(() => Team, 'Of tickets that are of this team now. Null: of all.', { optional: true })
  teamId?: string | null;
}

@result('How a promise of a service level was kept in a period. What was no longer needed, as by a merge, is not counted. Broken once stays broken, also where something else was promised then.')
export class ServiceLevelAttainment {
  @belongsTo(() => ServiceLevel, 'Of which service level; tickets count for the one they have now.')
  serviceLevel!: Ref<ServiceLevel>;

  @choice(ServiceLevelMetric, 'What was promised.')
  metric!: ServiceLevelMetric;

  @number('How often it was kept in time, and never broken before.')
  met!: number;

  @number('How often it was broken, also if it happened later, or something else was promised then.')
  breached!: number;

  @number('How often it was not broken and still may be kept.')
  running!: number;

  @object(() => MeasuredProportion, 'How many were kept, of those that were kept or broken.')
  attainment!: MeasuredProportion;
}

type Counts = Pick<ServiceLevelAttainment, 'met' | 'breached' | 'running'>;

export async function measureAttainment({ from, until, serviceLevelId, teamId }: ServiceLevelAttainmentArgs, context: Context): Promise<ServiceLevelAttainment[]> {
  if (until < from) throw new Refusal('PERIOD_ENDS_BEFORE_IT_BEGINS', '`until` lies before `from`.', { field: ['until'] });
  if (until.getTime() - from.getTime() > LONGEST) throw new Refusal('PERIOD_TOO_LONG', 'At most a year is counted at once.', { field: ['until'] });
  const levels = inOrder(await context.all(ServiceLevel, serviceLevelId ? { id: serviceLevelId } : {}, MOST_LEVELS));
  const period: Predicate = { all: [{ field: 'startedAt', is: 'gte', value: wholeSecond(from) }, { field: 'startedAt', is: 'lt', value: wholeSecond(until) }] };
  const ofLevels: Predicate = { all: [{ field: 'serviceLevel', is: 'in', value: levels.map(({ id }) => id) }, teamId ? { field: 'team', is: 'eq', value: teamId } : ANY] };
  const counts = await countAll({ all: [period, { node: 'subject', of: Ticket, where: ofLevels }] }, context);
  return levels.flatMap((level) => Object.values(ServiceLevelMetric).flatMap((metric) => {
    const { met, breached, running } = counts(level, metric);
    if (met + breached + running === 0) return []; // of metrics without a clock nothing is told
    return [Object.assign(new ServiceLevelAttainment(), { serviceLevel: level, metric, met, breached, running, attainment: MeasuredProportion.of(met, met + breached) })];
  }));
}

/** Of all service levels at once. */
async function countAll(where: Predicate, { tally }: Context): Promise<(level: ServiceLevel, metric: ServiceLevelMetric) => Counts> {
  const level = { node: 'subject', of: Ticket, by: 'serviceLevel' };
  const kept: Predicate = { field: 'firstBreachedAt', is: 'eq', value: null };
  const [whole, broken] = await Promise.all([
    tally(Clock, { by: [level, 'metric', 'state'], where: { all: [where, kept] } }), tally(Clock, { by: [level, 'metric'], where: { all: [where, { not: kept }] } }),
  ]);
  return ({ id }, metric) => {
    const own = (tallies: readonly Tally[]): Tally[] => tallies.filter(({ of }) => of['serviceLevel'] === id && of['metric'] === metric);
    const count = (...wanted: readonly Clock['state'][]): number => own(whole).filter(({ of }) => wanted.includes(of['state'] as Clock['state'])).reduce((sum, one) => sum + one.count, 0);
    return { met: count('MET'), breached: own(broken)[0]?.count ?? 0, running: count('RUNNING', 'PAUSED') };
  };
}
