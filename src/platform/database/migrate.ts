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
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create table if not exists migration (name text primary key, digest text not null, run_at timestamptz(3) not null default now())`);
    await client.query('grant select on migration to rapport_app');
    await makeQueue(client, ownerUrl);
    const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migration');
    const done = new Map(rows.map(({ name, digest }) => [name, digest]));
    const run: string[] = [];
    for (const migration of await migrationsOnDisk()) {
      const known = done.get(migration.name);
      if (known === undefined) {
        await step(client, migration);
        run.push(migration.name);
      } else if (known !== migration.digest) {
        throw new Error(`${migration.name} was run before in another form. A migration is never edited: write a new one.`);
      }
    }
    return run;
  } finally {
    await client.end();
  }
}

/** The schema of the queue is graphile-worker's own; loaded only where there is something to do. */
async function makeQueue(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rows: [known] } = await client.query<{ there: boolean }>(`select to_regclass('graphile_worker.migrations') is not null as there`);
  const { rows: [at] } = known?.there ? await client.query<{ id: number }>('select max(id) as id from graphile_worker.migrations') : { rows: [] };
  if (at?.id === QUEUE_VERSION) return;
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
}

/** Names of the migrations a database lacks, as any role that may read the list sees it. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'rapport' });
  await client.connect();
  try {
    const known = await client.query<{ present: boolean }>(`select to_regclass('public.migration') is not null as present`);
    const { rows } = known.rows[0]?.present ? await client.query<{ name: string }>('select name from migration') : { rows: [] };
    const done = new Set(rows.map(({ name }) => name));
    return (await migrationsOnDisk()).map(({ name }) => name).filter((name) => !done.has(name));
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
