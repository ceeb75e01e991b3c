/**
 * Mails as bytes, built in code so that every byte of a hostile one is visible in its test: encoders for
 * the charsets Node can only decode, header and multipart builders, and an mbox writer that quotes (mboxrd).
 */

/** A header value is text (written as UTF-8) or bytes as they are. */
export type HeaderValue = string | Buffer;

export interface MailParts {
  headers?: Record<string, HeaderValue | HeaderValue[]>;
  body?: HeaderValue;
}

const DEFAULT_HEADERS = {
  From: 'Anna Nowak <anna@example.com>',
  To: 'sales@firma.example',
  Subject: 'Zapytanie ofertowe',
  Date: 'Mon, 3 Feb 2025 12:00:00 +0100',
  'Message-ID': '<one@example.com>',
};

/** A mail with a complete header, of which single fields can be replaced. */
export function mail({ headers = {}, body = 'Hello' }: MailParts = {}): Buffer {
  return bareMail({ headers: { ...DEFAULT_HEADERS, ...headers }, body });
}

/** A mail with exactly these header fields; a list writes the field several times. */
export function bareMail({ headers = {}, body = '' }: MailParts): Buffer {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => Buffer.concat([Buffer.from(`${name}: `), bytesOf(value), Buffer.from('\r\n')])),
  );
  return Buffer.concat([...lines, Buffer.from('\r\n'), bytesOf(body)]);
}

export function multipart(subtype: string, parts: MailParts[], boundary = `b-${subtype}`): MailParts {
  const pieces = parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), bareMail(part), Buffer.from('\r\n')]);
  return {
    headers: { 'Content-Type': `multipart/${subtype}; boundary="${boundary}"` },
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

export function base64(content: Buffer): string {
  return content.toString('base64').replace(/.{76}/g, '$&\r\n');
}

export function quotedPrintable(content: Buffer): string {
  return [...content].map((byte) => (byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('');
}

/** Encodes into a charset that Node knows for decoding only. */
export function encoded(text: string, charset: string): Buffer {
  const table = encodingTable(charset);
  return Buffer.concat([...text].map((letter) => {
    const bytes = table.get(letter);
    if (!bytes) throw new Error(`${charset} has no "${letter}".`);
    return bytes;
  }));
}

const tables = new Map<string, Map<string, Buffer>>();

function encodingTable(charset: string): Map<string, Buffer> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset, { fatal: true });
  const table = new Map<string, Buffer>();
  const learn = (bytes: Buffer): void => {
    try {
      const letter = decoder.decode(bytes);
      if ([...letter].length === 1 && !table.has(letter)) table.set(letter, bytes);
    } catch {
      // no character at this place
    }
  };
  for (let byte = 0; byte < 256; byte += 1) learn(Buffer.from([byte]));
  if (charset.startsWith('gb')) {
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) learn(Buffer.from([lead, trail]));
  }
  tables.set(charset, table);
  return table;
}

/** As a careful mail program writes an archive: every line that could pass for a From_ line is quoted. */
export function mbox(messages: Buffer[], lineEnd = '\n'): Buffer {
  return Buffer.concat(messages.flatMap((message) => [
    Buffer.from(`From anna@example.com Mon Feb  3 11:00:00 2025${lineEnd}`),
    Buffer.from(message.toString('latin1').replace(/^(>*From )/gm, '>$1'), 'latin1'),
    Buffer.from(message.at(-1) === 0x0a ? lineEnd : lineEnd + lineEnd),
  ]));
}

function bytesOf(value: HeaderValue): Buffer {
  return typeof value === 'string' ? Buffer.from(value) : value;
}
