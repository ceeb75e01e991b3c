/** At most so many at once; others wait in line, and a line that is too long turns newcomers away. */
export class Turns {
  #running = 0;
  readonly #line: (() => void)[] = [];
  readonly #atOnce: number;
  readonly #longestLine: number;

  constructor({ atOnce, longestLine }: { atOnce: number; longestLine: number }) {
    this.#atOnce = atOnce;
    this.#longestLine = longestLine;
  }

  get full(): boolean {
    return this.#line.length >= this.#longestLine;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) await new Promise<void>((resolve) => this.#line.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next(); // hands its turn on
      else this.#running -= 1;
    }
  }
}
