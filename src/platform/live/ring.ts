/** The newest events of one log, without a gap, at most `capacity` of them; older ones give way. */
import type { LoggedEvent } from './log.ts';

export class Ring {
  readonly #capacity: number;
  readonly #slots: LoggedEvent[] = [];
  #first: number;
  #last: number;

  /** Empty, to go on after this number. */
  constructor(capacity: number, last: number) {
    this.#capacity = capacity;
    this.#first = last + 1;
    this.#last = last;
  }

  get first(): number {
    return this.#first;
  }

  get last(): number {
    return this.#last;
  }

  /** Adds the events that directly follow. */
  append(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      if (event.seq !== this.#last + 1) throw new Error(`event ${event.seq} does not follow ${this.#last}`);
      this.#slots[event.seq % this.#capacity] = event;
      this.#last = event.seq;
    }
    this.#first = Math.max(this.#first, this.#last - this.#capacity + 1);
  }

  /** Adds, of older events in order, the newest that directly precede and find room. */
  prepend(events: readonly LoggedEvent[]): void {
    for (const event of events.toReversed()) {
      const room = this.#last - event.seq < this.#capacity;
      if (event.seq !== this.#first - 1 || !room) continue;
      this.#slots[event.seq % this.#capacity] = event;
      this.#first = event.seq;
    }
  }

  /** The events after this number, at most `limit`; null when the ring no longer holds the next one. */
  after(seq: number, limit: number): LoggedEvent[] | null {
    if (seq < this.#first - 1) return null;
    const events: LoggedEvent[] = [];
    for (let next = seq + 1; next <= this.#last && events.length < limit; next += 1) {
      const event = this.#slots[next % this.#capacity];
      if (event) events.push(event);
    }
    return events;
  }
}
