/**
 * The messages of one subscription: for each event of its source an answer of its own. An iterator by
 * hand, because one made by `async function*` could not be stopped while it waits for the next event.
 */
import type { Answer } from '../http/operations.ts';

export class Messages implements AsyncGenerator<Answer> {
  readonly #source: AsyncIterator<unknown>;
  readonly #deliver: (event: unknown) => Promise<Answer>;
  readonly #fault: (thrown: unknown) => Error;

  constructor(source: AsyncIterable<unknown>, deliver: (event: unknown) => Promise<Answer>, fault: (thrown: unknown) => Error) {
    this.#source = source[Symbol.asyncIterator]();
    this.#deliver = deliver;
    this.#fault = fault;
  }

  async next(): Promise<IteratorResult<Answer, undefined>> {
    try {
      const { done, value } = await this.#source.next();
      return done ? { done: true, value: undefined } : { done: false, value: await this.#deliver(value) };
    } catch (error) {
      await this.return();
      throw this.#fault(error);
    }
  }

  async return(): Promise<IteratorResult<Answer, undefined>> {
    await this.#source.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<Answer, undefined>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
