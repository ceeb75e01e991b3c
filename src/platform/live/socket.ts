/**
 * The way out to one client, shared by all that is sent to it. While the client has not taken what was
 * sent, streams wait at their places in the log, so a slow reader costs little; one that has stopped
 * reading is closed and resumes when it is back.
 */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Limits } from '../http/limits.ts';
import { Close, closeSocket } from './close-codes.ts';
import { Packets, SHARED, startOf } from './packet.ts';
import type { Told } from './walk.ts';

/** A stuck client does not take the close frame either. */
const LAST_WORDS_MS = 1_000;

const packets = new Packets();
/** A whole frame, without payload. */
const PING = Buffer.from([0x89, 0]);

export class Socket {
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  readonly #limits: Limits;
  /** While more is buffered than streams may add to. */
  #draining: Promise<void> | null = null;

  /** `wire`: what the WebSocket is written to. */
  constructor(socket: WebSocket, wire: Duplex, limits: Limits) {
    this.#socket = socket;
    this.#wire = wire;
    this.#limits = limits;
  }

  /** More waits to be taken than streams may add to. */
  get full(): boolean {
    return this.#draining !== null;
  }

  drained(): Promise<void> {
    return this.#draining ?? Promise.resolve();
  }

  close(code: number, reason: string): void {
    closeSocket(this.#socket, code, reason);
  }

  /** A message that is for this client only. */
  send(text: string): void {
    if (!this.#open) return;
    if (this.#hasRoom(text.length)) this.#socket.send(text);
    else this.#crowd((taken) => this.#socket.send(text, taken));
  }

  ping(): void {
    if (this.#open) this.#wire.write(PING);
  }

  /** Messages of a subscription, from this one on until it is full; answers the first that it did not take. `name`: its id as JSON. */
  tell(name: string, told: readonly Told<Buffer>[], from: number): number {
    let next = from;
    while (next < told.length && this.#draining === null) {
      if (!this.#open) return told.length; // nobody is there to be told
      const { message } = told[next] as Told<Buffer>;
      if (message.length < SHARED) next = this.#tellTogether(name, told, next);
      else next = this.#tellLarge(name, message, next);
    }
    return next;
  }

  /** Straight to the wire, because the frames are made already. */
  #tellTogether(name: string, told: readonly Told<Buffer>[], from: number): number {
    const packet = packets.of(told, from, Buffer.byteLength(name));
    if (this.#hasRoom(packet.length)) this.#wire.write(packet.of(name));
    else this.#crowd((taken) => this.#wire.write(packet.of(name), taken));
    if (this.#wire.writableLength > 0) packet.kept();
    return packet.end;
  }

  #tellLarge(name: string, message: Buffer, at: number): number {
    this.#crowd((taken) => {
      this.#wire.cork();
      this.#wire.write(startOf(name, message.length));
      this.#wire.write(message, taken);
      this.#wire.uncork();
    });
    return at + 1;
  }

  get #open(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #hasRoom(size: number): boolean {
    return this.#wire.writableLength + size <= this.#limits.pausedBytes;
  }

  /** Writes what may be more than there is room for. */
  #crowd(write: (taken: () => void) => void): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    write(resolve);
    const waiting = this.#wire.writableLength;
    if (waiting > this.#limits.bufferedBytes) this.#tooSlow();
    else if (waiting > this.#limits.pausedBytes) this.#drain(promise);
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
    if (!this.#open) return;
    closeSocket(this.#socket, Close.tooSlow, 'What was sent is not being read. Connect again and resume from the last position.');
    setTimeout(() => this.#socket.terminate(), LAST_WORDS_MS).unref();
  }
}
