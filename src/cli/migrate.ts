/** `rapport migrate`: brings the database up to date, as its owner. */
import type { Command } from 'commander';
import { migrate } from '../platform/database/migrate.ts';
import { command, withDatabase } from './command.ts';
import { telling } from './opening.ts';

export function migrateCommand(): Command {
  return command('migrate', 'Brings the database up to date; needs the access of its owner.')
    .option('--json', 'answer for machines')
    .action(telling(async ({ json }: { json?: boolean }) => {
      const run = await withDatabase(async ({ database }) => {
        if (!database.ownerUrl) throw new Error('Only the owner of the database may change its tables: set DATABASE_OWNER_URL.');
        return migrate(database.ownerUrl);
      });
      if (json) process.stdout.write(`${JSON.stringify({ run })}\n`);
      else process.stdout.write(run.length === 0 ? 'The database is up to date.\n' : `${run.map((name) => `Ran ${name}`).join('\n')}\n`);
    }));
}
