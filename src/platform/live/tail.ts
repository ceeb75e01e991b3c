/**
 * The end of one organisation's log on this node, read once for all who follow it. What is new goes
 * into a ring, from which every follower reads at its own place; one who resumes from further back
 * makes the ring grow backwards, and one from far back reads the log in blocks that those beside it
 * share. A database that is away is waited for: followers then get their events late, never not.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '../../kernel/position.ts';
import type { LoggedEvent, LogPart, ReadLog } from './log.ts';
import { Lately } from './lately.ts';
import { Paced } from './paced.ts';
import { Ring } from './ring.ts';

export interface TailOptions {
  readonly capacity: number;
  readonly onError: (error: Error) => void;
}

export interface Listener {
  /** How many it speaks for, and how many of these are not at the end of the log. */
  readonly size: number;
  readonly behind: number;
  /** There is more to read, or the epoch changed. */
  wake(): void;
  /** The node stops. */
  end(): void;
}

const BLOCK = 500;
/** Least milliseconds between two readings of the end, and as much between two of the past. */
const SPACING = 20;
/** The same while a crowd comes: together at most one reading each 100 ms. */
const CROWDED_SPACING = 200;
/** A crowd is most of those who follow, and at least so many, who have come lately or are not at the end yet. */
const CROWD = 100;
const LATELY = 1000;
const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 2000;
const UNREAD = 0; // epochs begin with 1

export class Tail {
  readonly #listeners = new Set<Listener>();
  readonly #options: TailOptions;
  readonly #read: ReadLog;
  readonly #stopped = new AbortController();
  #epoch = UNREAD;
  #ring: Ring;
  #behindSince: number | null = null;
  #refreshed: Promise<void> = Promise.resolve();
  #refillAfter = Infinity;
  #idleSince = performance.now();

  constructor(readonly tenant: string, read: ReadLog, options: TailOptions) {
    this.#read = read;
    this.#options = options;
    this.#ring = new Ring(options.capacity, 0);
  }

  readonly #spacing = (): number => {
    let [all, behind] = [0, 0];
    for (const listener of this.#listeners) {
      all += listener.size;
      behind += listener.behind;
    }
    const coming = behind + this.#arrivals.lately;
    return coming >= CROWD && coming * 2 > all ? CROWDED_SPACING : SPACING;
  };

  readonly #arrivals = new Lately(LATELY);

  readonly #ends = new Paced<void, void>(this.#spacing, () => this.#readEnd());
  /** Of the ring's older end, or of a block by its number. */
  readonly #past = new Paced<'ring' | number, readonly LoggedEvent[]>(this.#spacing, (part) => (part === 'ring' ? this.#refill() : this.#readBlock(part)));

  get followers(): number {
    let all = 0;
    for (const { size } of this.#listeners) all += size;
    return all;
  }

  /** Milliseconds since the last follower left. */
  get idle(): number {
    return this.#listeners.size > 0 ? 0 : performance.now() - this.#idleSince;
  }

  /** Milliseconds since it was heard of an event that is not read yet. */
  get lag(): number {
    return this.#behindSince === null ? 0 : performance.now() - this.#behindSince;
  }

  /** As read so far. */
  get position(): Position {
    return { epoch: this.#epoch, seq: this.#ring.last };
  }

  /** One more of those whom a listener speaks for. */
  arrive(): void {
    this.#arrivals.add();
  }

  /** Returns how to leave. */
  follow(listener: Listener): () => void {
    // While nobody followed, nobody looked either.
    if (this.#listeners.size === 0) void this.refresh().catch(() => {});
    this.#listeners.add(listener);
    if (this.#stopped.signal.aborted) listener.end();
    return () => {
      this.#listeners.delete(listener);
      this.#idleSince = performance.now();
    };
  }

  /** Somebody says the log reaches to here; only the log itself is believed. */
  heard({ epoch, seq }: Position): void {
    if (this.#listeners.size === 0 || (epoch === this.#epoch && seq <= this.#ring.last)) return;
    this.#behindSince ??= performance.now();
    void this.refresh().catch(() => {});
  }

  /** The head after all that was heard so far is read. */
  async head(): Promise<Position> {
    await this.#refreshed;
    return this.position;
  }

  /** Reads the end once more: afterwards whatever was committed before this call is read. */
  refresh(): Promise<void> {
    this.#refreshed = this.#ends.run();
    return this.#refreshed;
  }

  /** Events after this number, which must be before the head; none when they are no longer kept. */
  async read(after: number, limit: number): Promise<readonly LoggedEvent[]> {
    let events = this.#ring.after(after, limit);
    if (events === null && after >= this.#ring.last - this.#options.capacity) {
      this.#refillAfter = Math.min(this.#refillAfter, after);
      await this.#past.run('ring');
      events = this.#ring.after(after, limit);
    }
    if (events !== null) return events;
    const block = await this.#past.run(Math.floor(after / BLOCK));
    return block.filter(({ seq }) => seq > after).slice(0, limit);
  }

  stop(): void {
    this.#stopped.abort(new Error('This node is stopping.'));
    const listeners = [...this.#listeners]; // ending takes them out
    for (const listener of listeners) listener.end();
  }

  async #readEnd(): Promise<void> {
    const limit = this.#epoch === UNREAD ? 0 : this.#options.capacity;
    const { head, events } = await this.#patiently(this.#ring.last, limit);
    const follows = head.epoch === this.#epoch && events.length === head.seq - this.#ring.last;
    if (follows) this.#ring.append(events);
    else this.#ring = new Ring(this.#options.capacity, head.seq); // the first reading, a restore, or too much at once
    this.#epoch = head.epoch;
    this.#behindSince = null;
    for (const listener of this.#listeners) listener.wake();
  }

  async #refill(): Promise<readonly LoggedEvent[]> {
    const after = this.#refillAfter;
    this.#refillAfter = Infinity;
    const ring = this.#ring;
    const events = await this.#readPast(after, ring.first - 1 - after);
    ring.prepend(events);
    return events;
  }

  #readBlock(block: number): Promise<readonly LoggedEvent[]> {
    return this.#readPast(block * BLOCK, BLOCK);
  }

  async #readPast(after: number, limit: number): Promise<readonly LoggedEvent[]> {
    if (limit <= 0) return [];
    const { head, events } = await this.#patiently(after, limit);
    if (head.epoch === this.#epoch) return events;
    this.heard(head);
    return [];
  }

  async #patiently(after: number, limit: number): Promise<LogPart> {
    for (let wait = SHORTEST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      this.#stopped.signal.throwIfAborted();
      try {
        return await this.#read(this.tenant, after, limit);
      } catch (error) {
        this.#stopped.signal.throwIfAborted();
        this.#options.onError(error as Error);
        await sleep(wait, undefined, { signal: this.#stopped.signal });
      }
    }
  }
}
