/**
 * The answer to guessing: after some failures in a row, each further one doubles the wait before the next
 * try, up to a bound. Nobody is ever locked out for good, or anyone could do that to anybody. It is kept in
 * memory: a stranger's guess then costs no write, and several nodes only multiply by their number what is
 * far too little against a password of fifteen characters.
 */
interface Failures {
  readonly count: number;
  readonly lastAt: number;
}

const FIRST_WAIT_MS = 1000;
const FORGOTTEN_AFTER_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;

export class SlowDown {
  readonly #failures = new Map<string, Failures>();
  readonly #free: number;
  readonly #longestMs: number;

  constructor({ free, longestMs }: { free: number; longestMs: number }) {
    this.#free = free;
    this.#longestMs = longestMs;
  }

  /** Milliseconds until the next try may be made. */
  wait(key: string, at: Date): number {
    const { count, lastAt } = this.#of(key, at);
    if (count < this.#free) return 0;
    const wait = Math.min(this.#longestMs, FIRST_WAIT_MS * 2 ** (count - this.#free));
    return Math.max(0, lastAt + wait - at.getTime());
  }

  failed(key: string, at: Date): void {
    const { count } = this.#of(key, at);
    this.#failures.delete(key); // the map is in order of the last failure
    this.#failures.set(key, { count: count + 1, lastAt: at.getTime() });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST_REMEMBERED && oldest !== undefined) this.#failures.delete(oldest);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #of(key: string, at: Date): Failures {
    const known = this.#failures.get(key);
    return known && at.getTime() - known.lastAt < FORGOTTEN_AFTER_MS ? known : { count: 0, lastAt: 0 };
  }
}
