/**
 * Message-IDs as they stand in `Message-ID`, `In-Reply-To` and `References`: without angle brackets and
 * folding blanks. Some programs leave the brackets off, others write prose around them.
 */
import { createHash } from 'node:crypto';

const LONGEST = 250;
const MOST = 100;

/** In the order given, each once; of very many the first (the root of the thread) and the last ones. */
export function messageIds(header: string | undefined): string[] {
  if (!header) return [];
  const bracketed = [...header.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id);
  const found = bracketed.length > 0 ? bracketed : header.split(/[\s,;<>"]+/).filter((word) => word.includes('@'));
  const ids = [...new Set(found.map(normalised).filter((id) => id !== ''))];
  return ids.length > MOST ? [...ids.slice(0, 1), ...ids.slice(1 - MOST)] : ids;
}

/** The mail's own id: there it counts whatever it looks like. */
export function ownMessageId(header: string | undefined): string | undefined {
  return messageIds(header)[0] ?? (normalised(header ?? '') || undefined);
}

/** An id too long to be stored keeps its beginning and is told from others by a digest of the whole. */
function normalised(id: string): string {
  // oxlint-disable-next-line no-control-regex -- taking them out is what it is for
  const bare = id.replace(/[\s\u0000-\u001f\u007f<>]+/g, '').toWellFormed();
  return bare.length <= LONGEST ? bare : `${bare.slice(0, 100).toWellFormed()}~${createHash('sha256').update(bare).digest('hex')}`;
}
