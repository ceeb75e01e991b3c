/**
 * Turns the bytes of one mail into a `MailMessage`. Mail is written by anybody, so nothing here throws on
 * what a mail contains: what cannot be read is mended or left out, and said in `defects`.
 *
 * postal-mime reads the MIME structure. Before it, header blocks are made clean UTF-8 of bounded size;
 * after it, texts are decoded by the charset they are really in.
 */
import { isUtf8 } from 'node:buffer';
import { decodeWords } from 'postal-mime';
import { decodeText } from './charset.ts';
import { contentHash } from './content-hash.ts';
import { deliveryReportIn } from './delivery-report.ts';
import { readHeaderBlock, writeHeaderBlock } from './header-block.ts';
import type { HeaderField } from './header-block.ts';
import { addressesIn, parseAddresses } from './mail-addresses.ts';
import { attachmentOf, MOST_ATTACHMENTS } from './mail-attachments.ts';
import { authorsOf } from './mail-author.ts';
import { contentOf } from './mail-body.ts';
import type { MailContent } from './mail-body.ts';
import { sentDate } from './mail-date.ts';
import type { MailAttachment, MailMessage } from './mail-message.ts';
import { messageIds, ownMessageId } from './message-ids.ts';
import { parseMimeTree } from './mime-tree.ts';
import { storableLine, storableText } from './storable-text.ts';

export interface ParseOptions {
  /** When the mail came, if nothing in it tells: the date of an mbox's From_ line. */
  envelopeDate?: Date;
  /** Larger attachments are listed without their content. */
  maxAttachmentBytes?: number;
  now?: Date;
}

const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024;
const LONGEST_SUBJECT = 1000;
const UNREADABLE_BYTES = 100_000;
const MAX_SHORT_LINES = 100_000;
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const PART_HEADERS = /^(--[^\r\n]+\r?\n)((?:[!-9;-~]+[ \t]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)/gm;

export async function parseMail(raw: Buffer, options: ParseOptions = {}): Promise<MailMessage> {
  const bytes = withLineFeeds(raw);
  const { fields: headers, bodyStart, damaged } = readHeaderBlock(bytes);
  const defects = damaged ? ['The header is damaged or too large; parts of it were left out.'] : [];
  const content = await readContent(headers, bytes.subarray(bodyStart), defects);

  const header = (name: string): string | undefined => headers.find((field) => field.name === name)?.value;
  const list = listOf(header);
  const written = {
    messageId: ownMessageId(header('message-id')),
    inReplyTo: messageIds(header('in-reply-to'))[0],
    references: messageIds(header('references')),
    subject: storableLine(decodeWords(header('subject') ?? ''), LONGEST_SUBJECT),
    from: authorsOf(headers, list),
    to: addressesIn(headers, 'to'),
    cc: addressesIn(headers, 'cc'),
    text: content.text,
    html: content.html,
    attachments: attachmentsOf(content, options.maxAttachmentBytes ?? MAX_ATTACHMENT_BYTES, defects),
  };
  const { date, defect } = sentDate(headers, { envelopeDate: options.envelopeDate, now: options.now ?? new Date() });
  return {
    ...written,
    ...list,
    bcc: addressesIn(headers, 'bcc'),
    replyTo: addressesIn(headers, 'reply-to'),
    date,
    language: /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})*)/i.exec(header('content-language') ?? '')?.[1],
    autoSubmitted: isAutomatic(header),
    bulk: isBulk(header),
    loops: addressesIn(headers, 'x-loop').flatMap(({ address }) => address ?? []),
    deliveredTo: DELIVERED_TO.flatMap((name) => addressesIn(headers, name)).flatMap(({ address }) => address ?? []),
    returnPath: returnPathOf(header('return-path')),
    report: content.report,
    contentHash: contentHash(written, header('date')),
    defects: defect ? [...defects, defect] : defects,
  };
}

