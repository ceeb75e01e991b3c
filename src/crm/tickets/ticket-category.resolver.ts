/** Operations on categories of tickets. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { MEMBER, mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { TicketCategoryCreateInput, TicketCategoryUpdateInput } from './ticket-category.inputs.ts';
import { CategoryTree, MOST_CATEGORIES, TicketCategory } from './ticket-category.ts';

export class TicketCategoryResolver {
  @query(pageOf(TicketCategory), MEMBER, 'Categories of tickets, also those no longer offered.')
  ticketCategories(args: PageArgs, { page }: Context) {
    return page(TicketCategory, args);
  }

  @mutation(TicketCategory, 'ticketCategory:create', 'Adds a category of tickets.', { input: TicketCategoryCreateInput })
  async ticketCategoryCreate({ name, parentId }: TicketCategoryCreateInput, transaction: Transaction) {
    const parent = parentId ? await transaction.get(TicketCategory, parentId) : null;
    return transaction.add(TicketCategory.create(name, parent, await categoryTree(transaction)));
  }

  @mutation(TicketCategory, 'ticketCategory:update', 'Renames a category, moves it in the tree, or takes it out of use.', { input: TicketCategoryUpdateInput })
  async ticketCategoryUpdate({ categoryId, expectedVersion, name, parentId, active }: TicketCategoryUpdateInput, transaction: Transaction) {
    const category = await transaction.get(TicketCategory, categoryId, expectedVersion);
    if (parentId !== undefined) {
      const parent = parentId ? await transaction.get(TicketCategory, parentId) : null;
      category.moveUnder(parent, await categoryTree(transaction));
    }
    category.update({ name: name ?? undefined, active: active ?? undefined });
    return category;
  }
}

export async function categoryTree({ all }: Pick<Context, 'all'>): Promise<CategoryTree> {
  return new CategoryTree(await all(TicketCategory, {}, MOST_CATEGORIES));
}
