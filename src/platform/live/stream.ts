/**
 * One subscription on one socket: its place in the log and nothing else of its own, so whoever reads
 * slowly costs no memory and is walked for slowly. It walks alone from where it starts until it meets its
 * group; it falls out when its socket is full, and when its subscriber's rights change it goes on from
 * its place in another group.
 */
import type { Actor } from '../../kernel/actor.ts';
import { encodePosition } from '../../kernel/position.ts';
import type { Group, Member } from './group.ts';
import { ResyncRequired, seqAfter } from './resume.ts';
import { mark, Walk, type Told } from './walk.ts';

/** The way to the client. */
export interface Outlet<M> {
  /** Takes messages from this one on until it is full; answers the first that it did not take. */
  take(told: readonly Told<M>[], from: number): number;
  readonly full: boolean;
  /** When it is no longer full. */
  drained(): Promise<void>;
  /** The stream is over; with an error where something went wrong. */
  end(error?: unknown): void;
}

export class Stream<M> implements Member<M> {
  readonly #outlet: Outlet<M>;
  #group: Group<M>;
  #cursor = 0;
  #ended = false;

  constructor(group: Group<M>, outlet: Outlet<M>) {
    this.#group = group;
    this.#outlet = outlet;
  }

  get cursor(): number {
    return this.#cursor;
  }

  /** Begins; `after` null: from now. */
  follow(after: string | null): void {
    if (this.#ended) return;
    this.#group.enter(this);
    void this.#alone(() => this.#start(after));
  }

  end(error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#group.leave(this);
    this.#group.exit(this);
    this.#outlet.end(error);
  }

  /** From now on by these rights. */
  seenBy(actor: Actor): void {
    if (this.#ended || this.#group.isSeenBy(actor)) return;
    const group = this.#group.seenBy(actor);
    const walk = this.#group.leave(this);
    this.#group.exit(this);
    this.#group = group;
    group.enter(this);
    if (!walk) return; // it walks alone, and finds the other group at its next step
    this.#cursor = walk.cursor;
    void this.#alone(async () => walk);
  }

  take(told: readonly Told<M>[], end: number): void {
    let from = 0;
    while (from < told.length && !isNewTo(this.#cursor, told[from] as Told<M>)) from += 1;
    if (!this.#hand(told, from, end) || this.#outlet.full) {
      const walk = this.#group.leave(this);
      if (walk) void this.#alone(async () => walk);
    }
  }

  /** From where it is until it meets its group. */
  async #alone(start: () => Promise<Walk<M>>): Promise<void> {
    try {
      const walk = await start();
      while (!this.#ended) {
        if (this.#outlet.full) await this.#outlet.drained();
        let group = this.#group;
        if (!this.#ended && group.meets(walk)) return group.join(this, walk);
        const before = this.#cursor;
        const told = await walk.step(() => (group = this.#group));
        // What was worded for a group that was left meanwhile, or found no room, is worded once more.
        const taken = group === this.#group && this.#hand(told, 0, walk.cursor);
        if (!taken) walk.rewind(this.#cursor, told.filter(({ seq }) => seq > before && seq <= this.#cursor).length);
      }
    } catch (error) {
      this.end(error);
    }
  }

  /** False when not all was taken. */
  #hand(told: readonly Told<M>[], from: number, end: number): boolean {
    if (this.#ended) return false;
    const next = from < told.length ? this.#outlet.take(told, from) : from;
    if (next > from) this.#cursor = (told[next - 1] as Told<M>).seq;
    if (next < told.length) return false;
    this.#cursor = Math.max(this.#cursor, end);
    return true;
  }

  /** Listens first, by entering the group, and looks at the head then, so that nothing can fall between. */
  async #start(after: string | null): Promise<Walk<M>> {
    const { tail, terms } = this.#group;
    let head = await tail.head();
    let seq = head.seq;
    if (after !== null) {
      try {
        seq = seqAfter(tail.tenant, after, head);
      } catch (error) {
        if (!(error instanceof ResyncRequired)) throw error;
        // A position from another node may be ahead of what was heard here: the log itself decides.
        await tail.refresh();
        head = await tail.head();
        seq = seqAfter(tail.tenant, after, head);
      }
    }
    this.#cursor = seq;
    if (after === null) await this.#tellStart(seq, head.epoch);
    return new Walk(tail, { epoch: head.epoch, seq }, after === null, terms);
  }

  async #tellStart(seq: number, epoch: number): Promise<void> {
    const { tail, terms } = this.#group;
    const messages = await this.#group.word([mark('stream.started', encodePosition(tail.tenant, { epoch, seq }), terms.now())]);
    this.#hand(messages.map((message) => ({ seq, message, mark: true })), 0, seq);
  }
}

const isNewTo = (cursor: number, { seq, mark: isMark }: Told<unknown>): boolean => (isMark ? seq >= cursor : seq > cursor);
