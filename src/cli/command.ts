/** What all commands share: how they are asked, and the database or the whole application, always closed again. */
import { Command } from 'commander';
import { createApp, type App } from '../app.ts';
import { appOptions, bringUpToDate } from './open.ts';
import { ASKED_WRONGLY, open, type Opened } from './opening.ts';

export async function withDatabase<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await open({ join: true });
  try {
    return await work(opened);
  } finally {
    await opened.database.stop();
  }
}

/** The application without a port: for commands that work beside or without a running node. */
export function withApp<T>(work: (app: App, opened: Opened) => Promise<T>): Promise<T> {
  return withDatabase(async (opened) => {
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

export const command = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .showHelpAfterError('`--help` tells what is allowed.')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : ASKED_WRONGLY));
