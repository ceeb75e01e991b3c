/**
 * Opens a mail archive of any of the usual forms (an mbox, also gzipped; a single message; a folder of
 * `.eml` files; a Maildir) and hands out its messages one by one, as bytes. It knows nothing of MIME.
 * Memory does not grow with the archive, nor with a message: one above the bound is skipped, with a reason.
 */
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { readFromLine } from './from-line.ts';
import { messageFiles, sizeOf } from './maildir.ts';
import { readMbox } from './mbox.ts';

/** A message, or why there is none where one should be. */
export type ArchiveEntry =
  | { origin: string; raw: Buffer; envelopeDate?: Date; skipped?: undefined }
  | { origin: string; skipped: string };

export interface MailArchive {
  form: 'mbox' | 'message' | 'folder';
  /** Size on disk; what `bytesRead` reaches in the end. */
  totalBytes: number;
  readonly bytesRead: number;
  /** Can be walked once. */
  entries: AsyncIterable<ArchiveEntry>;
}

export interface ArchiveOptions {
  maxMessageBytes?: number;
}

const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;
const HEAD_BYTES = 4096;
const GZIP = Buffer.from([0x1f, 0x8b]);

export async function openArchive(path: string, options: ArchiveOptions = {}): Promise<MailArchive> {
  const maxMessageBytes = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
  const found = await stat(path).catch((cause: Error) => {
    throw new Error(`The mail archive ${path} cannot be opened: ${cause.message}.`, { cause });
  });
  if (found.isDirectory()) return openFolder(path, maxMessageBytes);
  const head = await readHead(path);
  const zipped = head.subarray(0, 2).equals(GZIP);
  if (zipped || looksLikeMbox(head)) return openMbox(path, found.size, zipped, maxMessageBytes);
  if (looksLikeMessage(head)) return openMessage(path, found.size, maxMessageBytes);
  throw new Error(
    `${path} is not a mail archive: it begins neither with a From_ line ("From sender date") nor with a header field. ` +
      'Allowed are an mbox (also as .gz), an .eml file, a folder of .eml files, and a Maildir.',
  );
}

function openMbox(path: string, totalBytes: number, zipped: boolean, maxMessageBytes: number): MailArchive {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  // The callback is there so that an error surfaces in the loop over the chunks, and only there.
  const chunks = zipped ? pipeline(file, createGunzip({ chunkSize: CHUNK_BYTES }), () => {}) : file;
  const entries = readMbox(chunks, { name: basename(path), maxMessageBytes });
  return { form: 'mbox', totalBytes, entries, get bytesRead() { return file.bytesRead; } };
}

function openMessage(path: string, totalBytes: number, maxMessageBytes: number): MailArchive {
  const progress = { bytesRead: 0 };
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    yield await readMessage(path, basename(path), maxMessageBytes);
    progress.bytesRead = totalBytes;
  }
  return { form: 'message', totalBytes, entries: entries(), get bytesRead() { return progress.bytesRead; } };
}

async function openFolder(folder: string, maxMessageBytes: number): Promise<MailArchive> {
  const total = await sizeOf(messageFiles(folder));
  if (total.files === 0) {
    throw new Error(`The folder ${folder} holds no mail: neither .eml files nor a Maildir's "cur" and "new".`);
  }
  const progress = { bytesRead: 0 };
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    for await (const path of messageFiles(folder)) {
      const entry = await readMessage(path, relative(folder, path), maxMessageBytes);
      progress.bytesRead += entry.skipped === undefined ? entry.raw.length : 0;
      yield entry;
    }
    progress.bytesRead = total.bytes;
  }
  return { form: 'folder', totalBytes: total.bytes, entries: entries(), get bytesRead() { return progress.bytesRead; } };
}

async function readMessage(path: string, origin: string, maxMessageBytes: number): Promise<ArchiveEntry> {
  try {
    const { size } = await stat(path);
    if (size > maxMessageBytes) {
      return { origin, skipped: `The message has ${size} bytes; at most ${maxMessageBytes} are read.` };
    }
    return { origin, raw: await readFile(path) };
  } catch (cause) {
    return { origin, skipped: `The file cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.` };
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** An empty file is an archive of no messages. */
function looksLikeMbox(head: Buffer): boolean {
  const firstLine = firstLineOf(head);
  return firstLine === '' || readFromLine(Buffer.from(firstLine, 'latin1')) !== undefined;
}

function looksLikeMessage(head: Buffer): boolean {
  return /^(?:[!-9;-~]+[ \t]*:|>?From )/.test(firstLineOf(head));
}

function firstLineOf(head: Buffer): string {
  return /^(?:\xef\xbb\xbf)?(?:\r?\n)*([^\r\n]*)/.exec(head.toString('latin1'))?.[1] ?? '';
}