/** The body by its MIME structure; where that cannot be read, the beginning of it as it stands. */
async function readContent(headers: HeaderField[], body: Buffer, defects: string[]): Promise<MailContent> {
  const structural = headers.filter(({ name }) => name.startsWith('content-'));
  try {
    const readable = withoutExcessiveLines(body);
    if (readable.length < body.length) defects.push('The mail has too many short lines; its end was left out.');
    const root = await parseMimeTree(Buffer.concat([writeHeaderBlock(structural), withCleanPartHeaders(readable)]));
    const content = contentOf(root);
    content.report = deliveryReportIn(root);
    if (content.truncated) defects.push('The text is too long; its end was left out.');
    return content;
  } catch (error) {
    defects.push(`The body is kept as raw text: ${error instanceof Error ? error.message : String(error)}.`);
    return { text: storableText(decodeText(body.subarray(0, UNREADABLE_BYTES), undefined), UNREADABLE_BYTES), attachmentParts: [], truncated: false };
  }
}

function attachmentsOf({ attachmentParts, html = '' }: MailContent, maxBytes: number, defects: string[]): MailAttachment[] {
  const kept = attachmentParts.slice(0, MOST_ATTACHMENTS);
  if (kept.length < attachmentParts.length) {
    defects.push(`The mail has ${attachmentParts.length} attachments; the first ${MOST_ATTACHMENTS} were kept.`);
  }
  return kept.map((part, index) => attachmentOf(part, index + 1, { html, maxBytes }));
}

/** Each line costs postal-mime an object and some time. An attachment has many, but they are long. */
function withoutExcessiveLines(body: Buffer): Buffer {
  let lines = 0;
  for (let end = body.indexOf(0x0a); end >= 0; end = body.indexOf(0x0a, end + 1)) {
    lines += 1;
    if (lines > MAX_SHORT_LINES + end / 50) return body.subarray(0, end + 1);
  }
  return body;
}

/** File names stand in the headers of parts, and are as often raw 8-bit text as subjects are. */
function withCleanPartHeaders(body: Buffer): Buffer {
  if (isUtf8(body)) return body;
  const clean = body
    .toString('latin1')
    .replace(PART_HEADERS, (whole: string, boundary: string, block: string) =>
      /[\x80-\xff]/.test(block) && /^content-/im.test(block)
        ? boundary + writeHeaderBlock(readHeaderBlock(Buffer.from(block, 'latin1')).fields).toString('latin1').slice(0, -2)
        : whole,
    );
  return Buffer.from(clean, 'latin1');
}

function listOf(header: (name: string) => string | undefined): { listId?: string; listPost?: string } {
  const id = header('list-id') ?? '';
  return {
    listId: storableLine(/<([^<>]+)>/.exec(id)?.[1] ?? id, 250).toLowerCase() || undefined,
    listPost: parseAddresses(/<mailto:([^<>?]+)/i.exec(header('list-post') ?? '')?.[1] ?? '')[0]?.address,
  };
}

/** RFC 3834, and what programs did before it and still do. */
function isAutomatic(header: (name: string) => string | undefined): boolean {
  return (
    /^\s*auto-/i.test(header('auto-submitted') ?? '') ||
    /^\s*(?:auto_reply|junk)/i.test(header('precedence') ?? '') ||
    /^\s*multipart\/report/i.test(header('content-type') ?? '') ||
    header('x-autoreply') !== undefined ||
    header('x-autorespond') !== undefined
  );
}

const isBulk = (header: (name: string) => string | undefined): boolean =>
  /^\s*(?:bulk|list)/i.test(header('precedence') ?? '') || ['list-id', 'list-unsubscribe', 'feedback-id'].some((name) => header(name) !== undefined);

/** `<>` says that nothing is to come back. */
function returnPathOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return /^\s*<\s*>/.test(value) ? '' : parseAddresses(value)[0]?.address;
}

/** Very old programs end lines with a carriage return alone. */
function withLineFeeds(raw: Buffer): Buffer {
  const bytes = raw.subarray(0, 3).equals(BYTE_ORDER_MARK) ? raw.subarray(3) : raw;
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return Buffer.from(bytes.map((byte) => (byte === 0x0d ? 0x0a : byte)));
}
