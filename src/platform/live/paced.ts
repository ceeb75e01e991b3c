/**
 * Work that many ask for and that is done once for all of them: one run at a time, starting at most
 * every `spacing` milliseconds. Asks for the same thing share a run that has not started yet; one that
 * has may already have looked, so it is never joined.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export class Paced<Key, Result> {
  readonly #spacing: number;
  readonly #work: (key: Key) => Promise<Result>;
  readonly #waiting = new Map<Key, Promise<Result>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(spacing: number, work: (key: Key) => Promise<Result>) {
    this.#spacing = spacing;
    this.#work = work;
  }

  run(key: Key): Promise<Result> {
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    let pause: Promise<void> | null = null;
    const run = this.#turn.then(() => {
      this.#waiting.delete(key);
      pause = sleep(this.#spacing);
      return this.#work(key);
    });
    this.#waiting.set(key, run);
    this.#turn = run.catch(() => {}).then(() => pause);
    return run;
  }
}
