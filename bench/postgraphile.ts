/** PostGraphile's packages, which nothing else needs: installed from their own lock when a run first asks for them. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('postgraphile/', import.meta.url));

export const POSTGRAPHILE_SECRET = 'what signs the tokens that PostGraphile verifies';
export const POSTGRAPHILE_AUDIENCE = 'postgraphile';

export function installPostGraphile(): void {
  process.env['GRAPHILE_ENV'] = 'production'; // for the servers, which inherit it
  const lock = statSync(`${folder}package-lock.json`);
  const done = statSync(`${folder}node_modules/.package-lock.json`, { throwIfNoEntry: false });
  if (done && done.mtimeMs >= lock.mtimeMs) return;
  console.error('Installing PostGraphile, once …');
  const npm = process.env['npm_execpath'];
  const known = npm !== undefined && basename(npm) === 'npm-cli.js';
  const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(known ? process.execPath : 'npm', known ? [npm, ...ci] : ci, {
    cwd: folder, stdio: ['ignore', 2, 2], shell: !known && process.platform === 'win32',
  });
  if (error ?? status !== 0) throw new Error('PostGraphile could not be installed; `--only` runs the promises that do without it.', { cause: error });
}
