/** The first words somebody wrote themselves: what they quote of earlier messages, and how programs introduce it, is skipped. */
const LONGEST = 200;
const LOOKED_AT = 10_000;
const QUOTED = /^\s*(?:>|\|)/;
/** "On Monday Anna wrote:", also when a program broke the line. */
const INTRODUCTION = /^(?:on|am|dne|w dniu|le|el|il|op|den)\s.{0,200}\s?(?:wrote|writes|schrieb|napsal\(?a?\)?|napisał\(?a?\)?|écrit|escribió|scritto|schreef|skrev)[^:]{0,80}:$|^.{0,200}(?:写道|寫道)\s?[:：]$/imsu;
/** What follows is somebody else's message, a signature, or the footer of a mailing list. */
const SEPARATOR = /^(?:-{2,}\s*(?:original message|ursprüngliche nachricht|původní zpráva|wiadomość oryginalna|原始邮件)\s*-{2,}|-- ?|_{10,})$/imu;

export function previewOf(text: string): string | null {
  const beginning = text.slice(0, LOOKED_AT);
  const own = beginning.split('\n').filter((line) => !QUOTED.test(line)).join('\n').replace(INTRODUCTION, '').split(SEPARATOR)[0] ?? '';
  return shortened(own) || shortened(beginning) || null;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST - 1).toWellFormed().replace(/\ufffd$/, '');
  return `${cut.replace(/\s\S{0,20}$/, '')}…`;
}
