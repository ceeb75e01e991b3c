/**
 * The reading side of the event log on this node: what was committed here or elsewhere wakes the tails,
 * and followers read from them. One object, made at boot, that everything live goes through.
 */
import type { ModelSpec } from '../../kernel/model.ts';
import type { Position } from '../../kernel/position.ts';
import type { Database } from '../database/pool.ts';
import type { Follow } from './change.ts';
import { Follower } from './follow.ts';
import { Hints } from './hints.ts';
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

export interface LiveStats {
  /** Organisations whose log this node reads. */
  readonly tenants: number;
  readonly followers: number;
  /** How long the node has known of an event that it has not read yet, in the organisation where that is longest. */
  readonly eventLagSeconds: number;
}

const CAPACITY = 4096;
const SPACING = 20;
const SILENCE = 30_000;
const POLL = 1000;

export class Live {
  readonly tails: Tails;
  readonly #hints: Hints;
  readonly #options: LiveOptions;
  #polling: NodeJS.Timeout | null = null;

  constructor(options: LiveOptions) {
    const { database, url, onError, capacity = CAPACITY } = options;
    this.#options = options;
    this.tails = new Tails(database, { capacity, spacing: SPACING, onError });
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

  follow: Follow = ({ tenant, actor }, filter, after) => {
    const { models, now, silence = SILENCE } = this.#options;
    return new Follower(() => this.tails.of(tenant), { actor, filter, after }, { models, now, silence });
  };

  get stats(): LiveStats {
    const tails = this.tails.all;
    return {
      tenants: tails.length,
      followers: tails.reduce((sum, tail) => sum + tail.followers, 0),
      eventLagSeconds: Math.max(0, ...tails.map((tail) => tail.lag)) / 1000,
    };
  }

  #pollAgain(): void {
    this.#polling = setTimeout(() => {
      void this.tails.poll().catch(this.#options.onError).then(() => {
        if (this.#polling) this.#pollAgain();
      });
    }, POLL);
  }
}
