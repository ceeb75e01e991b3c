/**
 * One subscriber's cursor over the log. It holds its place and nothing else of its own: whoever reads
 * slowly is read for slowly. Every event is judged by who the subscriber is at that moment. An event
 * that should follow and is not to be had ends the stream with a typed error, so there is no silent gap.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { StreamFilter } from '../../kernel/operations.ts';
import { encodePosition } from '../../kernel/position.ts';
import { changeFor, wanted, type Change } from './change.ts';
import type { LoggedEvent } from './log.ts';
import { refuseGap, ResyncRequired, seqAfter } from './resume.ts';
import type { Tail } from './tail.ts';

export interface FollowOptions {
  readonly models: ReadonlyMap<string, ModelSpec>;
  readonly now: () => Date;
  /** Longest milliseconds without a message. */
  readonly silence: number;
}

export interface Subscription {
  readonly actor: () => Promise<Actor>;
  readonly filter: StreamFilter;
  /** Null: from now. */
  readonly after: string | null;
}

const BATCH = 500;
const MOST_SKIPPED = 1000;

export class Follower implements AsyncIterableIterator<Change> {
  readonly #find: () => Tail;
  readonly #subscription: Subscription;
  readonly #options: FollowOptions;
  #found: Tail | null = null;
  #started = false;
  #epoch = 0;
  #cursor = 0;
  #batch: Iterator<LoggedEvent> = [].values();
  #checked = true;
  #skipped = 0;
  #spokeAt = performance.now();
  #ended = false;
  #leave = (): void => {};
  #wake = (): void => {};

  constructor(tail: () => Tail, subscription: Subscription, options: FollowOptions) {
    this.#find = tail;
    this.#subscription = subscription;
    this.#options = options;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Change, undefined>> {
    try {
      const value = this.#ended ? null : await this.#advance();
      if (value !== null && !this.#ended) return { done: false, value };
    } catch (error) {
      const asked = this.#ended;
      this.#end();
      if (!asked) throw error;
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Change, undefined>> {
    this.#end();
    return { done: true, value: undefined };
  }

  /** Found when first used: a tail that nobody follows is not kept for ever. */
  get #tail(): Tail {
    this.#found ??= this.#find();
    return this.#found;
  }

  #end(): void {
    this.#ended = true;
    this.#batch = [].values();
    this.#leave();
    this.#wake();
  }

  async #advance(): Promise<Change | null> {
    if (!this.#started) {
      this.#cursor = await this.#start();
      this.#started = true;
      if (this.#subscription.after === null) return this.#spoken(this.#mark('stream.started'));
    }
    while (!this.#ended) {
      if (this.#tail.position.epoch !== this.#epoch) throw await this.#resync();
      const { value: event } = this.#batch.next();
      if (event) {
        this.#cursor = event.seq;
        const change = await this.#told(event);
        if (change) return this.#spoken(change);
        this.#skipped += 1;
        if (this.#skipped >= MOST_SKIPPED) return this.#spoken(this.#mark('stream.progress'));
      } else if (this.#cursor < this.#tail.position.seq) {
        this.#batch = await this.#read(this.#cursor);
      } else {
        const quiet = this.#spokeAt + this.#options.silence - performance.now();
        if (quiet <= 0) return this.#spoken(this.#mark('stream.progress'));
        await this.#woken(quiet);
      }
    }
    return null;
  }

  /** Listens first and looks at the head then, so that nothing can fall between. */
  async #start(): Promise<number> {
    const { after } = this.#subscription;
    this.#leave = this.#tail.follow({ wake: () => this.#wake(), end: () => this.#end() });
    if (this.#ended) this.#leave();
    let head = await this.#tail.head();
    this.#epoch = head.epoch;
    if (after === null) return head.seq;
    this.#checked = false;
    try {
      return seqAfter(this.#tail.tenant, after, head);
    } catch (error) {
      if (!(error instanceof ResyncRequired)) throw error;
    }
    // A position from another node may be ahead of what was heard here: the log itself decides.
    await this.#tail.refresh();
    head = await this.#tail.head();
    this.#epoch = head.epoch;
    return seqAfter(this.#tail.tenant, after, head);
  }

  async #read(cursor: number): Promise<Iterator<LoggedEvent>> {
    const events = await this.#tail.read(cursor, BATCH);
    if (events[0]?.seq !== cursor + 1) throw await this.#resync();
    if (!this.#checked) refuseGap(this.#tail.tenant, cursor, events[0], await this.#tail.head(), this.#options.now());
    this.#checked = true;
    return events.values();
  }

  async #told(event: LoggedEvent): Promise<Change | null> {
    const { filter, actor } = this.#subscription;
    if (!wanted(event, filter)) return null;
    return changeFor(event, this.#position(), await actor(), this.#options.models.get(event.subject.model), filter);
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

  #position(): string {
    return encodePosition(this.#tail.tenant, { epoch: this.#epoch, seq: this.#cursor });
  }

  #mark(type: 'stream.started' | 'stream.progress'): Change {
    return { position: this.#position(), at: this.#options.now(), type, actor: null, changedFields: [], subject: null, node: null };
  }

  #spoken(change: Change): Change {
    this.#spokeAt = performance.now();
    this.#skipped = 0;
    return change;
  }

  async #resync(): Promise<ResyncRequired> {
    return new ResyncRequired(encodePosition(this.#tail.tenant, await this.#tail.head()));
  }
}
