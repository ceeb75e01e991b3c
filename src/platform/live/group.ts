/**
 * All on this node who see alike and ask alike. At the live end of the log one walk serves them all: each
 * event is judged once, worded once, and its message handed to every member. Whoever is elsewhere, because
 * they resume or because they read slowly, walks alone until they are where the group is.
 */
import { setImmediate as untilOthersHadTheirTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { StreamFilter } from '../../kernel/operations.ts';
import { encodePosition } from '../../kernel/position.ts';
import { changeFor, wanted, type Change } from './change.ts';
import type { LoggedEvent } from './log.ts';
import { ResyncRequired } from './resume.ts';
import { sightOf } from './sight.ts';
import type { Listener, Tail } from './tail.ts';
import type { Teller, Told, Walk, WalkOptions } from './walk.ts';
import { Wordings, type Word } from './wordings.ts';

/** How a group judges and words. */
export interface Terms<M> extends WalkOptions {
  readonly actor: Actor;
  readonly filter: StreamFilter;
  readonly models: ReadonlyMap<string, ModelSpec>;
  readonly word: Word<M>;
  readonly sizeOf: (message: M) => number;
  /** Those who ask for the same and see as this actor does. */
  readonly as: (actor: Actor) => Group<M>;
}

export interface Member<M> {
  /** What it was told last, as far as it knows itself. */
  readonly cursor: number;
  /** Takes what comes after its place, up to `end`. */
  take(told: readonly Told<M>[], end: number): void;
  /** The stream is over; with an error where the client must know why. */
  end(error?: unknown): void;
}

/** So many are told before others have their turn. */
const TOLD_AT_ONCE = 256;
/**
 * A crowd is told in a long row of system calls, one a socket, however many messages go together. So after it the group
 * rests for a part of the time that took, and what is written meanwhile goes in one packet with what follows.
 */
const REST = 0.25;
const LONGEST_REST_MS = 25;
/** What takes less is not rested from: timers are no finer. */
const SHORTEST_REST_MS = 2;

export class Group<M> implements Listener, Teller<M> {
  readonly tail: Tail;
  readonly terms: Terms<M>;
  readonly #wordings: Wordings<M>;
  readonly #sight: string;
  /** Everybody of the group, wherever they are. */
  readonly #all = new Set<Member<M>>();
  /** Those at the live end. */
  readonly #together = new Set<Member<M>>();
  /** Null while nobody is there. */
  #walk: Walk<M> | null = null;
  /** Everybody there has been handed all up to here. */
  #handed = 0;
  readonly #deserted: () => void;
  #unfollow: () => void = () => {};
  #wake = (): void => {};

  /** `deserted`: called whenever somebody has left and nobody is there. */
  constructor(tail: Tail, terms: Terms<M>, deserted: () => void) {
    this.tail = tail;
    this.terms = terms;
    this.#deserted = deserted;
    this.#sight = sightOf(terms.actor).key;
    this.#wordings = new Wordings(terms.word, terms.sizeOf);
  }

  get size(): number {
    return this.#all.size;
  }

  get behind(): number {
    return this.#all.size - this.#together.size;
  }

  enter(member: Member<M>): void {
    this.#all.add(member);
    this.tail.arrive();
    if (this.#all.size === 1) this.#unfollow = this.tail.follow(this);
  }

  /** Also of one who never entered, because the subscriber left before the stream began. */
  exit(member: Member<M>): void {
    this.#all.delete(member);
    if (this.#all.size > 0) return;
    this.#unfollow();
    this.#deserted();
  }

  isSeenBy(actor: Actor): boolean {
    return sightOf(actor).key === this.#sight;
  }

  /** The group of a member who sees as this actor from now on. */
  seenBy(actor: Actor): Group<M> {
    return this.terms.as(actor);
  }

  /** Whether one who walks alone has come to where the group is. */
  meets(walk: Walk<M>): boolean {
    return this.#walk ? walk.cursor >= this.#walk.cursor : walk.atEnd;
  }

  /** Only for one whose walk meets the group's. */
  join(member: Member<M>, walk: Walk<M>): void {
    this.#together.add(member);
    if (this.#walk) return this.#walk.heed(walk);
    this.#walk = walk;
    this.#handed = walk.cursor;
    void this.#run(walk);
  }

  /** Answers the walk on which the member goes on alone; null when it was not with the group. */
  leave(member: Member<M>): Walk<M> | null {
    if (!this.#together.delete(member) || !this.#walk) return null;
    const walk = this.#walk.fork(Math.max(member.cursor, this.#handed));
    if (this.#together.size === 0) this.#stop();
    return walk;
  }

  judge(event: LoggedEvent, position: string): Change | null {
    const { filter, actor, models } = this.terms;
    return wanted(event, filter) ? changeFor(event, position, actor, models.get(event.subject.model), filter) : null;
  }

  word(changes: readonly Change[]): Promise<readonly M[]> {
    return this.#wordings.of(changes);
  }

  sizeOf(message: M): number {
    return this.terms.sizeOf(message);
  }

  wake(): void {
    const { epoch } = this.tail.position;
    if (this.#walk && this.#walk.epoch !== epoch) this.#fail(new ResyncRequired(encodePosition(this.tail.tenant, this.tail.position)));
    else this.#wake();
  }

  /** The node stops. */
  end(): void {
    this.#stop();
    const all = [...this.#all]; // ending takes them out
    for (const member of all) member.end();
  }

  async #run(walk: Walk<M>): Promise<void> {
    try {
      while (this.#walk === walk) {
        const told = await walk.step(() => this);
        if (this.#walk !== walk) return;
        const startedAt = performance.now();
        if (told.length > 0) await this.#hand(told, walk);
        this.#handed = walk.cursor;
        const rest = Math.min(LONGEST_REST_MS, (performance.now() - startedAt) * REST);
        if (rest >= SHORTEST_REST_MS) await sleep(rest, undefined, { ref: false });
        if (this.#walk === walk && told.length === 0 && walk.atEnd) await this.#woken(walk.quiet);
      }
    } catch (error) {
      if (this.#walk === walk) this.#fail(error);
    }
  }

  /** Those who join meanwhile are at the end of this step already, and take none of it. */
  async #hand(told: readonly Told<M>[], walk: Walk<M>): Promise<void> {
    let count = 0;
    for (const member of this.#together) {
      member.take(told, walk.cursor);
      count += 1;
      if (count % TOLD_AT_ONCE === 0) await untilOthersHadTheirTurn();
      if (this.#walk !== walk) return;
    }
  }

  #fail(error: unknown): void {
    const together = [...this.#together];
    this.#stop();
    for (const member of together) member.end(error);
  }

  #stop(): void {
    this.#together.clear();
    this.#walk = null;
    this.#wake();
  }

  #woken(within: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, within);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
