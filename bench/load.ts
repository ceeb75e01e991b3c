/**
 * The load generator, a process of its own: each connection sends its next request when it has read the answer to the
 * last. It speaks just enough HTTP/1.1 on bare sockets to cost little of the processor it shares with the servers.
 */
import { connect } from 'node:net';
import { UNIQUE } from './scenario.ts';

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: readonly { readonly headers: Readonly<Record<string, string>>; readonly body: string }[];
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
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

function generate({ url, connections, seconds, requests }: Load): Promise<Loaded> {
  const { hostname, port, host } = new URL(url);
  const templates = requests.map(({ headers, body }) => {
    const lines = Object.entries({ host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
    const bytes = Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`);
    return { bytes, unique: bytes.indexOf(UNIQUE) };
  });
  const run = Date.now().toString(36).padStart(10, '0');
  const times: number[] = [];
  let sent = 0;
  let bytes = 0;
  let failures = 0;
  let firstFailure: string | null = null;

  const next = (): Buffer => {
    const { bytes: template, unique } = templates[sent % templates.length]!;
    sent += 1;
    if (unique < 0) return template;
    const request = Buffer.from(template);
    request.write(`${run}-${sent}`.padStart(UNIQUE.length, '0'), unique);
    return request;
  };

  const start = performance.now();
  const end = start + seconds * 1000;
  const connection = (): Promise<void> => new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    let received: Buffer[] = [];
    let length = 0;
    let wanted = -1;
    let sentAt = 0;
    const send = (): void => {
      received = [];
      length = 0;
      wanted = -1;
      sentAt = performance.now();
      socket.write(next());
    };
    const finish = (): void => {
      const answer = Buffer.concat(received);
      times.push(performance.now() - sentAt);
      bytes += length;
      if (!answer.subarray(0, 15).includes(' 200') || answer.includes('"errors":') || answer.includes('"userErrors":[{')) {
        failures += 1;
        firstFailure ??= answer.toString('utf8', 0, 2_000);
      }
      if (performance.now() < end) return send();
      socket.end();
      resolve();
    };
    socket.once('connect', send).once('error', reject).once('close', () => reject(new Error('The server closed the connection.')));
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk);
      length += chunk.length;
      if (wanted < 0) {
        const head = received.length === 1 ? chunk : Buffer.concat(received);
        const at = head.indexOf(END_OF_HEAD);
        if (at < 0) return;
        const told = /^content-length: (\d+)/im.exec(head.toString('latin1', 0, at));
        if (!told) return void reject(new Error(`An answer without content-length: ${head.toString('latin1', 0, at)}`));
        wanted = at + END_OF_HEAD.length + Number(told[1]);
      }
      if (length >= wanted) finish();
    });
  });

  return Promise.all(Array.from({ length: connections }, connection)).then(() => {
    const took = (performance.now() - start) / 1000;
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { answers: times.length, failures, firstFailure, perSecond: times.length / took, bytes: bytes / times.length, p50: at(0.5), p99: at(0.99) };
  });
}

process.channel?.ref(); // bin/orphan.mjs lets a process end that only listens to its parent
process.on('message', (load: Load) => {
  generate(load).then(
    (loaded) => process.send?.({ loaded }),
    (error: unknown) => process.send?.({ failed: String(error) }));
});
