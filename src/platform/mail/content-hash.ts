/**
 * The identity of a mail's content: SHA-256 over what its sender wrote, in a form on which the way it
 * travelled leaves no trace. Left out are transport fields (Received, Delivered-To, X-...), Bcc (only the
 * sender's copy has it) and dates taken from transport; line ends and mbox quoting are made equal.
 */
import { createHash } from 'node:crypto';
import type { MailMessage } from './mail-message.ts';

type WrittenMail = Omit<MailMessage, 'bcc' | 'replyTo' | 'date' | 'autoSubmitted' | 'bulk' | 'loops' | 'deliveredTo' | 'returnPath' | 'report' | 'contentHash' | 'defects'>;

/** `date` is the mail's own `Date` as written. */
export function contentHash(mail: WrittenMail, date: string | undefined): string {
  const people = (list: MailMessage['from']): string[] => list.map(({ name, address }) => `${name}<${address ?? ''}>`);
  const canonical = [
    mail.messageId ?? null,
    date ?? null,
    mail.inReplyTo ?? null,
    mail.references,
    mail.subject,
    people(mail.from),
    people(mail.to),
    people(mail.cc),
    unquoted(mail.text),
    mail.html === undefined ? null : unquoted(mail.html),
    mail.attachments.map(({ fileName, contentType, digest }) => [fileName, contentType, digest]),
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}

/** mboxo quotes in a way that cannot be undone, so the quoting of "From " does not count at all. */
function unquoted(text: string): string {
  return text.replace(/^(?:>|&gt;)+From /gm, 'From ').trim();
}
