/**
 * The operating-system account that PostgreSQL runs as. PostgreSQL refuses root, so a node that runs as root
 * hands it to `postgres` or `nobody`; everybody else runs it as themselves.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined stands for the account of this process. Existing data keep the account they were made with. */
export function accountFor(data: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  if (uid !== 0) return { uid, gid };
  const account = find('postgres') ?? find('nobody');
  if (account) return account;
  throw new Error('PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody" to run it as. Start as another user.');
}

/** Whether the account may enter every folder down to this one. */
export function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0 && (dirname(folder) === folder || mayEnter(dirname(folder), account));
}

function find(name: string): Account | undefined {
  const number = (flag: string): number => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout ?? '', 10);
  const [uid, gid] = [number('-u'), number('-g')];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}
