/** How many sockets a process may have open; its children may have as many. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Of util-linux; where it is missing the limit stays. */
const RAISE = 'prlimit';

/** Raises the limit as far as this account may; answers what it is, Infinity where the system does not tell. */
export function allowOpenFiles(wanted: number): number {
  if (process.platform !== 'linux') return Number.POSITIVE_INFINITY;
  if (limit() < wanted) spawnSync(RAISE, ['--pid', String(process.pid), `--nofile=${wanted}:${wanted}`], { stdio: 'ignore' });
  return limit();
}

/** The hard one, to which Node raises the soft one when it starts. */
function limit(): number {
  const hard = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  return hard === undefined || hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}
