/**
 * `npm test`: one throw-away PostgreSQL for the whole run, each test file in a process of its own, and a last line that
 * machines can read. File names as arguments run just those: `npm test -- test/rules/config.test.ts`.
 *
 * Tests find the database in RAPPORT_TEST_SUPERUSER_URL, RAPPORT_TEST_OWNER_URL, RAPPORT_TEST_APP_URL and RAPPORT_TEST_JOBS_URL.
 */
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startCluster, type Cluster } from '../src/platform/database/embedded/cluster.ts';

const root = resolve(import.meta.dirname, '..');
const preload = new URL('../bin/typescript.mjs', import.meta.url).href;
const FILES_AT_ONCE = 2;
const LONGEST_TEST = 60_000;
const LONGEST_RUN = 40 * 60_000;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());
setTimeout(() => stopped.abort(), LONGEST_RUN).unref(); // A file that never ends is named as the one that failed.

const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'));
chmodSync(folder, 0o755); // Root runs PostgreSQL as somebody else.
try {
  const cluster = await startCluster({ folder, durable: false, log: { info() {}, warn: console.warn } });
  try {
    const { passed, failed } = await runFiles(testFiles(process.argv.slice(2)), cluster);
    process.exitCode = failed > 0 || passed === 0 || stopped.signal.aborted ? 1 : 0;
    console.log(`${passed} passed, ${failed} failed`);
  } finally {
    await cluster.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function testFiles(named: string[]): string[] {
  if (named.length > 0) return named.map((name) => resolve(name));
  return globSync('test/**/*.test.ts', { cwd: root, exclude: ['test/faults/**'] }).sort().map((file) => join(root, file));
}

async function runFiles(files: string[], cluster: Cluster): Promise<{ passed: number; failed: number }> {
  const events = run({
    files, cwd: root, concurrency: FILES_AT_ONCE, timeout: LONGEST_TEST, signal: stopped.signal,
    execArgv: ['--enable-source-maps', `--import=${preload}`],
    env: {
      ...process.env,
      RAPPORT_TEST_SUPERUSER_URL: cluster.superuserUrl,
      RAPPORT_TEST_OWNER_URL: cluster.ownerUrl,
      RAPPORT_TEST_APP_URL: cluster.appUrl,
      RAPPORT_TEST_JOBS_URL: cluster.jobsUrl,
    },
  });
  const counts = { passed: 0, failed: 0 };
  events.on('test:summary', ({ file, counts: all }) => {
    // Without a file it is the sum.
    if (file === undefined) Object.assign(counts, { passed: all.passed, failed: all.tests - all.passed - all.skipped - all.todo });
  });
  // A file is reported itself only when it holds no test.
  let empty = 0;
  events.on('test:pass', ({ name, file }) => { if (name === file) empty += 1; });
  const output = events.compose(new spec());
  for await (const text of output) process.stdout.write(text as string);
  return { passed: counts.passed - empty, failed: counts.failed + empty };
}
