#!/usr/bin/env node
// The first file that runs, on any Node from 20 on, before anything is installed.
// It installs what package-lock.json names, finds the Node that came with it, and
// runs the given TypeScript file there: `node bin/bootstrap.mjs src/main.ts …`; where
// that is a program for users, from its bundle, which is read in a fraction of the time.
// It is silent unless it installs, and it never outlives its parent nor its child.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from './bundled.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [24, 7]; // crypto.argon2
const programs = new Map([['src/main.ts', 'main.mjs'], ['src/cli/rapport.ts', 'rapport.mjs']]);

/** Runs `script`, a path from the project's root, in the project's own Node. */
export function bootstrap(script, args) {
  if (!installed()) install();
  run(runtime(), script, args);
}

function installed() {
  const modules = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false });
  if (modules?.isSymbolicLink()) return true; // another checkout's, which keeps it up to date
  // npm writes this copy of the lock as the last act of an installation.
  const done = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return done !== undefined && done.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  console.error('Installing dependencies, once; this takes a minute or so …');
  const npm = process.env.npm_execpath;
  const known = npm !== undefined && basename(npm) === 'npm-cli.js';
  const ci = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(known ? process.execPath : 'npm', known ? [npm, ...ci] : ci, {
    cwd: root,
    stdio: ['ignore', 2, 2], // standard output belongs to the script
    shell: !known && process.platform === 'win32',
  });
  if (error) fail(`npm could not be started: ${error.message}. Rapport needs npm beside Node to install itself.`);
  if (status !== 0) fail('The installation failed, see above. Once the cause is gone, the same command continues.');
}

function runtime() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const names = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  const binaries = names.flatMap((name) => [join(root, 'node_modules', name, 'bin/node'), join(root, 'node_modules', name, 'bin/node.exe')]);
  const bundled = binaries.find((binary) => existsSync(binary));
  if (bundled) return bundled;

  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath;
  return fail(
    `No Node came with the packages for ${process.platform} on ${process.arch}, and this one is ${process.versions.node}. ` +
      `Run the same command with Node ${oldestNode.join('.')} or newer.`,
  );
}

function run(node, script, args) {
  const program = programs.get(script);
  const preload = (name) => `--import=${pathToFileURL(join(root, 'bin', name))}`;
  const source = join(root, script);
  const first = program === undefined
    ? ['--enable-source-maps', preload('typescript.mjs'), preload('orphan.mjs'), source]
    : [preload('orphan.mjs'), join(root, 'bin/launch.mjs')];
  const child = spawn(node, [...first, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_ENV: 'production', ...process.env }, // libraries check themselves less
  });
  child.once('error', (error) => fail(`${node} could not be started: ${error.message}`));
  if (program !== undefined) child.send({ folder: bundled(node), program, source }, () => {}); // to one that is gone already: its exit tells

  // A terminal sends Ctrl-C to the child as well, so passing it on would say it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

  // npm passes SIGTERM to its shell only, which dies without passing it on.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 250);

  child.once('exit', (code, signal) => {
    clearInterval(watch);
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) fail('Usage: node bin/bootstrap.mjs <script.ts> [arguments]');
  bootstrap(script, args[0] === '--' ? args.slice(1) : args);
}
