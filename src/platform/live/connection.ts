/**
 * One live connection: who is on it, and what it is running, by the messages of graphql-transport-ws. The
 * credential comes with `connection_init` (`{ "authorization": "Bearer …" }`) or the upgrade request, and the
 * connection lives no longer than it.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloseCode, MessageType, parseMessage, type Message, type SubscribeMessage } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Actor } from '../../kernel/actor.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import { credentialIn } from '../http/credential.ts';
import { Close, closeSocket } from './close-codes.ts';
import { Operation } from './operation.ts';
import { Session, type Holder, type Watch } from './session.ts';
import type { Socket } from './socket.ts';

/** What connections share. */
export interface Hall {
  readonly watch: Watch;
  /** Milliseconds to introduce oneself. */
  readonly initMs: number;
  /** Settles when it is one's turn to do something that takes the processor. */
  readonly turn: () => Promise<void>;
  authenticate(credential: string | null, address: string): Promise<Actor | null>;
  /** Answers the operation, or has its stream follow. */
  begin(connection: Connection, operation: Operation, payload: SubscribeMessage['payload']): Promise<void>;
  /** The error of a stream that failed, as its client is told of it. */
  fault(thrown: unknown, requestId: string): object;
}

const LAST_WORDS_MS = 1_000;

export class Connection implements Holder {
  readonly socket: WebSocket;
  readonly way: Socket;
  readonly address: string;
  readonly #hall: Hall;
  readonly #operations = new Map<string, Operation>();
  /** From the upgrade request; `connection_init` goes before. */
  #authorization: string | undefined;
  #credential: string | null = null;
  #session: Session | null = null;
  /** Waiting for `connection_init`; null once it came. */
  #introducing: NodeJS.Timeout | null;
  /** Queries and mutations; null while there are none. */
  #running: Set<Promise<unknown>> | null = null;
  #heard = true;

  constructor(socket: WebSocket, way: Socket, request: IncomingMessage, hall: Hall) {
    this.socket = socket;
    this.way = way;
    this.address = request.socket.remoteAddress ?? '';
    this.#hall = hall;
    this.#authorization = request.headers.authorization;
    this.#introducing = setTimeout(() => way.close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout'), hall.initMs);
  }

  get operations(): number {
    return this.#operations.size;
  }

  /** Whether its answer is still wanted. */
  runs(operation: Operation): boolean {
    return this.#operations.get(operation.id) === operation;
  }

  /** A message of the client. */
  async receive(text: string): Promise<void> {
    let message: Message;
    try {
      message = parseMessage(text);
    } catch {
      return this.way.close(CloseCode.BadRequest, 'Invalid message received');
    }
    switch (message.type) {
      case MessageType.ConnectionInit: return this.#enter(message.payload ?? {});
      case MessageType.Ping: return this.way.send(JSON.stringify({ type: MessageType.Pong, payload: message.payload }));
      case MessageType.Pong: return;
      case MessageType.Subscribe: return this.#begin(message);
      case MessageType.Complete: return this.#stop(message.id);
      default: return this.way.close(CloseCode.BadRequest, 'Only servers send such messages');
    }
  }

  /** The socket is closed. */
  left(): void {
    if (this.#introducing) clearTimeout(this.#introducing);
    this.#session?.close();
    const operations = [...this.#operations.values()];
    this.#operations.clear();
    for (const operation of operations) operation.stop();
  }

  authenticate(): Promise<Actor | null> {
    return this.#hall.authenticate(this.#credential, this.address);
  }

  judged(actor: Actor): void {
    for (const operation of this.#operations.values()) operation.seenBy(actor);
  }

  ended(reason: string): void {
    this.way.close(Close.ended, reason);
  }

  /** Null for a stranger. */
  async actor(): Promise<Actor | null> {
    return this.#session?.actor() ?? null;
  }

  async member(): Promise<Actor> {
    const actor = await this.actor();
    if (!actor) throw new Unauthenticated();
    return actor;
  }

  /** What must be finished before the connection is closed on purpose. */
  async run<T>(work: Promise<T>): Promise<T> {
    this.#running ??= new Set();
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
      if (this.#running.size === 0) this.#running = null;
    }
  }

  /** Of an operation that still runs: what it answers. */
  tell(operation: Operation, type: MessageType.Next | MessageType.Error, payload: string): void {
    if (this.runs(operation)) this.way.send(`{"id":${operation.name},"type":"${type}","payload":${payload}}`);
  }

  /** Nothing follows; with an error where a stream failed. */
  over(operation: Operation, error?: unknown): void {
    if (!this.runs(operation)) return;
    if (error !== undefined) this.tell(operation, MessageType.Error, JSON.stringify([this.#hall.fault(error, randomUUID())]));
    else this.way.send(`{"id":${operation.name},"type":"${MessageType.Complete}"}`);
    this.forget(operation);
  }

  /** Its client was told all. */
  forget(operation: Operation): void {
    if (this.runs(operation)) this.#operations.delete(operation.id);
  }

  ping(): void {
    if (!this.#heard) return this.socket.terminate();
    this.#heard = false;
    this.way.ping();
  }

  /** To a ping. */
  ponged(): void {
    this.#heard = true;
  }

  /** Takes nothing more, finishes what runs, and sends the client elsewhere. */
  async leave(within: number): Promise<void> {
    this.socket.pause();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise((resolve) => { timer = setTimeout(resolve, within); });
    await Promise.race([Promise.allSettled(this.#running ?? []), deadline]);
    clearTimeout(timer);
    // The answers are handed to the socket just after the work settled.
    await new Promise((resolve) => setImmediate(resolve));
    closeSocket(this.socket, Close.restarting, 'This node stops. Connect again: another one is there.');
    this.socket.resume();
    if (this.socket.readyState === this.socket.CLOSED) return;
    await new Promise<void>((resolve) => {
      const cut = setTimeout(() => this.socket.terminate(), LAST_WORDS_MS);
      this.socket.once('close', () => {
        clearTimeout(cut);
        resolve();
      });
    });
  }

  async #enter(params: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.#introducing === null) return this.way.close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    clearTimeout(this.#introducing);
    this.#introducing = null;
    await this.#hall.turn();
    try {
      this.#credential = credentialIn(params['authorization'] ?? params['Authorization'] ?? this.#authorization);
      this.#authorization = undefined;
      this.#session = await Session.open(this, this.#hall.watch);
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      return this.way.close(Close.unauthenticated, error.message);
    }
    if (this.socket.readyState !== this.socket.OPEN) return this.#session.close();
    this.way.send(`{"type":"${MessageType.ConnectionAck}"}`);
  }

  async #begin({ id, payload }: SubscribeMessage): Promise<void> {
    if (this.#session === null) return this.way.close(CloseCode.Unauthorized, 'Unauthorized');
    if (this.#operations.has(id)) return this.way.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`);
    const operation = new Operation(this, id);
    this.#operations.set(id, operation);
    await this.#hall.begin(this, operation, payload);
  }

  /** The client wants no more of it. */
  #stop(id: string): void {
    const operation = this.#operations.get(id);
    this.#operations.delete(id);
    operation?.stop();
  }
}
