/** How many opportunities are open in a stage or pipeline: of those that the actor reaches, as all that is asked. */
import type { Context } from '../../kernel/context.ts';
import { matching } from '../../kernel/predicates.ts';
import { Opportunity } from './opportunity.ts';

export async function openIn(place: { readonly stage: string } | { readonly pipeline: string }, { tally }: Pick<Context, 'tally'>): Promise<number> {
  const [open] = await tally(Opportunity, { by: [], where: matching<Opportunity>({ ...place, status: 'OPEN' }) });
  return open?.count ?? 0;
}
