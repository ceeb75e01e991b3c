/**
 * The load generator, a process of its own: each of its clients sends its next request when it has read the answer to
 * the last. It speaks just enough HTTP/1.1 on bare sockets to cost little of the processor it shares with the servers.
 */
import { connect, type Socket } from 'node:net';
import { UNIQUE } from './scenario.ts';

export interface LoadedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Times are also told for the requests of each label. */
  readonly label?: string;
}

export interface Load {
  readonly connections: number;
  readonly seconds: number;
  readonly requests: readonly LoadedRequest[];
}

export interface Loaded {
  readonly answers: number;
  /** Answers with another status than 200, or with errors of either kind. */
  readonly failures: number;
  readonly firstFailure: string | null;
  readonly perSecond: number;
  readonly bytes: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Medians of the labels. */
  readonly labels: Readonly<Record<string, number>>;
}

interface Template {
  readonly origin: URL;
  readonly bytes: Buffer;
  readonly unique: number;
  readonly label: string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One kept-alive connection, one request at a time. */
class Connection {
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

async function generate({ connections, seconds, requests }: Load): Promise<Loaded> {
  const templates = requests.map(({ url, headers, body, label = '' }): Template => {
    const origin = new URL(url);
    const lines = Object.entries({ host: origin.host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
    const bytes = Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`);
    return { origin, bytes, unique: bytes.indexOf(UNIQUE), label };
  });
  const run = Date.now().toString(36).padStart(10, '0');
  const times = new Map<string, number[]>(templates.map(({ label }) => [label, []]));
  let sent = 0;
  let bytes = 0;
  let failures = 0;
  let firstFailure: string | null = null;

  const filled = ({ bytes: template, unique }: Template): Buffer => {
    if (unique < 0) return template;
    const request = Buffer.from(template);
    request.write(`${run}-${sent}`.padStart(UNIQUE.length, '0'), unique);
    return request;
  };

  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async (): Promise<void> => {
    const open = new Map<string, Connection>();
    try {
      do {
        const template = templates[sent % templates.length]!;
        sent += 1;
        const { origin, label } = template;
        const connection = open.get(origin.origin) ?? new Connection(origin);
        open.set(origin.origin, connection);
        const sentAt = performance.now();
        const answer = await connection.ask(filled(template));
        times.get(label)!.push(performance.now() - sentAt);
        bytes += answer.length;
        if (!answer.subarray(0, 15).includes(' 200') || answer.includes('"errors":') || answer.includes('"userErrors":[{')) {
          failures += 1;
          firstFailure ??= answer.toString('utf8', 0, 2_000);
        }
      } while (performance.now() < end);
    } finally {
      for (const connection of open.values()) connection.close();
    }
  };

  await Promise.all(Array.from({ length: connections }, client));
  const took = (performance.now() - start) / 1000;
  const all = [...times.values()].flat().sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    answers: all.length, failures, firstFailure, perSecond: all.length / took, bytes: bytes / all.length, p50: at(all, 0.5), p99: at(all, 0.99),
    labels: Object.fromEntries([...times].map(([label, of]) => [label, at(of.sort((a, b) => a - b), 0.5)])),
  };
}

process.channel?.ref(); // bin/orphan.mjs lets a process end that only listens to its parent
process.on('message', (load: Load) => {
  generate(load).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ failed: String(error) }));
});
