/**
 * Rewrites the encoded words of a header (`=?iso-8859-2?Q?...?=`, RFC 2047) as UTF-8 ones. postal-mime
 * decodes encoded words itself but believes their charset, and gives up on a question mark inside; after
 * this rewriting there is nothing left to mistake, and the header's own syntax is untouched.
 */
import { decodeText } from './charset.ts';

const WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^\r\n]{0,1000}?)\?=/;
const RUN_OF_WORDS = new RegExp(`${WORD.source}(?:[ \\t]*${WORD.source})*`, 'g');
const EVERY_WORD = new RegExp(WORD.source, 'g');

export function asUtf8Words(header: string): string {
  if (!header.includes('=?')) return header;
  return header.replace(RUN_OF_WORDS, (run) => {
    const text = decodeRun([...run.matchAll(EVERY_WORD)]);
    return text === '' ? '' : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  });
}

/**
 * Words of one charset are joined before they are decoded, since a character may be split between two of
 * them; where that does not read well (ISO-2022-JP switches back at the end of each) they are taken singly.
 */
function decodeRun(words: RegExpExecArray[]): string {
  const groups: { charset: string; bytes: Buffer[] }[] = [];
  for (const [, label = '', encoding = '', content = ''] of words) {
    const charset = label.replace(/\*.*$/, '').toLowerCase(); // RFC 2231 allows a language after "*"
    const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(content, 'base64') : fromQ(content);
    const last = groups.at(-1);
    if (last?.charset === charset) last.bytes.push(bytes);
    else groups.push({ charset, bytes: [bytes] });
  }
  return groups.map(({ charset, bytes }) => {
    const joined = decodeText(Buffer.concat(bytes), charset);
    return joined.includes('\ufffd') ? bytes.map((word) => decodeText(word, charset)).join('') : joined;
  }).join('');
}

function fromQ(content: string): Buffer {
  const bytes = Buffer.from(content.replaceAll('_', ' '), 'utf8').toString('latin1');
  return Buffer.from(bytes.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}
