/**
 * How nodes know that one of them died. A worker holds a lock on a connection of its own for as long as it lives;
 * PostgreSQL lets go of it when the process is gone. What is marked as taken by a worker without a lock is given back
 * to the queue, where another takes it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAway } from '../database/away.ts';
import { MOST_ATTEMPTS } from './queue.ts';

export interface LifelineOptions {
  readonly url: string;
  readonly pool: pg.Pool;
  /** As it marks what it takes. */
  readonly worker: string;
  readonly onError: (error: unknown) => void;
}

const LOCKS = 0x776f726b; // "work"
const LOOK = 2000;
/** A worker takes its lock a moment after it begins, and again when its connection was lost. */
const GRACE = '6 seconds';

const DEAD = `
  with taken as materialized (
    select locked_by from graphile_worker._private_jobs where locked_by is not null group by locked_by having max(locked_at) < now() - interval '${GRACE}'
  ), dead as materialized (select locked_by from taken where pg_try_advisory_xact_lock(${LOCKS}, hashtext(locked_by)))`;
/** A last attempt in whose midst somebody died said nothing of what went wrong: there is one more. What kills again and again ends some time. */
const ONE_MORE = `${DEAD}
  update graphile_worker._private_jobs set max_attempts = attempts + 1
  where locked_by in (select locked_by from dead) and attempts >= max_attempts and max_attempts < ${MOST_ATTEMPTS + 3}`;
const GIVE_BACK = `${DEAD}
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;

export class Lifeline {
  readonly #options: LifelineOptions;
  readonly #stopped = new AbortController();
  #client: pg.Client | null = null;
  #kept: Promise<unknown> = Promise.resolve();

  constructor(options: LifelineOptions) {
    this.#options = options;
  }

  start(): void {
    this.#kept = Promise.all([this.#hold(), this.#watch()]);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#client?.end().catch(() => {});
    await this.#kept;
  }

  async #hold(): Promise<void> {
    const { url, worker } = this.#options;
    await this.#again(async () => {
      const client = new pg.Client({ connectionString: url, application_name: 'rapport worker', keepAlive: true, connectionTimeoutMillis: 10_000 });
      const lost = new Promise<void>((resolve) => { client.once('end', resolve); });
      client.on('error', () => {}); // its end tells
      try {
        await client.connect();
        await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCKS, worker]);
        this.#client = client;
        if (!this.#stopped.signal.aborted) await lost;
      } finally {
        this.#client = null;
        await client.end().catch(() => {});
      }
    }, 200);
  }

  #watch(): Promise<void> {
    const { pool } = this.#options;
    return this.#again(() => pool.query(ONE_MORE).then(() => pool.query(GIVE_BACK)), LOOK);
  }

  async #again(act: () => Promise<unknown>, pause: number): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await act().catch((error: unknown) => { if (!isAway(error)) this.#options.onError(error); });
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
}
