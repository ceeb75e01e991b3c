/**
 * A subscription as graphql-ws holds it: an iterator that never yields, because its messages go to the
 * socket group by group, and that ends when the stream does.
 */
import type { Followed } from './live.ts';

export class Subscription implements AsyncGenerator<never, undefined> {
  readonly #stream: Followed;
  readonly #fault: (thrown: unknown) => Error;

  constructor(stream: Followed, fault: (thrown: unknown) => Error) {
    this.#stream = stream;
    this.#fault = fault;
  }

  async next(): Promise<IteratorResult<never, undefined>> {
    try {
      await this.#stream.follow();
    } catch (error) {
      throw this.#fault(error);
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<never, undefined>> {
    this.#stream.stop();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<never, undefined>> {
    this.#stream.stop();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stream.stop();
  }
}
