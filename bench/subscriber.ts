/** One subscriber: just enough of WebSocket and graphql-transport-ws on a bare socket to count what comes. */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 1;
const PING = 9;
const PONG = 10;
const NOTHING: Buffer = Buffer.alloc(0);
const MASK = Buffer.alloc(4); // of nothing but zeros: what is masked stays as it is

export class Subscriber {
  readonly id = randomUUID();
  /** Messages of the subscription. */
  received = 0;
  /** The text of its last message while `keeping`; a look at every one would cost more than counting. */
  last = '';
  keeping = false;
  readonly #socket: Socket;
  readonly #came: () => void;
  #rest = NOTHING;
  #upgraded = false;
  #acknowledged = false;
  readonly #opening = Promise.withResolvers<void>();

  private constructor(url: URL, token: string, document: string, came: () => void) {
    this.#came = came;
    this.#socket = connect(Number(url.port), url.hostname).setNoDelay(true);
    this.#socket.once('error', (error) => this.#opening.reject(error));
    this.#socket.once('close', () => this.#opening.reject(new Error('The server closed a subscriber.')));
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#socket.write(`GET /graphql HTTP/1.1\r\nhost: ${url.host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n` +
      'sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n');
    this.#send(TEXT, JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    this.#subscribe = () => this.#send(TEXT, JSON.stringify({ id: this.id, type: 'subscribe', payload: { query: document } }));
  }

  readonly #subscribe: () => void;

  static async open(url: URL, token: string, document: string, came: () => void): Promise<Subscriber> {
    const subscriber = new Subscriber(url, token, document, came);
    await subscriber.#opening.promise;
    return subscriber;
  }

  get closed(): boolean {
    return this.#socket.destroyed || this.#socket.readyState !== 'open';
  }

  close(): void {
    this.#socket.destroy();
  }

  #send(opcode: number, text: string | Buffer): void {
    const payload = Buffer.from(text);
    const head = payload.length < 126 ? Buffer.from([0x80 | opcode, 0x80 | payload.length]) : Buffer.from([0x80 | opcode, 0x80 | 126, payload.length >> 8, payload.length & 255]);
    this.#socket.write(Buffer.concat([head, MASK, payload]));
  }

  #take(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#upgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end >= 0 && !data.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) return this.#opening.reject(new Error(`No upgrade: ${data.toString('latin1', 0, end)}`));
      this.#upgraded = end >= 0;
      data = end >= 0 ? data.subarray(end + 4) : data;
    }
    while (this.#upgraded && data.length >= 2) {
      const short = data[1]! & 127;
      const start = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length < start) break;
      const end = start + (short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2)));
      if (data.length < end) break;
      this.#frame(data[0]! & 15, data.subarray(start, end));
      data = data.subarray(end);
    }
    this.#rest = data.length === 0 ? NOTHING : data; // an empty part, too, would keep the whole chunk alive
  }

  #frame(opcode: number, payload: Buffer): void {
    if (opcode === PING) return this.#send(PONG, payload);
    if (opcode !== TEXT) return;
    if (!this.#acknowledged) {
      this.#acknowledged = true;
      this.#subscribe();
      return this.#opening.resolve();
    }
    this.received += 1;
    if (this.keeping) this.last = payload.toString();
    this.#came();
  }
}
