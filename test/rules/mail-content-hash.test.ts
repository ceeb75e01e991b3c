/** The same mail has the same hash on whatever way it came; another content has another. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openArchive } from '../../src/platform/mail/archive.ts';
import { parseMail } from '../../src/platform/mail/parse.ts';
import { base64, mail, mbox, multipart } from '../support/mail-fixtures.ts';

const hashOf = async (raw: Buffer): Promise<string> => (await parseMail(raw)).contentHash;
const PARTS = multipart('mixed', [
  { headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'Cześć\r\n\r\nFrom Monday on it costs more.\r\n>From me too\r\n' },
  { headers: { 'Content-Type': 'text/csv; name=a.csv' }, body: 'a;b\r\n1;2\r\n' },
  { headers: { 'Content-Type': 'application/pdf; name=a.pdf', 'Content-Transfer-Encoding': 'base64' }, body: base64(Buffer.alloc(200, 7)) },
]);
const MAIL = mail(PARTS);

describe('is the same', () => {
  test('from an mbox with either line end and from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-hash-'));
    try {
      for (const raw of [MAIL, Buffer.from(MAIL.toString().replaceAll('\r\n', '\n'))]) {
        const path = join(folder, 'archive.mbox');
        await writeFile(path, mbox([raw]));
        for await (const entry of (await openArchive(path)).entries) {
          assert.ok(entry.skipped === undefined);
          assert.equal(await hashOf(entry.raw), await hashOf(MAIL));
        }
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  for (const [what, raw] of [
    ['with transport fields', mail({ ...PARTS, headers: { 'Delivered-To': 'x@y', Received: ['a; Mon, 3 Feb 2025 13:00:00 GMT', 'b'], 'X-Spam': 'no', ...PARTS.headers } })],
    ['with Bcc, as the sender keeps it', mail({ ...PARTS, headers: { ...PARTS.headers, Bcc: 'boss@firma.example' } })],
    ['with mbox quoting left in', Buffer.from(MAIL.toString().replace(/^From Monday/m, '>From Monday'))],
    ['with empty lines at the end', Buffer.concat([MAIL, Buffer.from('\r\n\r\n')])],
    ['with the header folded differently', Buffer.from(MAIL.toString().replace('Anna Nowak <', 'Anna Nowak\r\n <'))],
  ] as const) {
    test(what, async () => assert.equal(await hashOf(raw), await hashOf(MAIL)));
  }
});

describe('differs', () => {
  for (const [what, from, to] of [
    ['by a word', 'costs more', 'costs less'],
    ['by the subject', 'Zapytanie', 'Pytanie'],
    ['by a recipient', 'sales@firma', 'info@firma'],
    ['by the date', '12:00:00', '12:00:01'],
    ['by an attachment', '1;2', '1;3'],
    ['by the message id', '<one@', '<two@'],
  ] as const) {
    test(what, async () => assert.notEqual(await hashOf(Buffer.from(MAIL.toString().replace(from, to))), await hashOf(MAIL)));
  }
});
