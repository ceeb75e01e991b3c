/** `rapport demo`: the demo organisation, and on request live traffic in it. */
import type { Command } from 'commander';
import { demoSignIns, loadDemo } from '../demo/load.ts';
import { command, telling, withApp } from './command.ts';

export function demoCommand(): Command {
  return command('demo', 'Loads the demo organisation into an empty installation.')
    .option('--json', 'answer for machines')
    .action(telling(async ({ json }: { json?: boolean }) => {
      const signIns = await withApp(async (app, { config, database }) => {
        if (!config.demo || !database.ownerUrl) {
          throw new Error('The demo has well-known passwords: it goes only into the embedded database of a node that other machines cannot reach.');
        }
        await loadDemo(app, database.ownerUrl);
        return demoSignIns(database.ownerUrl);
      });
      if (json) process.stdout.write(`${JSON.stringify({ signIns })}\n`);
      else process.stdout.write(signIns.length > 0 ? `${signIns.join('\n')}\n` : 'This installation has organisations of its own; nothing was loaded.\n');
    }));
}
