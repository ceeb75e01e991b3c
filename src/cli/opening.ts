/**
 * How commands begin and end: settings read, a log, the database opened; errors told in a line with an exit code: 1 for
 * what failed, 2 for what was asked wrongly. It needs little of the program, so that a start can be under way while
 * the rest is read.
 */
import { readConfig, WrongSettings, type Config } from '../config.ts';
import { createLog, type Log } from '../platform/http/logging.ts';
import { openDatabase, type OpenDatabase } from './open.ts';

const FAILED = 1;
export const ASKED_WRONGLY = 2;

export interface Opened {
  readonly config: Config;
  readonly log: Log;
  readonly database: OpenDatabase;
}

/** `join`: beside a running node use its database rather than refuse. */
export async function open(options: { join: boolean }): Promise<Opened> {
  const config = readConfig();
  // Standard output belongs to the command's answer.
  const log = createLog({ level: config.logLevel, stream: process.stderr, pretty: process.stderr.isTTY });
  return { config, log, database: await openDatabase(config, log, options) };
}

/** Ctrl-C and termination, as one promise. More of them change nothing: a terminal and the bootstrap may each send one. */
export function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Tells an error as its receiver can use it. */
export function telling<A extends unknown[]>(work: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = error instanceof WrongSettings ? ASKED_WRONGLY : FAILED;
    }
  };
}
