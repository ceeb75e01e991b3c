/**
 * A mail archive of any size that looks like a trading company's: customers of five languages write to a
 * shared address, agents answer, threads overlap in time. Charsets, encodings, answer marks and gaps in
 * the references vary as they do in the wild. The same seed gives the same bytes, and the generator says
 * what an import must find in them.
 */
import { base64, encoded, mail, multipart, quotedPrintable } from './mail-fixtures.ts';
import type { HeaderValue, MailParts } from './mail-fixtures.ts';

export interface SyntheticOptions {
  seed: number;
  messages: number;
  /** Mean size of an attachment; every fourth mail has one. */
  attachmentBytes?: number;
}

/** What is in the archive. A duplicate is counted among the messages, not among the distinct ones. */
export interface SyntheticFacts {
  messages: number;
  distinctMessages: number;
  threads: number;
  customers: number;
}

export const OWN_DOMAIN = 'firma.example';

interface Language {
  charsets: string[];
  mark: string;
  people: string[];
  subjects: string[];
  sentences: string[];
}

const LANGUAGES: Language[] = [
  { charsets: ['iso-8859-2', 'windows-1250', 'utf-8'], mark: 'Odp: ', people: ['Łukasz Żółkiewski', 'Małgorzata Dąbrowska', 'Jan Nowak'],
    subjects: ['Zapytanie o regały', 'Reklamacja paczki', 'Faktura za luty'], sentences: ['Dzień dobry, proszę o wycenę.', 'Część dotarła uszkodzona.', 'From tego dnia czekamy na odpowiedź.', 'Z poważaniem'] },
  { charsets: ['windows-1250', 'utf-8', 'iso-8859-2'], mark: 'Odp.: ', people: ['Jiří Dvořák', 'Kateřina Nováková', 'Tomáš Řezníček'],
    subjects: ['Poptávka regálů', 'Zpožděná zásilka', 'Objednávka č.'], sentences: ['Dobrý den, kdy dorazí naše zboží?', 'Děkuji za rychlou odpověď.', 'Přikládám fotografii štítku.', 'S pozdravem'] },
  { charsets: ['iso-8859-1', 'windows-1252', 'utf-8'], mark: 'AW: ', people: ['Jürgen Müller', 'Käthe Weiß', 'Björn Größmann'],
    subjects: ['Anfrage Regalsystem', 'Rückfrage zur Lieferung', 'Rechnung prüfen'], sentences: ['Guten Tag, wir benötigen ein Angebot.', 'Die Maße stimmen nicht überein.', 'Können Sie das bestätigen?', 'Mit freundlichen Grüßen'] },
  { charsets: ['gb18030', 'utf-8'], mark: '回复：', people: ['张伟', '王小明', '李娜'],
    subjects: ['询问货架价格', '发货时间确认', '订单修改请求'], sentences: ['您好，请问最小起订量是多少？', '我们需要尽快收到样品。', '请确认付款方式。', '谢谢'] },
  { charsets: ['us-ascii', 'utf-8'], mark: 'Re: ', people: ['John Smith', 'Mary O\'Brien', 'Ann Taylor'],
    subjects: ['Quote for shelving', 'Late delivery', 'Change of address'], sentences: ['Hello, could you send a quote?', 'From my side this is fine.', 'The parcel has not arrived yet.', 'Kind regards'] },
];

interface Thread {
  language: Language;
  subject: string;
  customer: { name: string; address: string };
  agent: string;
  ids: string[];
  length: number;
}

const HOUR = 60 * 60 * 1000;
const START = Date.UTC(2019, 0, 7, 8);
const OPEN_THREADS = 40;

