/**
 * Messages as they were worded a moment ago, for all of a group who come by the same place: however many
 * resume together, each change is worded once. Kept for a second only, because a message shows a record
 * as it may be seen now, and within a bound of bytes.
 */
import type { Change } from './change.ts';

export type Word<M> = (changes: readonly Change[]) => Promise<readonly M[]>;

interface Worded<M> {
  readonly messages: Promise<readonly M[]>;
  readonly index: number;
  readonly at: number;
  bytes: number;
}

const KEPT_MS = 1000;
const KEPT_BYTES = 1_048_576;

export class Wordings<M> {
  readonly #word: Word<M>;
  readonly #sizeOf: (message: M) => number;
  /** The oldest first. */
  readonly #kept = new Map<string, Worded<M>>();
  #bytes = 0;
  #sweeping = false;

  constructor(word: Word<M>, sizeOf: (message: M) => number) {
    this.#word = word;
    this.#sizeOf = sizeOf;
  }

  async of(changes: readonly Change[]): Promise<readonly M[]> {
    this.#forget(performance.now() - KEPT_MS);
    const missing = changes.filter((change) => !this.#kept.has(keyOf(change)));
    if (missing.length > 0) this.#add(missing);
    const worded = changes.map((change) => this.#kept.get(keyOf(change)) as Worded<M>);
    const made = new Map<Worded<M>['messages'], readonly M[]>();
    for (const { messages } of worded) if (!made.has(messages)) made.set(messages, await messages);
    return worded.map(({ messages, index }) => made.get(messages)?.[index] as M);
  }

  #add(changes: readonly Change[]): void {
    const at = performance.now();
    const messages = this.#word(changes);
    changes.forEach((change, index) => this.#kept.set(keyOf(change), { messages, index, at, bytes: 0 }));
    messages.then((made) => this.#weigh(changes, messages, made), () => this.#drop(changes, messages));
    if (!this.#sweeping) this.#sweep();
  }

  /** Nobody may come by for long. */
  #sweep(): void {
    this.#forget(performance.now() - KEPT_MS);
    this.#sweeping = this.#kept.size > 0;
    if (this.#sweeping) setTimeout(() => this.#sweep(), 2 * KEPT_MS).unref();
  }

  #weigh(changes: readonly Change[], messages: Worded<M>['messages'], made: readonly M[]): void {
    changes.forEach((change, i) => {
      const worded = this.#kept.get(keyOf(change));
      if (worded?.messages !== messages) return;
      worded.bytes = this.#sizeOf(made[i] as M);
      this.#bytes += worded.bytes;
    });
    for (const [key, { bytes }] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES) break;
      this.#kept.delete(key);
      this.#bytes -= bytes;
    }
  }

  /** What failed is tried anew by whoever comes next. */
  #drop(changes: readonly Change[], messages: Worded<M>['messages']): void {
    for (const change of changes) if (this.#kept.get(keyOf(change))?.messages === messages) this.#kept.delete(keyOf(change));
  }

  #forget(before: number): void {
    for (const [key, { at, bytes }] of this.#kept) {
      if (at >= before) break;
      this.#kept.delete(key);
      this.#bytes -= bytes;
    }
  }
}

/** A place in the log, or a mark there. */
const keyOf = ({ type, position }: Change): string => (type.startsWith('stream.') ? type + position : position);
