/**
 * The PostgreSQL that comes with Rapport, for a machine on which nothing is installed: `startCluster` makes, finds or
 * starts the one of a data folder and owns it until `stop`; `joinCluster` uses one that another process owns.
 */
import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountFor } from './account.ts';
import { binariesFor } from './binaries.ts';
import { readCredentials, saveEnvironment, urlsOf, type Urls } from './credentials.ts';
import { initialise } from './initialise.ts';
import { layoutOf, type Layout } from './layout.ts';
import { isLocked, lock } from './lock.ts';
import { ensureRunning, untilReady, type Server } from './server.ts';
import { supervise, type Log } from './supervise.ts';

export interface Cluster extends Urls {
  /** Stops PostgreSQL where this process owns it; else does nothing. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly folder: string;
  readonly durable: boolean;
  readonly log: Log;
}

/** Throws `FolderInUse` when another process owns the folder's database. */
export async function startCluster({ folder, durable, log }: ClusterOptions): Promise<Cluster> {
  const layout = layoutOf(folder);
  mkdirSync(layout.folder, { recursive: true, mode: 0o755 });
  const held = lock(layout);
  try {
    const server = await prepare(layout, durable, log);
    const credentials = readCredentials(layout);
    const running = await ensureRunning(server);
    const stop = supervise(server, running, log);
    saveEnvironment(layout, credentials, running);
    return {
      ...urlsOf(credentials, running),
      async stop() {
        rmSync(layout.environment, { force: true });
        await stop();
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** Undefined when no other process owns a database in this folder. */
export async function joinCluster(folder: string): Promise<Cluster | undefined> {
  const layout = layoutOf(folder);
  while (existsSync(layout.folder) && isLocked(layout)) {
    const running = existsSync(layout.data) ? await untilReady(layout.data) : undefined;
    if (running) return { ...urlsOf(readCredentials(layout), running), async stop() {} };
    await sleep(50); // The other one is still starting.
  }
  return undefined;
}

async function prepare(layout: Layout, durable: boolean, log: Log): Promise<Server> {
  const account = accountFor(layout.data);
  const server = { data: layout.data, log: layout.log, binaries: binariesFor(account), account, durable };
  if (!existsSync(layout.data)) {
    log.info(`Making the database in ${layout.folder}`);
    await initialise(server, layout);
  }
  return { ...server, data: realpathSync(layout.data) };
}
