/** The product as it is, but for the points of a principal: one client sends more than any is given. */
import { createApp } from '../src/app.ts';
import { createLog } from '../src/platform/http/logging.ts';
import { POOL_SIZE } from './by-hand.ts';
import { measured, told } from './measured.ts';
import { SECRET } from './organizations.ts';

const { appUrl, jobsUrl, filesFolder } = told<{ appUrl: string; jobsUrl: string; filesFolder: string }>();
const app = await createApp({
  databaseUrl: appUrl, jobsUrl, filesFolder, durable: true, poolSize: POOL_SIZE, secret: SECRET, baseUrl: null,
  log: createLog({ level: 'info', stream: process.stderr }),
  listen: { host: '127.0.0.1', port: 0 }, accessTokenLifetime: 86_400, refreshTokenLifetime: 86_400,
  limits: { bucketPoints: 1e12, pointsPerSecond: 1e12 },
});
const { url } = await app.start();
measured(url, () => app.stop());
