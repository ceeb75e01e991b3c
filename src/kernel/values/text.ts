/**
 * Free text as it is stored: well-formed, in Unicode's composed form, without the control characters that break
 * terminals, CSV files and PostgreSQL (which cannot store NUL), and empty when nothing of it can be seen. Only
 * length can make it wrong; everything else is mended, because text arrives from mail, imports and phones and
 * losing it for a stray byte helps nobody.
 */
import type { ReadText } from './value.ts';

const LONE_SURROGATES = /\p{Surrogate}/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /(?![\n\t])\p{Control}/gu;
const LINES_AND_TABS = /[\n\t]+/g;
/** A name with these reverses what is written beside it. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]*$/u;

/** Length counts Unicode code points. Without `multiline`, line ends and tabs become single spaces. */
export function cleanText(raw: string, { max, multiline = false }: { max: number; multiline?: boolean }): ReadText {
  const value = multiline ? mended(raw) : oneLine(raw);
  const length = codePoints(value);
  if (length > max) return { wrong: `The text has ${length} characters; at most ${max} are allowed.` };
  return { value };
}

export function oneLine(raw: string): string {
  return mended(raw.replace(DIRECTION_CONTROLS, '')).replace(LINES_AND_TABS, ' ');
}

function mended(raw: string): string {
  const text = raw.replace(LONE_SURROGATES, '').replace(LINE_ENDS, '\n').replace(CONTROLS, '').normalize('NFC').trim();
  return INVISIBLE.test(text) ? '' : text;
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** What somebody gave, short and printable enough to be shown back inside a sentence. */
export function quoted(raw: string): string {
  const printable = raw.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
  const characters = [...printable];
  return `“${characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : printable}”`;
}
