/**
 * Service levels: what we promise for which tickets. The one that holds for a ticket is the first, in their order, whose
 * every condition is satisfied; so which it is, and why, can be told.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, flag, number, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { duration } from '../../kernel/values/duration.ts';
import { Calendar } from '../clocks/calendar.ts';
import { LifecycleStage } from '../customers/customer.ts';
import { Team } from '../identity/team.ts';
import { TicketCategory } from './ticket-category.ts';
import { TicketKind, TicketPriority } from './ticket-kinds.ts';

export const ServiceLevelMetric = choices('ServiceLevelMetric', 'What a service level promises. May grow.', {
  FIRST_RESPONSE: 'That a person answers for the first time.',
  NEXT_RESPONSE: 'That a person answers when the customer wrote again.',
  RESOLUTION: 'That it is resolved; while it is on hold, or waits for the customer, no time counts.',
});
export type ServiceLevelMetric = Choice<typeof ServiceLevelMetric>;

export const ServiceLevelCriterion = choices('ServiceLevelCriterion', 'By what a service level is chosen. May grow.', {
  KIND: 'The kind of the ticket.',
  PRIORITY: 'Its priority.',
  CATEGORY: 'Its category, or one above that.',
  TEAM: 'The team that sees to it.',
  CUSTOMER_TAG: 'A tag of its customer.',
  CUSTOMER_STAGE: 'The stage of its customer.',
});
export type ServiceLevelCriterion = Choice<typeof ServiceLevelCriterion>;

export const MOST_LEVELS = 100;
export const MOST_TARGETS = 12;

type Detail = 'name' | 'position' | 'active' | 'calendar' | 'warnShare' | 'kinds' | 'priorities' | 'category' | 'team' | 'customerTag' | 'customerStage';
export type ServiceLevelDetails = { readonly [D in Detail]?: ServiceLevel[D] | undefined };

@model('What we promise for which tickets. Of those whose every condition is satisfied, the first by position holds.', {
  prefix: 'slv', read: null,
  orders: { POSITION_ASC: { field: 'position', direction: 'asc', description: 'In the order in which they are tried.' } },
  unique: { service_level_name: ['SERVICE_LEVEL_NAME_TAKEN', 'A service level of this name exists already.'] },
})
export class ServiceLevel extends Entity {
  @text('What it is called; unique in the organisation.')
  name!: string;

  @number('Its place among the others: the lowest is tried first, of equals the oldest.', { min: 0, max: 1_000_000 })
  position!: number;

  @flag('Whether it is tried.')
  active = true;

  @belongsTo(() => Calendar, 'By whose hours its promises count.')
  calendar!: Ref<Calendar>;

  @number('Its clocks warn when so many percent of their target are used. Null: they do not.', { optional: true, min: 1, max: 99 })
  warnShare: number | null = 75;

  @choice(TicketKind, 'For tickets of these kinds. Empty: of any.', { list: true, most: 20 })
  kinds: TicketKind[] = [];

  @choice(TicketPriority, 'For tickets of these priorities. Empty: of any.', { list: true, most: 20 })
  priorities: TicketPriority[] = [];

  @belongsTo(() => TicketCategory, 'For tickets of this category and those below it. Null: of any, or none.', { optional: true })
  category: Ref<TicketCategory> | null = null;

  @belongsTo(() => Team, 'For tickets of this team. Null: of any, or none.', { optional: true })
  team: Ref<Team> | null = null;

  @text('For tickets of customers with this tag, whatever its case. Null: of any.', { optional: true, max: 50 })
  customerTag: string | null = null;

  @choice(LifecycleStage, 'For tickets of customers at this stage. Null: of any.', { optional: true })
  customerStage: LifecycleStage | null = null;

  static create(details: ServiceLevelDetails & { readonly name: string; readonly position: number; readonly calendar: Ref<Calendar> }): ServiceLevel {
    const level = new ServiceLevel();
    level.take(details);
    announce(level, 'serviceLevel.created');
    return level;
  }

  update(details: ServiceLevelDetails): void {
    this.take(details);
    announce(this, 'serviceLevel.updated');
  }

  promiseAnew(): void {
    announce(this, 'serviceLevel.promisedAnew');
  }

  private take(details: ServiceLevelDetails): void {
    Object.assign(this, Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)));
  }
}

@model('One promise of a service level: what is to happen within how much business time, at which priority.', {
  prefix: 'slt', read: null, partOf: 'serviceLevel',
  unique: { service_level_target_once: ['SERVICE_LEVEL_TARGET_TWICE', 'The same was promised twice at one priority.'] },
})
export class ServiceLevelTarget extends Entity {
  @belongsTo(() => ServiceLevel, 'Of which service level.', { inverse: { name: 'targets', description: 'What it promises.', max: MOST_TARGETS } })
  serviceLevel!: Ref<ServiceLevel>;

  @choice(TicketPriority, 'At which priority of the ticket.')
  priority!: TicketPriority;

  @choice(ServiceLevelMetric, 'What is promised.')
  metric!: ServiceLevelMetric;

  @text('Within how much business time, in hours, such as `PT8H`.', { value: duration })
  within!: string;

  static of(facts: Pick<ServiceLevelTarget, 'serviceLevel' | 'priority' | 'metric' | 'within'>): ServiceLevelTarget {
    return Object.assign(new ServiceLevelTarget(), facts);
  }
}
