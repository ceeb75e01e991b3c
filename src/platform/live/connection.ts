/** One live connection: the socket, who is on it, and what it is running. */
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Actor } from '../../kernel/actor.ts';
import { Unauthenticated } from '../../kernel/refusal.ts';
import { Close, closeSocket } from './close-codes.ts';
import type { Followed } from './live.ts';
import type { Session } from './session.ts';
import type { Socket } from './socket.ts';

const LAST_WORDS_MS = 1_000;

export class Connection {
  readonly socket: WebSocket;
  readonly way: Socket;
  readonly address: string;
  /** From the upgrade request; `connection_init` goes before. */
  readonly authorization: string | undefined;
  #session: Session | null = null;
  readonly #running = new Set<Promise<unknown>>();
  readonly #streams = new Set<Followed>();
  #heard = true;

  constructor(socket: WebSocket, way: Socket, request: IncomingMessage) {
    this.socket = socket;
    this.way = way;
    this.address = request.socket.remoteAddress ?? '';
    this.authorization = request.headers.authorization;
    socket.on('pong', () => { this.#heard = true; });
    socket.once('close', () => this.#session?.close());
  }

  enter(session: Session): void {
    this.#session = session;
    if (this.socket.readyState !== this.socket.OPEN) session.close();
  }

  /** Null for a stranger. */
  actor = async (): Promise<Actor | null> => this.#session?.actor() ?? null;

  member = async (): Promise<Actor> => {
    const actor = await this.actor();
    if (!actor) throw new Unauthenticated();
    return actor;
  };

  /** Keeps a stream to the rights of whoever is on the connection. */
  follow(stream: Followed): Followed {
    this.#streams.add(stream);
    return {
      ...stream,
      follow: () => stream.follow().finally(() => this.#streams.delete(stream)),
      stop: () => {
        this.#streams.delete(stream);
        stream.stop();
      },
    };
  }

  /** The rights of whoever is on the connection, as judged again. */
  judged(actor: Actor): void {
    for (const stream of this.#streams) stream.seenBy(actor);
  }

  /** What must be finished before the connection is closed on purpose. */
  async run<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  ping(): void {
    if (!this.#heard) return this.socket.terminate();
    this.#heard = false;
    this.socket.ping();
  }

  /** Takes nothing more, finishes what runs, and sends the client elsewhere. */
  async leave(within: number): Promise<void> {
    this.socket.pause();
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise((resolve) => { timer = setTimeout(resolve, within); });
    await Promise.race([Promise.allSettled(this.#running), deadline]);
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
}
