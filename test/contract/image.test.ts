/** What the Dockerfile makes, put together in a folder in the same way, and run against an external database. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, it } from 'node:test';
import { promisify } from 'node:util';
import { startCluster, type Cluster } from '../../src/platform/database/embedded/cluster.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A package, not a file: in a statement, or loaded later. */
const IMPORTED = /(?:^import |^(?:import|export) [^'"();]* from |\bimport\()['"](@?\w[^'"]*)['"]/gm;

let folder: string;
let cluster: Cluster;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-image-'));
  chmodSync(folder, 0o755); // Root runs PostgreSQL as somebody else.
  [cluster] = await Promise.all([
    startCluster({ folder: join(folder, 'data'), durable: true, log: { info() {}, warn: console.warn } }),
    run(process.execPath, [join(root, 'bin/build.mjs')]),
  ]);
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  linkProductionPackages(join(folder, 'node_modules'));
});
after(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

it('imports nothing but Node and the packages under "dependencies"', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  for (const file of globSync('dist/**/*.mjs', { cwd: folder })) {
    for (const [, specifier] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORTED)) {
      const name = specifier!.split('/').slice(0, specifier!.startsWith('@') ? 2 : 1).join('/');
      assert.ok(isBuiltin(specifier!) || name in dependencies, `${file} imports ${specifier}`);
    }
  }
});

it('migrates an external database, serves, says that it is healthy, and stops cleanly', async () => {
  const node = ['--preserve-symlinks', '--preserve-symlinks-main'];
  const program = join(folder, 'dist/rapport.mjs');
  const env = {
    PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: '0', RAPPORT_DATA: join(folder, 'files'),
    RAPPORT_DEMO: 'off', RAPPORT_SECRET: 'a secret of this image, of thirty-two and more', DATABASE_URL: cluster.appUrl,
  };
  const migrated = await run(process.execPath, [...node, program, 'migrate', '--json'], { env: { ...env, DATABASE_OWNER_URL: cluster.ownerUrl } });
  assert.equal((JSON.parse(migrated.stdout) as { run: string[] }).run.length, globSync('migrations/*.sql', { cwd: root }).length);

  const server = spawn(process.execPath, [...node, program, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  const url = await addressOf(server.stdout);
  const [, command] = /HEALTHCHECK .*CMD (\[.*\])/.exec(read('docker/Dockerfile').replaceAll('\\\n', ''))!;
  const [, ...args] = JSON.parse(command!) as string[];
  const healthy = () => run(process.execPath, args, { env: { ...env, PORT: new URL(url).port } }).then(() => true, () => false);
  assert.equal(await healthy(), true);
  server.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
  assert.equal(await healthy(), false);
});

/** What `npm ci --omit=dev --omit=optional` leaves, as links, so that nothing else is found. */
function linkProductionPackages(folder: string): void {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: true; optional?: true; devOptional?: true }> };
  for (const [path, { dev, optional, devOptional }] of Object.entries(packages)) {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    if (!name || dev || optional || devOptional) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(join(root, path), join(folder, name));
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [, url] = /ready at (\S+)/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error('It ended before it was ready.');
}
