/**
 * A connection to a mailbox by IMAP, as long as it lasts: what is new by number, one mail by its number, and the wait for
 * more, by IDLE, or by asking every two minutes where the server has none. Nothing is changed in the mailbox: it is
 * opened to be read only, so mails stay unread for people who use it too.
 */
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { addressOf, PrivateNetwork } from './mailbox-network.ts';

export interface MailboxAccess {
  readonly host: string;
  readonly port: number;
  readonly security: 'TLS' | 'STARTTLS' | 'NONE';
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

export interface MailboxConnection {
  /** While it stays the same, numbers mean the same mails. */
  readonly uidValidity: string;
  /** The number that the next mail to come gets, or a higher one. */
  readonly uidNext: number;
  /** Numbers of the mails from this one on, in their order. */
  since(uid: number): Promise<number[]>;
  /** Its bytes, at most as many as are worth reading. Null: it is gone. */
  read(uid: number): Promise<{ raw: Buffer; receivedAt: Date | undefined } | null>;
  /** Until something may be new since the last look. */
  news(): Promise<void>;
  close(): void;
}

/** What the settings are to blame for: trying again soon helps nobody. */
export class MailboxRefused extends Error {}

const CONNECT_MS = 30_000;
const IDLE_MS = 4 * 60_000;
/** Should a server forget to tell. */
const LOOK_MS = 10 * 60_000;
const MOST_BYTES = 64 * 1024 * 1024;

export async function connectMailbox(access: MailboxAccess, options: { privateNetworks: boolean; signal: AbortSignal }): Promise<MailboxConnection> {
  const { ImapFlow } = await import('imapflow'); // not needed to answer requests, so it keeps no start waiting
  const { host, port, security, user, password, folder } = access;
  options.signal.throwIfAborted();
  if (security === 'NONE' && !options.privateNetworks) throw new MailboxRefused('Connections without encryption are not allowed here.');
  const client = new ImapFlow({
    host: await addressOf(host, options).catch(refuse), port, secure: security === 'TLS', doSTARTTLS: security === 'STARTTLS',
    ...(isIP(host) === 0 ? { servername: host } : {}), auth: { user, pass: password }, logger: false, disableAutoIdle: true, maxIdleTime: IDLE_MS,
    connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, maxLiteralSize: MOST_BYTES + 1024, maxLineLength: 16 * 1024 * 1024, maxResponseSize: 2 * MOST_BYTES,
    clientInfo: { name: 'Rapport' }, tls: { minVersion: 'TLSv1.2' },
  });
  const { promise: broken, reject: breakOff } = Promise.withResolvers<never>();
  broken.catch(() => {}); // thrown where it is waited for
  let why: Error = new Error('The server closed the connection.');
  client.on('error', (error: Error) => { why = error; });
  client.on('close', () => breakOff(why));
  const close = (): void => client.close();
  options.signal.addEventListener('abort', close);
  try {
    await Promise.race([client.connect(), broken]);
    const { uidValidity, uidNext } = await Promise.race([client.mailboxOpen(folder, { readOnly: true }), broken]);
    return { uidValidity: String(uidValidity), uidNext, close: () => { options.signal.removeEventListener('abort', close); close(); }, ...readingOf(client, broken) };
  } catch (error) {
    options.signal.removeEventListener('abort', close);
    close();
    throw refusedBy(error, folder);
  }
}

function readingOf(client: ImapFlow, broken: Promise<never>): Pick<MailboxConnection, 'since' | 'read' | 'news'> {
  let heard = Promise.withResolvers<void>();
  /** What was asked in the moment in which the connection closed may never be answered. */
  const answered = <T>(asked: Promise<T>): Promise<T> => Promise.race([asked, broken]);
  client.on('exists', () => heard.resolve());
  return {
    async since(uid) {
      heard = Promise.withResolvers<void>();
      const found = await answered(client.search({ uid: `${uid}:*` }, { uid: true }));
      if (!Array.isArray(found)) throw new Error('The server does not tell what is in the mailbox.');
      return found.filter((one) => one >= uid).toSorted((a, b) => a - b); // `*` is the last mail, whatever its number
    },
    async read(uid) {
      const found = await answered(client.fetchOne(String(uid), { source: { maxLength: MOST_BYTES }, internalDate: true }, { uid: true }));
      if (!found || !found.source) return null;
      return { raw: found.source, receivedAt: found.internalDate === undefined ? undefined : new Date(found.internalDate) };
    },
    async news() {
      const waited = new AbortController();
      void client.idle().catch(() => {}); // its connection tells; it ends with the next command
      await Promise.race([heard.promise, broken, sleep(LOOK_MS, undefined, { signal: waited.signal, ref: false }).catch(() => {})]).finally(() => waited.abort());
    },
  };
}

function refuse(error: unknown): never {
  throw error instanceof PrivateNetwork ? new MailboxRefused(error.message) : error;
}

function refusedBy(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  if ('authenticationFailed' in error && error.authenticationFailed) return new MailboxRefused(`The server does not accept user or password${saying(error)}`);
  if (('mailboxMissing' in error && error.mailboxMissing) || ('responseStatus' in error && error.responseStatus === 'NO')) return new MailboxRefused(`The folder ${folder} cannot be opened${saying(error)}`);
  return error;
}

function saying(error: Error): string {
  const said = 'responseText' in error && typeof error.responseText === 'string' ? error.responseText.trim() : '';
  return said ? `: ${said}` : '.';
}
