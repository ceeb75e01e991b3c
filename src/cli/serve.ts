/** One node: on a database that is being opened it begins to serve, says where, and stops both when it is told to. */
import { createApp } from '../app.ts';
import { demoSignIns, hasBegun, loadDemo, signInLines } from '../demo/load.ts';
import { appOptions, bringUpToDate, mailFolder } from './open.ts';
import type { Opened } from './opening.ts';

export async function serve(opening: Promise<Opened>, stop: Promise<void>): Promise<void> {
  const { config, log, database } = await opening;
  try {
    await bringUpToDate(database);
    const begun = config.demo && database.ownerUrl ? hasBegun(database.ownerUrl) : Promise.resolve(true);
    begun.catch(() => {}); // heard below
    const app = await createApp(await appOptions(config, database, log));
    try {
      if (!(await begun)) await loadDemo(app);
      const { url } = await app.start();
      const signIns = config.demo && database.ownerUrl ? await demoSignIns(database.ownerUrl) : [];
      process.stdout.write(welcome(config.baseUrl ?? url, signInLines(signIns), config.mail.url ? null : mailFolder(config)));
      await stop;
    } finally {
      await app.stop();
    }
  } finally {
    await database.stop();
  }
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
