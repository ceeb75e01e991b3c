/** Verifies a DKIM signature (relaxed/relaxed, RFC 6376 section 3) by its own reading of the standard. */
import { createHash, createVerify, type KeyObject } from 'node:crypto';

export interface DkimVerdict {
  readonly domain: string;
  readonly selector: string;
  readonly covered: readonly string[];
  readonly bodyHolds: boolean;
  readonly signatureHolds: boolean;
}

export function verifyDkim(raw: Buffer, key: KeyObject): DkimVerdict {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((line) => /^DKIM-Signature:/i.test(line)) ?? '';
  const tags = new Map(signature.slice(signature.indexOf(':') + 1).replace(/\s+/g, '').split(';').filter(Boolean).map((tag) => {
    const at = tag.indexOf('=');
    return [tag.slice(0, at), tag.slice(at + 1)] as const;
  }));
  const covered = (tags.get('h') ?? '').split(':');
  const left = fields.filter((line) => line !== signature);
  const signedFields = covered.flatMap((name) => {
    const at = left.findLastIndex((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return at < 0 ? [] : [relaxed(left.splice(at, 1)[0]!)];
  });
  const unsigned = relaxed(signature.replace(/(;\s*b=)[^;]*/, '$1'));
  const verify = createVerify('RSA-SHA256').update([...signedFields, unsigned].join('\r\n'), 'latin1');
  return {
    domain: tags.get('d') ?? '', selector: tags.get('s') ?? '', covered,
    bodyHolds: createHash('sha256').update(relaxedBody(text.slice(end + 4)), 'latin1').digest('base64') === tags.get('bh'),
    signatureHolds: verify.verify(key, tags.get('b') ?? '', 'base64'),
  };
}

function relaxed(line: string): string {
  const at = line.indexOf(':');
  return `${line.slice(0, at).trim().toLowerCase()}:${line.slice(at + 1).replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)+$/, '')}\r\n`;
}
