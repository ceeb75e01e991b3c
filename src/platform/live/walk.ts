/**
 * A walk along the log, step by step: each step reads what comes next, has it judged and worded, and says
 * what is to be told. An event that should follow and is not to be had ends the walk with a typed error,
 * so there is no silent gap.
 */
import { encodePosition, type Position } from '../../kernel/position.ts';
import type { Change } from './change.ts';
import type { LoggedEvent } from './log.ts';
import { refuseGap, ResyncRequired } from './resume.ts';
import type { Tail } from './tail.ts';

export interface Told<M> {
  readonly seq: number;
  readonly message: M;
  /** Tells a position only, also to whoever is there already. */
  readonly mark: boolean;
}

/** Whoever is told is told the same. */
export interface Teller<M> {
  /** Null: nothing is told of it. */
  judge(event: LoggedEvent, position: string): Change | null;
  word(changes: readonly Change[]): Promise<readonly M[]>;
  sizeOf(message: M): number;
}

export interface WalkOptions {
  readonly now: () => Date;
  /** Longest milliseconds without a message. */
  readonly silence: number;
}

interface Due {
  readonly seq: number;
  readonly change: Change;
  readonly mark: boolean;
}

const MOST_READ = 500;
const MOST_SKIPPED = 1000;
const FIRST_STEP = 32;
/** A step of about so many bytes is long enough. */
const STEP_BYTES = 262_144;

export class Walk<M> {
  readonly #tail: Tail;
  readonly #options: WalkOptions;
  readonly epoch: number;
  #cursor: number;
  #checked: boolean;
  #skipped = 0;
  #spokeAt = performance.now();
  #most = FIRST_STEP;
  /** Read already; the cursor is before them, or among them. */
  #read: readonly LoggedEvent[] = [];

  /** `checked`: what follows is known to be young enough. */
  constructor(tail: Tail, from: Position, checked: boolean, options: WalkOptions) {
    this.#tail = tail;
    this.#options = options;
    this.epoch = from.epoch;
    this.#cursor = from.seq;
    this.#checked = checked;
  }

  /** All before and here was told, or concerned nobody here. */
  get cursor(): number {
    return this.#cursor;
  }

  get atEnd(): boolean {
    return this.#cursor >= this.#tail.position.seq;
  }

  /** Milliseconds until something must be told. */
  get quiet(): number {
    return Math.max(0, this.#spokeAt + this.#options.silence - performance.now());
  }

  /** The same walk for one who is at another place of it. */
  fork(cursor: number): Walk<M> {
    const walk = new Walk<M>(this.#tail, { epoch: this.epoch, seq: cursor }, this.#checked, this.#options);
    walk.#skipped = this.#skipped;
    walk.#spokeAt = this.#spokeAt;
    return walk;
  }

  /** Speaks as soon as the other would have. */
  heed(other: Walk<M>): void {
    this.#skipped = Math.max(this.#skipped, other.#skipped);
    this.#spokeAt = Math.min(this.#spokeAt, other.#spokeAt);
  }

  /** Back to what was told last, when of a step only so much found room. */
  rewind(cursor: number, room: number): void {
    this.#cursor = cursor;
    this.#skipped = 0;
    this.#most = Math.max(1, room);
  }

  /** The next stretch; it may concern nobody. The teller is asked for once it is needed. */
  async step(tellerNow: () => Teller<M>): Promise<readonly Told<M>[]> {
    if (this.#tail.position.epoch !== this.epoch) throw await this.#resync();
    const events = this.atEnd ? [] : await this.#next();
    const teller = tellerNow();
    const due = this.#due(events, teller);
    const messages = due.length > 0 ? await teller.word(due.map(({ change }) => change)) : [];
    this.#pace(messages.reduce((sum, message) => sum + teller.sizeOf(message), 0));
    if (due.length > 0) this.#spokeAt = performance.now();
    return due.map(({ seq, mark }, i) => ({ seq, mark, message: messages[i] as M }));
  }

  async #next(): Promise<readonly LoggedEvent[]> {
    const next = this.#cursor + 1;
    const [first] = this.#read;
    if (!first || next < first.seq || next - first.seq >= this.#read.length) {
      const events = await this.#tail.read(this.#cursor, MOST_READ);
      if (events[0]?.seq !== next) throw await this.#resync();
      if (!this.#checked) refuseGap(this.#tail.tenant, this.#cursor, events[0], this.#tail.position, this.#options.now());
      this.#checked = true;
      this.#read = events;
    }
    return this.#read.slice(next - (this.#read[0] as LoggedEvent).seq);
  }

  #due(events: readonly LoggedEvent[], teller: Teller<M>): Due[] {
    const due: Due[] = [];
    for (const event of events) {
      if (due.length >= this.#most) break;
      const { seq } = event;
      this.#cursor = seq;
      const change = teller.judge(event, this.#position());
      if (change) due.push({ seq, change, mark: false });
      this.#skipped = change ? 0 : this.#skipped + 1;
      if (this.#skipped >= MOST_SKIPPED) due.push(this.#progress());
    }
    if (due.length === 0 && this.quiet === 0) due.push(this.#progress());
    return due;
  }

  #progress(): Due {
    this.#skipped = 0;
    return { seq: this.#cursor, change: mark('stream.progress', this.#position(), this.#options.now()), mark: true };
  }

  /** Large messages are worded few at a time. */
  #pace(bytes: number): void {
    this.#most = bytes > STEP_BYTES ? Math.max(1, Math.floor(this.#most / 2)) : Math.min(MOST_READ, this.#most * 2);
  }

  #position(): string {
    return encodePosition(this.#tail.tenant, { epoch: this.epoch, seq: this.#cursor });
  }

  async #resync(): Promise<ResyncRequired> {
    return new ResyncRequired(encodePosition(this.#tail.tenant, await this.#tail.head()));
  }
}

export function mark(type: 'stream.started' | 'stream.progress', position: string, at: Date): Change {
  return { position, at, type, actor: null, changedFields: [], subject: null, node: null };
}
