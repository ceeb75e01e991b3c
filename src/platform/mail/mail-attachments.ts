/**
 * Attachments: names that are safe to store and to offer for download, types that are types, content up
 * to a limit. What is larger is still listed, so that nobody believes it never came.
 */
import { createHash } from 'node:crypto';
import { decodeWords } from 'postal-mime';
import { asUtf8Words } from './encoded-words.ts';
import { readHeaderBlock } from './header-block.ts';
import type { MailAttachment } from './mail-message.ts';
import type { MimePart } from './mime-tree.ts';
import { storableLine } from './storable-text.ts';

export const MOST_ATTACHMENTS = 200;
const LONGEST_NAME = 150;

const EXTENSIONS: Record<string, string> = {
  'message/rfc822': 'eml', 'text/plain': 'txt', 'text/html': 'html', 'text/calendar': 'ics', 'text/csv': 'csv',
  'application/pdf': 'pdf', 'application/zip': 'zip', 'application/pgp-signature': 'asc', 'image/jpeg': 'jpg',
  'image/png': 'png', 'image/gif': 'gif', 'image/svg+xml': 'svg', 'application/ms-tnef': 'dat',
};

export function attachmentOf(part: MimePart, position: number, { html, maxBytes }: { html: string; maxBytes: number }): MailAttachment {
  const content = contentBytes(part);
  const contentType = contentTypeOf(part);
  const contentId = storableLine((part.contentId ?? '').slice(0, 1000).replace(/^[\s<]+|[>\s]+$/g, ''), 250);
  const disposition = part.contentDisposition.parsed;
  const name = disposition.params.filename ?? part.contentType.parsed.params.name ?? nameOfForwarded(content, contentType);
  return {
    fileName: safeFileName(decodeWords(asUtf8Words((name ?? '').slice(0, 4000)))) || `attachment-${position}.${EXTENSIONS[contentType] ?? 'bin'}`,
    contentType,
    size: content.length,
    digest: createHash('sha256').update(content).digest('hex'),
    content: content.length <= maxBytes ? content : undefined,
    contentId: contentId || undefined,
    inline: disposition.value === 'inline' || (contentId !== '' && html.includes(`cid:${contentId}`)),
  };
}

/** No folders, no controls, no characters that turn the direction of writing (a name ending in "gpj.exe"). */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const bare = storableLine(last.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''), 1000)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (bare.length <= LONGEST_NAME) return bare;
  const extension = /\.[\w-]{1,12}$/.exec(bare)?.[0] ?? '';
  return (bare.slice(0, LONGEST_NAME - extension.length) + extension).toWellFormed();
}

/** The line end before a boundary belongs to the boundary; only base64 does not show it. */
function contentBytes(part: MimePart): Buffer {
  const bytes = Buffer.from(part.content ?? new ArrayBuffer(0));
  const isBase64 = part.contentTransferEncoding.encoding.includes('base64');
  return !isBase64 && bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
}

function contentTypeOf(part: MimePart): string {
  const type = part.contentType.parsed.value;
  return type.length <= 120 && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}

/** A forwarded mail is named by its subject. */
function nameOfForwarded(content: Buffer, contentType: string): string | undefined {
  if (contentType !== 'message/rfc822') return undefined;
  const subject = readHeaderBlock(content).fields.find(({ name }) => name === 'subject')?.value;
  const bare = decodeWords(subject ?? '').replace(/[/\\]/g, '_').slice(0, LONGEST_NAME - 4);
  return bare && `${bare}.eml`;
}
