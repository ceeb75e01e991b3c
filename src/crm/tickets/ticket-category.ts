/** Categories of tickets: a small tree that the organisation makes for itself. */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, flag, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';

export const MOST_CATEGORIES = 500;
export const DEEPEST = 5;

@model('What a ticket is about, as the organisation sorts its tickets: a branch of a small tree.', {
  prefix: 'tca', read: null,
  orders: { NAME_ASC: { field: 'name', direction: 'asc', description: 'By name.' } },
  unique: { ticket_category_name: ['TICKET_CATEGORY_NAME_TAKEN', 'There is a category of this name under the same parent already.'] },
})
export class TicketCategory extends Entity {
  @text('What it is called; unique among those of one parent.')
  name!: string;

  @belongsTo(() => TicketCategory, 'What it is a kind of. Null: it stands at the top.', { optional: true, filter: true })
  parent: Ref<TicketCategory> | null = null;

  @flag('Whether it is offered for new tickets.')
  active = true;

  /** The parent's id, or nothing: so that names at the top are told apart too. */
  @text(undefined, { max: 40 })
  parentKey = '';

  static create(name: string, parent: TicketCategory | null, tree: CategoryTree): TicketCategory {
    if (tree.size >= MOST_CATEGORIES) throw new Refusal('TOO_MANY_TICKET_CATEGORIES', `There are ${MOST_CATEGORIES} categories, which is as many as can be. Reuse one.`);
    const category = Object.assign(new TicketCategory(), { name });
    category.moveUnder(parent, tree);
    announce(category, 'ticketCategory.created');
    return category;
  }

  update({ name, active }: { readonly name?: string | undefined; readonly active?: boolean | undefined }): void {
    this.name = name ?? this.name;
    this.active = active ?? this.active;
    announce(this, 'ticketCategory.updated');
  }

  moveUnder(parent: TicketCategory | null, tree: CategoryTree): void {
    const above = parent ? tree.upFrom(parent.id) : [];
    if (above.includes(this.id)) throw new Refusal('TICKET_CATEGORY_UNDER_ITSELF', 'A category cannot come under itself or under what is below it.', { field: ['parentId'] });
    if (above.length + tree.depthBelow(this.id) >= DEEPEST) throw new Refusal('TICKET_CATEGORY_TOO_DEEP', `Categories are at most ${DEEPEST} deep.`, { field: ['parentId'] });
    this.parent = parent;
    this.parentKey = parent?.id ?? '';
  }
}

/** All categories, by who is under whom. */
export class CategoryTree {
  readonly #parents: ReadonlyMap<string, string | null>;

  constructor(categories: readonly Pick<TicketCategory, 'id' | 'parent'>[]) {
    this.#parents = new Map(categories.map(({ id, parent }) => [id, parent?.id ?? null]));
  }

  get size(): number {
    return this.#parents.size;
  }

  /** A category and all it is a kind of, up to the top. */
  upFrom(id: string): string[] {
    const path: string[] = [];
    for (let at: string | null = id; at !== null && !path.includes(at); at = this.#parents.get(at) ?? null) path.push(at);
    return path;
  }

  /** How many levels there are below it. */
  depthBelow(id: string): number {
    return Math.max(0, ...[...this.#parents.keys()].map((other) => this.upFrom(other).indexOf(id)));
  }
}
