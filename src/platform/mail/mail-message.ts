/**
 * What a mail is once its bytes are understood: the facts a CRM needs, every text of it fit for a
 * database (well-formed Unicode, no NUL) and every list of it bounded, whoever wrote the mail.
 */
import type { DeliveryReport } from './delivery-report.ts';

export interface MailMessage {
  /** Without angle brackets. Undefined when the mail has none; it is then known by its hash only. */
  messageId?: string;
  inReplyTo?: string;
  /** Oldest first, without repetition. */
  references: string[];
  subject: string;
  /** Who wrote it: normally one. Of a list that writes under its own address, the person behind it. */
  from: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  replyTo: MailAddress[];
  /** Its `Date`, or, where that is missing, broken or impossible, the next best moment known. */
  date?: Date;
  /** `Content-Language`, first tag only. */
  language?: string;
  listId?: string;
  listPost?: string;
  /** Sent by a machine: an out-of-office answer, a bounce, a notification. */
  autoSubmitted: boolean;
  /** Sent to many alike: by a list, as a newsletter. */
  bulk: boolean;
  /** Whom it came by before: the addresses in `X-Loop`. */
  loops: string[];
  /** To which of our addresses the last servers delivered it; the envelope's recipient is in no other field. */
  deliveredTo: string[];
  /** The envelope's sender; empty where it is nobody, so that nothing comes back. Undefined: it was not noted. */
  returnPath?: string;
  /** What a server says became of a mail. */
  report?: DeliveryReport;
  /** Readable text, of an HTML-only mail made from its HTML. */
  text: string;
  /** Sanitised; absent when the mail has no HTML. Pictures are kept only as `cid:` references to attachments. */
  html?: string;
  attachments: MailAttachment[];
  /** SHA-256 (hex) of what the sender wrote: equal for the same mail on whatever way it came. */
  contentHash: string;
  /** What had to be mended or left out, for the report of an import. */
  defects: string[];
}

export interface MailAddress {
  /** As written; may be empty. */
  name: string;
  /** Domain in lower case. Absent when what stood there is no address; the name then holds it. */
  address?: string;
}

export interface MailAttachment {
  fileName: string;
  contentType: string;
  /** Size in bytes, decoded. */
  size: number;
  /** SHA-256 (hex) of the whole content. */
  digest: string;
  /** Absent when larger than the limit. */
  content?: Buffer;
  /** Without angle brackets. */
  contentId?: string;
  /** Part of the text rather than an enclosure. */
  inline: boolean;
}
