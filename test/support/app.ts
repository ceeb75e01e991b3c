/**
 * The real application for a test file: its own database, its own port, real HTTP and WebSockets. Each
 * test makes itself an organisation and acts in it as people with roles, or as an API key.
 */
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createApp, type App, type AppOptions } from '../../src/app.ts';
import { createOrganization } from '../../src/crm/identity/create-organization.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import { modelOfEntity } from '../../src/kernel/model.ts';
import type { Entity } from '../../src/kernel/entity.ts';
import { asSystem } from '../../src/platform/graphql/as-system.ts';
import { createLog } from '../../src/platform/http/logging.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { Client } from './client.ts';
import { dnsOf } from './dns.ts';

export const PASSWORD = 'a long enough pass phrase';
export const SECRET = 'the secret of a test installation, long enough';

/** Where time is made to pass, nobody wants to sign in again, in seconds. */
const A_LONG_TIME = 10 * 365 * 86_400;

export interface TestApp {
  readonly app: App;
  readonly url: string;
  readonly database: TestDatabase;
  /** Everything the node logged, as text. */
  readonly logged: () => string;
  /** A client without a credential. */
  readonly stranger: Client;
  /** Another node on the same database. */
  node(options?: Partial<AppOptions>): Promise<{ app: App; url: string }>;
  /** Moves the clock of all its nodes, and lets timers see it. */
  letTimePass(milliseconds: number): Promise<void>;
  tenant(options?: { country?: string; mailDomains?: string[] }): Promise<Tenant>;
  stop(): Promise<void>;
}

export interface Tenant {
  readonly id: string;
  /** Public id. */
  readonly organizationId: string;
  readonly administratorId: string;
  readonly email: string;
  readonly administrator: Client;
}

export const publicId = (entity: Entity): string => encodeId(modelOfEntity(entity), entity.id);

interface TestOptions extends Partial<AppOptions> {
  /** Whether nodes do background work; most tests have nothing to wait for. */
  readonly works?: boolean;
}

export async function startTestApp({ works = false, ...options }: TestOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const filesFolder = await mkdtemp(join(tmpdir(), 'rapport-files-'));
  const lines: string[] = [];
  const log = createLog({ level: 'debug', pretty: false, stream: new Writable({ write: (chunk, _, done) => { lines.push(String(chunk)); done(); } }) });
  const stops: (() => Promise<void>)[] = [];
  let ahead = 0;

  const node = async (more: Partial<AppOptions> = {}): Promise<{ app: App; url: string }> => {
    const app = await createApp({
      databaseUrl: database.appUrl, jobsUrl: works ? database.jobsUrl : null, durable: false, now: () => new Date(Date.now() + ahead), poolSize: 8, secret: SECRET, filesFolder, log, baseUrl: null, dns: dnsOf({}),
      listen: { host: '127.0.0.1', port: 0 }, accessTokenLifetime: works ? A_LONG_TIME : 900, refreshTokenLifetime: 86_400, ...options, ...more,
    });
    const { url } = await app.start();
    stops.push(() => app.stop());
    return { app, url };
  };
  const { app, url } = await node();

  return {
    app, url, database, node,
    logged: () => lines.join(''),
    async letTimePass(milliseconds) {
      ahead += milliseconds;
      await database.asOwner(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
    },
    stranger: new Client(url, null),
    async tenant({ country = 'CZ', mailDomains = [] } = {}) {
      const id = randomUUIDv7();
      const email = `admin-${randomBytes(4).toString('hex')}@example.com`;
      const { organization, administrator } = await asSystem(app.host, id, 'test', (transaction) => createOrganization({
        name: `Organisation ${email}`, baseCurrency: 'EUR', timeZone: 'Europe/Prague', country, locales: ['cs', 'en'], mailDomains,
        administrator: { name: 'Ada Administrator', email, password: PASSWORD },
      }, transaction));
      return {
        id, email, organizationId: publicId(organization), administratorId: publicId(administrator),
        administrator: await Client.signIn(url, email, PASSWORD),
      };
    },
    async stop() {
      for (const stop of stops.reverse()) await stop();
      await database.drop();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}
