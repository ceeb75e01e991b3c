/**
 * Brings a mail archive in: read as a stream, understood mail by mail, taken in batch by batch, each batch one
 * transaction like any mutation's. While the database works on one batch the next is being read, so memory holds two
 * of them however large the archive. Cut off at any point and started again, it goes on where it was.
 */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Organization } from '../crm/identity/organization.ts';
import { eventsAtMost, importMail } from '../crm/interactions/import-mail.ts';
import { ownSide, type OwnAddresses } from '../crm/interactions/own-side.ts';
import type { ReceivedAttachment, ReceivedMail } from '../crm/interactions/received-mail.ts';
import { isAboutData } from '../platform/database/attempt.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import type { Host } from '../platform/graphql/execution.ts';
import { openArchive } from '../platform/mail/archive.ts';
import type { MailMessage } from '../platform/mail/mail-message.ts';
import { parseMail } from '../platform/mail/parse.ts';

export interface MailImport {
  readonly host: Host;
  /** The organisation's id. */
  readonly tenant: string;
  /** An mbox, also gzipped; one message; a folder of `.eml` files; a Maildir. */
  readonly path: string;
  /** Addresses and domains that are us; by default the organisation's mail domains. */
  readonly own?: readonly string[];
  /** Where to write, one JSON object a line, what was skipped and what had to be mended. Made only if something was. */
  readonly reasonsFile?: string;
  readonly onProgress?: (progress: MailImportProgress) => void;
  /** Most mails in one transaction. */
  readonly batchSize?: number;
}

export interface MailImportProgress {
  readonly bytesRead: number;
  readonly totalBytes: number;
  readonly summary: Readonly<MailImportSummary>;
}

export interface MailImportSummary {
  read: number;
  imported: number;
  alreadyThere: number;
  skipped: number;
  /** Imported, but something in them was broken and mended or left out. */
  mended: number;
  customers: number;
  conversations: number;
}

const BATCH_SIZE = 100;
const BATCH_EVENTS = 1000;
const BATCH_CHARACTERS = 8_000_000;
const OPEN_FOR_MS = 30 * 24 * 60 * 60 * 1000;

interface Arrival {
  readonly origin: string;
  readonly mail: ReceivedMail;
}

export async function importArchive(request: MailImport): Promise<MailImportSummary> {
  const { host, tenant, path, onProgress, batchSize = BATCH_SIZE } = request;
  const archive = await openArchive(path);
  const own = request.own ? ownFrom(request.own) : await ownOf(host, tenant);
  const options = { isOwn: ownSide(own), openSince: new Date(host.now().getTime() - OPEN_FOR_MS) };
  const summary: MailImportSummary = { read: 0, imported: 0, alreadyThere: 0, skipped: 0, mended: 0, customers: 0, conversations: 0 };
  const reasons = new Reasons(request.reasonsFile);
  const told = (): void => onProgress?.({ bytesRead: archive.bytesRead, totalBytes: archive.totalBytes, summary });

  const takeIn = async (batch: readonly Arrival[]): Promise<void> => {
    if (batch.length === 0) return;
    try {
      const count = await asSystem(host, tenant, 'import mail', (transaction) => importMail(batch.map(({ mail }) => mail), options, transaction));
      summary.imported += count.imported;
      summary.alreadyThere += count.alreadyThere;
      summary.customers += count.customers;
      summary.conversations += count.conversations;
    } catch (error) {
      const [first, ...others] = batch;
      if (!first || !isAboutData(error)) throw error;
      if (others.length > 0) for (const one of batch) await takeIn([one]);
      else await skip(first.origin, `The database does not take it: ${error.message}.`);
    }
    told();
  };
  const skip = (origin: string, reason: string): Promise<void> => {
    summary.skipped += 1;
    return reasons.write({ origin, skipped: reason });
  };

  let working = Promise.resolve();
  try {
    const batch = new Batch(batchSize);
    const hand = async (): Promise<void> => {
      await working;
      working = takeIn(batch.take());
      working.catch(() => {}); // thrown where it is waited for
    };
    for await (const entry of archive.entries) {
      summary.read += 1;
      if (entry.skipped !== undefined) {
        await skip(entry.origin, entry.skipped);
        continue;
      }
      const { envelopeDate } = entry;
      const message = await parseMail(entry.raw, { now: host.now(), ...(envelopeDate ? { envelopeDate } : {}) });
      if (message.defects.length > 0) {
        summary.mended += 1;
        await reasons.write({ origin: entry.origin, mended: message.defects });
      }
      const mail = { ...message, attachments: await keepAttachments(host, tenant, message) };
      if (!batch.hasRoomFor(mail)) await hand();
      batch.add({ origin: entry.origin, mail });
    }
    await hand();
    await working;
  } finally {
    await working.catch(() => {});
    await reasons.close();
  }
  told();
  return summary;
}

/** Kept before the transaction: what a lost one leaves behind is only a file that nothing names. */
async function keepAttachments({ ports }: Host, tenant: string, { attachments }: MailMessage): Promise<ReceivedAttachment[]> {
  const kept: ReceivedAttachment[] = [];
  for (const { content, fileName, contentType, size, contentId, inline } of attachments) {
    const hash = content ? (await ports.files.put(tenant, content)).hash : null;
    kept.push({ fileName, contentType, size, contentId, inline, hash });
  }
  return kept;
}

function ownFrom(own: readonly string[]): OwnAddresses {
  const isAddress = (text: string): boolean => text.indexOf('@') > 0;
  return { addresses: own.filter(isAddress), domains: own.filter((text) => !isAddress(text)) };
}

async function ownOf(host: Host, tenant: string): Promise<OwnAddresses> {
  const organization = await asSystem(host, tenant, 'import mail', ({ get }) => get(Organization, tenant));
  return { addresses: [], domains: organization.mailDomains };
}

/** Mails for one transaction: bounded in number, in what they may announce, and in memory. */
class Batch {
  private arrivals: Arrival[] = [];
  private events = 0;
  private characters = 0;

  constructor(readonly size: number) {}

  hasRoomFor(mail: ReceivedMail): boolean {
    if (this.arrivals.length === 0) return true;
    return this.arrivals.length < this.size
      && this.events + eventsAtMost(mail) <= BATCH_EVENTS
      && this.characters + weight(mail) <= BATCH_CHARACTERS;
  }

  add(arrival: Arrival): void {
    this.arrivals.push(arrival);
    this.events += eventsAtMost(arrival.mail);
    this.characters += weight(arrival.mail);
  }

  take(): readonly Arrival[] {
    const taken = this.arrivals;
    this.arrivals = [];
    this.events = this.characters = 0;
    return taken;
  }
}

const weight = ({ text, html = '' }: ReceivedMail): number => text.length + html.length;

class Reasons {
  private file: WriteStream | null = null;

  constructor(readonly path: string | undefined) {}

  async write(line: { origin: string; skipped: string } | { origin: string; mended: readonly string[] }): Promise<void> {
    if (this.path === undefined) return;
    this.file ??= createWriteStream(this.path);
    if (!this.file.write(`${JSON.stringify(line)}\n`)) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    if (this.file) await new Promise<void>((resolve) => this.file?.end(resolve));
  }
}
