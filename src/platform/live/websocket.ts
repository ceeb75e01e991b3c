/**
 * GraphQL over WebSocket (graphql-transport-ws), on the path and by the rules of HTTP: the same preparing,
 * limits and faults. The credential comes with `connection_init` (`{ "authorization": "Bearer …" }`) or
 * the upgrade request, and the connection lives no longer than it.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer, type Context, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Actor } from '../../kernel/actor.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import { credentialIn } from '../http/credential.ts';
import { codedError } from '../http/error-codes.ts';
import type { Authenticate } from '../http/graphql-route.ts';
import type { Limits } from '../http/limits.ts';
import type { Log } from '../http/logging.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Answer, Operations } from '../http/operations.ts';
import type { Prepared } from '../http/prepare.ts';
import { StreamRequest, type Change } from './change.ts';
import { Close, closeSocket } from './close-codes.ts';
import { Connection } from './connection.ts';
import { formOf } from './form.ts';
import type { Live } from './live.ts';
import { Rounds } from './rounds.ts';
import { Session } from './session.ts';
import { payloadOf, Socket } from './socket.ts';
import { Subscription } from './subscription.ts';
import { Turnstile } from './turnstile.ts';

interface Parts {
  readonly live: Live;
  readonly now: () => Date;
  readonly operations: Operations;
  readonly authenticate: Authenticate;
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface LiveConnections {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets running queries and mutations finish, then sends every client to another node. */
  close(): Promise<void>;
}

type ConnectionInit = Record<string, unknown> | undefined;

/** graphql-ws gives back to `execute` and `subscribe` what `onSubscribe` answered. */
interface LivePrepared extends Prepared {
  readonly connection: Connection;
  /** The subscription's own, chosen by the client. */
  readonly id: string;
  readonly form: string;
}


export function createLiveConnections(parts: Parts): LiveConnections {
  const { limits, log, metrics } = parts;
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.bodyBytes, handleProtocols });
  const connections = new Set<Connection>();
  const rounds = new Rounds(limits.actorMs);
  const turnstile = new Turnstile();
  const protocol = createProtocol(parts, rounds, turnstile);
  const pings = setInterval(() => connections.forEach((connection) => connection.ping()), limits.pingMs).unref();

  const accept = (socket: WebSocket, request: IncomingMessage, wire: Duplex): void => {
    const way = new Socket(socket, wire, limits, (error) => log.error({ err: error }, 'A live connection failed'));
    const connection = new Connection(socket, way, request);
    connections.add(connection);
    metrics.sockets.opened();
    const closed = protocol.opened(way, connection);
    socket.on('error', (error) => log.debug({ err: error }, 'A live connection broke'));
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      metrics.sockets.closed(code);
      closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'A live connection did not end well'));
    });
  };

  return {
    upgrade(request, socket, head) {
      const ignore = (): void => {};
      socket.on('error', ignore); // of one who leaves while they wait
      void turnstile.turn().then(() => {
        socket.off('error', ignore);
        sockets.handleUpgrade(request, socket, head, (accepted) => accept(accepted, request, socket));
      });
    },
    async close() {
      clearInterval(pings);
      rounds.stop();
      await Promise.all([...connections].map((connection) => connection.leave(limits.drainMs)));
      sockets.close();
    },
  };
}

function createProtocol({ live, now, operations, authenticate, limits }: Parts, rounds: Rounds, turnstile: Turnstile) {
  const prepare = async ({ extra: connection, subscriptions }: Context<ConnectionInit, Connection>, id: string, payload: SubscribePayload) => {
    if (Object.keys(subscriptions).length > limits.operationsPerSocket) {
      return [codedError('RATE_LIMITED', `One connection runs at most ${limits.operationsPerSocket} operations at once. Complete some, or open another.`)];
    }
    const facts = { id: randomUUID(), address: connection.address };
    await turnstile.turn();
    try {
      const prepared = operations.prepare(payload, await connection.actor(), facts);
      return 'errors' in prepared ? prepared.errors.map((error) => toldWith(error, { cost: prepared.cost })) : { ...prepared, connection, id, form: formOf(payload, prepared) };
    } catch (error) {
      return [operations.fault(error, facts.id)];
    }
  };

  const subscribe = async (prepared: LivePrepared): Promise<Subscription | Answer> => {
    const { connection, contextValue, form, id } = prepared;
    const request = await operations.open(prepared);
    if (!(request instanceof StreamRequest)) return request;
    const word = async (changes: readonly Change[], actor: Actor): Promise<Buffer[]> =>
      (await operations.deliver(prepared, changes, actor)).map(payloadOf);
    const stream = live.stream({ request, form, word, sizeOf: ({ length }) => length }, await connection.member(), connection.way.outlet(id));
    return new Subscription(connection.follow(stream), (thrown) => operations.fault(thrown, contextValue.request.id));
  };

  return makeServer<ConnectionInit, Connection>({
    connectionInitWaitTimeout: limits.initMs,
    onConnect: async ({ extra: connection, connectionParams }) => {
      await turnstile.turn();
      try {
        const credential = credentialIn(connectionParams?.['authorization'] ?? connectionParams?.['Authorization'] ?? connection.authorization);
        connection.enter(await Session.open({
          authenticate: () => authenticate(credential, connection.address), rounds, maxAge: limits.actorMs, now,
          judged: (actor) => connection.judged(actor),
          ended: (reason) => closeSocket(connection.socket, Close.ended, reason),
        }));
        return true;
      } catch (error) {
        if (!(error instanceof Unauthenticated)) throw error;
        closeSocket(connection.socket, Close.unauthenticated, error.message);
        return false;
      }
    },
    onSubscribe: prepare,
    execute: (args: ExecutionArgs) => {
      const prepared = args as LivePrepared;
      return prepared.connection.run(operations.run(prepared).then(opened));
    },
    subscribe: (args: ExecutionArgs) => subscribe(args as LivePrepared),
  });
}

/** graphql-ws writes messages itself, from values. */
const opened = ({ json, ...answer }: Answer): Answer => (json === undefined ? answer : { ...answer, data: JSON.parse(json) as Answer['data'] });

/** An `error` message of the protocol is a bare list of errors: what else there is to tell goes into them. */
const toldWith = (error: GraphQLError, extensions: object): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, extensions: { ...error.extensions, ...extensions } });
