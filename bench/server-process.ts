/** A server in a process of its own, and the questions it can be asked. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Question, Used } from './measured.ts';

export interface ServerProcess {
  readonly url: string;
  used(): Promise<Used>;
  stop(): Promise<void>;
}

export async function startServer(script: string, options: object, nodeOptions: readonly string[] = []): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [JSON.stringify(options)], { execArgv: [...process.execArgv, ...nodeOptions] });
  const url = await answerOf<string>(child, script);
  const ask = <T>(question: Question): Promise<T> => {
    child.send(question);
    return answerOf<T>(child, script);
  };
  return {
    url,
    used: () => ask('used'),
    async stop() {
      const ended = once(child, 'exit');
      await ask('stop');
      await ended;
    },
  };
}

/** The next answer of a process that sends `{ answer }` or `{ failed }`. */
export async function answerOf<T>(child: ChildProcess, name: string): Promise<T> {
  const ended = new AbortController();
  const dead = once(child, 'exit', ended).then(([code]) => { throw new Error(`${name} ended with ${String(code)}.`); });
  try {
    const [message] = await Promise.race([once(child, 'message', ended), dead]) as [{ answer: T } | { failed: string }];
    if ('failed' in message) throw new Error(message.failed);
    return message.answer;
  } finally {
    dead.catch(() => {});
    ended.abort();
  }
}
