/**
 * One typed tree of conditions as data. Reach, filters and look-ups are values of it; the platform
 * compiles them to SQL, so that nothing about who may see what hides in a function.
 */
import type { Actor } from './actor.ts';
import type { Entity } from './entity.ts';
import type { ModelClass, Ref } from './fields.ts';

/** Of a list, `eq` asks whether it has the item, `in` whether it has one of the items. */
export type Comparison = 'eq' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'startsWith';

/** A value known once it is known who asks: until then a statement is the same for all who ask. */
export class Param {
  constructor(readonly of: (asker: Actor) => unknown) {}

  map(change: (value: unknown) => unknown): Param {
    return new Param((asker) => change(this.of(asker)));
  }
}

export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  /** `value` is meant literally, or a `Param`. */
  | { readonly field: string; readonly is: Comparison; readonly value: unknown }
  /** The record that the relation `through` points at satisfies `where`. */
  | { readonly through: string; readonly where: Predicate }
  /** The record that the link to any model `node` points at is one of `of`, and satisfies `where`. */
  | { readonly node: string; readonly of: ModelClass; readonly where: Predicate }
  /** Some record of `model` that belongs to this one by its relation `by` satisfies `where`. */
  | { readonly some: ModelClass; readonly by: string; readonly where: Predicate };

/** Everything, and nothing. */
export const ANY: Predicate = { all: [] };
export const NONE: Predicate = { any: [] };

/** Plain equality on several fields: a list means any of its members, null means unset. */
export type Match<T> = {
  readonly [K in keyof T]?: T[K] | (T[K] extends Ref<Entity> | null ? string : never) | readonly T[K][];
};

export function matching<T extends Entity>(match: Match<T>): Predicate {
  const parts = Object.entries(match).filter(([, value]) => value !== undefined);
  return { all: parts.map(([field, value]) => ({ field, is: Array.isArray(value) ? 'in' as const : 'eq' as const, value })) };
}
