/**
 * The web server of a node: GraphQL over HTTP and WebSocket, GraphiQL, files, health. It is given all it
 * needs and knows no module. Stopping is polite: `/readyz` says so at once, what runs is finished, and
 * clients on sockets are sent to another node.
 */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import type { PublicPage } from '../../kernel/public-page.ts';
import type { ReadFileLink } from '../files/file-link.ts';
import type { StoredFiles } from '../files/folder-store.ts';
import type { Host } from '../graphql/execution.ts';
import type { Live } from '../live/live.ts';
import { createLiveConnections } from '../live/websocket.ts';
import { codedError } from './error-codes.ts';
import { fileRoute } from './file-route.ts';
import { graphiqlRoutes } from './graphiql.ts';
import { graphqlRoute, unreadable, type Authenticate } from './graphql-route.ts';
import { healthRoutes } from './health.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Log } from './logging.ts';
import { createMetrics } from './metrics.ts';
import { pageRoutes } from './page-routes.ts';
import type { ReadPageLink } from '../pages/page-link.ts';
import { createOperations } from './operations.ts';
import { outgoing } from './outgoing.ts';

export interface ServerOptions {
  readonly listen: { readonly host: string; readonly port: number };
  readonly host: Host;
  readonly schema: GraphQLSchema;
  /** Null for nobody; throws `Unauthenticated`, telling why, for a credential that is not good. */
  readonly authenticate: Authenticate;
  readonly jwks: () => JSONWebKeySet | Promise<JSONWebKeySet>;
  readonly readLink: ReadFileLink;
  readonly readPage: ReadPageLink;
  readonly pages: readonly PublicPage[];
  readonly files: StoredFiles;
  readonly log: Log;
  readonly live: Live;
  readonly limits?: Partial<Limits>;
}

export interface Server {
  start(): Promise<{ readonly url: string }>;
  stop(): Promise<void>;
}

const SANE_ID = /^[\w.:-]{1,100}$/;

export function createServer(options: ServerOptions): Server {
  const { host, log, authenticate } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const metrics = createMetrics({ load: () => host.database.load, live: () => options.live.stats });
  const operations = createOperations({ host, schema: options.schema, limits, log, metrics });
  const connections = createLiveConnections({ live: options.live, now: host.now, operations, authenticate, limits, log, metrics });
  let draining = false;

  const app = fastify({
    bodyLimit: limits.bodyBytes,
    return503OnClosing: false, // a request that still arrives is answered
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 4096 },
    requestIdHeader: false,
    genReqId: ({ headers: { 'x-request-id': given } }) => (typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID()),
  });

  app.server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0];
    if (path === '/graphql' && !draining) return connections.upgrade(request, socket, head);
    socket.end(`HTTP/1.1 ${draining ? '503 Service Unavailable' : '404 Not Found'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  const prepareApp = (): void => {
    outgoing(app, { draining: () => draining });
    // Bytes as they came: the routes read it, and say in their own words what is wrong with it.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    graphqlRoute(app, { operations, authenticate });
    graphiqlRoutes(app);
    healthRoutes(app, { database: host.database, metrics, jwks: options.jwks, draining: () => draining });
    fileRoute(app, { readLink: options.readLink, files: options.files });
    pageRoutes(app, { host, pages: options.pages, readPage: options.readPage });
    answerTheRest(app, log);
  };

  return {
    async start() {
      prepareApp();
      await app.listen(options.listen);
      return { url: urlOf(app, options.listen.host) };
    },
    async stop() {
      if (draining) return;
      draining = true;
      await new Promise((resolve) => setTimeout(resolve, limits.noticeMs));
      const cut = setTimeout(() => app.server.closeAllConnections(), limits.drainMs);
      await Promise.all([connections.close(), app.close()]);
      clearTimeout(cut);
    },
  };
}

function urlOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function answerTheRest(app: FastifyInstance, log: Log): void {
  const tell = (reply: FastifyReply, status: number, message: string): FastifyReply => reply.code(status).send(unreadable(message));

  app.setNotFoundHandler((request, reply) =>
    tell(reply, 404, `Nothing answers ${request.method} ${request.url.split('?')[0]?.slice(0, 200)}. The API is at /graphql, a place to try it at /graphiql.`));

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return tell(reply, 413, `The body is larger than ${app.initialConfig.bodyLimit} bytes.`);
    if (status < 500) return tell(reply, status, error.message);
    log.error({ requestId: request.id, err: error }, 'A request failed by our fault');
    const fault = codedError('INTERNAL', `Something went wrong on our side. Report it with request id ${request.id}.`, { extensions: { requestId: request.id } });
    return reply.code(500).send({ errors: [fault] });
  });
}
