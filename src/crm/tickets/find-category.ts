/** The category somebody names for a ticket, if it is offered. It is not locked, since many tickets share it. */
import type { Transaction } from '../../kernel/context.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { TicketCategory } from './ticket-category.ts';

/** Undefined where nothing is said of it. */
export async function findCategory(id: string | null | undefined, { all }: Transaction): Promise<TicketCategory | null | undefined> {
  if (id == null) return id;
  const [category] = await all(TicketCategory, { id });
  if (!category) throw new NotFound('TicketCategory');
  if (!category.active) throw new Refusal('TICKET_CATEGORY_NOT_ACTIVE', `The category “${category.name}” is out of use. Choose another one.`, { field: ['categoryId'] });
  return category;
}
