/**
 * Finds the encoding a text is really in. The declared one is only a claim: old mail programs label
 * windows-1250 as ISO-8859-2, UTF-8 as ASCII, invent names, or say nothing at all. Bytes that contradict
 * the claim win; without a usable claim the letters decide which of our languages' encodings reads best.
 */
import { isAscii, isUtf8 } from 'node:buffer';

/** The name of an encoding `TextDecoder` knows, in which these bytes make the most sense. */
export function charsetOf(bytes: Uint8Array, declared: string | undefined): string {
  const label = knownLabel(declared);
  if (label?.startsWith('iso-2022') || (label?.startsWith('utf-16') && bytes.includes(0))) return label;
  if (isAscii(bytes)) return 'utf-8';
  if (label && CHINESE_JAPANESE_KOREAN.test(label)) return label;
  if (isUtf8(bytes)) return 'utf-8';
  if (label === 'iso-8859-2' && hasBytesOf1250(bytes)) return 'windows-1250';
  if (label && !CLAIMED_BY_DEFAULT.has(label)) return label;
  if (label === 'utf-8' && mostlyUtf8(bytes)) return 'utf-8';
  const guessed = guessCharset(bytes);
  return label === 'windows-1252' && guessed !== 'gb18030' ? label : guessed;
}

export function decodeText(bytes: Uint8Array, declared: string | undefined): string {
  return new TextDecoder(charsetOf(bytes, declared)).decode(bytes);
}

const CHINESE_JAPANESE_KOREAN = /^(?:gb|big5|euc-|shift_jis)/;
/** Labels that programs write without looking. */
const CLAIMED_BY_DEFAULT = new Set(['utf-8', 'windows-1252']);

/** Names in use that the Encoding Standard does not list; punctuation left out. */
const ALIASES: Record<string, string> = {
  cp936: 'gb18030', ms936: 'gb18030', windows936: 'gb18030', gb231280: 'gb18030', euccn: 'gb18030',
  cp932: 'shift_jis', windows31j: 'shift_jis', cp949: 'euc-kr', cp950: 'big5',
  win1250: 'windows-1250', win1251: 'windows-1251', win1252: 'windows-1252',
  utf8mb4: 'utf-8', ansi: 'windows-1252',
};

function knownLabel(declared: string | undefined): string | undefined {
  const name = declared?.trim().toLowerCase().replace(/^['"]+|['"]+$/g, '');
  if (!name) return undefined;
  const bare = name.replace(/^x-|[^a-z0-9]/g, '');
  const candidates = [
    name,
    ALIASES[bare],
    bare.replace(/^(?:cp|windows|win|ms|microsoftcp|ansi)(125\d|874)$/, 'windows-$1'),
    bare.replace(/^iso8859(\d{1,2}).*$/, 'iso-8859-$1'),
    bare.replace(/^koi8([ru])$/, 'koi8-$1'),
    bare,
  ];
  for (const candidate of candidates) {
    const encoding = candidate && encodingOf(candidate);
    if (encoding) return encoding === 'gbk' ? 'gb18030' : encoding;
  }
  return undefined;
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Bytes that are letters and quotation marks in windows-1250 and control characters in ISO-8859-2. */
function hasBytesOf1250(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
}

/** UTF-8 with a few damaged places (cut in the middle of a character, say) is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let balance = 0;
  for (const letter of new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES))) {
    if (letter > '\u007f') balance += letter === '\ufffd' ? -1 : 1;
  }
  return balance > 0;
}

/** Bytes looked at when guessing: enough to tell, and cheap for a text of megabytes. */
const SAMPLE_BYTES = 64 * 1024;
const WESTERN = new Set('äöüßÄÖÜéèêëÉÈàáâçùûúîíïôóœñåøæÅØÆãõ€§°«»„“”‘’–…');
const CENTRAL = new Set('ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽľôäöüßÄÖÜőű€§°«»„“”‘’–…');

function guessCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (looksLikeChinese(sample)) return 'gb18030';
  // On equal scores the first wins: the languages of Central Europe are nearer to us.
  const scores = [
    { charset: 'windows-1250', score: score(sample, 'windows-1250', CENTRAL) },
    { charset: 'iso-8859-2', score: score(sample, 'iso-8859-2', CENTRAL) },
    { charset: 'windows-1252', score: score(sample, 'windows-1252', WESTERN) },
  ];
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).charset;
}

/** Letters that such a text has, less everything else beyond ASCII. */
function score(bytes: Uint8Array, charset: string, letters: ReadonlySet<string>): number {
  let sum = 0;
  for (const letter of new TextDecoder(charset).decode(bytes)) {
    if (letter > '\u007f') sum += letters.has(letter) ? 1 : -1;
  }
  return sum;
}

/** GB 2312 text: bytes beyond ASCII always come in pairs, and most pairs are among the frequent characters. */
function looksLikeChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let frequent = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1];
    if (trail === undefined) break; // the sample may end between the two
    if (lead < 0xa1 || trail < 0xa1) return false;
    pairs += 1;
    if (lead >= 0xb0 && lead <= 0xd7) frequent += 1;
    at += 1;
  }
  return pairs >= 2 && frequent >= pairs * 0.6;
}
