/** What a start runs is what the sources say: in a checkout of its own, by the command that users give. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, it as test } from 'node:test';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

let checkout: string;
/** Where its bundle is kept: among the packages, which it shares with this checkout. */
let place: string;

before(() => {
  checkout = mkdtempSync(join(tmpdir(), 'rapport-checkout-'));
  for (const name of ['bin', 'src', 'migrations', 'package.json', 'package-lock.json']) cpSync(join(root, name), join(checkout, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  place = join(root, 'node_modules/.cache/rapport', `bundle-${createHash('sha256').update(`${checkout.length}\0${checkout}`).digest('hex').slice(0, 16)}`);
});
after(() => {
  rmSync(checkout, { recursive: true });
  rmSync(place, { recursive: true, force: true });
});

const PATIENCE_MS = 300_000; // each bundle takes seconds of a processor that others want too
const it = (name: string, work: () => Promise<void>): Promise<void> => test(name, { timeout: PATIENCE_MS }, work);

const start = async (...args: string[]): Promise<string> => {
  const bootstrap = [join(checkout, 'bin/bootstrap.mjs'), 'src/main.ts'];
  return promisify(execFile)(process.execPath, [...bootstrap, ...args], { env: { PATH: process.env['PATH'], PORT: 'nowhere' } })
    .then(({ stdout, stderr }) => stdout + stderr, (error: { stderr: string }) => error.stderr);
};

function change(file: string, from: string, to: string): void {
  const path = join(checkout, file);
  const { atime, mtime } = statSync(path);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(path, text.replaceAll(from, to));
  utimesSync(path, atime, mtime);
}

it('is made at the first start, and made anew for a change that neither size nor time tells', async () => {
  assert.match(await start('--help'), /Starts a node/);
  assert.ok(existsSync(join(place, 'made.json')));
  change('src/cli/start.ts', 'Starts a node', 'Begins a node');
  assert.match(await start('--help'), /Begins a node/);
});

it('tells where in the sources an error was thrown', async () => {
  change('src/config.ts', 'if (error) throw', 'if (error) console.log(new Error().stack);\nif (error) throw');
  const line = readFileSync(join(checkout, 'src/config.ts'), 'utf8').split('\n').findIndex((text) => text.includes('console.log')) + 1;
  const { stdout } = await promisify(execFile)(process.execPath, [join(checkout, 'bin/bootstrap.mjs'), 'src/main.ts'], { env: { PATH: process.env['PATH'], PORT: 'nowhere' } })
    .catch((error: { stdout: string }) => error);
  assert.match(stdout, new RegExp(`src/config\\.ts:${line}:`));
});

it('is done without where it cannot be kept', async () => {
  rmSync(place, { recursive: true });
  writeFileSync(place, 'in the way');
  assert.match(await start('--help'), /Begins a node/);
  assert.match(await start(), /PORT: given is "nowhere"/);
});

it('is done without where the sources cannot be bundled, and they say why', async () => {
  rmSync(place);
  mkdirSync(place);
  change('src/main.ts', 'telling(async', 'telling(=> async');
  assert.match(await start(), /main\.ts:\d+/);
});
