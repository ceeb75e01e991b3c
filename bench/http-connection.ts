/** Just enough HTTP/1.1 on a bare socket for a client that is to cost little of the processor it shares with the servers. */
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

export function requestText(path: string, origin: URL, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const lines = Object.entries({ host: origin.host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`);
}

/** One kept-alive connection, one request at a time. */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #length = 0;
  #wanted = -1;
  #waiting: { resolve: (answer: Buffer) => void; reject: (error: Error) => void } | null = null;

  constructor({ hostname, port }: URL) {
    this.#socket = connect(Number(port), hostname).setNoDelay(true);
    this.#socket.once('error', (error) => this.#waiting?.reject(error));
    this.#socket.once('close', () => this.#waiting?.reject(new Error('The server closed the connection.')));
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  ask(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.end();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    if (this.#wanted < 0) {
      const head = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
      const at = head.indexOf(END_OF_HEAD);
      if (at < 0) return;
      const told = /^content-length: (\d+)/im.exec(head.toString('latin1', 0, at));
      if (!told) return this.#waiting?.reject(new Error(`An answer without content-length: ${head.toString('latin1', 0, at)}`));
      this.#wanted = at + END_OF_HEAD.length + Number(told[1]);
    }
    if (this.#length < this.#wanted) return;
    const answer = Buffer.concat(this.#received);
    const waiting = this.#waiting;
    [this.#received, this.#length, this.#wanted, this.#waiting] = [[], 0, -1, null];
    waiting?.resolve(answer);
  }
}
