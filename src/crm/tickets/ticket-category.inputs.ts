/** What can be said of categories of tickets. */
import { expectedVersion, flag, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { TicketCategory } from './ticket-category.ts';

@input('A new category of tickets.')
export class TicketCategoryCreateInput {
  @text('What it is called; unique among those of one parent.')
  name!: string;

  @id(() => TicketCategory, 'What it is a kind of. Null: it stands at the top.', { optional: true })
  parentId?: string | null;
}

@input('Attributes of a category to change; what is not given stays. Tickets that have it keep it.')
export class TicketCategoryUpdateInput {
  @id(() => TicketCategory, 'Which category.')
  categoryId!: string;

  @expectedVersion()
  expectedVersion?: number | null;

  @text('What it is called. Null: stays.', { optional: true })
  name?: string | null;

  @id(() => TicketCategory, 'What it is a kind of. Null: it comes to stand at the top.', { optional: true })
  parentId?: string | null;

  @flag('Whether it is offered for new tickets. Null: stays.', { optional: true })
  active?: boolean | null;
}
