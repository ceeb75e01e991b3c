/** Subscribers that follow all changes by the published client and are asked, at the end, for what they were told. */
import type { Client as SocketClient } from 'graphql-ws';
import { resumingSubscription } from '../../src/client/resuming-subscription.ts';
import { decodePosition } from '../../src/kernel/position.ts';
import type { Client } from '../support/client.ts';

const CHANGES = 'subscription Changes($after: Position) { changes(after: $after) { position type node { id } } }';

type Told = { readonly changes: { readonly position: string; readonly type: string; readonly node: { readonly id: string } | null } };

export interface Tally {
  readonly missed: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  readonly incomplete: number;
}

/** One who follows all changes while something goes wrong. */
export interface Watcher {
  /** Number of the latest event it was told of. */
  readonly last: number;
  readonly resumed: number;
  tally(from: number, to: number): Tally;
  stop(): Promise<void>;
}

/** Arithmetic: of the numbers after `from` up to `to` each must have come once, and in order. */
export function tallyOf(told: readonly number[], from: number, to: number): Omit<Tally, 'incomplete'> {
  const distinct = new Set(told);
  let missed = 0;
  for (let seq = from + 1; seq <= to; seq += 1) if (!distinct.has(seq)) missed += 1;
  return { missed, doubled: told.length - distinct.size, outOfOrder: told.filter((seq, i) => i > 0 && seq < (told[i - 1] ?? 0)).length };
}

export class Subscriber implements Watcher {
  /** Numbers of the events it was told of. */
  readonly told: number[] = [];
  resumed = 0;
  /** Messages without the record, though it is there and may be seen. */
  incomplete = 0;
  readonly #socket: SocketClient;
  readonly #stream: ReturnType<typeof resumingSubscription<Told>>;
  readonly #reading: Promise<void>;

  constructor(client: Client, tenant: string, after: string) {
    this.#socket = client.socket();
    this.#stream = resumingSubscription<Told>(this.#socket, { query: CHANGES }, { after, onRetry: () => { this.resumed += 1; } });
    this.#reading = this.#read(tenant);
    this.#reading.catch(() => {}); // told by `stop`
  }

  get last(): number {
    return this.told.at(-1) ?? 0;
  }

  tally(from: number, to: number): Tally {
    return { ...tallyOf(this.told, from, to), incomplete: this.incomplete };
  }

  async stop(): Promise<void> {
    await this.#stream.return?.();
    await this.#reading;
    await Promise.resolve(this.#socket.dispose()).catch(() => {});
  }

  async #read(tenant: string): Promise<void> {
    for await (const { data } of this.#stream) {
      if (!data || data.changes.type.startsWith('stream.')) continue;
      const position = decodePosition(tenant, data.changes.position);
      if (position === null || position === 'foreign') throw new Error(`${data.changes.position} is no position of this organisation`);
      this.told.push(position.seq);
      if (!data.changes.node) this.incomplete += 1;
    }
  }
}
