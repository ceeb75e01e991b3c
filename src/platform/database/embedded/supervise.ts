/**
 * Keeps the embedded PostgreSQL up while the node runs: when it was killed, it is started again on the same port, so
 * that pools find it by themselves. Asking for its process serves children and adopted ones alike.
 */
import type { Postmaster } from './postmaster.ts';
import { isPostmaster } from './postmaster.ts';
import { ensureRunning, stop, type Server } from './server.ts';

const INTERVAL = 200;

export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** Returns how to stop both, the watch and PostgreSQL. */
export function supervise(server: Server, first: Postmaster, log: Log): () => Promise<void> {
  let { pid } = first;
  let restart: Promise<void> | undefined;

  const timer = setInterval(() => {
    if (restart || isPostmaster(pid, server.data)) return;
    log.warn(`The embedded PostgreSQL, process ${pid}, is gone; it is started again`);
    restart = ensureRunning(server, first.port)
      .then((again) => { pid = again.pid; })
      .catch((error: Error) => log.warn(error.message))
      .finally(() => { restart = undefined; });
  }, INTERVAL);
  timer.unref();

  return async () => {
    clearInterval(timer);
    await restart;
    await stop(server, pid);
  };
}
