/** A WebSocket that speaks graphql-transport-ws by hand, and keeps every message as the text that came. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Client } from './client.ts';

export class RawSocket {
  readonly socket: WebSocket;
  /** Those of subscriptions and queries, without the beginning that names them. */
  readonly payloads: string[] = [];
  /** The extensions of the first error of each operation that failed. */
  readonly failures: Readonly<Record<string, unknown>>[] = [];
  /** How it was closed; null while it is open. */
  code: number | null = null;
  readonly #credential: string | null;
  #heard = (): void => {};

  constructor({ url, credential }: Client) {
    this.#credential = credential;
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
    this.socket.on('message', (data) => {
      const text = String(data);
      const payload = /^\{"id":"[^"]*","type":"next","payload":(.*)\}$/s.exec(text)?.[1];
      if (payload !== undefined) this.payloads.push(payload);
      else if (text.includes('"type":"error"')) this.failures.push((JSON.parse(text) as { payload: { extensions: Record<string, unknown> }[] }).payload[0]?.extensions ?? {});
      this.#heard();
    });
    this.socket.on('close', (code) => {
      this.code = code;
      this.#heard();
    });
    this.socket.on('error', () => {}); // its close tells
  }

  async open(): Promise<this> {
    await once(this.socket, 'open');
    this.socket.send(JSON.stringify({ type: 'connection_init', ...(this.#credential ? { payload: { authorization: `Bearer ${this.#credential}` } } : {}) }));
    await once(this.socket, 'message');
    return this;
  }

  /** Begins a subscription, and answers its id. */
  subscribe(query: string, variables: object = {}): string {
    const id = randomUUID();
    this.socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
    return id;
  }

  complete(id: string): void {
    this.socket.send(JSON.stringify({ id, type: 'complete' }));
  }

  /** Waits until so many messages have come. */
  async until(count: number): Promise<readonly string[]> {
    while (this.payloads.length < count) {
      if (this.code !== null) throw new Error(`closed with ${this.code} after ${this.payloads.length} of ${count} messages`);
      await new Promise<void>((resolve) => { this.#heard = resolve; });
    }
    return this.payloads;
  }

  end(): void {
    this.socket.terminate();
  }
}
