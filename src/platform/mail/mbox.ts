/**
 * Reads an mbox as a stream: messages separated by From_ lines, lines of a message that begin with
 * "From " quoted with ">" (mboxrd; of mboxo, whose quoting cannot be undone without doubt, the same way).
 *
 * Not every writer quotes. A From_ line therefore counts only where a message can begin: at the start of
 * the archive or after an empty line, with a date, and with a header field on the line below.
 */
import type { ArchiveEntry } from './archive.ts';
import { batchesOfLines } from './byte-lines.ts';
import { readFromLine } from './from-line.ts';
import type { FromLine } from './from-line.ts';
import { GrowingBuffer } from './growing-buffer.ts';

const HEADER_FIELD = /^(?:[!-9;-~]+[ \t]*:|>*From )/;
const QUOTED_FROM = /^>+From /;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = 0x0a;

export interface MboxOptions {
  /** Named in the origin of each message, together with the offset of its From_ line. */
  name: string;
  maxMessageBytes: number;
}

export async function* readMbox(chunks: AsyncIterable<Buffer>, options: MboxOptions): AsyncGenerator<ArchiveEntry> {
  let message: MessageInProgress | undefined;
  let candidate: { line: Buffer; offset: number; from: FromLine } | undefined;
  let offset = 0;
  let atLineStart = true;
  let afterEmptyLine = true;

  for await (const lines of batchesOfLines(chunks)) {
    for (const bytes of lines) {
      const line = offset === 0 ? withoutByteOrderMark(bytes) : bytes;
      if (candidate) {
        if (!message || HEADER_FIELD.test(line.toString('latin1', 0, 200))) {
          if (message) yield message.finish();
          message = new MessageInProgress(candidate.offset, candidate.from, options);
        } else {
          message.add(candidate.line, true);
        }
        candidate = undefined;
      }
      const from = atLineStart && afterEmptyLine ? readFromLine(line) : undefined;
      if (from) candidate = { line, offset, from };
      else message?.add(line, atLineStart);
      afterEmptyLine = atLineStart && isEmpty(line);
      atLineStart = line.at(-1) === LINE_FEED;
      offset += bytes.length;
    }
  }
  if (candidate) message?.add(candidate.line, true);
  if (message) yield message.finish();
}

/** Collects one message; beyond the bound it only counts, so that memory stays flat. */
class MessageInProgress {
  private readonly bytes = new GrowingBuffer();
  private readonly offset: number;
  private readonly from: FromLine;
  private readonly options: MboxOptions;
  private size = 0;
  private endsInEmptyLine = 0;

  constructor(offset: number, from: FromLine, options: MboxOptions) {
    this.offset = offset;
    this.from = from;
    this.options = options;
  }

  add(line: Buffer, atLineStart: boolean): void {
    const quoted = atLineStart && line[0] === 0x3e && QUOTED_FROM.test(line.toString('latin1', 0, 200));
    const piece = quoted ? line.subarray(1) : line;
    this.endsInEmptyLine = atLineStart && isEmpty(line) ? line.length : 0;
    this.size += piece.length;
    if (this.size > this.options.maxMessageBytes) this.bytes.clear();
    else this.bytes.append(piece);
  }

  /** The last empty line is not the message's: it belongs to the From_ line that follows. */
  finish(): ArchiveEntry {
    const origin = `${this.options.name}@${this.offset}`;
    const { maxMessageBytes } = this.options;
    if (this.size > maxMessageBytes) {
      return { origin, skipped: `The message has ${this.size} bytes; at most ${maxMessageBytes} are read.` };
    }
    return { origin, raw: this.bytes.toBuffer(this.size - this.endsInEmptyLine), ...this.from };
  }
}

function isEmpty(line: Buffer): boolean {
  return line.length <= 2 && (line[0] === LINE_FEED || (line[0] === 0x0d && line[1] === LINE_FEED));
}

function withoutByteOrderMark(line: Buffer): Buffer {
  return line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? line.subarray(3) : line;
}
