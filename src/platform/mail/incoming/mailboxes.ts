/**
 * The mailboxes that this node watches. Each is watched by one node at a time: by who holds its lock, which PostgreSQL
 * lets go of when the node dies; another then takes it within seconds. Were two ever to watch one for a moment, the
 * record of how far it is read would still let each mail in once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Transaction } from '../../../kernel/context.ts';
import { isAway } from '../../database/away.ts';
import { asSystem } from '../../graphql/as-system.ts';
import type { Host } from '../../graphql/execution.ts';
import { watchMailbox, type IncomingMail, type MailboxRecord, type MailPlace } from './watch-mailbox.ts';

/** What a module does with mailboxes, each in a transaction of its own. */
export interface MailboxDesk {
  open(id: string, transaction: Transaction): ReturnType<MailboxRecord['open']>;
  begin(id: string, uidValidity: string, uidNext: number, transaction: Transaction): Promise<number>;
  take(id: string, place: MailPlace, mail: IncomingMail | null, transaction: Transaction): Promise<void>;
  report(id: string, state: Parameters<MailboxRecord['report']>[0], error: string | null, transaction: Transaction): Promise<void>;
}

export interface MailboxesOptions {
  /** The database as the role of the jobs. */
  readonly url: string;
  readonly host: Host;
  readonly desk: MailboxDesk;
  readonly privateNetworks: boolean;
  readonly onError: (error: unknown) => void;
}

interface Mailbox { readonly tenant_id: string; readonly id: string; readonly setting: number }
interface Watch { readonly setting: number; readonly stop: AbortController; readonly ended: Promise<void> }

const LOCKS = 0x6d61696c; // "mail"
const LOOK_MS = 2000;
const REASON = 'watch mailbox';

export class Mailboxes {
  readonly #options: MailboxesOptions;
  readonly #stopped = new AbortController();
  readonly #watches = new Map<string, Watch>();
  #kept: Promise<void> = Promise.resolve();

  constructor(options: MailboxesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#kept = this.#keep();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#kept;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.#session().catch((error: unknown) => { if (!isAway(error)) this.#options.onError(error); });
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  /** As long as the connection lasts that holds the locks. */
  async #session(): Promise<void> {
    const { signal } = this.#stopped;
    const client = new pg.Client({ connectionString: this.#options.url, application_name: 'rapport mailboxes', keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
    client.on('error', () => {}); // the statement that it was lost in tells
    try {
      await client.connect();
      while (!signal.aborted) {
        await this.#look(client);
        await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
      }
    } finally {
      await Promise.all([...this.#watches.keys()].map((id) => this.#end(id)));
      await client.end().catch(() => {});
    }
  }

  async #look(client: pg.Client): Promise<void> {
    const { rows } = await client.query<Mailbox>('select tenant_id, id, setting from watched_mailboxes()');
    const wanted = new Map(rows.map((row) => [row.id, row]));
    for (const [id, { setting }] of this.#watches) {
      if (wanted.get(id)?.setting === setting) continue;
      await this.#end(id);
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [LOCKS, id]);
    }
    for (const mailbox of wanted.values()) {
      if (this.#watches.has(mailbox.id) || this.#stopped.signal.aborted) continue;
      const { rows: [lock] } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as ours', [LOCKS, mailbox.id]);
      if (lock?.ours) this.#begin(mailbox);
    }
  }

  #begin({ tenant_id: tenant, id, setting }: Mailbox): void {
    const { host, desk, privateNetworks, onError } = this.#options;
    const stop = new AbortController();
    const within = <T>(act: (transaction: Transaction) => Promise<T>): Promise<T> => asSystem(host, tenant, REASON, act);
    const record: MailboxRecord = {
      open: () => within((transaction) => desk.open(id, transaction)),
      begin: (uidValidity, uidNext) => within((transaction) => desk.begin(id, uidValidity, uidNext, transaction)),
      take: (place, mail) => within((transaction) => desk.take(id, place, mail, transaction)),
      report: (state, error) => within((transaction) => desk.report(id, state, error, transaction)),
    };
    const ended = watchMailbox({ tenant, record, files: host.ports.files, privateNetworks, signal: stop.signal, now: host.now, onError }).catch(onError);
    this.#watches.set(id, { setting, stop, ended });
  }

  async #end(id: string): Promise<void> {
    const watch = this.#watches.get(id);
    watch?.stop.abort();
    await watch?.ended;
    this.#watches.delete(id);
  }
}
