/**
 * How domain code says no. A Refusal is what a person can mend: it becomes a `userError` and rolls the
 * mutation back. NotFound, Denied, Hidden and Unauthenticated are for what is not there, not reachable, not
 * permitted, not to be seen, or asked by nobody we know; the platform turns them into top-level errors.
 * Nothing else is thrown on purpose.
 */
import type { Entity } from './entity.ts';

export interface UserError {
  readonly code: string;
  readonly message: string;
  /** Where in the input, or null when it concerns the whole. */
  readonly field: readonly string[] | null;
}

export class Refusal extends Error {
  readonly errors: readonly UserError[];
  /** The record as it stands, where seeing it helps (a stale version). */
  readonly current: Entity | null;
  /** What was done before it stays done, as when a stolen token ends its session. */
  readonly keeps: boolean;

  constructor(code: string, message: string, options: { field?: readonly string[]; current?: Entity; keeps?: boolean } = {}) {
    super(message);
    this.errors = [{ code, message, field: options.field ?? null }];
    this.current = options.current ?? null;
    this.keeps = options.keeps ?? false;
  }

  static of(errors: readonly UserError[]): Refusal {
    const [first] = errors;
    const refusal = new Refusal(first?.code ?? 'INVALID', first?.message ?? 'Invalid input.');
    return Object.assign(refusal, { errors });
  }
}

/** Applies a rule to each item of an input's list, and tells all its refusals at once, each with the item's path. */
export function each<I, T>(field: string, items: readonly I[], rule: (item: I) => T): T[] {
  const errors: UserError[] = [];
  const results = items.flatMap((item, i) => {
    try {
      return [rule(item)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(...error.errors.map((told) => ({ ...told, field: [field, String(i), ...(told.field ?? [])] })));
      return [];
    }
  });
  if (errors.length > 0) throw Refusal.of(errors);
  return results;
}

/** Missing, of another type, another tenant's or out of reach: one answer for all. */
export class NotFound extends Error {
  constructor(what: string) {
    const words = what.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
    super(`No such ${words}, or it is out of your reach.`);
  }
}

export class Denied extends Error {
  constructor(readonly permission: string) {
    super(`This needs the permission \`${permission}\`.`);
  }
}

/** Asked by a field that the asker's role hides: what is found would tell what it holds. */
export class Hidden extends Error {
  constructor(readonly field: string) {
    super(`Your role hides \`${field}\`, so nothing can be looked up, filtered or ordered by it.`);
  }
}

export class Unauthenticated extends Error {
  constructor(message = 'Sign in first, or send an API key: `Authorization: Bearer …`.') {
    super(message);
  }
}

/** Every code of a refusal with what it means, for `schema/refusals.md`. */
export type RefusalCatalogue = Readonly<Record<string, string>>;
