/**
 * What a resolver asks to read: the question as data, and a promise of its answer that nobody works on
 * until it is awaited. A resolver that returns it unawaited leaves open how it is answered, alone or in
 * one statement with all that is asked below it.
 */
import type { ModelSpec } from './model.ts';
import type { PageArgs } from './pages.ts';
import type { Predicate } from './predicates.ts';

export type Question =
  | { readonly model: ModelSpec; readonly id: string }
  | { readonly model: ModelSpec; readonly args: PageArgs; readonly where: Predicate };

export class Reading<T> implements PromiseLike<T> {
  readonly #answer: () => Promise<T>;
  #answered: Promise<T> | undefined;

  constructor(readonly question: Question, answer: () => Promise<T>) {
    this.#answer = answer;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- to be awaited is what it is for
  then<A = T, B = never>(
    answered?: ((value: T) => A | PromiseLike<A>) | null, failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#answered ??= this.#answer();
    return this.#answered.then(answered, failed);
  }
}
