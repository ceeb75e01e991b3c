/**
 * Connections to PostgreSQL. `pg`'s pipeline mode lets BEGIN, the tenant and the first statement travel
 * together. The tenant is only ever set for one transaction, and there is no other way to a connection.
 */
import pg from 'pg';
import type { Sql } from './statement.ts';
import type { Row } from '../reading/rows.ts';

// A calendar day is text to us: a Date would give it a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

export class Database {
  readonly pool: pg.Pool;

  constructor(url: string, options: { size: number; onError: (error: Error) => void }) {
    this.pool = new pg.Pool({
      connectionString: url, max: options.size, pipeline: true, application_name: 'rapport',
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
    return (await this.pool.query({ ...sql, values: [...sql.values] })).rows as Row[];
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/**
 * A transaction takes its connection when its tenant is known. Before that a statement stands alone, so
 * that a stranger whose password is being checked keeps nobody waiting for a connection.
 */
export class OpenTransaction {
  #connection: pg.PoolClient | null = null;
  #opened: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(readonly database: Database, readonly mode: 'read' | 'write') {}

  async enter(tenant: string): Promise<void> {
    if (this.#connection) throw new Error('a transaction has one tenant, for good');
    const connection = await this.database.pool.connect();
    this.#connection = connection;
    this.#opened = Promise.all([
      connection.query(this.mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'),
      connection.query({ name: 'tenant', text: `select set_config('app.tenant', $1, true)`, values: [tenant] }),
    ]);
    this.#opened.catch(() => {}); // the first statement fails with it and tells
  }

  run = async (sql: Sql): Promise<Row[]> => {
    if (this.#ended) throw new Error('this transaction has ended');
    const on = this.#connection ?? this.database.pool;
    return (await on.query({ ...sql, values: [...sql.values] })).rows as Row[];
  };

  async end(how: 'commit' | 'rollback'): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const connection = this.#connection;
    if (!connection) return;
    try {
      await this.#opened;
      await connection.query(how);
      connection.release();
    } catch (error) {
      connection.release(true); // its state is unknown: never give it to another tenant
      if (how === 'commit') throw error;
    }
  }
}
