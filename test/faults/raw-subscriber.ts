/**
 * A subscriber as cheap as can be, for campaigns with thousands: it follows all changes over a WebSocket of
 * its own, connects again as soon as it is cut off, and goes on from its last position. It can stop reading.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { decodePosition } from '../../src/kernel/position.ts';
import type { Client } from '../support/client.ts';
import { tallyOf, type Tally, type Watcher } from './subscribers.ts';

/** `selection` besides position and type. */
const changes = (selection: string): string => `subscription ($after: Position) { changes(after: $after) { position type ${selection} } }`;

const AGAIN_MS = 250;

export class RawSubscriber implements Watcher {
  readonly told: number[] = [];
  resumed = 0;
  /** How its connections ended. */
  readonly codes: number[] = [];
  /** Whether it was told anything since it last connected. */
  following = false;
  readonly #client: Client;
  readonly #tenant: string;
  readonly #query: string;
  #after: string;
  #socket: WebSocket;
  #stopped = false;

  constructor(client: Client, tenant: string, after: string, selection: string) {
    this.#client = client;
    this.#tenant = tenant;
    this.#after = after;
    this.#query = changes(selection);
    this.#socket = this.#connect();
  }

  get last(): number {
    return this.told.at(-1) ?? 0;
  }

  tally(from: number, to: number): Tally {
    return { ...tallyOf(this.told, from, to), incomplete: 0 };
  }

  /** As a network does: without a word. */
  cut(): void {
    this.following = false;
    this.#socket.terminate();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#socket.terminate();
  }

  #connect(): WebSocket {
    const { url, credential } = this.#client;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
    const say = (message: object): void => socket.send(JSON.stringify(message));
    this.following = false;
    socket.on('error', () => {}); // its close tells
    socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${credential}` } }));
    socket.on('message', (data) => {
      const text = String(data);
      if (text.startsWith('{"type":"connection_ack"')) return say({ id: '1', type: 'subscribe', payload: { query: this.#query, variables: { after: this.#after } } });
      if (text.includes('"type":"next"')) return this.#told(text);
      if (text.includes('"type":"error"')) socket.close(); // such as too many at once: once more
    });
    socket.on('close', (code) => {
      this.codes.push(code);
      if (!this.#stopped) void this.#again();
    });
    return socket;
  }

  async #again(): Promise<void> {
    this.resumed += 1;
    if (this.codes.length > 1) await sleep(Math.random() * AGAIN_MS); // the first time at once, like everybody
    if (!this.#stopped) this.#socket = this.#connect();
  }

  #told(text: string): void {
    const [, position = ''] = /"position":"([0-9a-f]+)"/.exec(text) ?? [];
    const place = decodePosition(this.#tenant, position);
    if (place === null || place === 'foreign') throw new Error(`${position} is no position of this organisation`);
    this.following = true;
    this.#after = position;
    if (!text.includes('"type":"stream.')) this.told.push(place.seq);
  }
}
