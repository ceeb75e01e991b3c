/**
 * The load generator, a process of its own: each of its clients sends its next request when it has read the answer to
 * the last.
 */
import { Connection, requestText } from './http-connection.ts';
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

async function generate({ connections, seconds, requests }: Load): Promise<Loaded> {
  const templates = requests.map(({ url, headers, body, label = '' }): Template => {
    const origin = new URL(url);
    const bytes = requestText('/graphql', origin, headers, body);
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
      } while (performance.now() < end || sent < times.size); // at least one of each label
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
