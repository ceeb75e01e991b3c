/**
 * Brings a mail archive in: read as a stream, understood mail by mail, taken in batch by batch, each batch one
 * transaction like any mutation's. While the database works on one batch the next is being read, so memory holds two
 * of them however large the archive. Cut off at any point and started again, it goes on where it was.
 */
import { Organization } from '../crm/identity/organization.ts';
import { importMail, type MailImportOptions } from '../crm/interactions/import-mail.ts';
import { ownSide, type OwnAddresses } from '../crm/interactions/own-side.ts';
import { isAboutData } from '../platform/database/attempt.ts';
import { asSystem } from '../platform/graphql/as-system.ts';
import type { Host } from '../platform/graphql/execution.ts';
import { openArchive, type ArchiveEntry } from '../platform/mail/archive.ts';
import { keepAttachments } from '../platform/mail/keep-attachments.ts';
import type { MailMessage } from '../platform/mail/mail-message.ts';
import { parseMail } from '../platform/mail/parse.ts';
import { Batch, type Arrival } from './import-batch.ts';
import { Reasons } from './import-reasons.ts';

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
const OPEN_FOR_MS = 30 * 24 * 60 * 60 * 1000;

export function importArchive(request: MailImport): Promise<MailImportSummary> {
  return new ArchiveImport(request).run();
}

class ArchiveImport {
  private readonly request: MailImport;
  private readonly summary: MailImportSummary = { read: 0, imported: 0, alreadyThere: 0, skipped: 0, mended: 0, customers: 0, conversations: 0 };
  private readonly reasons: Reasons;
  private readonly batch: Batch;
  /** The batch that the database has in work. */
  private working: Promise<void> = Promise.resolve();

  constructor(request: MailImport) {
    this.request = request;
    this.reasons = new Reasons(request.reasonsFile);
    this.batch = new Batch(request.batchSize ?? BATCH_SIZE);
  }

  async run(): Promise<MailImportSummary> {
    const { host, tenant, path, own, onProgress } = this.request;
    const archive = await openArchive(path);
    const options = {
      isOwn: ownSide(own ? ownFrom(own) : await ownOf(host, tenant)),
      openSince: new Date(host.now().getTime() - OPEN_FOR_MS),
    };
    const hand = async (): Promise<void> => {
      await this.working;
      onProgress?.({ bytesRead: archive.bytesRead, totalBytes: archive.totalBytes, summary: this.summary });
      this.working = this.takeIn(this.batch.take(), options);
      this.working.catch(() => {}); // thrown where it is waited for
    };
    try {
      for await (const entry of archive.entries) {
        this.summary.read += 1;
        const message = await this.understand(entry);
        if (!message) continue;
        if (!this.batch.hasRoomFor(message)) await hand();
        const { attachments, ...mail } = message;
        const kept = keepAttachments(host.ports.files, tenant, attachments);
        kept.catch(() => {}); // thrown where it is waited for
        this.batch.add({ origin: entry.origin, mail, attachments: kept }, message);
      }
      await hand();
      await hand(); // an empty one, to see the last one done
    } finally {
      await this.working.catch(() => {});
      await this.reasons.close();
    }
    return this.summary;
  }

  private async understand(entry: ArchiveEntry): Promise<MailMessage | null> {
    const { origin, skipped } = entry;
    if (skipped !== undefined) {
      await this.skip(origin, skipped);
      return null;
    }
    const message = await parseMail(entry.raw, { now: this.request.host.now(), ...(entry.envelopeDate ? { envelopeDate: entry.envelopeDate } : {}) });
    if (message.defects.length > 0) {
      this.summary.mended += 1;
      await this.reasons.write({ origin, mended: message.defects });
    }
    return message;
  }

  /** One transaction; what the database cannot store is found by trying one mail at a time. */
  private async takeIn(batch: readonly Arrival[], options: MailImportOptions): Promise<void> {
    if (batch.length === 0) return;
    const { host, tenant } = this.request;
    try {
      const mails = await Promise.all(batch.map(async ({ mail, attachments }) => ({ ...mail, attachments: await attachments })));
      const { imported, alreadyThere, customers, conversations } =
        await asSystem(host, tenant, 'import mail', (transaction) => importMail(mails, options, transaction));
      this.summary.imported += imported;
      this.summary.alreadyThere += alreadyThere;
      this.summary.customers += customers;
      this.summary.conversations += conversations;
    } catch (error) {
      const [first, ...others] = batch;
      if (!first || !isAboutData(error)) throw error;
      if (others.length > 0) for (const one of batch) await this.takeIn([one], options);
      else await this.skip(first.origin, `The database does not take it: ${error.message}.`);
    }
  }

  private skip(origin: string, reason: string): Promise<void> {
    this.summary.skipped += 1;
    return this.reasons.write({ origin, skipped: reason });
  }
}

function ownFrom(own: readonly string[]): OwnAddresses {
  const isAddress = (text: string): boolean => text.indexOf('@') > 0;
  return { addresses: own.filter(isAddress), domains: own.filter((text) => !isAddress(text)) };
}

async function ownOf(host: Host, tenant: string): Promise<OwnAddresses> {
  const organization = await asSystem(host, tenant, 'import mail', ({ get }) => get(Organization, tenant));
  return { addresses: [], domains: organization.mailDomains };
}
