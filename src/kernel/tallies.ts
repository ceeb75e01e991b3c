/**
 * Counting and adding up as a word of reading: which records, grouped by what, and which of their amounts to sum. Reach,
 * permission and hidden fields hold as for a list, so that nobody learns by a sum what they may not see.
 */
import type { ModelClass } from './fields.ts';
import type { Predicate } from './predicates.ts';
import type { Money } from './values/money.ts';

export interface TallyOptions {
  /** Names of the fields whose values make a group: links by their ids, none for one group of all. Or a field `by` of what the link to any model `node` points at. */
  readonly by: readonly (string | { readonly node: string; readonly of: ModelClass; readonly by: string })[];
  /** Names of fields of money. Their currency is always grouped by, too. */
  readonly sum?: readonly string[];
  readonly where: Predicate;
}

/** One group. Of no group without records anything is told. */
export interface Tally {
  /** Its values, by the names of their fields. */
  readonly of: Readonly<Record<string, unknown>>;
  readonly count: number;
  /** By the names of their fields; records without an amount count as nothing. */
  readonly sums: Readonly<Record<string, Money>>;
}
