/**
 * Watches one mailbox until it is told to stop: connects, takes in what is new, waits for more, and begins again after a
 * pause when the connection is lost. Where it got to is kept with each mail, so it may be cut off anywhere.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isAboutData } from '../../database/attempt.ts';
import { isAway } from '../../database/away.ts';
import { connectMailbox, MailboxRefused, type MailboxAccess, type MailboxConnection } from './mailbox-connection.ts';
import { keepAttachments, type KeptAttachment } from '../keep-attachments.ts';
import type { MailMessage } from '../mail-message.ts';
import { parseMail } from '../parse.ts';
import type { FileStore } from '../../../kernel/ports.ts';

export type IncomingMail = Omit<MailMessage, 'attachments'> & { readonly attachments: readonly KeptAttachment[] };
export interface MailPlace {
  readonly uidValidity: string;
  readonly uid: number;
  /** When its server got it. */
  readonly receivedAt?: Date | undefined;
}

/** What is known and kept of one mailbox. */
export interface MailboxRecord {
  /** Null: it is gone. */
  open(): Promise<MailboxAccess | null>;
  /** From which number on mails are new. */
  begin(uidValidity: string, uidNext: number): Promise<number>;
  /** Null: it could not be taken in, and is left out. */
  take(place: MailPlace, mail: IncomingMail | null): Promise<void>;
  report(state: 'CONNECTING' | 'WATCHING' | 'RETRYING' | 'REFUSED', error: string | null): Promise<void>;
}

export interface WatchOptions {
  readonly tenant: string;
  readonly record: MailboxRecord;
  readonly files: FileStore;
  readonly privateNetworks: boolean;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

const PAUSES_MS = [1, 2, 5, 15, 30, 60, 120, 300].map((seconds) => seconds * 1000);
/** Servers shut out who tries wrong passwords often. */
const PAUSES_WHEN_REFUSED_MS = [60, 300, 900].map((seconds) => seconds * 1000);
/** A connection that lasted so long was a good one. */
const GOOD_MS = 60_000;

export async function watchMailbox(options: WatchOptions): Promise<void> {
  const { record, signal, onError } = options;
  let failures = 0;
  while (!signal.aborted) {
    const since = Date.now();
    try {
      const access = await record.open();
      if (!access) return;
      await watchOnce(access, options);
    } catch (error) {
      if (signal.aborted) return;
      if (Date.now() - since > GOOD_MS) failures = 0;
      const refused = error instanceof MailboxRefused;
      const pauses = refused ? PAUSES_WHEN_REFUSED_MS : PAUSES_MS;
      const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
      failures += 1;
      await record.report(refused ? 'REFUSED' : 'RETRYING', error instanceof Error ? wordsOf(error) : 'It failed.').catch((other: unknown) => { if (!isAway(other)) onError(other); });
      await sleep(pause * (1 + Math.random() / 4), undefined, { signal }).catch(() => {});
    }
  }
}

async function watchOnce(access: MailboxAccess, options: WatchOptions): Promise<void> {
  const { record, signal } = options;
  const connection = await connectMailbox(access, options);
  try {
    const { uidValidity, uidNext } = connection;
    let next = await record.begin(uidValidity, uidNext);
    let leftOut: string | null = null;
    while (!signal.aborted) {
      for (const uid of await connection.since(next)) {
        signal.throwIfAborted();
        leftOut = await takeIn({ uidValidity, uid }, connection, options) ?? leftOut;
        next = uid + 1;
      }
      await record.report('WATCHING', leftOut);
      await connection.news();
    }
  } finally {
    connection.close();
  }
}

/** Answers what is wrong with a mail that nothing would make storable, and that therefore is left out. */
async function takeIn(place: MailPlace, connection: MailboxConnection, { record, files, tenant, now }: WatchOptions): Promise<string | null> {
  const found = await connection.read(place.uid);
  if (!found) return null; // deleted meanwhile
  const { attachments, ...mail } = await parseMail(found.raw, { now: now(), ...(found.receivedAt ? { envelopeDate: found.receivedAt } : {}) });
  try {
    await record.take({ ...place, receivedAt: found.receivedAt }, { ...mail, attachments: await keepAttachments(files, tenant, attachments) });
    return null;
  } catch (error) {
    if (!isAboutData(error)) throw error;
    await record.take(place, null);
    return `The mail with number ${place.uid} could not be taken in: ${error.message}.`;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of this name.', EAI_AGAIN: 'The name of the server cannot be looked up now.', ECONNREFUSED: 'Nothing answers at this port.',
  ECONNRESET: 'The connection was broken off.', ETIMEDOUT: 'The server does not answer.', CONNECT_TIMEOUT: 'The server does not answer.', GREETING_TIMEOUT: 'The server does not answer.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The server speaks no TLS at this port.', UPGRADE_TIMEOUT: 'The server does not go on to encryption.', EHOSTUNREACH: 'There is no way to the server.', ENETUNREACH: 'There is no way to the server.',
};

function wordsOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  const said = 'responseText' in error && typeof error.responseText === 'string' ? error.responseText : error.message;
  return WORDS[code] ?? (isAway(error) ? 'Our database was away.' : said);
}
