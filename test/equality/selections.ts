/**
 * Selections as they are put together: under each response name of a place stands one field with one set of arguments,
 * by whatever fragments it comes there, or the document would not be valid.
 */
import { isObjectType, type GraphQLCompositeType, type GraphQLField } from 'graphql';

export interface FieldSelection {
  readonly kind: 'field';
  readonly of: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly key: string;
  readonly args: string;
  readonly directives: string;
  readonly selections: readonly Selection[];
}
export interface InlineFragment {
  readonly kind: 'inline';
  readonly on: string | null;
  readonly directives: string;
  readonly selections: readonly Selection[];
}
export interface Spread {
  readonly kind: 'spread';
  readonly fragment: Fragment;
  readonly directives: string;
}
export type Selection = FieldSelection | InlineFragment | Spread;

export interface Fragment {
  readonly name: string;
  readonly on: GraphQLCompositeType;
  readonly selections: readonly Selection[];
}

interface Taken {
  readonly one: FieldSelection;
  /** Other objects may answer otherwise under the same name, as long as it is of the same type. */
  readonly others: FieldSelection[];
  readonly below: Scope;
}

/** The response names of one place of the answer. */
export class Scope {
  readonly #taken = new Map<string, Taken>();

  takes(field: FieldSelection): boolean {
    const taken = this.#taken.get(field.key);
    return taken === undefined || [taken.one, ...taken.others].every((other) => together(other, field));
  }

  /** Where the field's own selections go. */
  place(field: FieldSelection): Scope {
    const taken = this.#taken.get(field.key);
    if (taken) {
      taken.others.push(field);
      return taken.below;
    }
    const below = new Scope();
    this.#taken.set(field.key, { one: field, others: [], below });
    return below;
  }

  get fields(): FieldSelection[] {
    return [...this.#taken.values()].map(({ one }) => one);
  }

  /** Whether all this, made elsewhere, fits here too; then it is here. */
  joined(selections: readonly Selection[]): boolean {
    if (!this.#fits(selections)) return false;
    this.#join(selections);
    return true;
  }

  #fits(selections: readonly Selection[]): boolean {
    return selections.every((selection) => {
      if (selection.kind !== 'field') return this.#fits(selectionsOf(selection));
      const below = this.#taken.get(selection.key)?.below;
      return this.takes(selection) && (below === undefined || below.#fits(selection.selections));
    });
  }

  #join(selections: readonly Selection[]): void {
    for (const selection of selections) {
      if (selection.kind === 'field') this.place(selection).#join(selection.selections);
      else this.#join(selectionsOf(selection));
    }
  }
}

export const selectionsOf = (selection: Selection): readonly Selection[] => (selection.kind === 'spread' ? selection.fragment.selections : selection.selections);

function together(a: FieldSelection, b: FieldSelection): boolean {
  if (String(a.field.type) !== String(b.field.type)) return false;
  const apart = a.of !== b.of && isObjectType(a.of) && isObjectType(b.of);
  return apart || (a.field.name === b.field.name && a.args === b.args);
}

/** How deep fields lie in fields, and how many aliases and directives there are, counted where fragments are spread. */
export interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
}

export function sizeOf(selections: readonly Selection[]): Size {
  return selections.reduce<Size>((sum, selection) => {
    const inner = sizeOf(selectionsOf(selection));
    const field = selection.kind === 'field';
    const aliased = field && selection.key !== selection.field.name;
    return {
      depth: Math.max(sum.depth, inner.depth + (field ? 1 : 0)),
      aliases: sum.aliases + inner.aliases + (aliased ? 1 : 0),
      directives: sum.directives + inner.directives + selection.directives.split('@').length - 1,
      fields: sum.fields + inner.fields + (field ? 1 : 0),
    };
  }, { depth: 0, aliases: 0, directives: 0, fields: 0 });
}

export function printed(selections: readonly Selection[]): string {
  return `{ ${selections.map((selection) => {
    if (selection.kind === 'spread') return `...${selection.fragment.name}${selection.directives}`;
    if (selection.kind === 'inline') return `...${selection.on ? ` on ${selection.on}` : ''}${selection.directives} ${printed(selection.selections)}`;
    const { key, field, args, directives, selections: inner } = selection;
    return `${key === field.name ? '' : `${key}: `}${field.name}${args}${directives}${inner.length > 0 ? ` ${printed(inner)}` : ''}`;
  }).join(' ')} }`;
}
