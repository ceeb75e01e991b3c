/**
 * One operation on a live connection, under the id its client chose: a query or mutation until it is answered, a
 * subscription until it ends. Nothing waits for a subscription: its stream tells this, so that one that is quiet
 * costs little more than its place in the log.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Connection } from './connection.ts';
import type { Outlet, Stream } from './stream.ts';
import type { Told } from './walk.ts';

export class Operation implements Outlet<Buffer> {
  readonly id: string;
  /** The id as JSON. */
  readonly name: string;
  readonly #connection: Connection;
  #stream: Stream<Buffer> | null = null;

  constructor(connection: Connection, id: string) {
    this.#connection = connection;
    this.id = id;
    this.name = JSON.stringify(id);
  }

  follow(stream: Stream<Buffer>, after: string | null): void {
    this.#stream = stream;
    stream.follow(after);
  }

  seenBy(actor: Actor): void {
    this.#stream?.seenBy(actor);
  }

  /** Nobody wants it any more. */
  stop(): void {
    this.#stream?.end();
  }

  get full(): boolean {
    return this.#connection.way.full;
  }

  drained(): Promise<void> {
    return this.#connection.way.drained();
  }

  take(told: readonly Told<Buffer>[], from: number): number {
    return this.#connection.way.tell(this.name, told, from);
  }

  end(error?: unknown): void {
    this.#connection.over(this, error);
  }
}
