/** Mails for one transaction: bounded in number, in what they may announce, and in the memory they take. */
import { eventsAtMost } from '../crm/interactions/import-mail.ts';
import type { ReceivedAttachment, ReceivedMail } from '../crm/interactions/received-mail.ts';
import type { MailMessage } from '../platform/mail/mail-message.ts';

const MOST_EVENTS = 1000;
const MOST_BYTES = 16_000_000;

export interface Arrival {
  readonly origin: string;
  readonly mail: Omit<ReceivedMail, 'attachments'>;
  /** Still on their way into the file store. */
  readonly attachments: Promise<readonly ReceivedAttachment[]>;
}

export class Batch {
  readonly size: number;
  private arrivals: Arrival[] = [];
  private events = 0;
  private bytes = 0;

  constructor(size: number) {
    this.size = size;
  }

  hasRoomFor(message: MailMessage): boolean {
    if (this.arrivals.length === 0) return true;
    return this.arrivals.length < this.size
      && this.events + eventsAtMost(message) <= MOST_EVENTS
      && this.bytes + bytesOf(message) <= MOST_BYTES;
  }

  add(arrival: Arrival, message: MailMessage): void {
    this.arrivals.push(arrival);
    this.events += eventsAtMost(message);
    this.bytes += bytesOf(message);
  }

  take(): readonly Arrival[] {
    const taken = this.arrivals;
    this.arrivals = [];
    this.events = this.bytes = 0;
    return taken;
  }
}

/** Texts count twice, as JavaScript keeps them. */
function bytesOf({ text, html = '', attachments }: MailMessage): number {
  return 2 * (text.length + html.length) + attachments.reduce((sum, { content }) => sum + (content?.byteLength ?? 0), 0);
}
