/** A server in a process of its own, and the questions it can be asked. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Question } from './measured.ts';

export interface ServerProcess {
  readonly url: string;
  /** Processor time used so far, in milliseconds. */
  cpu(): Promise<number>;
  /** The statements sent to the database while `work` ran. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
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
    cpu: () => ask('cpu'),
    async statements(work) {
      await ask('watch');
      await work();
      return ask('watched');
    },
    async stop() {
      const ended = once(child, 'exit');
      await ask('stop');
      await ended;
    },
  };
}

async function answerOf<T>(child: ChildProcess, script: string): Promise<T> {
  const ended = new AbortController();
  const dead = once(child, 'exit', ended).then(([code]) => { throw new Error(`${script} ended with ${String(code)}.`); });
  try {
    const [{ answer }] = await Promise.race([once(child, 'message', ended), dead]) as [{ answer: T }];
    return answer;
  } finally {
    dead.catch(() => {});
    ended.abort();
  }
}
