/** Two tickets, locked in order of id, so that two who work on the same pair wait for each other instead of blocking each other. */
import type { Transaction } from '../../kernel/context.ts';
import { Ticket } from './ticket.ts';

export async function both(oneId: string, otherId: string, { get }: Transaction): Promise<[Ticket, Ticket]> {
  const lower = await get(Ticket, oneId < otherId ? oneId : otherId);
  const higher = await get(Ticket, oneId < otherId ? otherId : oneId);
  return lower.id === oneId ? [lower, higher] : [higher, lower];
}