export function* syntheticMails({ seed, messages, attachmentBytes = 20_000 }: SyntheticOptions): Generator<Buffer, SyntheticFacts> {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const open: Thread[] = [];
  const customers = new Set<string>();
  let opened = 0;
  let threads = 0;
  let duplicates = 0;
  let last: Buffer | undefined;

  for (let number = 0; number < messages; number += 1) {
    if (last && random() < 0.01) {
      duplicates += 1;
      yield last;
      continue;
    }
    if (open.length < OPEN_THREADS && (open.length === 0 || random() < 0.4)) open.push(newThread(opened++));
    const thread = pick(open);
    if (thread.ids.length === 0) threads += 1;
    last = nextMail(thread, number);
    customers.add(thread.customer.address);
    if (thread.ids.length >= thread.length) open.splice(open.indexOf(thread), 1);
    yield last;
  }
  return { messages, distinctMessages: messages - duplicates, threads, customers: customers.size };

  function newThread(number: number): Thread {
    const language = pick(LANGUAGES);
    const name = pick(language.people);
    const person = Math.floor(random() * (messages / 20 + 10));
    return {
      language, subject: `${pick(language.subjects)} ${number}`, ids: [], length: 1 + Math.floor(random() * 8),
      customer: { name, address: `kunde${person}-${LANGUAGES.indexOf(language)}@customers.example` }, agent: pick(['ola', 'petr', 'hans']),
    };
  }

  function nextMail(thread: Thread, number: number): Buffer {
    const { language, customer, agent } = thread;
    const position = thread.ids.length;
    const id = `<${number}.${seed}@mail.${OWN_DOMAIN}>`;
    const charset = pick(language.charsets);
    const [theirs, ours] = [`${word(customer.name, charset)} <${customer.address}>`, `${agent} <${agent}@${OWN_DOMAIN}>`];
    const isAnswer = position % 2 === 1;
    // now and then a program answers without saying to what: only the subject tells
    const knowsParent = position > 0 && random() > 0.05;
    const headers: Record<string, HeaderValue> = {
      Received: `from mx by mail.${OWN_DOMAIN}; ${new Date(START + number * HOUR + 60_000).toUTCString()}`,
      From: isAnswer ? ours : theirs,
      To: isAnswer ? theirs : `info@${OWN_DOMAIN}`,
      Subject: word((position > 0 ? language.mark : '') + thread.subject, charset),
      Date: random() < 0.01 ? 'yesterday' : new Date(START + number * HOUR).toUTCString(),
      'Message-ID': id,
      ...(knowsParent && { 'In-Reply-To': thread.ids.at(-1) ?? '', References: thread.ids.join('\r\n ') }),
    };
    thread.ids.push(id);
    const text = Array.from({ length: 2 + Math.floor(random() * 12) }, () => pick(language.sentences)).join('\r\n\r\n');
    const body = textPart(text, charset);
    const part = random() < 0.25 ? multipart('mixed', [body, attachment()], `mixed-${number}`) : body;
    return mail({ headers: { ...headers, ...part.headers }, body: part.body });
  }

  function textPart(text: string, charset: string): MailParts {
    const plain = written(text, charset, 'plain');
    if (random() < 0.5) return plain;
    const html = written(`<p>${text.replaceAll('\r\n\r\n', '</p><p>')}</p>`, charset, 'html');
    return random() < 0.2 ? html : multipart('alternative', [plain, html]);
  }

  function written(text: string, charset: string, subtype: string): MailParts {
    const bytes = charset === 'utf-8' || charset === 'us-ascii' ? Buffer.from(text) : encoded(text, charset);
    const [encoding, body] = pick([['8bit', bytes], ['base64', base64(bytes)], ['quoted-printable', quotedPrintable(bytes)]] as const);
    return { headers: { 'Content-Type': `text/${subtype}; charset=${charset}`, 'Content-Transfer-Encoding': encoding }, body };
  }

  function attachment(): MailParts {
    const content = Buffer.alloc(Math.floor(random() * 2 * attachmentBytes) + 1, `${random()}`);
    return {
      headers: { 'Content-Type': 'application/pdf', 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': `attachment; filename="dokument-${Math.floor(random() * 1000)}.pdf"` },
      body: base64(content),
    };
  }
}

/** A header in the charset of its mail, as an encoded word. */
function word(text: string, charset: string): string {
  if (charset === 'us-ascii') return text;
  const bytes = charset === 'utf-8' ? Buffer.from(text) : encoded(text, charset);
  return `=?${charset}?B?${bytes.toString('base64')}?=`;
}

/** Mulberry32: small, quick, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
