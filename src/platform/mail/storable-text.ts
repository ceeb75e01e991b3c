/**
 * Makes any text fit to be stored and shown: well-formed Unicode (no lone surrogates), no NUL and other
 * control characters (PostgreSQL refuses NUL), line ends as "\n", and no longer than a bound.
 */
// oxlint-disable-next-line no-control-regex -- taking them out is what it is for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const LINE_ENDS = /\r\n?/g;

export function storableText(text: string, maxLength: number): string {
  return shorten(text, maxLength).replace(LINE_ENDS, '\n').replace(CONTROLS, '').toWellFormed();
}

/** For headers: one line, single blanks. */
export function storableLine(text: string, maxLength: number): string {
  return storableText(text.slice(0, maxLength * 4), maxLength * 4).replace(/\s+/g, ' ').trim().slice(0, maxLength).toWellFormed();
}

/** Cuts without leaving half a surrogate pair. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength);
}
