/** What tools say of the sources: types, lint, nothing unused, and a lock file from which a fresh clone can install. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

async function silent(command: string, ...args: string[]): Promise<void> {
  try {
    await promisify(execFile)(command, args, { cwd: root, maxBuffer: 10_000_000 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    assert.fail(`${stdout}\n${stderr}`);
  }
}

test('types hold', () => silent(bin('tsc'), '--noEmit'));
test('lint finds nothing', () => silent(bin('oxlint'), 'src', 'test', 'bench', 'bin'));
test('nothing is unused', () => silent(bin('knip'), '--no-progress'));
test('the lock file installs on this platform', () =>
  silent('npm', 'ci', '--dry-run', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'));
