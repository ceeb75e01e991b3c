/**
 * What is measured on: the embedded PostgreSQL with the settings of production, and organisations with data in it, one
 * large and several small. It is made once and kept; a change of the recipe or of a migration makes it anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { createOrganization } from '../src/crm/identity/create-organization.ts';
import { newId } from '../src/kernel/ids.ts';
import { startCluster } from '../src/platform/database/embedded/cluster.ts';
import { layoutOf } from '../src/platform/database/embedded/layout.ts';
import { runningPostmaster } from '../src/platform/database/embedded/postmaster.ts';
import { migrate, migrationsOnDisk } from '../src/platform/database/migrate.ts';
import { asSystem } from '../src/platform/graphql/as-system.ts';
import { createLog } from '../src/platform/http/logging.ts';

export interface Size {
  readonly customers: number;
  readonly interactions: number;
}
export const FULL: Size = { customers: 20_000, interactions: 1_000_000 };
export const QUICK: Size = { customers: 2_000, interactions: 40_000 };
const SMALL: Size = { customers: 500, interactions: 5_000 };
const SMALL_ORGANIZATIONS = 15;

export const SECRET = 'a secret for measuring, long enough to be one';
export const PASSWORD = 'a long enough pass phrase';

export interface Tenant {
  readonly id: string;
  readonly administrator: string;
  readonly email: string;
}

export interface World {
  readonly appUrl: string;
  readonly filesFolder: string;
  readonly postmaster: number;
  readonly postgres: string;
  /** The first is the large one. */
  readonly tenants: readonly [Tenant, ...Tenant[]];
  /** A look past the fence, for choosing what to ask for and for checks. */
  readonly owner: pg.Client;
  stop(): Promise<void>;
}

export async function openWorld(folder: string, size: Size): Promise<World> {
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({ folder, durable: true, log: { info: console.error, warn: console.error } });
  const filesFolder = join(folder, 'files');
  try {
    const owner = new pg.Client({ connectionString: cluster.ownerUrl });
    await owner.connect();
    const file = join(folder, 'tenants.json');
    const made = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as { recipe: string; tenants: World['tenants'] } : null;
    const recipe = await recipeOf(size);
    const tenants = made?.recipe === recipe ? made.tenants : await make();

    async function make(): Promise<World['tenants']> {
      console.error(`Making ${size.interactions.toLocaleString('en')} interactions in ${folder}; they are kept for the next run.`);
      rmSync(file, { force: true });
      await owner.query('drop schema public cascade; create schema public; grant usage on schema public to public');
      await migrate(cluster.ownerUrl);
      const founded = await found(cluster.appUrl, filesFolder);
      await fill(cluster.superuserUrl, founded, size);
      await owner.query('vacuum analyze');
      writeFileSync(file, JSON.stringify({ recipe, tenants: founded }));
      return founded;
    }

    const { rows: [version] } = await owner.query<{ version: string }>('select version()');
    return {
      appUrl: cluster.appUrl, filesFolder, tenants, owner,
      postgres: version?.version.split(' on ')[0] ?? '',
      postmaster: runningPostmaster(layoutOf(folder).data)?.pid ?? 0,
      async stop() {
        await owner.end();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

const SCRIPT = new URL('organization.sql', import.meta.url);

async function recipeOf(size: Size): Promise<string> {
  const migrations = (await migrationsOnDisk()).map(({ digest }) => digest);
  return createHash('sha256').update(JSON.stringify([size, SMALL, SMALL_ORGANIZATIONS, readFileSync(SCRIPT, 'utf8'), migrations])).digest('hex');
}

async function found(databaseUrl: string, filesFolder: string): Promise<World['tenants']> {
  const app = await createApp({
    databaseUrl, filesFolder, durable: true, secret: SECRET, log: createLog({ level: 'warn', stream: process.stderr }), baseUrl: null,
    listen: { host: '127.0.0.1', port: 0 }, accessTokenLifetime: 900, refreshTokenLifetime: 86_400,
  });
  const one = (n: number): Promise<Tenant> => {
    const id = newId();
    const email = `administrator${n}@example.com`;
    return asSystem(app.host, id, 'bench', async (transaction) => {
      const { administrator } = await createOrganization({
        name: `Organisation ${n}`, baseCurrency: 'EUR', timeZone: 'Europe/Prague', country: 'CZ', locales: ['cs', 'en'], mailDomains: [],
        administrator: { name: 'Ada Administrator', email, password: PASSWORD },
      }, transaction);
      return { id, email, administrator: administrator.id };
    });
  };
  try {
    const tenants: [Tenant, ...Tenant[]] = [await one(0)];
    for (let n = 1; n <= SMALL_ORGANIZATIONS; n += 1) tenants.push(await one(n));
    return tenants;
  } finally {
    await app.stop();
  }
}

async function fill(superuserUrl: string, tenants: World['tenants'], size: Size): Promise<void> {
  const script = readFileSync(SCRIPT, 'utf8');
  const url = new URL(superuserUrl);
  url.pathname = '/rapport';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`);
  for (const [n, { id }] of tenants.entries()) {
    const { customers, interactions } = n === 0 ? size : SMALL;
    await client.query(`select set_config('app.tenant', $1, false), set_config('bench.customers', $2, false), set_config('bench.interactions', $3, false)`,
      [id, String(customers), String(interactions)]);
    await client.query(script);
  }
  await client.end();
}
