/** `rapport start`: one node, until it is told to stop. */
import type { Command } from 'commander';
import { createApp } from '../app.ts';
import { describeSettings } from '../config.ts';
import { demoSignIns, loadDemo, signInLines } from '../demo/load.ts';
import { command, signalled, telling, withDatabase } from './command.ts';
import { appOptions, bringUpToDate, mailFolder } from './open.ts';

export function startCommand(): Command {
  return command('start', 'Starts a node and serves until it is stopped.')
    .addHelpText('after', () => `\nSettings, from the environment:\n${describeSettings()}`)
    .action(telling(start));
}

async function start(): Promise<void> {
  const stop = signalled();
  await withDatabase({ join: false }, async ({ config, log, database }) => {
    await bringUpToDate(database);
    const app = await createApp(await appOptions(config, database, log));
    try {
      if (config.demo && database.ownerUrl) await loadDemo(app, database.ownerUrl);
      const { url } = await app.start();
      const signIns = config.demo && database.ownerUrl ? await demoSignIns(database.ownerUrl) : [];
      process.stdout.write(welcome(config.baseUrl ?? url, signInLines(signIns), config.mail.url ? null : mailFolder(config)));
      await stop;
    } finally {
      await app.stop();
    }
  });
}

/** `mailTo`: the folder that outgoing mail is put into. */
function welcome(url: string, signIns: readonly string[], mailTo: string | null): string {
  return [
    '',
    `  Rapport is ready at ${url}`,
    '',
    `    try it     ${url}/graphiql`,
    `    API        ${url}/graphql`,
    ...(mailTo === null ? [] : ['', `  Mail is not sent, but kept in ${mailTo}; MAIL_URL names a server to send it by.`]),
    ...(signIns.length > 0 ? ['', '  Demo sign-ins:', ...signIns.map((line) => `    ${line}`)] : []),
    '',
    '  Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}
