/** What load balancers, monitoring and verifiers of our tokens ask, none of it secret. */
import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { Database } from '../database/pool.ts';
import type { Metrics } from './metrics.ts';

interface Parts {
  readonly database: Pick<Database, 'query'>;
  readonly metrics: Metrics;
  readonly jwks: () => JSONWebKeySet | Promise<JSONWebKeySet>;
  readonly draining: () => boolean;
}

const DATABASE_WAIT_MS = 2_000;

export function healthRoutes(app: FastifyInstance, { database, metrics, jwks, draining }: Parts): void {
  app.get('/livez', async () => ({ status: 'alive' }));

  app.get('/readyz', async (_, reply) => {
    if (draining()) return reply.code(503).send({ status: 'stopping' });
    const reachable = await Promise.race([
      database.query({ name: 'ready', text: 'select 1', values: [] }).then(() => true, () => false),
      new Promise<boolean>((resolve) => setTimeout(resolve, DATABASE_WAIT_MS, false).unref()),
    ]);
    return reachable ? { status: 'ready' } : reply.code(503).send({ status: 'the database is not reachable' });
  });

  app.get('/metrics', async (_, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));

  app.get('/.well-known/jwks.json', async (_, reply) =>
    reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' }).send(await jwks()));
}
