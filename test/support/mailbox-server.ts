/**
 * A real IMAP server, dovecot, without privileges and with a folder of its own: mails are put into its maildirs as a mail
 * server would. Where it is missing it is installed when that is possible; else the tests that need it say that they
 * were skipped.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

export const MAILBOX_PASSWORD = 'open, mailbox';
const PROGRAM = '/usr/sbin/dovecot';
/** The system's own account without rights, for tests that run as root. */
const NOBODY = 65_534;

export interface MailboxServer {
  readonly port: number;
  /** Puts a mail into the inbox of a user, as one that came at that moment; line ends are made those of mail. */
  deliver(user: string, mail: string | Buffer, at?: Date): void;
  /** Gives all mails of a user new numbers, as when a mailbox was restored. */
  renumber(user: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes what it kept. */
  remove(): Promise<void>;
}

/** Why tests of mailboxes cannot run here; false: they can. */
export function noMailboxServer(): string | false {
  if (existsSync(PROGRAM)) return false;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      const options = { stdio: 'ignore', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
      execFileSync('/usr/bin/apt-get', ['update'], options);
      execFileSync('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'dovecot-imapd'], options);
    } catch { /* said below */ }
  }
  if (existsSync(PROGRAM)) return false;
  const reason = 'SKIPPED: the tests of mailboxes need dovecot (package dovecot-imapd), which is not installed here.';
  process.stdout.write(`\n${reason}\n\n`);
  return reason;
}

export async function openMailboxServer(users: readonly string[]): Promise<MailboxServer> {
  const root = process.getuid?.() === 0;
  const [uid, gid] = root ? [NOBODY, NOBODY] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const folder = mkdtempSync(join(tmpdir(), 'rapport-imap-'));
  const port = await freePort();
  const make = (path: string): void => { mkdirSync(path); chownSync(path, uid, gid); };
  chownSync(folder, uid, gid);
  for (const name of ['run', 'mail']) make(join(folder, name));
  for (const user of users) for (const name of ['', 'cur', 'new', 'tmp']) make(join(folder, 'mail', user, name));
  writeFileSync(join(folder, 'users'), users.map((user) => `${user}:{PLAIN}${MAILBOX_PASSWORD}\n`).join(''));
  writeFileSync(join(folder, 'conf'), configuration(folder, port, uid, gid));

  let running: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    running = spawn(PROGRAM, ['-F', '-c', join(folder, 'conf')], { stdio: 'ignore', ...(root ? { uid, gid } : {}) });
    await eventually(() => running?.exitCode === null ? answers(port) : assertRunning(folder), 'dovecot to answer');
  };
  const stop = async (): Promise<void> => {
    const process = running;
    running = null;
    if (!process || process.exitCode !== null) return;
    process.kill('SIGTERM');
    await once(process, 'exit');
  };
  await start();
  let delivered = 0;
  const inbox = (user: string): string => join(folder, 'mail', user);
  return {
    port, start, stop,
    deliver(user, mail, at = new Date()) {
      // Of mails of the same moment the server numbers them by name.
      const name = `${Date.now()}.${String(delivered++).padStart(9, '0')}-${randomUUID()}.localhost`;
      const file = join(inbox(user), 'tmp', name);
      writeFileSync(file, typeof mail === 'string' ? mail.replace(/\r?\n/g, '\r\n') : mail);
      chownSync(file, uid, gid);
      utimesSync(file, at, at);
      renameSync(file, join(inbox(user), 'new', name));
    },
    async renumber(user) {
      await stop();
      for (const file of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache', 'dovecot-uidvalidity']) rmSync(join(inbox(user), file), { force: true });
      await start();
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function assertRunning(folder: string): never {
  throw new Error(`dovecot does not run:\n${existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '(it wrote nothing)'}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
    socket.setTimeout(2000, () => { socket.destroy(); resolve(false); });
  });
}

function configuration(folder: string, port: number, uid: number, gid: number): string {
  const user = execFileSync('id', ['-nu', String(uid)], { encoding: 'utf8' }).trim();
  const group = readFileSync('/etc/group', 'utf8').split('\n').map((line) => line.split(':')).find((parts) => parts[2] === String(gid))?.[0] ?? String(gid);
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
instance_name = ${folder}
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_login_user = ${user}
default_internal_user = ${user}
default_internal_group = ${group}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}
