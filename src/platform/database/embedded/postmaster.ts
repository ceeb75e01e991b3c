/**
 * What PostgreSQL says of itself in `postmaster.pid`, and whether that is true: after a crash the file stays, and
 * its process may be gone, be a zombie, or be something else that was given the same number since.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Where its socket for this machine is. Null: it has none. */
  readonly socketFolder: string | null;
  readonly ready: boolean;
}

/** The PostgreSQL that runs on this folder, ready or not. */
export function runningPostmaster(data: string): Postmaster | undefined {
  const found = readPidFile(data);
  return found && isPostmaster(found.pid, data) ? found : undefined;
}

/**
 * Lets PostgreSQL start beside the pid file of a dead one. Removing the file would also remove the mark of the shared
 * memory by which PostgreSQL finds survivors of the old one; naming ourselves keeps it, for PostgreSQL knows that the
 * process that started it is no postmaster.
 */
export function disownPidFile(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(/^-?\d*/, String(process.pid)));
}

export function isPostmaster(pid: number, data: string): boolean {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0);
    if (process.platform !== 'linux') {
      const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
      return /^[^Z]\S*\s.*postgres/.test(stdout.trim());
    }
    // The working directory of a postmaster is its data folder; a zombie has none.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

function readPidFile(data: string): Postmaster | undefined {
  try {
    const [pid, , , port, socketFolder, , , status] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port), socketFolder: socketFolder || null, ready: status?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}
