/**
 * What all commands share: settings read, a log, the database opened and always closed again, and errors
 * told in a line with an exit code: 1 for what failed, 2 for what was asked wrongly.
 */
import { Command } from 'commander';
import { createApp, type App } from '../app.ts';
import { readConfig, WrongSettings, type Config } from '../config.ts';
import { createLog, type Log } from '../platform/http/logging.ts';
import { appOptions, bringUpToDate, openDatabase, type OpenDatabase } from './open.ts';

const FAILED = 1;
const ASKED_WRONGLY = 2;

export interface Opened {
  readonly config: Config;
  readonly log: Log;
  readonly database: OpenDatabase;
}

/** Ctrl-C and termination, as one promise. More of them change nothing: a terminal and the bootstrap may each send one. */
export function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

export async function withDatabase<T>(options: { join: boolean }, work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = readConfig();
  // Standard output belongs to the command's answer.
  const log = createLog({ level: config.logLevel, stream: process.stderr, pretty: process.stderr.isTTY });
  const database = await openDatabase(config, log, options);
  try {
    return await work({ config, log, database });
  } finally {
    await database.stop();
  }
}

/** The application without a port: for commands that work beside or without a running node. */
export function withApp<T>(work: (app: App, opened: Opened) => Promise<T>): Promise<T> {
  return withDatabase({ join: true }, async (opened) => {
    await bringUpToDate(opened.database);
    const app = await createApp(await appOptions(opened.config, opened.database, opened.log));
    try {
      await app.join();
      return await work(app, opened);
    } finally {
      await app.stop();
    }
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

export const command = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .showHelpAfterError('`--help` tells what is allowed.')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : ASKED_WRONGLY));
