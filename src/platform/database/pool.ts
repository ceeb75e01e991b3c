/**
 * Connections to PostgreSQL. BEGIN, the tenant and the first statements travel together, and so do the last
 * ones and COMMIT. The tenant is only ever set for one transaction, and there is no other way to a connection.
 */
import pg from 'pg';
import { Conversation, type Outcome } from './batch.ts';
import type { Sql } from './statement.ts';
import type { Row } from '../reading/rows.ts';

// A calendar day is text to us: a Date would give it a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

export class Database {
  readonly pool: pg.Pool;

  constructor(url: string, options: { size: number; onError: (error: Error) => void }) {
    this.pool = new pg.Pool({
      connectionString: url, max: options.size, pipeline: true, application_name: 'rapport',
      // Of a parent with very many children a page is walked by its index, not put together from all of them and sorted.
      options: '-c random_page_cost=1.1',
      idleTimeoutMillis: 0, // a new connection pays again for its plans and for the collation of names
      connectionTimeoutMillis: 10_000, lock_timeout: 5_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000,
    } as pg.PoolConfig);
    this.pool.on('error', options.onError);
    // A connection lost in use fails its statements, which tell; unheard, its event would end the process.
    this.pool.on('connect', (connection) => connection.on('error', () => {}));
  }

  get load(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  /** A transaction of the tenant; null: of one that is yet to be known. */
  async begin(mode: 'read' | 'write', tenant: string | null): Promise<OpenTransaction> {
    const transaction = new OpenTransaction(this, mode);
    if (tenant !== null) await transaction.enter(tenant);
    return transaction;
  }

  /** One statement of its own, for tables without a tenant and definer functions. */
  async query(sql: Sql): Promise<Row[]> {
    const connection = await this.pool.connect();
    try {
      return (await new Conversation(connection).ask(sql)).rows;
    } finally {
      connection.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

const said = (text: string): Sql => ({ name: text, text, values: [] });
const BEGIN = { read: said('begin isolation level repeatable read read only'), write: said('begin') };
const COMMIT = said('commit');
const ROLLBACK = said('rollback');
const tenantIs = (tenant: string): Sql => ({ name: 'tenant', text: `select set_config('app.tenant', $1, true)`, values: [tenant] });

/**
 * A transaction takes its connection when its tenant is known. Before that a statement stands alone, so
 * that a stranger whose password is being checked keeps nobody waiting for a connection.
 */
export class OpenTransaction {
  #conversation: Conversation | null = null;
  /** Why it has not begun: what is asked of it from then on would run outside of it, without a tenant. */
  #failed: unknown = null;
  #ended = false;

  constructor(readonly database: Database, readonly mode: 'read' | 'write') {}

  async enter(tenant: string): Promise<void> {
    if (this.#conversation) throw new Error('a transaction has one tenant, for good');
    this.#conversation = new Conversation(await this.database.pool.connect());
    for (const sql of [BEGIN[this.mode], tenantIs(tenant)]) {
      this.#conversation.ask(sql).catch((error: unknown) => { this.#failed ??= error; }); // the first statement fails with it and tells
    }
  }

  run = async (sql: Sql): Promise<Row[]> => {
    if (this.#ended) throw new Error('this transaction has ended');
    if (this.#failed !== null) throw this.#failed;
    if (!this.#conversation) return this.database.query(sql);
    try {
      return (await this.#conversation.ask(sql)).rows;
    } catch (error) {
      Error.captureStackTrace(error as Error); // else it leads to a socket, and not to who asked
      throw error;
    }
  };

  /** Nobody needs to wait for a rollback: nothing hangs on it but the connection, which goes back when it is done. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    const conversation = this.#conversation;
    if (this.#ended) return;
    this.#ended = true;
    if (!conversation) return;
    if (how === 'rollback') return giveBack(conversation, conversation.ask(ROLLBACK));
    try {
      if (this.#failed !== null) throw this.#failed;
      const { done } = await conversation.ask(COMMIT);
      if (done !== 'COMMIT') throw new Error('a statement had failed before COMMIT, and nobody heard of it');
      conversation.connection.release();
    } catch (error) {
      giveBack(conversation, conversation.ask(ROLLBACK));
      throw error;
    }
  }
}

/** A rollback that travelled behind a failed statement was skipped, and is asked for again. */
function giveBack(conversation: Conversation, ended: Promise<Outcome>): void {
  const { connection } = conversation;
  ended.catch(() => conversation.ask(ROLLBACK))
    .then(() => connection.release(), () => connection.release(true)); // its state is unknown: never give it to another tenant
}
