/**
 * Nodes tell each other after a commit how far an organisation's log reaches, by NOTIFY on a connection
 * of its own: in the writing transaction it would make all commits queue. A hint only says where to
 * look. It may be lost, doubled or wrong; the log is what is believed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Position } from '../../kernel/position.ts';

export interface HintsOptions {
  readonly url: string;
  readonly heard: (tenant: string, position: Position) => void;
  readonly onError: (error: Error) => void;
}

const CHANNEL = 'rapport_hints';
const BATCH_MS = 15;
const HINTS_A_PAYLOAD = 120; // about 60 bytes each; PostgreSQL takes less than 8,000
const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 5000;

export class Hints {
  readonly #options: HintsOptions;
  readonly #pending = new Map<string, Position>();
  readonly #stopped = new AbortController();
  #client: pg.Client | null = null;
  #sending: NodeJS.Timeout | null = null;
  #kept: Promise<void> | null = null;

  constructor(options: HintsOptions) {
    this.#options = options;
  }

  /** Resolves after the first attempt to connect, however it went. */
  start(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#kept = this.#keepListening(resolve);
    return promise;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    if (this.#sending) clearTimeout(this.#sending);
    await this.#client?.end().catch(() => {});
    await this.#kept;
  }

  send(tenant: string, position: Position): void {
    if (this.#client === null) return;
    const earlier = this.#pending.get(tenant);
    if (!earlier || earlier.epoch < position.epoch || earlier.seq < position.seq) this.#pending.set(tenant, position);
    this.#sending ??= setTimeout(() => void this.#flush(), BATCH_MS);
  }

  async #flush(): Promise<void> {
    const hints = [...this.#pending].map(([tenant, { epoch, seq }]) => `${tenant} ${epoch} ${seq}`);
    this.#pending.clear();
    const payloads: string[] = [];
    for (let i = 0; i < hints.length; i += HINTS_A_PAYLOAD) payloads.push(hints.slice(i, i + HINTS_A_PAYLOAD).join(','));
    try {
      await this.#client?.query(`select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) payload`, [payloads]);
    } catch (error) {
      this.#options.onError(error as Error);
    }
    const more = this.#pending.size > 0 && !this.#stopped.signal.aborted;
    this.#sending = more ? setTimeout(() => void this.#flush(), BATCH_MS) : null;
  }

  async #keepListening(tried: () => void): Promise<void> {
    const { signal } = this.#stopped;
    let wait = SHORTEST_WAIT;
    while (!signal.aborted) {
      try {
        await this.#listen(() => {
          wait = SHORTEST_WAIT;
          tried();
        });
      } catch (error) {
        this.#options.onError(error as Error);
      }
      tried();
      await sleep(wait, undefined, { signal }).catch(() => {});
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  /** Until the connection is lost. */
  async #listen(listening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url, application_name: 'rapport hints', keepAlive: true, connectionTimeoutMillis: 10_000,
    });
    const lost = new Promise<void>((resolve) => { client.once('end', resolve); });
    client.on('error', this.#options.onError);
    try {
      await client.connect();
      const { rows: [self] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      client.on('notification', ({ processId, payload }) => {
        if (processId !== self?.pid) this.#receive(payload ?? '');
      });
      await client.query(`listen ${CHANNEL}`);
      this.#client = client;
      listening();
      if (!this.#stopped.signal.aborted) await lost;
    } finally {
      this.#client = null;
      await client.end().catch(() => {});
    }
  }

  #receive(payload: string): void {
    for (const [, tenant, epoch, seq] of payload.matchAll(/([0-9a-f-]{36}) (\d{1,7}) (\d{1,15})/g)) {
      this.#options.heard(tenant ?? '', { epoch: Number(epoch), seq: Number(seq) });
    }
  }
}
