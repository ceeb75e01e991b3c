/**
 * The files of an embedded database, all in the one data folder of the node, which can be moved or deleted as a whole.
 */
import { join, resolve } from 'node:path';

/** For root only: where PostgreSQL's account finds what it may not reach in the checkout or the data folder. */
export const SYSTEM_FOLDER = '/var/lib/rapport';

export interface Layout {
  readonly folder: string;
  /** PostgreSQL's own folder, or a symbolic link to it. */
  readonly data: string;
  readonly log: string;
  readonly credentials: string;
  /** How to join the running database: variables for another node, there while this one runs. */
  readonly environment: string;
  readonly lock: string;
  readonly holder: string;
}

export function layoutOf(folder: string): Layout {
  const at = (name: string): string => join(resolve(folder), name);
  return {
    folder: resolve(folder),
    data: at('pg'),
    log: at('postgresql.log'),
    credentials: at('credentials.json'),
    environment: at('database.env'),
    lock: at('lock'),
    holder: at('lock.pid'),
  };
}
