/**
 * GraphQL over WebSocket (graphql-transport-ws), on the path and by the rules of HTTP: the same preparing,
 * limits and faults. The messages, their checks and the close codes are those of graphql-ws; its server is not
 * used, because it keeps a suspended function, its promises and the client's text for each subscription.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols, MessageType } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Actor } from '../../kernel/actor.ts';
import { codedError } from '../http/error-codes.ts';
import type { Authenticate } from '../http/graphql-route.ts';
import type { Limits } from '../http/limits.ts';
import type { Log } from '../http/logging.ts';
import type { Metrics } from '../http/metrics.ts';
import { textOf, type Operations } from '../http/operations.ts';
import type { GraphQLRequest, Prepared } from '../http/prepare.ts';
import { StreamRequest, type Change } from './change.ts';
import { Close } from './close-codes.ts';
import { Connection, type Hall } from './connection.ts';
import { formOf } from './form.ts';
import type { Live } from './live.ts';
import type { Operation } from './operation.ts';
import { payloadOf } from './packet.ts';
import { Rounds } from './rounds.ts';
import { Socket } from './socket.ts';
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

export function createLiveConnections(parts: Parts): LiveConnections {
  const { limits, log, metrics, operations, authenticate, now } = parts;
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: limits.bodyBytes, handleProtocols });
  const connections = new Set<Connection>();
  const rounds = new Rounds(limits.actorMs);
  const turnstile = new Turnstile();
  const hall: Hall = {
    watch: { rounds, maxAge: limits.actorMs, now }, initMs: limits.initMs,
    turn: () => turnstile.turn(), authenticate, fault: operations.fault, begin: beginner(parts, turnstile),
  };
  const pings = setInterval(() => connections.forEach((connection) => connection.ping()), limits.pingMs).unref();

  const accept = (socket: WebSocket, request: IncomingMessage, wire: Duplex): void => {
    const way = new Socket(socket, wire, limits);
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) way.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    const connection = new Connection(socket, way, request, hall);
    connections.add(connection);
    metrics.sockets.opened();
    socket.on('message', (data) => {
      if (socket.readyState !== socket.OPEN) return; // what is no longer answered is not begun either
      connection.receive(String(data)).catch((error: unknown) => {
        log.error({ err: error }, 'A live connection failed');
        way.close(Close.failed, 'This connection failed by our fault. Connect again.');
      });
    });
    socket.on('pong', () => connection.ponged());
    socket.on('error', (error) => log.debug({ err: error }, 'A live connection broke'));
    socket.on('close', (code) => {
      connections.delete(connection);
      metrics.sockets.closed(code);
      connection.left();
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

function beginner({ live, operations, limits }: Parts, turnstile: Turnstile): Hall['begin'] {
  const follow = async (connection: Connection, operation: Operation, request: StreamRequest, form: string, prepared: Prepared): Promise<void> => {
    const actor = await connection.member();
    if (!connection.runs(operation)) return;
    const { tenant, filter, after } = request;
    const word = async (changes: readonly Change[], reader: Actor): Promise<Buffer[]> => (await operations.deliver(prepared, changes, reader)).map(payloadOf);
    operation.follow(live.stream({ tenant, filter, form, word, sizeOf: ({ length }) => length }, actor, operation), after);
  };

  return async (connection, operation, payload) => {
    const refuse = (errors: readonly GraphQLError[]): void => {
      connection.tell(operation, MessageType.Error, JSON.stringify(errors));
      connection.forget(operation);
    };
    if (connection.operations > limits.operationsPerSocket) {
      return refuse([codedError('RATE_LIMITED', `One connection runs at most ${limits.operationsPerSocket} operations at once. Complete some, or open another.`)]);
    }
    const facts = { id: randomUUID(), address: connection.address };
    await turnstile.turn();
    let prepared: Prepared;
    try {
      const made = operations.prepare(payload as GraphQLRequest, await connection.actor(), facts);
      if ('errors' in made) return refuse(made.errors.map((error) => toldWith(error, { cost: made.cost })));
      prepared = made;
    } catch (error) {
      return refuse([operations.fault(error, facts.id)]);
    }
    const streams = prepared.operation.node.operation === 'subscription';
    const answer = streams ? await operations.open(prepared) : await connection.run(operations.run(prepared));
    if (answer instanceof StreamRequest) return follow(connection, operation, answer, formOf(payload as GraphQLRequest, prepared), prepared);
    connection.tell(operation, MessageType.Next, textOf(answer));
    connection.over(operation);
  };
}

/** An `error` message of the protocol is a bare list of errors: what else there is to tell goes into them. */
const toldWith = (error: GraphQLError, extensions: object): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, extensions: { ...error.extensions, ...extensions } });
