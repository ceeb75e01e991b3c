/** The embedded PostgreSQL through its life: made, stopped, used again, in use, and every way of being killed. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { joinCluster, startCluster, type Cluster } from '../../src/platform/database/embedded/cluster.ts';
import { FolderInUse } from '../../src/platform/database/embedded/lock.ts';
import { isPostmaster, runningPostmaster } from '../../src/platform/database/embedded/postmaster.ts';

const scratch = mkdtempSync(join(tmpdir(), 'rapport-embedded-'));
chmodSync(scratch, 0o755);
const folder = join(scratch, 'a folder');
const data = join(folder, 'pg');
const log = { info() {}, warn() {} };
const start = (): Promise<Cluster> => startCluster({ folder, durable: false, log });

describe('the embedded database', () => {
  let second: Cluster;

  before(async () => {
    const cluster = await start();
    await ask(cluster.ownerUrl, 'create table note (text text)');
    await note(cluster, 'made');
    await cluster.stop();
    second = await startCluster({ folder: join(scratch, 'b'), durable: true, log });
  });

  after(async () => {
    await second.stop();
    const left = runningPostmaster(data);
    if (left) process.kill(left.pid, 'SIGKILL'); // A test failed before it stopped its own.
    rmSync(scratch, { recursive: true, force: true });
  });

  test('is stopped with its owner and keeps its data', async () => {
    assert.equal(postmasterPid(), undefined);
    const cluster = await start();
    assert.deepEqual(await notes(cluster), ['made']);
    await cluster.stop();
  });

  test('has three roles, of which only the owner passes row-level security', async () => {
    const roles = `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname like 'rapport%' order by 1`;
    const plain = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolcanlogin: true };
    assert.deepEqual(await ask(second.superuserUrl, roles), [
      { ...plain, rolname: 'rapport_app' },
      { ...plain, rolname: 'rapport_jobs' },
      { ...plain, rolname: 'rapport_owner', rolbypassrls: true },
    ]);
    await assert.rejects(ask(second.appUrl, 'create table mine ()'), /permission denied for schema public/);
    await assert.rejects(ask(second.jobsUrl, 'create temporary table mine ()'), /permission denied to create temporary tables/);
  });

  test('sorts by bytes, knows the letters of every script and is durable', async () => {
    await ask(second.ownerUrl, 'create extension pg_trgm');
    const [row] = await ask(second.ownerUrl, `select lower('ŁÓDŹ') as lower, show_trgm('łódź') <> show_trgm('') as trigrams, 'a' > 'Z' as bytes,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits,
      current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding`);
    assert.deepEqual(row, { lower: 'łódź', trigrams: true, bytes: true, fsync: 'on', pages: 'on', commits: 'on', checksums: 'on', encoding: 'UTF8' });
  });

  test('lets in nobody without the password, whose file nobody else may read', async () => {
    const url = new URL(second.appUrl);
    url.password = 'guessed';
    await assert.rejects(ask(url.href, 'select 1'), /password authentication failed/);
    assert.equal(statSync(join(scratch, 'b', 'credentials.json')).mode & 0o777, 0o600);
    assert.equal(statSync(join(scratch, 'b', 'pg')).mode & 0o777, 0o700);
  });

  test('is reached by a socket that nobody else may enter, and by TCP; data of before had no socket', { skip: process.platform === 'win32' }, async () => {
    await second.stop();
    writeFileSync(join(scratch, 'b', 'pg', 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
    second = await startCluster({ folder: join(scratch, 'b'), durable: true, log });
    assert.equal(decodeURIComponent(new URL(second.appUrl).hostname), realpathSync(join(scratch, 'b', 'pg')));
    for (const url of [second.appUrl, byTcp(second.appUrl)]) {
      assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }]);
      await assert.rejects(ask(url.replace(/:[^:@]*@/, ':guessed@'), 'select 1'), /password authentication failed/);
    }
    assert.equal(statSync(join(scratch, 'b', 'pg', `.s.PGSQL.${new URL(second.appUrl).port}`)).mode & 0o777, 0o700);
  });

  test('has no socket where its name would be too long', async () => {
    const cluster = await startCluster({ folder: join(scratch, 'long'.repeat(30)), durable: false, log });
    assert.equal(cluster.appUrl, byTcp(cluster.appUrl));
    assert.deepEqual(await ask(cluster.appUrl, 'select 1 as one'), [{ one: 1 }]);
    await cluster.stop();
  });

  test('is refused to a second node, which is told by whom and how to join', async () => {
    const holder = await hold();
    const refusal = await start().catch((error: unknown) => error);
    assert.ok(refusal instanceof FolderInUse);
    assert.equal(refusal.pid, holder.process.pid);
    assert.match(refusal.message, new RegExp(`in use by process ${holder.process.pid}\\..*DATABASE_URL`, 's'));
    const environment = join(folder, 'database.env');
    assert.equal(statSync(environment).mode & 0o777, 0o600);
    const { appUrl, ownerUrl, jobsUrl } = holder.cluster;
    assert.equal(readFileSync(environment, 'utf8'), `DATABASE_URL=${byTcp(appUrl)}\nDATABASE_OWNER_URL=${byTcp(ownerUrl)}\nDATABASE_JOBS_URL=${byTcp(jobsUrl)}\n`);
    await holder.end('SIGTERM');
    assert.equal(existsSync(environment), false);
    assert.equal(postmasterPid(), undefined);
  });

  test('is joined beside its owner, and left running', async () => {
    assert.equal(await joinCluster(folder), undefined);
    const holder = await hold();
    const joined = await joinCluster(folder);
    assert.equal(joined?.appUrl, holder.cluster.appUrl);
    await joined?.stop();
    assert.deepEqual(await notes(holder.cluster), ['made']);
    await holder.end('SIGTERM');
  });

  test('outlives a killed node, and the next one uses and stops it', async () => {
    const holder = await hold();
    const pid = postmasterPid();
    await holder.end('SIGKILL');
    assert.ok(isPostmaster(pid!, data));
    assert.equal(await joinCluster(folder), undefined);

    const cluster = await start();
    assert.equal(postmasterPid(), pid);
    assert.equal(cluster.appUrl, holder.cluster.appUrl);
    await note(cluster, 'orphan');
    await cluster.stop();
    assert.equal(isPostmaster(pid!, data), false);
  });

  test('is started again on the same port when it is killed', async () => {
    const cluster = await start();
    const pid = postmasterPid()!;
    process.kill(pid, 'SIGKILL');
    await until(async () => postmasterPid() !== pid && (await notes(cluster)).length > 0);
    assert.deepEqual(await notes(cluster), ['made', 'orphan']);
    await cluster.stop();
    assert.equal(postmasterPid(), undefined);
  });

  test('recovers when node and PostgreSQL were killed, whatever has their numbers now', async () => {
    const holder = await hold();
    await note(holder.cluster, 'killed');
    const pid = postmasterPid()!;
    holder.process.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await holder.ended;
    await until(async () => !isPostmaster(pid, data));

    // As if the numbers had been given anew: to a process of the same account that is alive, but no PostgreSQL.
    const { uid, gid } = statSync(data);
    const stranger = spawn('sleep', ['60'], { cwd: '/', ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
    const [pidFile, holderFile] = [join(data, 'postmaster.pid'), join(folder, 'lock.pid')];
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    writeFileSync(holderFile, `${stranger.pid}\n`);

    const cluster = await start();
    stranger.kill();
    assert.deepEqual(await notes(cluster), ['made', 'orphan', 'killed']);
    await cluster.stop();
  });

  test('of root lies in a system folder when the data folder is for root only', { skip: process.getuid?.() !== 0 }, async () => {
    const closed = join(scratch, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    for (const _ of ['made', 'used again']) {
      const cluster = await startCluster({ folder: join(closed, 'data'), durable: false, log });
      await ask(cluster.appUrl, 'select 1');
      await cluster.stop();
    }
    const elsewhere = realpathSync(join(closed, 'data', 'pg'));
    assert.ok(!elsewhere.startsWith(closed));
    rmSync(elsewhere, { recursive: true });
  });

  test('says what is missing when the passwords are', async () => {
    const credentials = join(folder, 'credentials.json');
    const kept = readFileSync(credentials);
    rmSync(credentials);
    await assert.rejects(start(), /cannot be read from .*credentials\.json.*Put that file back/s);
    writeFileSync(credentials, kept, { mode: 0o600 });
    await (await start()).stop();
  });
});

interface Holder {
  readonly process: ChildProcess;
  readonly cluster: Cluster;
  readonly ended: Promise<unknown>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

async function hold(): Promise<Holder> {
  const script = join(import.meta.dirname, '../support/cluster-holder.ts');
  const child = spawn(process.execPath, [...process.execArgv, script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const said = JSON.parse(line) as Cluster & { error?: string };
  assert.equal(said.error, undefined);
  return {
    process: child,
    cluster: said,
    ended,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

const byTcp = (url: string): string => url.replace(/@[^:]*:/, '@127.0.0.1:');

function postmasterPid(): number | undefined {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function note(cluster: Cluster, text: string): Promise<void> {
  await ask(cluster.ownerUrl, `insert into note values ('${text}')`);
}

async function notes(cluster: Cluster): Promise<string[]> {
  return ((await ask(cluster.ownerUrl, 'select text from note')) as { text: string }[]).map(({ text }) => text);
}

/** Retries what may still fail, within ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds().catch(() => false))) {
    assert.ok(Date.now() < deadline, 'did not happen within ten seconds');
    await sleep(20);
  }
}
