/** Organisations with data in them: founded as the product founds them, then filled by one set-based script. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { createOrganization } from '../src/crm/identity/create-organization.ts';
import { newId } from '../src/kernel/ids.ts';
import { asSystem } from '../src/platform/graphql/as-system.ts';
import { createLog } from '../src/platform/http/logging.ts';

export interface Size {
  readonly customers: number;
  readonly interactions: number;
}

export interface Tenant {
  readonly id: string;
  /** Its place among the organisations of its world, which is also in the addresses of its people. */
  readonly number: number;
  readonly administrator: string;
  readonly email: string;
}

export const SECRET = 'a secret for measuring, long enough to be one';
/** Of everybody. */
export const PASSWORD = 'a long enough pass phrase';
/** The 50 agents of every organisation; what the first two reach is said in the script. */
export const agentOf = ({ number }: Tenant, n: number): string => `agent${n}.${number}@example.com`;

export const SCRIPT = readFileSync(new URL('organization.sql', import.meta.url), 'utf8');

/** The tables that grow with interactions: their indexes are made once, at the end. */
const LARGE = ['interaction', 'timeline_entry', 'conversation'];

export async function found(databaseUrl: string, filesFolder: string, count: number): Promise<Tenant[]> {
  const app = await createApp({
    databaseUrl, jobsUrl: null, filesFolder, durable: true, secret: SECRET, log: createLog({ level: 'warn', stream: process.stderr }), baseUrl: null,
    listen: { host: '127.0.0.1', port: 0 }, accessTokenLifetime: 900, refreshTokenLifetime: 86_400,
  });
  const tenants: Tenant[] = [];
  try {
    for (let number = 0; number < count; number += 1) {
      const id = newId();
      const email = `administrator${number}@example.com`;
      tenants.push(await asSystem(app.host, id, 'bench', async (transaction) => {
        const { administrator } = await createOrganization({
          name: `Organisation ${number}`, baseCurrency: 'EUR', timeZone: 'Europe/Prague', country: 'CZ', locales: ['cs', 'en'], mailDomains: [],
          administrator: { name: 'Ada Administrator', email, password: PASSWORD },
        }, transaction);
        return { id, number, email, administrator: administrator.id };
      }));
    }
    return tenants;
  } finally {
    await app.stop();
  }
}

export async function fill(superuserUrl: string, tenants: readonly Tenant[], sizes: readonly Size[]): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'`);
    const { rows: indexes } = await client.query<{ drop: string; make: string }>(`
      select case when c.conname is null then format('drop index %I', i.relname) else format('alter table %s drop constraint %I', x.indrelid::regclass, c.conname) end as drop,
        case when c.conname is null then pg_get_indexdef(i.oid) else format('alter table %s add constraint %I %s', x.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as make
      from pg_index x join pg_class i on i.oid = x.indexrelid left join pg_constraint c on c.conindid = i.oid and c.contype <> 'f'
      where x.indrelid = any($1::regclass[]) and not x.indisprimary`, [LARGE]);
    for (const { drop } of indexes) await client.query(drop);
    for (const [n, { id, number }] of tenants.entries()) {
      const { customers, interactions } = sizes[n]!;
      if (interactions >= 1_000_000) console.error(`  ${interactions.toLocaleString('en')} interactions of organisation ${number} …`);
      await client.query(`select set_config('app.tenant', $1, false), set_config('bench.number', $2, false),
        set_config('bench.customers', $3, false), set_config('bench.interactions', $4, false)`, [id, String(number), String(customers), String(interactions)]);
      await client.query(SCRIPT);
    }
    for (const { make } of indexes) await client.query(make);
  } finally {
    await client.end();
  }
}
