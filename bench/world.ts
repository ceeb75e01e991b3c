/**
 * What is measured on: the embedded PostgreSQL with the settings of production, and organisations with data in it. It is
 * made once and kept: a later migration is run on it, and only a change of the recipe makes it anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startCluster } from '../src/platform/database/embedded/cluster.ts';
import { layoutOf } from '../src/platform/database/embedded/layout.ts';
import { runningPostmaster } from '../src/platform/database/embedded/postmaster.ts';
import { migrate, migrationsOnDisk } from '../src/platform/database/migrate.ts';
import { fill, found, SCRIPT, type Size, type Tenant } from './organizations.ts';

export interface World {
  readonly appUrl: string;
  readonly jobsUrl: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly filesFolder: string;
  /** PostgreSQL's log. */
  readonly log: string;
  readonly postmaster: number;
  readonly postgres: string;
  readonly tenants: readonly [Tenant, ...Tenant[]];
  /** A look past the fence, for choosing what to ask for and for checks. */
  readonly owner: pg.Client;
  stop(): Promise<void>;
}

/** What a kept world was made by. */
interface Made {
  readonly recipe: string;
  readonly migrations: readonly string[];
  readonly tenants: World['tenants'];
}

export const dataFolder = (name: string): string => fileURLToPath(new URL(`.data/${name}`, import.meta.url));

/** One organisation for each size. */
export async function openWorld(name: string, sizes: readonly Size[]): Promise<World> {
  const folder = dataFolder(name);
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({ folder, durable: true, log: { info: console.error, warn: console.error } });
  try {
    const superuser = new URL(cluster.superuserUrl);
    superuser.pathname = new URL(cluster.ownerUrl).pathname;
    const urls = { appUrl: cluster.appUrl, jobsUrl: cluster.jobsUrl, ownerUrl: cluster.ownerUrl, superuserUrl: superuser.href, filesFolder: join(folder, 'files') };
    const owner = new pg.Client({ connectionString: cluster.ownerUrl });
    await owner.connect();
    await forgetSettings(urls.superuserUrl);
    const tenants = await kept(folder, sizes, urls, owner);
    const openedAt = new Date();
    const { rows: [version] } = await owner.query<{ version: string }>('select version()');
    const layout = layoutOf(folder);
    return {
      ...urls, tenants, owner, log: layout.log,
      postgres: version?.version.split(' on ')[0] ?? '',
      postmaster: runningPostmaster(layout.data)?.pid ?? 0,
      async stop() {
        await forgetWrites(owner, openedAt);
        await owner.end();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/**
 * Lets PostgreSQL know that a customer is of one tenant; it takes the two for independent, expects 3 interactions where there
 * are 50, and then joins them all before it takes the newest 10. Only PostGraphile's statements, which join first, need it.
 */
export async function tellWhatDepends({ owner }: World): Promise<void> {
  const { rows } = await owner.query(`select 1 from pg_statistic_ext where stxname = 'bench_customer_of_tenant'`);
  if (rows.length > 0) return;
  await owner.query('create statistics bench_customer_of_tenant (dependencies, ndistinct) on tenant_id, customer_id from interaction');
  await owner.query('analyze interaction');
}

/** Those of a run that was cut off. */
async function forgetSettings(superuserUrl: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query('alter system reset all');
  await superuser.query('select pg_reload_conf()');
  await superuser.end();
}

/** What a run logged would make the next one's organisations larger. The numbered events stay: they have no gaps. */
async function forgetWrites(owner: pg.Client, since: Date): Promise<void> {
  for (const table of ['timeline_entry', 'interaction_body', 'interaction', 'ticket', 'task', 'clock', 'idempotency']) {
    const { rowCount } = await owner.query(`delete from ${table} where created_at >= $1`, [since]);
    if (rowCount) await owner.query(`vacuum analyze ${table}`);
  }
}

async function kept(
  folder: string, sizes: readonly Size[], urls: Pick<World, 'appUrl' | 'jobsUrl' | 'ownerUrl' | 'superuserUrl' | 'filesFolder'>, owner: pg.Client,
): Promise<World['tenants']> {
  const file = join(folder, 'made.json');
  const recipe = createHash('sha256').update(JSON.stringify([sizes, SCRIPT])).digest('hex');
  const migrations = (await migrationsOnDisk()).map(({ digest }) => digest);
  const made = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Made : null;
  const keep = (tenants: World['tenants']): void => writeFileSync(file, JSON.stringify({ recipe, migrations, tenants } satisfies Made));

  if (made?.recipe === recipe && made.migrations.every((digest) => migrations.includes(digest))) {
    if (made.migrations.length < migrations.length) {
      await migrate(urls.ownerUrl);
      await owner.query('vacuum analyze');
      keep(made.tenants);
    }
    return made.tenants;
  }

  const total = sizes.reduce((sum, { interactions }) => sum + interactions, 0);
  console.error(`Making ${total.toLocaleString('en')} interactions in ${sizes.length} organisations in ${folder}; they are kept for the next run.`);
  rmSync(file, { force: true });
  const start = performance.now();
  await owner.query('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public; grant usage on schema public to public');
  await migrate(urls.ownerUrl);
  const tenants = await found(urls.appUrl, urls.filesFolder, sizes.length) as [Tenant, ...Tenant[]];
  await fill(urls.superuserUrl, tenants, sizes);
  await owner.query('vacuum analyze');
  console.error(`Made in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  keep(tenants);
  return tenants;
}
