/**
 * Makes the bytes of a mail. nodemailer writes MIME; decided here is what stands in the header. Whatever comes from
 * people is brought onto one line first, and an address, an id or a URL with a line end in it is a fault of ours: no text can add a
 * header, or end it.
 */
import { domainToUnicode } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailFile, MailParty, OutgoingMail } from '../../../kernel/ports.ts';
import { domainOf } from '../../../kernel/values/email-address.ts';
import { storableLine } from '../storable-text.ts';

export type FileContent = (file: MailFile) => Promise<Buffer>;

const LONGEST_SUBJECT = 1000;
const LONGEST_NAME = 200;
/** Of long threads the first message and the latest: a header must end somewhere. */
const MOST_REFERENCES = 30;

export const messageIdOf = ({ name, from }: Pick<OutgoingMail, 'name' | 'from'>): string => `${name}@${domainOf(from.address)}`;

export async function composeMail(mail: OutgoingMail, contentOf: FileContent): Promise<Buffer> {
  const { from, to, cc = [], replyTo = [], subject, text, html, attachments = [], date, inReplyTo, references = [], language, automatic, unsubscribeUrl } = mail;
  const bracketed = (id: string): string => `<${inOneLine(id)}>`;
  const files = await Promise.all(attachments.map(async (file) => ({
    filename: storableLine(file.fileName, LONGEST_NAME), contentType: inOneLine(file.contentType), content: await contentOf(file),
    ...(file.contentId ? { cid: inOneLine(file.contentId), contentDisposition: 'inline' as const } : {}),
  })));
  const headers = {
    ...(automatic ? { 'Auto-Submitted': `auto-${automatic.toLowerCase()}`, 'X-Auto-Response-Suppress': 'All' } : {}),
    ...(language ? { 'Content-Language': inOneLine(language) } : {}),
    ...(unsubscribeUrl ? { 'List-Unsubscribe': bracketed(unsubscribeUrl), 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    'X-Loop': inOneLine(from.address),
  };
  const composer = new MailComposer({
    from: written(from), to: to.map(written), cc: cc.map(written), replyTo: replyTo.map(written),
    subject: storableLine(subject, LONGEST_SUBJECT), text, ...(html ? { html } : {}), attachments: files, date,
    messageId: bracketed(messageIdOf(mail)),
    ...(inReplyTo ? { inReplyTo: bracketed(inReplyTo) } : {}),
    ...(references.length > 0 ? { references: bounded(references).map(bracketed).join(' ') } : {}),
    headers, newline: 'windows', disableFileAccess: true, disableUrlAccess: true, xMailer: false,
  });
  return composer.compile().build();
}

/** A name is left out where it only repeats the address: programs show both. */
function written({ name, address }: MailParty): { name: string; address: string } {
  const line = storableLine(name ?? '', LONGEST_NAME);
  const same = [address, address.replace(/@.*$/, (domain) => `@${domainToUnicode(domain.slice(1))}`)].includes(line);
  return { name: same ? '' : line, address: inOneLine(address) };
}

function bounded(references: readonly string[]): readonly string[] {
  return references.length <= MOST_REFERENCES ? references : [...references.slice(0, 1), ...references.slice(1 - MOST_REFERENCES)];
}

function inOneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- refusing them is what it is for
  if (/[\u0000-\u001f\u007f]/.test(text)) throw new Error('A control character stands in what would become a header of a mail.');
  return text;
}
