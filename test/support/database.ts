/**
 * A database of its own for each test file, cloned from one that was migrated once for the whole run.
 * Within it every test makes its own organisation, so tests need no cleaning up and run in parallel.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.ts';

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobsUrl: string;
  readonly superuserUrl: string;
  /** A statement that no role of the application may make. */
  asOwner(sql: string): Promise<object[]>;
  drop(): Promise<void>;
}

const TEMPLATE = 'rapport_template';

export function testUrl(role: 'SUPERUSER' | 'OWNER' | 'APP' | 'JOBS', database?: string): string {
  const given = process.env[`RAPPORT_TEST_${role}_URL`];
  if (!given) throw new Error('Run the tests with `npm test`, which starts their PostgreSQL.');
  const url = new URL(given);
  if (database) url.pathname = `/${database}`;
  return url.href;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (client) => {
    // One process makes the template, the others wait for it.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
    if (rowCount === 0) await makeTemplate(client);
    await client.query('select pg_advisory_unlock(1)');
    await client.query(`create database ${name} template ${TEMPLATE} owner rapport_owner`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to rapport_app, rapport_jobs`);
  });
  return {
    ownerUrl: testUrl('OWNER', name), appUrl: testUrl('APP', name), jobsUrl: testUrl('JOBS', name), superuserUrl: testUrl('SUPERUSER', name),
    async asOwner(sql) {
      const client = new pg.Client({ connectionString: testUrl('OWNER', name) });
      await client.connect();
      return (await client.query<object>(sql).finally(() => client.end())).rows;
    },
    drop: () => asSuperuser(async (client) => { await client.query(`drop database ${name} with (force)`); }),
  };
}

async function makeTemplate(client: pg.Client): Promise<void> {
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE} template template0 owner rapport_owner encoding 'UTF8'
    locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8'`);
  await migrate(testUrl('OWNER', TEMPLATE));
  await client.query(`alter database ${TEMPLATE} is_template true`);
}

async function asSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: testUrl('SUPERUSER', 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
