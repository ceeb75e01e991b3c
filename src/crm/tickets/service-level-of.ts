/** The service level that holds for a ticket: the one it has, with its promises, or chosen anew by what the ticket is now. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { Calendar } from '../clocks/calendar.ts';
import type { Customer } from '../customers/customer.ts';
import { chooseServiceLevel, type TicketFacts } from './choose-service-level.ts';
import { MOST_LEVELS, ServiceLevel, ServiceLevelTarget } from './service-level.ts';
import { categoryTree } from './ticket-category.resolver.ts';
import { ServiceLevelInForce } from './tend-clocks.ts';
import type { Ticket } from './ticket.ts';

interface CustomerFacts {
  readonly stage: Customer['stage'];
  /** In lower case. */
  readonly tags: readonly string[];
}

/** Chosen anew: when a ticket is opened, and when its kind, priority, category or team change. */
export async function chooseLevel(ticket: Ticket, transaction: Transaction): Promise<ServiceLevelInForce | null> {
  const levels = await transaction.all(ServiceLevel, { active: true }, MOST_LEVELS);
  const chosen = levels.length === 0 ? null : chooseServiceLevel(levels, await factsOf(ticket, levels, transaction));
  ticket.promise(chosen?.level ?? null, chosen?.satisfied ?? []);
  return chosen ? inForce(chosen.level, transaction) : null;
}

/** The one it has, whether or not it would be chosen today. */
export async function levelOf({ serviceLevel }: Ticket, transaction: Transaction): Promise<ServiceLevelInForce | null> {
  const [level] = serviceLevel ? await transaction.all(ServiceLevel, { id: serviceLevel.id }) : [];
  return level ? inForce(level, transaction) : null;
}

async function inForce(level: ServiceLevel, { all }: Transaction): Promise<ServiceLevelInForce> {
  const [[calendar], targets] = await Promise.all([all(Calendar, { id: level.calendar.id }), all(ServiceLevelTarget, { serviceLevel: level.id })]);
  if (!calendar) throw new Error('a service level has a calendar');
  return new ServiceLevelInForce(level, calendar, targets);
}

/** What the conditions of these levels look at, whether or not who asks reaches the customer; what none of them asks about is not looked up. */
export async function factsOf({ kind, priority, category, team, customer }: Ticket, levels: readonly ServiceLevel[], context: Pick<Context, 'all' | 'ask'>): Promise<TicketFacts> {
  const asked = (condition: 'category' | 'customerTag' | 'customerStage'): boolean => levels.some((level) => level[condition] !== null);
  const [tree, [known]] = await Promise.all([
    category && asked('category') ? categoryTree(context) : null,
    customer && (asked('customerTag') || asked('customerStage')) ? context.ask<CustomerFacts>('service_level_facts', customer.id) : [],
  ]);
  return {
    kind, priority, team: team?.id ?? null, customerStage: known?.stage ?? null,
    categories: category && tree ? tree.upFrom(category.id) : [],
    customerTags: known?.tags ?? [],
  };
}
