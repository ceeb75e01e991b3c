/**
 * Something that every connection needs every so often, done for all of the node by one timer. The
 * connections are spread over the slices of a period, and those of a slice have their turn together, so
 * that what they ask of the database can be asked at once.
 */
const SLICES = 12;

export interface Turning {
  turn(): void;
}

export class Rounds {
  readonly #slices: readonly Set<Turning>[] = Array.from({ length: SLICES }, () => new Set());
  readonly #timer: NodeJS.Timeout;
  #current = 0;
  #added = 0;

  constructor(period: number) {
    this.#timer = setInterval(() => this.#next(), period / SLICES).unref();
  }

  /** Once each period from now on. */
  add(one: Turning): void {
    this.#slices[this.#added % SLICES]?.add(one);
    this.#added += 1;
  }

  delete(one: Turning): void {
    for (const slice of this.#slices) if (slice.delete(one)) return;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #next(): void {
    this.#current = (this.#current + 1) % SLICES;
    for (const one of this.#slices[this.#current] as Set<Turning>) one.turn();
  }
}
