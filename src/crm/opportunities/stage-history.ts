/** Keeps the history of an opportunity's stages: the visit it is on ends when the next begins, or when it is decided. */
import type { Transaction } from '../../kernel/context.ts';
import type { Opportunity } from './opportunity.ts';
import { StageVisit } from './stage-visit.ts';

export function enterHistory(opportunity: Opportunity, { add, actor }: Transaction): void {
  const { stage, stageEnteredAt: enteredAt } = opportunity;
  add(Object.assign(new StageVisit(), { opportunity, stage, enteredAt, movedBy: actor.kind === 'USER' ? { id: actor.id } : null }));
}

export async function leaveHistory(opportunity: Opportunity, at: Date, { all }: Transaction): Promise<void> {
  for (const visit of await all(StageVisit, { opportunity: opportunity.id, leftAt: null })) visit.leftAt = at;
}

/** Now, or when the last step was made: whoever waited for another's step began before it ended. */
export function momentOfStep({ stageEnteredAt, wonAt, lostAt }: Opportunity, { now }: Transaction): Date {
  return new Date(Math.max(now().getTime(), stageEnteredAt.getTime(), wonAt?.getTime() ?? 0, lostAt?.getTime() ?? 0));
}
