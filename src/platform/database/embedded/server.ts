/**
 * One PostgreSQL process: started, found again, stopped. It runs in a group of its own, so that Ctrl-C reaches the node
 * only, which then stops it in order; when the node is killed it lives on, and the next start uses it.
 */
import { spawn, type SpawnOptions } from 'node:child_process';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { disownPidFile, isPostmaster, runningPostmaster, type Postmaster } from './postmaster.ts';

export interface Server {
  readonly data: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Off for tests only: a crash of the machine then loses the database. */
  readonly durable: boolean;
}

const POLL = 10;
const STOP_PATIENCE = 20_000;
const ANSWER_PATIENCE = 5_000;
const ATTEMPTS = 20;

/** Causes that pass: somebody else took the port, or the last children of a killed PostgreSQL are still ending. */
const PASSING = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block|lock file ".*" already exists/;

/** Nobody but the holders of the passwords, from nowhere but this machine. */
const ADMITTED = 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n';

/** The longest name of a socket that every system takes. */
const LONGEST_SOCKET = 103;
const SOCKET = '.s.PGSQL.';

class StartFailed extends Error {}

/** Finds the PostgreSQL of this folder or starts it, on the given port if one is given. */
export async function ensureRunning(server: Server, port?: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await untilReady(server.data);
    if (found) return found;
    disownPidFile(server.data);
    try {
      return await start(server, port ?? (await freePort()));
    } catch (error) {
      if (!(error instanceof StartFailed && PASSING.test(error.message) && attempt < ATTEMPTS)) throw error;
      await sleep(attempt * POLL);
    }
  }
}

/** Waits for a PostgreSQL that is starting or recovering; undefined when none runs, or when it was stopping. */
export async function untilReady(data: string): Promise<Postmaster | undefined> {
  for (;;) {
    const found = runningPostmaster(data);
    if (!found) return undefined;
    if (found.ready) {
      await answers(found);
      return found;
    }
    await sleep(POLL);
  }
}

/** Open transactions are rolled back; what was committed is written down. */
export async function stop({ data }: Server, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostmaster(pid, data)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOP_PATIENCE;
    while (isPostmaster(pid, data) && Date.now() < deadline) await sleep(POLL);
  }
}

/** A clean environment: PostgreSQL's messages in English, and none of the node's secrets. */
export function spawnOptions({ account }: Server): SpawnOptions {
  return { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...account };
}

async function start(server: Server, port: number): Promise<Postmaster> {
  const log = openSync(server.log, 'a', 0o600);
  const before = fstatSync(log).size;
  writeFileSync(join(server.data, 'pg_hba.conf'), ADMITTED);
  for (const left of readdirSync(server.data)) if (left.startsWith(SOCKET)) rmSync(join(server.data, left)); // by one that was killed
  const child = spawn(server.binaries.postgres, ['-D', server.data, ...settings(server, port)], {
    ...spawnOptions(server), detached: true, stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure: string | undefined;
  child.once('error', (error) => { failure = error.message; });
  child.once('exit', (code, signal) => { failure = `it ended with ${signal ?? code}`; });

  while (failure === undefined) {
    const found = runningPostmaster(server.data);
    if (found?.pid === child.pid && found?.ready) return found;
    await sleep(POLL);
  }
  const said = readFileSync(server.log).subarray(before).toString().trim();
  throw new StartFailed(`PostgreSQL did not start on ${server.data}: ${failure}. Its log, ${server.log}, ends with:\n${said.slice(-2_000)}`);
}

/** PostgreSQL's own folder, which only its account and root may enter; none where there are no sockets, or not by that name. */
function socketFolder(data: string): string {
  const possible = process.platform !== 'win32' && !/[",]/.test(data) && Buffer.byteLength(join(data, `${SOCKET}65535`)) <= LONGEST_SOCKET;
  return possible ? data : '';
}

function settings({ data, durable }: Server, port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolder(data),
    unix_socket_permissions: '0700',
    // Statements and the values in them are people's data; errors go to the client, the log is for the server itself.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
  return promise;
}

async function answers({ pid, port }: Postmaster): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host: '127.0.0.1', port, timeout: ANSWER_PATIENCE });
  const silent = (): void => reject(new Error(`PostgreSQL runs as process ${pid} but does not answer on port ${port}. End that process and start again.`));
  socket.once('connect', resolve).once('timeout', silent).once('error', silent);
  await promise.finally(() => socket.destroy());
}
