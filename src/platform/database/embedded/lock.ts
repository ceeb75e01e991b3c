/**
 * One node at a time per data folder. The lock is an open transaction on an empty SQLite file, because that is a lock
 * of the operating system: it ends with its process, however that ends, so it can be neither stale nor mistaken for
 * that of a later process with the same number. The number is kept beside it, only to be told.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Layout } from './layout.ts';

const BUSY = 5; // SQLITE_BUSY

export interface Lock {
  release(): void;
}

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly pid: number | undefined;

  constructor(layout: Layout, pid: number | undefined) {
    const named = (file: string): string => {
      const path = relative('', file);
      return path.startsWith('..') ? file : path;
    };
    const environment = named(layout.environment);
    super(
      `The data folder ${layout.folder} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}. ` +
        'Stop that one, or name another folder with RAPPORT_DATA. To run a second node on the same database, give it ' +
        `the DATABASE_URL and DATABASE_OWNER_URL in ${environment}, the same RAPPORT_SECRET (beside it, unless you set one) ` +
        `and its own port:\n  env $(cat '${environment}') RAPPORT_SECRET=$(cat '${named(join(layout.folder, 'secret'))}') PORT=4001 npm start`,
    );
    this.pid = pid;
  }
}

export function lock(layout: Layout): Lock {
  const held = tryLock(layout);
  if (!held) throw new FolderInUse(layout, holder(layout));
  writeFileSync(layout.holder, `${process.pid}\n`);
  return {
    release() {
      rmSync(layout.holder, { force: true });
      held.release();
    },
  };
}

export function isLocked(layout: Layout): boolean {
  const held = tryLock(layout);
  held?.release();
  return held === undefined;
}

function tryLock({ lock: file }: Layout): Lock | undefined {
  // The short wait outlasts those who only ask.
  const database = new DatabaseSync(file, { timeout: 100 });
  try {
    database.exec('pragma journal_mode = memory; begin immediate');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === BUSY) return undefined;
    throw error;
  }
}

function holder(layout: Layout): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(layout.holder, 'utf8'), 10);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
