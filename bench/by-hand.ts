/** The reference's only machinery: a pool, and a transaction of the tenant whose statements travel together. */
import type { Socket } from 'node:net';
import pg from 'pg';
import type { Hand, Statement } from './scenario.ts';

export const POOL_SIZE = 20;

const asText = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig;

export function createPool(connectionString: string): pg.Pool {
  return new pg.Pool({ connectionString, max: POOL_SIZE, pipeline: true } as pg.PoolConfig);
}

export function handOf(pool: pg.Pool, tenant: string, user: string): Hand {
  const inTransaction = async (begin: string, statements: readonly Statement[]): Promise<Record<string, unknown> | undefined> => {
    const client = await pool.connect();
    try {
      const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
      stream.cork(); // all statements in one write
      process.nextTick(() => stream.uncork());
      const results = await Promise.all([
        client.query(begin),
        client.query({ name: 'tenant', text: `select set_config('app.tenant', $1, true)`, values: [tenant] }),
        ...statements.map(({ name, text, values }) => client.query<Record<string, unknown>>({ name, text, values: [...values], types: asText })),
        client.query('commit'),
      ]);
      client.release();
      return results.at(-2)?.rows[0] as Record<string, unknown> | undefined;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  return {
    tenant, user,
    async read(statement) {
      return String(Object.values(await inTransaction('begin isolation level repeatable read read only', [statement]) ?? {})[0]);
    },
    async write(statements) {
      return await inTransaction('begin', statements) ?? {};
    },
  };
}
