/** How the service levels judge tickets. Of all tickets of an answer at once, so that what is the same for them is read once. */
import DataLoader from 'dataloader';
import type { Context } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, flag, type ModelClass, type Ref } from '../../kernel/fields.ts';
import { modelOf, result } from '../../kernel/model.ts';
import type { Match } from '../../kernel/predicates.ts';
import { inOrder, judge } from './choose-service-level.ts';
import { factsOf } from './service-level-of.ts';
import { MOST_LEVELS, ServiceLevel, ServiceLevelCriterion } from './service-level.ts';
import { Ticket } from './ticket.ts';

@result('How one service level judges a ticket.')
export class ServiceLevelVerdict {
  @belongsTo(() => ServiceLevel, 'Which service level.')
  serviceLevel!: Ref<ServiceLevel>;

  @flag('Whether every condition it has is satisfied. The first that fits would be chosen.')
  fits!: boolean;

  @choice(ServiceLevelCriterion, 'Its conditions that are satisfied.', { list: true, most: 6 })
  satisfied!: ServiceLevelCriterion[];

  @choice(ServiceLevelCriterion, 'The first of its conditions that is not. Null: it fits.', { optional: true })
  failed!: ServiceLevelCriterion | null;
}

const judges = new WeakMap<Context, DataLoader<string, ServiceLevelVerdict[]>>();

/** By the id of the ticket. */
export function verdictsOn(ticketId: string, context: Context): Promise<ServiceLevelVerdict[]> {
  let judging = judges.get(context);
  if (!judging) {
    judging = new DataLoader((ids) => judgeAll(ids, context), { cache: false, maxBatchSize: 200 });
    judges.set(context, judging);
  }
  return judging.load(ticketId);
}

async function judgeAll(ids: readonly string[], context: Context): Promise<(ServiceLevelVerdict[] | Error)[]> {
  const levels = inOrder(await context.all(ServiceLevel, { active: true }, MOST_LEVELS));
  const asking = { all: once(context), ask: context.ask };
  return Promise.all(ids.map(async (id) => {
    try {
      const facts = await factsOf(await context.get(Ticket, id), levels, asking);
      return levels.map((level) => {
        const { satisfied, failed } = judge(level, facts);
        return Object.assign(new ServiceLevelVerdict(), { serviceLevel: level, fits: failed === null, satisfied: [...satisfied], failed });
      });
    } catch (error) {
      return error as Error;
    }
  }));
}

/** What is asked again is answered as before. */
function once({ all }: Context): Context['all'] {
  const known = new Map<string, Promise<Entity[]>>();
  return <T extends Entity>(model: ModelClass<T>, match: Match<T>, ...more: [number?]): Promise<T[]> => {
    const question = JSON.stringify([modelOf(model).name, match, ...more]);
    const answer = known.get(question) ?? all(model, match, ...more);
    known.set(question, answer);
    return answer as Promise<T[]>;
  };
}
