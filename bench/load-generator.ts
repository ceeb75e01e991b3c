/** The load generator's process, seen from outside. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, Loaded } from './load.ts';

export type LoadGenerator = (load: Load) => Promise<Loaded>;

export function startLoadGenerator(): { load: LoadGenerator; stop: () => void } {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)));
  return {
    async load(load) {
      child.send(load);
      const [answer] = await once(child, 'message') as [{ loaded: Loaded } | { failed: string }];
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.loaded;
    },
    stop: () => { child.kill(); },
  };
}
