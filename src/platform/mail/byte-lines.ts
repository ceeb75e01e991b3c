/**
 * Cuts a stream of chunks into lines without ever holding more than one chunk and one line piece:
 * an archive may be larger than memory, and so may a single line of it. A line keeps its line end;
 * one longer than `LONGEST_PIECE` comes in several pieces, all but the last without a line end.
 */
const LINE_FEED = 0x0a;
const LONGEST_PIECE = 64 * 1024;

export async function* batchesOfLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      lines.push(bytes.subarray(start, end + 1));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > LONGEST_PIECE) {
      lines.push(rest);
      rest = Buffer.alloc(0);
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [rest];
}
