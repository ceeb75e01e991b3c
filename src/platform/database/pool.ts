/**
 * Connections to PostgreSQL. `pg`'s pipeline mode lets BEGIN, the tenant and the first statement travel
 * together. The tenant is only ever set for one transaction, and there is no other way to a connection.
 */
import pg from 'pg';
import type { Sql } from './statement.ts';
import type { Row } from '../reading/rows.ts';

// A calendar day is text to us: a Date would give it a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

export type Connection = pg.PoolClient;

export class Database {
  readonly pool: pg.Pool;
  #active = 0;

  constructor(url: string, options: { size: number; onError: (error: Error) => void }) {
    this.pool = new pg.Pool({
      connectionString: url, max: options.size, pipeline: true, application_name: 'rapport',
      connectionTimeoutMillis: 10_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000,
    } as pg.PoolConfig);
    this.pool.on('error', options.onError);
  }

  get load(): { total: number; idle: number; waiting: number; active: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount, active: this.#active };
  }

  /** A connection inside a transaction of the tenant; null for the few functions that know none. */
  async begin(mode: 'read' | 'write', tenant: string | null): Promise<OpenTransaction> {
    const connection = await this.pool.connect();
    this.#active += 1;
    const opening = [
      connection.query(mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'),
      ...(tenant === null ? [] : [setTenant(connection, tenant)]),
    ];
    return new OpenTransaction(connection, Promise.all(opening), () => { this.#active -= 1; });
  }

  /** One statement of its own, for tables without a tenant and definer functions. */
  async query(sql: Sql): Promise<Row[]> {
    return (await this.pool.query({ ...sql, values: [...sql.values] })).rows as Row[];
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

export function setTenant(connection: Connection, tenant: string): Promise<unknown> {
  return connection.query({ name: 'tenant', text: `select set_config('app.tenant', $1, true)`, values: [tenant] });
}

export class OpenTransaction {
  #ended = false;

  constructor(readonly connection: Connection, readonly opened: Promise<unknown>, readonly onEnd: () => void) {
    opened.catch(() => {}); // the first statement fails with it and tells
  }

  run = async (sql: Sql): Promise<Row[]> =>
    (await this.connection.query({ ...sql, values: [...sql.values] })).rows as Row[];

  async end(how: 'commit' | 'rollback'): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    try {
      await this.opened;
      await this.connection.query(how);
      this.connection.release();
    } catch (error) {
      this.connection.release(true); // its state is unknown: never give it to another tenant
      if (how === 'commit') throw error;
    } finally {
      this.onEnd();
    }
  }
}
