/** Makes service levels and changes them, with their promises. */
import type { Transaction } from '../../kernel/context.ts';
import { each, NotFound, Refusal } from '../../kernel/refusal.ts';
import { checkTarget } from '../clocks/clock-timing.ts';
import { findCalendar } from '../clocks/find-calendar.ts';
import { findAssignees } from '../tasks/find-assignees.ts';
import type { ServiceLevelCreateInput, ServiceLevelTargetInput, ServiceLevelUpdateInput } from './service-level.inputs.ts';
import { MOST_LEVELS, ServiceLevel, ServiceLevelTarget, type ServiceLevelDetails } from './service-level.ts';
import { TicketCategory } from './ticket-category.ts';

export async function createServiceLevel(input: ServiceLevelCreateInput, transaction: Transaction): Promise<ServiceLevel> {
  const { name, position, calendarId, targets } = input;
  const { all, add } = transaction;
  const levels = await all(ServiceLevel, {}, MOST_LEVELS);
  if (levels.length >= MOST_LEVELS) throw new Refusal('TOO_MANY_SERVICE_LEVELS', `There are ${MOST_LEVELS} service levels, which is as many as can be. Reuse one.`);
  const calendar = await findCalendar(calendarId, transaction);
  const last = Math.max(0, ...levels.map((level) => level.position));
  const level = add(ServiceLevel.create({ name, calendar, position: position ?? last + 10, ...await conditions(input, transaction) }));
  promise(level, targets, transaction);
  return level;
}

export async function updateServiceLevel(input: ServiceLevelUpdateInput, transaction: Transaction): Promise<ServiceLevel> {
  const { serviceLevelId, expectedVersion, name, position, active, calendarId, targets } = input;
  const { get, all, remove, flush } = transaction;
  const level = await get(ServiceLevel, serviceLevelId, expectedVersion);
  const calendar = calendarId ? await findCalendar(calendarId, transaction) : undefined;
  level.update({ name: name ?? undefined, position: position ?? undefined, active: active ?? undefined, calendar, ...await conditions(input, transaction) });
  if (!targets) return level;
  (await all(ServiceLevelTarget, { serviceLevel: level.id })).forEach(remove);
  await flush(); // the same is promised once
  promise(level, targets, transaction);
  level.promiseAnew();
  return level;
}

async function conditions(input: ServiceLevelCreateInput | ServiceLevelUpdateInput, transaction: Transaction): Promise<ServiceLevelDetails> {
  const { warnShare, kinds, priorities, categoryId, teamId, customerTag, customerStage } = input;
  const { team } = await findAssignees(teamId === undefined ? {} : { teamId }, transaction);
  const [category] = categoryId ? await transaction.all(TicketCategory, { id: categoryId }) : [null];
  if (category === undefined) throw new NotFound('TicketCategory');
  return {
    warnShare, customerTag, customerStage, team, kinds: kinds ?? undefined, priorities: priorities ?? undefined,
    ...(categoryId === undefined ? {} : { category }),
  };
}

/** In hours: the calendar may one day close at night, and then a day would have no length. */
function promise(level: ServiceLevel, targets: readonly ServiceLevelTargetInput[], { add }: Transaction): void {
  each('targets', targets, ({ within }) => {
    checkTarget(within, false, ['within']);
    if (within === 'PT0S') throw new Refusal('TARGET_OF_NOTHING', 'Nothing can be done within no time at all.', { field: ['within'] });
  });
  const named = targets.map(({ priority, metric }) => `${priority} ${metric}`);
  const twice = named.findIndex((name, i) => named.indexOf(name) !== i);
  if (twice >= 0) throw new Refusal('SERVICE_LEVEL_TARGET_TWICE', 'The same is promised twice at one priority.', { field: ['targets', String(twice)] });
  for (const { priority, metric, within } of targets) add(ServiceLevelTarget.of({ serviceLevel: level, priority, metric, within }));
}
