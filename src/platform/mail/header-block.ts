/**
 * Reads a block of header fields from bytes of which nothing can be trusted: 8-bit text without any
 * encoding, encoded words with a false charset, junk lines, NULs, a field of a megabyte. What comes out
 * is clean UTF-8 of bounded size, the encoded words still encoded, so that it can be parsed by the book.
 */
import { decodeText } from './charset.ts';
import { asUtf8Words } from './encoded-words.ts';

export interface HeaderField {
  /** Lower case. */
  name: string;
  /** Unfolded. */
  value: string;
}

export interface HeaderBlock {
  fields: HeaderField[];
  /** Offset of the first byte after the empty line. */
  bodyStart: number;
  /** Something was cut or left out. */
  damaged: boolean;
}

const MAX_FIELD_BYTES = 256 * 1024;
const MAX_BLOCK_BYTES = 1024 * 1024;
const MAX_SCANNED_BYTES = 4 * MAX_BLOCK_BYTES;
const MAX_FIELDS = 2000;
const FIELD = /^([!-9;-~]+)[ \t]*:/;
const LINE_FEED = 0x0a;

export function readHeaderBlock(bytes: Buffer): HeaderBlock {
  const kept: Buffer[][] = [];
  let keptBytes = 0;
  let damaged = false;
  let fieldBytes = 0;
  let at = 0;
  while (at < bytes.length) {
    if (at > MAX_SCANNED_BYTES) return { fields: fieldsFrom(kept), bodyStart: afterEmptyLine(bytes, at), damaged: true };
    const end = lineEnd(bytes, at);
    const line = withoutLineEnd(bytes.subarray(at, end));
    if (line.length === 0) return { fields: fieldsFrom(kept), bodyStart: end, damaged };
    const folded = line[0] === 0x20 || line[0] === 0x09;
    if (!folded && !isField(line)) {
      // A stray line is skipped; two of them are the body of a mail that lacks the empty line.
      const next = bytes.subarray(end, lineEnd(bytes, end));
      const strays = at === 0 || isField(next) || withoutLineEnd(next).length === 0;
      if (!strays) return { fields: fieldsFrom(kept), bodyStart: at, damaged: true };
      damaged ||= at > 0;
      at = end;
      continue;
    }
    fieldBytes = folded ? fieldBytes + line.length : line.length;
    if (fieldBytes <= MAX_FIELD_BYTES && keptBytes <= MAX_BLOCK_BYTES && kept.length < MAX_FIELDS) {
      if (folded) kept.at(-1)?.push(line);
      else kept.push([line]);
      keptBytes += line.length;
    } else {
      damaged = true;
      if (!folded && kept.length < MAX_FIELDS && keptBytes <= MAX_BLOCK_BYTES) kept.push([line.subarray(0, MAX_FIELD_BYTES)]);
    }
    at = end;
  }
  return { fields: fieldsFrom(kept), bodyStart: bytes.length, damaged };
}

export function writeHeaderBlock(fields: HeaderField[]): Buffer {
  return Buffer.from(fields.map(({ name, value }) => `${name}: ${value}\r\n`).join('') + '\r\n');
}

function fieldsFrom(kept: Buffer[][]): HeaderField[] {
  const lines = kept.map((parts) => Buffer.concat(parts));
  const charset = lines.map(declaredCharset).find((found) => found !== undefined);
  return lines.flatMap((line) => {
    const text = decodeText(line, charset).replaceAll('\0', '').toWellFormed();
    const [head, name] = FIELD.exec(text) ?? [];
    if (head === undefined || name === undefined) return [];
    return [{ name: name.toLowerCase(), value: asUtf8Words(text.slice(head.length).replace(/[\r\n]+/g, ' ').trim()) }];
  });
}

/** A mail program that writes raw 8-bit headers writes them in the charset of its text. */
function declaredCharset(line: Buffer): string | undefined {
  return /^content-type[ \t]*:[^]{0,1000}?charset[ \t]*=[ \t"']*([\w.:-]{1,40})/i.exec(line.toString('latin1', 0, 2000))?.[1];
}

function afterEmptyLine(bytes: Buffer, from: number): number {
  const ends = ['\n\n', '\n\r\n'].map((end) => bytes.indexOf(end, from)).filter((found) => found >= 0);
  return ends.length > 0 ? lineEnd(bytes, Math.min(...ends) + 1) : bytes.length;
}

function isField(line: Buffer): boolean {
  return FIELD.test(line.toString('latin1', 0, 200));
}

function lineEnd(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(LINE_FEED, from);
  return at < 0 ? bytes.length : at + 1;
}

function withoutLineEnd(line: Buffer): Buffer {
  let end = line.length;
  while (end > 0 && (line[end - 1] === LINE_FEED || line[end - 1] === 0x0d)) end -= 1;
  return line.subarray(0, end);
}
