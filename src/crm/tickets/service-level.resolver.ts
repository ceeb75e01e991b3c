/** Operations on service levels, and how the rules judge a ticket. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, listOf, MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { measureAttainment, MOST_ATTAINMENTS, ServiceLevelAttainment, ServiceLevelAttainmentArgs } from './attainment.ts';
import { createServiceLevel, updateServiceLevel } from './define-service-level.ts';
import { ServiceLevelVerdict, verdictsOn } from './judge-tickets.ts';
import { ServiceLevelCreateInput, ServiceLevelUpdateInput } from './service-level.inputs.ts';
import { MOST_LEVELS, ServiceLevel } from './service-level.ts';
import { Ticket } from './ticket.ts';

export class ServiceLevelResolver {
  @query(pageOf(ServiceLevel), MEMBER, 'Service levels in the order in which they are tried, also those no longer in use.')
  serviceLevels(args: PageArgs, { page }: Context) {
    return page(ServiceLevel, args);
  }

  @query(listOf(ServiceLevelAttainment, MOST_ATTAINMENTS), 'clock:read', `How the promises of each service level were kept in a period, for tickets you reach: the service levels in their order, and of each what was promised. At most ${MOST_ATTAINMENTS}.`, { args: ServiceLevelAttainmentArgs })
  serviceLevelAttainment(args: ServiceLevelAttainmentArgs, context: Context) {
    return measureAttainment(args, context);
  }

  @field(() => Ticket, listOf(ServiceLevelVerdict, MOST_LEVELS), 'ticket:read', `How the service levels in use judge it as it is now, in the order in which they are tried; it has the one that fitted first when it was opened, or last changed in kind, priority, category or team. At most ${MOST_LEVELS}.`)
  serviceLevelVerdicts({ id }: Ticket, _: object, context: Context) {
    return verdictsOn(id, context);
  }

  @mutation(ServiceLevel, 'serviceLevel:create', 'Adds a service level: what is promised, for which tickets.', { input: ServiceLevelCreateInput })
  serviceLevelCreate(input: ServiceLevelCreateInput, transaction: Transaction) {
    return createServiceLevel(input, transaction);
  }

  @mutation(ServiceLevel, 'serviceLevel:update', 'Changes a service level, its place among the others, or takes it out of use.', { input: ServiceLevelUpdateInput })
  serviceLevelUpdate(input: ServiceLevelUpdateInput, transaction: Transaction) {
    return updateServiceLevel(input, transaction);
  }
}
