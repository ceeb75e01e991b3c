/**
 * Migrations are plain SQL files in time order, each run once in a transaction of its own by the owner,
 * and never edited afterwards: a changed file is refused. Nodes starting together wait for each other.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const FOLDER = new URL('../../../migrations/', import.meta.url);
const LOCK = 0x72617070; // "rapp"
/** The last step of the graphile-worker we run with. */
const QUEUE_VERSION = 20;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

export async function migrationsOnDisk(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(new URL(name, FOLDER), 'utf8');
    return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
  }));
}

/** Brings the database up to date and answers the names of what was run. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'rapport migrate' });
  const [migrations] = await Promise.all([migrationsOnDisk(), client.connect()]);
  try {
    // Mostly there is nothing to do, and so nothing to wait for.
    if (missing(migrations, await digests(client)).length === 0 && await hasQueue(client)) return [];
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create table if not exists migration (name text primary key, digest text not null, run_at timestamptz(3) not null default now())`);
    await client.query('grant select on migration to rapport_app');
    await makeQueue(client, ownerUrl);
    const run = missing(migrations, await digests(client));
    for (const migration of run) await step(client, migration);
    return run.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The schema of the queue is graphile-worker's own; loaded only where there is something to do. */
async function makeQueue(client: pg.Client, ownerUrl: string): Promise<void> {
  if (await hasQueue(client)) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
}

async function hasQueue(client: pg.Client): Promise<boolean> {
  const { rows: [known] } = await client.query<{ there: boolean }>(`select to_regclass('graphile_worker.migrations') is not null as there`);
  const { rows: [at] } = known?.there ? await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations') : { rows: [] };
  return at?.id === QUEUE_VERSION;
}

function missing(migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  const edited = migrations.find(({ name, digest }) => (done.get(name) ?? digest) !== digest);
  if (edited) throw new Error(`${edited.name} was run before in another form. A migration is never edited: write a new one.`);
  return migrations.filter(({ name }) => !done.has(name));
}

/** Of the migrations that were run, as any role that may read the list sees it. */
async function digests(client: pg.Client): Promise<Map<string, string>> {
  const known = await client.query<{ present: boolean }>(`select to_regclass('public.migration') is not null as present`);
  if (!known.rows[0]?.present) return new Map();
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration');
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

/** Names of the migrations a database lacks. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'rapport' });
  await client.connect();
  try {
    return missing(await migrationsOnDisk(), await digests(client)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function step(client: pg.Client, { name, sql, digest }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '10s'`);
    await client.query(sql);
    await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
