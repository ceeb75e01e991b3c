/**
 * Something that every connection needs every so often, done for all of the node by one timer. The
 * connections are spread over the slices of a period, and those of a slice have their turn together, so
 * that what they ask of the database can be asked at once.
 */
const SLICES = 12;

export class Rounds {
  readonly #slices: readonly Set<() => void>[] = Array.from({ length: SLICES }, () => new Set());
  readonly #timer: NodeJS.Timeout;
  #current = 0;
  #added = 0;

  constructor(period: number) {
    this.#timer = setInterval(() => this.#next(), period / SLICES).unref();
  }

  /** Once each period from now on; answers how to end it. */
  add(turn: () => void): () => void {
    const slice = this.#slices[this.#added % SLICES] as Set<() => void>;
    this.#added += 1;
    slice.add(turn);
    return () => void slice.delete(turn);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #next(): void {
    this.#current = (this.#current + 1) % SLICES;
    for (const turn of this.#slices[this.#current] as Set<() => void>) turn();
  }
}
