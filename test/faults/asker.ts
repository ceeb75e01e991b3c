/** Asks a node by HTTP again and again, from a process of its own that nothing else keeps busy. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../support/client.ts';

export interface Answers {
  readonly asked: number;
  readonly failed: number;
  readonly slowestMs: number;
}

const ANSWER_MS = 5_000;
const BETWEEN_MS = 100;
const preload = new URL('../../bin/typescript.mjs', import.meta.url).href;

/** Answers how to stop, and what was seen until then. */
export async function startAsking({ url, credential }: Client): Promise<() => Promise<Answers>> {
  const child = fork(import.meta.filename, [url, credential ?? ''], { execArgv: ['--import', preload] });
  await once(child, 'message');
  return async () => {
    child.send('stop');
    const [answers] = await once(child, 'message') as [Answers];
    child.disconnect();
    return answers;
  };
}

async function ask(url: string, credential: string): Promise<void> {
  const client = new Client(url, credential);
  let [asked, failed, slowestMs] = [0, 0, 0];
  process.once('message', () => process.send?.({ asked, failed, slowestMs }));
  process.send?.('asking');
  while (process.connected) {
    const startedAt = performance.now();
    const answered = await Promise.race([client.send('{ position }').then(({ data }) => data !== null, () => false), sleep(ANSWER_MS, false)]);
    asked += 1;
    if (!answered) failed += 1;
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    await sleep(BETWEEN_MS);
  }
}

if (process.argv[1] === import.meta.filename) {
  process.once('disconnect', () => process.exit(0));
  await ask(process.argv[2] ?? '', process.argv[3] ?? '');
}
