/** The load generator's process, seen from outside. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Load, Loaded } from './load.ts';
import { answerOf } from './server-process.ts';

export type LoadGenerator = (load: Load) => Promise<Loaded>;

export function startLoadGenerator(): { load: LoadGenerator; stop: () => void } {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)));
  return {
    load(load) {
      child.send(load);
      return answerOf<Loaded>(child, 'The load generator');
    },
    stop: () => { child.kill(); },
  };
}
