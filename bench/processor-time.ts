/** Processor time of PostgreSQL, all its processes together, where the system tells it (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells hundredths of a second. */
const MS_PER_TICK = 10;

/** Milliseconds since it started; null where unknown. */
export function postgresCpu(postmaster: number): number | null {
  if (process.platform !== 'linux') return null;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    const stat = statOf(pid);
    if (stat && (pid === postmaster || stat.parent === postmaster)) ticks += stat.own;
    if (stat && pid === postmaster) ticks += stat.ended;
  }
  return ticks * MS_PER_TICK;
}

function statOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything.
    const [, parent, , , , , , , , , , user, system, userOfEnded, systemOfEnded] = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: parent ?? 0, own: (user ?? 0) + (system ?? 0), ended: (userOfEnded ?? 0) + (systemOfEnded ?? 0) };
  } catch {
    return null; // It ended meanwhile.
  }
}
