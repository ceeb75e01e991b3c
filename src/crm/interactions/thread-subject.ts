/**
 * What remains of a subject when everything that answering, forwarding and mailing lists add is taken
 * off: the key by which mails without references are found to belong together. Programs write their
 * marks in the user's language and number or pile them up: "Re: AW: Odp: [sales] Re[2]: ...".
 */
export interface ThreadSubject {
  /** Folded to lower case; empty when nothing remains. */
  key: string;
  /** A mark of an answer or a forward was taken off. */
  isReply: boolean;
  /** Too empty or too common to say that two mails concern the same thing. */
  isGeneric: boolean;
}

/** English, German, Polish, Czech, Slovak, Dutch, French, Italian, Spanish, Portuguese, the Nordic languages … */
const LATIN_MARKS = [
  'RE', 'FW', 'FWD', 'AW', 'WG', 'ANTW', 'ANTWORT', 'ODP', 'PD', 'PŘ', 'PREP', 'PREPOSLANÉ', 'ODPOVĚĎ', 'ODPOVEĎ',
  'VS', 'VB', 'SV', 'VL', 'TR', 'RV', 'RIF', 'R', 'I', 'RES', 'ENC', 'DOORST', 'YNT', 'İLT', 'YÖNLENDIRILEN', 'НА', 'ОТВ', 'ПЕР',
];
/** In Chinese the mark is often set off with a full-width colon; Japanese and Korean programs have their own. */
const CJK_MARKS = ['回复', '回覆', '答复', '答覆', '转发', '轉寄', '轉發', '转寄', '返信', '転送', '회신', '전달'];

const MARK = new RegExp(
  `^(?:(?:${LATIN_MARKS.join('|')})\\.?(?: ?[\\[(^*]?\\d{1,3}[\\])]?)? ?[:：]|(?:${CJK_MARKS.join('|')}) ?(?:\\[\\d{1,3}\\])? ?[:：])\\s*`,
  'iu',
);
/** A list's tag, or the "(fwd)" and "[Fwd: ...]" of old programs. */
const LIST_TAG = /^\[[^\][:]{1,40}\]\s*/u;
const BRACKETED_FORWARD = /^\[ ?(?:fwd?|wg|pd)\s?: ?(.*)\]$/iu;
const TRAILING_FORWARD = /\s*\(fwd?\)$/iu;

const GENERIC = new Set([
  'hi', 'hello', 'hey', 'test', 'question', 'help', 'info', 'information', 'urgent', 'order', 'invoice', 'offer', 'contact', 'thanks', 'thank you',
  'no subject', '(no subject)', 'none', 'hallo', 'frage', 'anfrage', 'bestellung', 'rechnung', 'angebot', 'kein betreff', '(kein betreff)',
  'pytanie', 'zapytanie', 'oferta', 'zamówienie', 'faktura', 'brak tematu', '(brak tematu)', 'cześć', 'witam', 'dzień dobry',
  'dotaz', 'poptávka', 'nabídka', 'objednávka', 'dobrý den', 'bez předmětu', '(bez předmětu)', 'ahoj',
  '你好', '您好', '询价', '报价', '订单', '发票', '无主题', '(无主题)', '咨询',
]);
const LONGEST = 500;

export function threadSubject(subject: string): ThreadSubject {
  let rest = subject.slice(0, LONGEST).normalize('NFKC').replace(/[\s\u200b]+/gu, ' ').trim();
  let isReply = false;
  for (;;) {
    const before = rest;
    const unmarked = rest.replace(MARK, '').replace(BRACKETED_FORWARD, '$1').replace(TRAILING_FORWARD, '').trim();
    isReply ||= unmarked !== rest;
    rest = withoutListTag(unmarked);
    if (rest === before) break;
  }
  const key = rest.toLowerCase();
  return { key, isReply, isGeneric: isGeneric(key) };
}

/** A tag is taken off only if something follows: "[URGENT]" alone is a subject. */
function withoutListTag(subject: string): string {
  const rest = subject.replace(LIST_TAG, '');
  return rest === '' ? subject : rest;
}

/** A Chinese subject says much in few characters; of other scripts at least two short words are wanted. */
function isGeneric(key: string): boolean {
  const bare = key.replace(/[.!?…:\s]+$/u, '');
  const shortest = /\p{Script=Han}/u.test(bare) ? 3 : 5;
  return bare.length < shortest || GENERIC.has(bare);
}
