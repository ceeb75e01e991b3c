/**
 * S7: from the command to the first answer, with data that are there already; against a script that starts the same
 * PostgreSQL, imports the packages that the product was seen to import, and answers a constant.
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { layoutOf } from '../src/platform/database/embedded/layout.ts';
import { joinCluster } from '../src/platform/database/embedded/cluster.ts';
import type { Part } from './part.ts';
import { spread } from './statistics.ts';
import { dataFolder } from './world.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HERE = fileURLToPath(new URL('warm-start/', import.meta.url));
const FOLDER = dataFolder('start');
const LOG = join(FOLDER, 'start.log');
const QUERY = '{ viewer { user { name } } customers(first: 1) { nodes { id name } } }';
const SIGN_IN = 'mutation { signIn(input: { email: "jana@kolibrik.example", password: "try-rapport-today" }) { accessToken } }';
const PATIENCE_MS = 60_000;
const POLL_MS = 3;

const SIDES = ['product', 'script'] as const;

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export const warmStart: Part = {
  promises: ['S7'],
  async run({ pace }) {
    console.error(`S7: starts (load average ${loadavg()[0]?.toFixed(1)})`);
    mkdirSync(FOLDER, { recursive: true });
    rmSync(LOG, { force: true });
    const port = await freePort();
    const env = { PORT: String(port), RAPPORT_DATA: FOLDER, LOG_LEVEL: 'warn', ACCESS_TOKEN_LIFETIME: '1d' };
    const product = { file: process.execPath, args: ['bin/bootstrap.mjs', 'src/main.ts'], cwd: ROOT, env };
    const sources = { ...product, args: ['--import=./bin/typescript.mjs', '--import=./bin/orphan.mjs', 'src/main.ts'] };
    const prepared = await prepare(sources, port);
    const script = { file: process.execPath, args: ['constant.mjs'], cwd: HERE, env: { ...prepared.env, BENCH_NODE: process.execPath } };
    const byNpm = (command: Command): Command => ({ ...command, file: 'npm', args: ['start'] });

    const rows = [];
    const details: Record<string, unknown> = { packages: prepared.packages };
    for (const [what, one, other] of [['npm start', byNpm(product), byNpm(script)], ['the same without npm', product, script]] as const) {
      const times: Record<'product' | 'script', number>[] = [];
      for (let n = 0; n <= pace.rounds; n += 1) {
        const started = { product: 0, script: 0 };
        for (const side of n % 2 === 0 ? SIDES : SIDES.toReversed()) started[side] = await timed(side === 'product' ? one : other, port, prepared.token);
        if (n > 0) times.push(started); // The first fills caches.
      }
      details[what] = times;
      const of = (side: 'product' | 'script'): number => spread(times.map((time) => time[side])).median;
      rows.push({
        promise: 'S7', what: `${what}, to the first answer`, against: 'a script, same database and packages', bound: { most: 1.5 },
        figure: spread(times.map((time) => time.product / time.script)), unit: 'ms', values: [of('product'), of('script')] as const,
      });
    }
    return [{ rows, details: { warmStart: details } }];
  },
};

/** A first start makes the database and tells what the reference needs: of the sources, since a bundle imports no packages. */
async function prepare(product: Command, port: number): Promise<{ token: string; packages: string[]; env: Record<string, string> }> {
  const told = join(FOLDER, 'imports.json');
  rmSync(told, { force: true });
  const watched = { ...product.env, NODE_OPTIONS: `--import=${new URL('warm-start/told-imports.mjs', import.meta.url).href}`, BENCH_IMPORTS: told };
  const child = start({ ...product, env: watched });
  const { data } = JSON.parse(await firstAnswer(child, port, SIGN_IN)) as { data: { signIn: { accessToken: string } } };
  const token = data.signIn.accessToken;
  const answer = await firstAnswer(child, port, QUERY, token);
  assert.match(answer, /"nodes":\[\{"id"/);
  const cluster = await joinCluster(FOLDER);
  const { data: folder } = layoutOf(FOLDER);
  const [postgres, ...rest] = readFileSync(join(folder, 'postmaster.opts'), 'utf8').trim().split(' "');
  const { uid, gid } = statSync(join(folder, 'PG_VERSION'));
  await stop(child);

  const packages = JSON.parse(readFileSync(told, 'utf8')) as string[];
  const options = {
    postgres, args: rest.map((arg) => arg.replace(/"$/, '')), account: process.getuid?.() === 0 ? { uid, gid } : {},
    databaseUrl: cluster?.appUrl, packages, port, answer,
  };
  return { token, packages, env: { BENCH_START: JSON.stringify(options), BENCH_CACHE: join(FOLDER, 'compiled') } };
}

async function timed(command: Command, port: number, token: string): Promise<number> {
  const begun = performance.now();
  const child = start(command);
  try {
    await firstAnswer(child, port, QUERY, token);
    return performance.now() - begun;
  } finally {
    await stop(child);
  }
}

/** In a group of its own, which is ended as a whole. */
function start({ file, args, cwd, env }: Command): ChildProcess {
  const log = openSync(LOG, 'a');
  const child = spawn(file, args, { cwd, env: { ...process.env, NODE_ENV: 'production', ...env }, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

async function firstAnswer(child: ChildProcess, port: number, query: string, token?: string): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      });
      const text = await response.text();
      if (!response.ok || text.includes('"errors"')) throw new assert.AssertionError({ message: `The first answer is ${text}` });
      return text;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      await sleep(POLL_MS);
    }
  }
  throw new Error(`A start did not answer; what it said is in ${LOG}.`);
}

/** Until PostgreSQL, which is in no group of ours, is gone too. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
  if (child.pid) process.kill(-child.pid, 'SIGTERM');
  await ended;
  const pidFile = join(layoutOf(FOLDER).data, 'postmaster.pid');
  for (const deadline = performance.now() + PATIENCE_MS; existsSync(pidFile);) {
    if (performance.now() > deadline) throw new Error(`PostgreSQL in ${FOLDER} did not stop.`);
    await sleep(10);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
