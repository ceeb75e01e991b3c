/**
 * The reading side of the event log on this node: what was committed here or elsewhere wakes the tails,
 * the tails wake their groups, and groups hand messages to the streams of their members. One object, made
 * at boot, that everything live goes through.
 */
import type { Actor } from '../../kernel/actor.ts';
import { modelOf, type ModelSpec } from '../../kernel/model.ts';
import type { StreamFilter } from '../../kernel/operations.ts';
import type { Position } from '../../kernel/position.ts';
import type { Database } from '../database/pool.ts';
import { AtMost } from './at-most.ts';
import type { Change } from './change.ts';
import { Group } from './group.ts';
import { Hints } from './hints.ts';
import { sightOf } from './sight.ts';
import { Stream, type Outlet } from './stream.ts';
import { Tails } from './tails.ts';

export interface LiveOptions {
  readonly database: Database;
  /** The same database, for the one connection of the hints. */
  readonly url: string;
  readonly models: ReadonlyMap<string, ModelSpec>;
  readonly now: () => Date;
  /** Nothing that goes wrong here is fatal; it is told. */
  readonly onError: (error: Error) => void;
  /** Events kept in memory for each followed organisation. */
  readonly capacity?: number;
  /** Longest milliseconds a stream is silent. */
  readonly silence?: number;
}

/** What is followed from wherever, and how its changes become messages. */
export interface Wish<M> {
  readonly tenant: string;
  readonly filter: StreamFilter;
  /** Equal where changes become the same messages for whoever sees alike. */
  readonly form: string;
  readonly word: (changes: readonly Change[], actor: Actor) => Promise<readonly M[]>;
  readonly sizeOf: (message: M) => number;
}

export interface LiveStats {
  /** Organisations whose log this node reads. */
  readonly tenants: number;
  readonly followers: number;
  /** Of streams that ask and see alike. */
  readonly groups: number;
  /** How long the node has known of an event that it has not read yet, in the organisation where that is longest. */
  readonly eventLagSeconds: number;
  /** Readings of the log so far. */
  readonly reads: number;
}

const CAPACITY = 4096;
const SILENCE = 30_000;
const POLL = 1000;
const WORDINGS_AT_ONCE = 6;

export class Live {
  readonly tails: Tails;
  /** By what they ask and how they see. All of one form have the same type of message. */
  readonly #groups = new Map<string, Group<unknown>>();
  /** However many groups there are, others need connections to the database too. */
  readonly #wordings = new AtMost(WORDINGS_AT_ONCE);
  readonly #hints: Hints;
  readonly #options: LiveOptions;
  #polling: NodeJS.Timeout | null = null;

  constructor(options: LiveOptions) {
    const { database, url, onError, capacity = CAPACITY } = options;
    this.#options = options;
    this.tails = new Tails(database, { capacity, onError });
    this.#hints = new Hints({ url, onError, heard: (tenant, position) => this.tails.heard(tenant, position) });
  }

  async start(): Promise<void> {
    this.#pollAgain();
    await this.#hints.start();
  }

  /** Ends every stream. Sockets are closed before, or their clients would take the streams for complete. */
  async stop(): Promise<void> {
    if (this.#polling) clearTimeout(this.#polling);
    this.#polling = null;
    this.tails.stop();
    await this.#hints.stop();
  }

  /** After a commit on this node. */
  committed = (tenant: string, position: Position): void => {
    this.tails.heard(tenant, position);
    this.#hints.send(tenant, position);
  };

  /** A stream that is not begun yet. */
  stream<M>(wish: Wish<M>, actor: Actor, outlet: Outlet<M>): Stream<M> {
    return new Stream(this.#groupOf(wish, actor), outlet);
  }

  get stats(): LiveStats {
    const tails = this.tails.all;
    return {
      tenants: tails.length,
      followers: tails.reduce((sum, tail) => sum + tail.followers, 0),
      groups: this.#groups.size,
      eventLagSeconds: Math.max(0, ...tails.map((tail) => tail.lag)) / 1000,
      reads: this.tails.reads,
    };
  }

  #groupOf<M>(wish: Wish<M>, by: Actor): Group<M> {
    const { tenant, filter, form, word, sizeOf } = wish;
    const { models, now, silence = SILENCE } = this.#options;
    const { key: sight, actor } = sightOf(by);
    const { types, about, node } = filter;
    const key = JSON.stringify([tenant, sight, form, types, about, node && [modelOf(node.model).name, node.id]]);
    const known = this.#groups.get(key) as Group<M> | undefined;
    if (known) return known;
    const group = new Group<M>(
      this.tails.of(tenant),
      {
        actor, filter, models, now, silence, sizeOf,
        word: (changes) => this.#wordings.run(() => word(changes, actor)),
        as: (other) => this.#groupOf(wish, other),
      },
      () => { if (this.#groups.get(key) === (group as Group<unknown>)) this.#groups.delete(key); },
    );
    this.#groups.set(key, group as Group<unknown>);
    return group;
  }

  #pollAgain(): void {
    this.#polling = setTimeout(() => {
      void this.tails.poll().catch(this.#options.onError).then(() => {
        if (this.#polling) this.#pollAgain();
      });
    }, POLL);
  }
}
