/**
 * The way out to one client, shared by all that is sent to it. While the client has not taken what was
 * sent, streams wait at their places in the log, so a slow reader costs little; one that has stopped
 * reading is closed and resumes when it is back.
 */
import type { Duplex } from 'node:stream';
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Limits } from '../http/limits.ts';
import { Close, closeSocket } from './close-codes.ts';
import type { Outlet } from './stream.ts';
import type { Told } from './walk.ts';

/** A stuck client does not take the close frame either. */
const LAST_WORDS_MS = 1_000;
/** Messages at hand go out together, about so many bytes at a time. */
const CORKED = 16_384;

/** What stands in a `next` message after the id of its subscription. */
export const payloadOf = (message: object): Buffer => Buffer.from(`${JSON.stringify(message)}}`);

/** From this size on a message's bytes are kept once, however many sockets they wait at. */
const SHARED = 16_384;

export class Socket implements ProtocolSocket {
  readonly protocol: string;
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  readonly #limits: Limits;
  readonly #failed: (error: unknown) => void;
  /** While more is buffered than streams may add to. */
  #draining: Promise<void> | null = null;

  /** `wire`: what the WebSocket is written to. */
  constructor(socket: WebSocket, wire: Duplex, limits: Limits, failed: (error: unknown) => void) {
    this.protocol = socket.protocol;
    this.#socket = socket;
    this.#wire = wire;
    this.#limits = limits;
    this.#failed = failed;
  }

  close(code = 1000, reason = ''): void {
    closeSocket(this.#socket, code, reason);
  }

  /** Of the protocol: settles when there is room again. */
  async send(text: string): Promise<void> {
    this.#write(text);
    if (this.#draining) await this.#draining;
  }

  onMessage(handle: (text: string) => Promise<void>): void {
    this.#socket.on('message', (data) => {
      if (this.#socket.readyState !== this.#socket.OPEN) return; // what is no longer answered is not begun either
      handle(String(data)).catch((error: unknown) => {
        this.#failed(error);
        closeSocket(this.#socket, Close.failed, 'This connection failed by our fault. Connect again.');
      });
    });
  }

  /** For the messages of one subscription. */
  outlet(id: string): Outlet<Buffer> {
    const start = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    const full = (): boolean => this.#draining !== null;
    return {
      get full() { return full(); },
      drained: () => this.#draining ?? Promise.resolve(),
      take: (told, from) => {
        const several = told.length - from > 1;
        let [next, corked] = [from, 0];
        if (several) this.#wire.cork();
        while (next < told.length && this.#draining === null) {
          const { message } = told[next] as Told<Buffer>;
          if (message.length < SHARED) this.#write(Buffer.concat([start, message]));
          else this.#write(start, message);
          next += 1;
          corked += message.length;
          if (corked < CORKED || !several) continue;
          this.#wire.uncork();
          this.#wire.cork();
          corked = 0;
        }
        if (several) this.#wire.uncork();
        return next;
      },
    };
  }

  /** One message; its end where that is shared with other sockets. */
  #write(text: string | Buffer, end?: Buffer): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    if (end) socket.send(text, { binary: false, fin: false });
    const last = end ?? text;
    if (socket.bufferedAmount + last.length <= this.#limits.pausedBytes) return socket.send(last, { binary: false });
    const taken = new Promise<void>((resolve) => socket.send(last, { binary: false }, () => resolve()));
    if (socket.bufferedAmount > this.#limits.bufferedBytes) return this.#tooSlow();
    if (socket.bufferedAmount > this.#limits.pausedBytes) this.#drain(taken);
  }

  #drain(taken: Promise<void>): void {
    const stalled = setTimeout(() => this.#tooSlow(), this.#limits.stalledMs);
    const draining = taken.then(() => {
      clearTimeout(stalled);
      if (this.#draining === draining) this.#draining = null;
    });
    this.#draining = draining;
  }

  #tooSlow(): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    closeSocket(socket, Close.tooSlow, 'What was sent is not being read. Connect again and resume from the last position.');
    setTimeout(() => socket.terminate(), LAST_WORDS_MS).unref();
  }
}
