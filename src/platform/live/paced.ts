/**
 * Work that many ask for and that is done once for all of them: one run at a time, each starting at least
 * so many milliseconds after the one before. Asks for the same thing share a run that has not started yet; one that
 * has may already have looked, so it is never joined.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export class Paced<Key, Result> {
  readonly #spacing: () => number;
  readonly #work: (key: Key) => Promise<Result>;
  readonly #waiting = new Map<Key, Promise<Result>>();
  #turn: Promise<unknown> = Promise.resolve();
  #startedAt = -Infinity;

  /** The spacing is asked for before each run. */
  constructor(spacing: () => number, work: (key: Key) => Promise<Result>) {
    this.#spacing = spacing;
    this.#work = work;
  }

  run(key: Key): Promise<Result> {
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    const run = this.#turn.then(async () => {
      const early = this.#startedAt + this.#spacing() - performance.now();
      if (early > 0) await sleep(early);
      this.#waiting.delete(key);
      this.#startedAt = performance.now();
      return this.#work(key);
    });
    this.#waiting.set(key, run);
    this.#turn = run.catch(() => {});
    return run;
  }
}
