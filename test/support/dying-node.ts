/** A node that ends the moment its first write is committed, before it can answer: as a crash between COMMIT and response. */
import { tmpdir } from 'node:os';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/platform/http/logging.ts';

const [databaseUrl = '', secret = ''] = process.argv.slice(2);
const app = await createApp({
  databaseUrl, jobsUrl: null, secret, durable: false, poolSize: 2, filesFolder: tmpdir(), baseUrl: null, log: createLog({ level: 'silent' }),
  listen: { host: '127.0.0.1', port: 0 }, accessTokenLifetime: 900, refreshTokenLifetime: 86_400,
});
Object.assign(app.host, { committed: () => process.kill(process.pid, 'SIGKILL') });
process.stdout.write(`${(await app.start()).url}\n`);
