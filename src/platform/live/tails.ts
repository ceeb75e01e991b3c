/**
 * The tails of this node, one for each organisation somebody follows here. Once a second one statement
 * asks for the heads of them all, so a hint that never came costs latency and nothing else. A tail
 * outlives its last follower for a while: the one who was cut off finds its ring still filled.
 */
import type { Position } from '../../kernel/position.ts';
import { positionFrom } from '../database/event-log.ts';
import type { Database } from '../database/pool.ts';
import { readLogOf, type ReadLog } from './log.ts';
import { Tail, type TailOptions } from './tail.ts';

const KEPT_IDLE = 60_000;

export class Tails {
  readonly #tails = new Map<string, Tail>();
  readonly #database: Database;
  readonly #read: ReadLog;
  readonly #options: TailOptions;
  #reads = 0;
  #stopped = false;

  constructor(database: Database, options: TailOptions) {
    this.#database = database;
    const read = readLogOf(database);
    this.#read = (...part) => {
      this.#reads += 1;
      return read(...part);
    };
    this.#options = options;
  }

  /** Readings of the log so far. */
  get reads(): number {
    return this.#reads;
  }

  get all(): readonly Tail[] {
    return [...this.#tails.values()];
  }

  of(tenant: string): Tail {
    let tail = this.#tails.get(tenant);
    if (!tail) {
      tail = new Tail(tenant, this.#read, this.#options);
      if (this.#stopped) tail.stop();
      else this.#tails.set(tenant, tail);
    }
    return tail;
  }

  heard(tenant: string, position: Position): void {
    this.#tails.get(tenant)?.heard(position);
  }

  async poll(): Promise<void> {
    for (const tail of this.all) {
      if (tail.idle > KEPT_IDLE) this.#tails.delete(tail.tenant);
    }
    const followed = this.all.filter((tail) => tail.followers > 0).map((tail) => tail.tenant);
    if (followed.length === 0) return;
    const heads = await this.#database.query({ name: 'stream heads', text: 'select * from stream_heads($1)', values: [followed] });
    for (const row of heads) {
      const position = positionFrom(row);
      if (position) this.heard(String(row['tenant_id']), position);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const tail of this.all) tail.stop();
    this.#tails.clear();
  }
}
