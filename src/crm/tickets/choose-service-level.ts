/** Which service level holds for a ticket, and why not those tried before it: a pure rule. */
import type { Customer } from '../customers/customer.ts';
import type { ServiceLevel, ServiceLevelCriterion } from './service-level.ts';
import type { Ticket } from './ticket.ts';

/** What of a ticket the conditions look at. */
export interface TicketFacts extends Pick<Ticket, 'kind' | 'priority'> {
  /** Its category and all above that. */
  readonly categories: readonly string[];
  readonly team: string | null;
  /** In lower case. */
  readonly customerTags: readonly string[];
  readonly customerStage: Customer['stage'] | null;
}

export type LevelConditions = Pick<ServiceLevel, 'kinds' | 'priorities' | 'category' | 'team' | 'customerTag' | 'customerStage'>;

interface Verdict<L> {
  readonly level: L;
  /** The conditions that it has and that are satisfied. */
  readonly satisfied: readonly ServiceLevelCriterion[];
  /** The first that is not; null when the level fits. */
  readonly failed: ServiceLevelCriterion | null;
}

/** Each condition that a level has: null where it has none. */
const CRITERIA: Readonly<Record<ServiceLevelCriterion, (level: LevelConditions, facts: TicketFacts) => boolean | null>> = {
  KIND: ({ kinds }, { kind }) => (kinds.length > 0 ? kinds.includes(kind) : null),
  PRIORITY: ({ priorities }, { priority }) => (priorities.length > 0 ? priorities.includes(priority) : null),
  CATEGORY: ({ category }, { categories }) => category && categories.includes(category.id),
  TEAM: ({ team }, facts) => team && facts.team === team.id,
  CUSTOMER_TAG: ({ customerTag }, { customerTags }) => (customerTag === null ? null : customerTags.includes(customerTag.toLowerCase())),
  CUSTOMER_STAGE: ({ customerStage }, facts) => (customerStage === null ? null : facts.customerStage === customerStage),
};

export function judge<L extends LevelConditions>(level: L, facts: TicketFacts): Verdict<L> {
  const judged = Object.entries(CRITERIA).map(([criterion, holds]) => [criterion as ServiceLevelCriterion, holds(level, facts)] as const);
  return {
    level,
    satisfied: judged.filter(([, holds]) => holds === true).map(([criterion]) => criterion),
    failed: judged.find(([, holds]) => holds === false)?.[0] ?? null,
  };
}

/** In the order in which they are tried. */
export function inOrder<L extends Pick<ServiceLevel, 'id' | 'position'>>(levels: readonly L[]): L[] {
  return levels.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The verdict on the level that holds. Null: none fits. */
export function chooseServiceLevel<L extends LevelConditions & Pick<ServiceLevel, 'id' | 'position' | 'active'>>(levels: readonly L[], facts: TicketFacts): Verdict<L> | null {
  return inOrder(levels.filter(({ active }) => active)).map((level) => judge(level, facts)).find(({ failed }) => failed === null) ?? null;
}
