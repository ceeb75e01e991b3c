/** A node that does background work, mail among it, until a job or somebody ends it. */
import { tmpdir } from 'node:os';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/platform/http/logging.ts';
import { withTrials } from './trials.ts';

const [databaseUrl = '', jobsUrl = '', secret = '', mailUrl = ''] = process.argv.slice(2);
const app = await createApp({
  databaseUrl, jobsUrl, secret, modules: withTrials, durable: false, poolSize: 2, filesFolder: tmpdir(),
  ...(mailUrl ? { mail: { smtp: { url: mailUrl, startTls: 'OFFERED' as const }, folder: tmpdir(), dkim: null, returnByMessage: true } } : {}), baseUrl: null, log: createLog({ level: 'silent' }),
  listen: { host: '127.0.0.1', port: 0 }, accessTokenLifetime: 900, refreshTokenLifetime: 86_400,
});
process.stdout.write(`${(await app.start()).url}\n`);
