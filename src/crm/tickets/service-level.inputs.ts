/** What can be said of service levels. */
import { choice, expectedVersion, flag, id, number, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { duration } from '../../kernel/values/duration.ts';
import { Calendar } from '../clocks/calendar.ts';
import { LifecycleStage } from '../customers/customer.ts';
import { Team } from '../identity/team.ts';
import { MOST_TARGETS, ServiceLevel, ServiceLevelMetric } from './service-level.ts';
import { TicketCategory } from './ticket-category.ts';
import { TicketKind, TicketPriority } from './ticket-kinds.ts';

@input('A promise of a service level.')
export class ServiceLevelTargetInput {
  @choice(TicketPriority, 'At which priority of the ticket.')
  priority!: TicketPriority;

  @choice(ServiceLevelMetric, 'What is promised.')
  metric!: ServiceLevelMetric;

  @text('Within how much business time, in hours: `PT8H`.', { value: duration })
  within!: string;
}

abstract class Conditions {
  @number('Its clocks warn when so many percent of their target are used. Null: they do not.', { optional: true, min: 1, max: 99 })
  warnShare?: number | null;

  @choice(TicketKind, 'For tickets of these kinds; empty: of any. Null: nothing is said of it.', { list: true, most: 20, optional: true })
  kinds?: TicketKind[] | null;

  @choice(TicketPriority, 'For tickets of these priorities; empty: of any. Null: nothing is said of it.', { list: true, most: 20, optional: true })
  priorities?: TicketPriority[] | null;

  @id(() => TicketCategory, 'For tickets of this category and those below it. Null: of any.', { optional: true })
  categoryId?: string | null;

  @id(() => Team, 'For tickets of this team. Null: of any.', { optional: true })
  teamId?: string | null;

  @text('For tickets of customers with this tag. Null: of any.', { optional: true, max: 50 })
  customerTag?: string | null;

  @choice(LifecycleStage, 'For tickets of customers at this stage. Null: of any.', { optional: true })
  customerStage?: LifecycleStage | null;
}

@input('A new service level. What is not said is no condition.')
export class ServiceLevelCreateInput extends Conditions {
  @text('What it is called; unique in the organisation.')
  name!: string;

  @number('Its place among the others: the lowest is tried first. Null: after all there are.', { optional: true, min: 0, max: 1_000_000 })
  position?: number | null;

  @id(() => Calendar, 'By whose hours its promises count. Null: by the default.', { optional: true })
  calendarId?: string | null;

  @object(() => ServiceLevelTargetInput, 'What it promises.', { list: true, most: MOST_TARGETS })
  targets!: ServiceLevelTargetInput[];
}

@input('What to change of a service level; what is not given stays. Tickets get what is promised then when they next change.')
export class ServiceLevelUpdateInput extends Conditions {
  @id(() => ServiceLevel, 'Which service level.')
  serviceLevelId!: string;

  @expectedVersion()
  expectedVersion?: number | null;

  @text('What it is called. Null: stays.', { optional: true })
  name?: string | null;

  @number('Its place among the others. Null: stays.', { optional: true, min: 0, max: 1_000_000 })
  position?: number | null;

  @flag('Whether it is tried. Null: stays.', { optional: true })
  active?: boolean | null;

  @id(() => Calendar, 'By whose hours its promises count. Null: stays.', { optional: true })
  calendarId?: string | null;

  @object(() => ServiceLevelTargetInput, 'All its promises, in place of those it has. Null: they stay.', { list: true, most: MOST_TARGETS, optional: true })
  targets?: ServiceLevelTargetInput[] | null;
}
