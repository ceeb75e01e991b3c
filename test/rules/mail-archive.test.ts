/** Archives of every form come out message by message, byte for byte, whatever their writers did. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { openArchive } from '../../src/platform/mail/archive.ts';
import type { ArchiveEntry, ArchiveOptions } from '../../src/platform/mail/archive.ts';
import { readFromLine } from '../../src/platform/mail/from-line.ts';
import { mail, mbox } from '../support/mail-fixtures.ts';

let folder = '';
before(async () => { folder = await mkdtemp(join(tmpdir(), 'rapport-archive-')); });
after(() => rm(folder, { recursive: true }));

async function all(entries: AsyncIterable<ArchiveEntry>): Promise<ArchiveEntry[]> {
  const list: ArchiveEntry[] = [];
  for await (const entry of entries) list.push(entry);
  return list;
}

async function entriesOf(path: string, options?: ArchiveOptions): Promise<ArchiveEntry[]> {
  const archive = await openArchive(path, options);
  const entries = await all(archive.entries);
  assert.equal(archive.bytesRead, archive.totalBytes, 'progress reaches the total');
  return entries;
}

async function read(content: Buffer | string, options?: ArchiveOptions): Promise<ArchiveEntry[]> {
  const path = join(folder, 'archive.mbox');
  await writeFile(path, content);
  return entriesOf(path, options);
}

const rawOf = (entries: ArchiveEntry[]): (string | undefined)[] =>
  entries.map((entry) => (entry.skipped === undefined ? entry.raw.toString('latin1') : undefined));

describe('an mbox', () => {
  test('gives its messages with origin and envelope date', async () => {
    const [first, second] = await read('From a@x Mon Feb  3 11:00:00 2025\nSubject: 1\n\none\n\nFrom b@x Tue Feb  4 11:00:00 2025\nSubject: 2\n\ntwo\n');
    assert.deepEqual(first, { origin: 'archive.mbox@0', raw: Buffer.from('Subject: 1\n\none\n'), envelopeDate: new Date('2025-02-03T11:00:00Z') });
    assert.equal(second?.origin, 'archive.mbox@51');
  });

  test('has no messages when empty', async () => {
    assert.deepEqual(await read(''), []);
  });

  test('may have a byte order mark, empty lines in front, CRLF, and no line end at the end', async () => {
    assert.deepEqual(rawOf(await read('\ufeff\r\n\r\nFrom a@x Mon Feb  3 11:00:00 2025\r\nSubject: 1\r\n\r\none\r\n\r\nFrom b@x Mon Feb  3 11:00:00 2025\r\nSubject: 2\r\n\r\ntwo')), [
      'Subject: 1\r\n\r\none\r\n', 'Subject: 2\r\n\r\ntwo',
    ]);
  });

  for (const [what, text] of [
    ['no date', 'text\n\nFrom here on it gets better.'],
    ['no empty line before it', 'text\nFrom a@x Mon Feb  3 11:00:00 2025\nSubject: no'],
    ['no header below it', 'text\n\nFrom Warsaw Mon Feb 3 11:00:00 2025\nwe drove on'],
    ['nothing below it', 'text\n\nFrom a@x Mon Feb  3 11:00:00 2025'],
  ] as const) {
    test(`does not end a message at an unquoted "From " with ${what}`, async () => {
      assert.deepEqual(rawOf(await read(`From a@x Mon Feb  3 11:00:00 2025\nSubject: 1\n\n${text}\n`)), [`Subject: 1\n\n${text}\n`]);
    });
  }

  test('skips a message above the bound, with a reason, and reads on', async () => {
    const entries = await read(mbox([mail({ body: 'x'.repeat(300_000) }), mail()]), { maxMessageBytes: 100_000 });
    assert.match(entries[0]?.skipped ?? '', /^The message has 300\d\d\d bytes; at most 100000 are read\.$/);
    assert.deepEqual(rawOf(entries.slice(1)), [`${mail().toString()}\n`]);
  });

  test('may be gzipped', async () => {
    const path = join(folder, 'archive.mbox.gz');
    await writeFile(path, gzipSync(mbox([mail(), mail()])));
    assert.equal((await entriesOf(path)).length, 2);
  });

  test('gives back any list of messages byte for byte when it was written with quoting', async () => {
    const line = fc.oneof(
      fc.constantFrom('', 'From ', '>From me', '>>From a@x Mon Feb  3 11:00:00 2025', 'From a@x Mon Feb  3 11:00:00 2025', '\r', '>', 'Subject: inner'),
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ')),
      fc.integer({ min: 60_000, max: 70_000 }).map((length) => '\u017c'.repeat(length)),
    );
    const message = fc.array(line, { maxLength: 8 }).map((lines) => Buffer.from(`Subject: x\n\n${lines.map((text) => `${text}\n`).join('')}`));
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 6 }), async (messages) => {
        assert.deepEqual(rawOf(await read(mbox(messages))), messages.map((bytes) => bytes.toString('latin1')));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a From_ line', () => {
  for (const [line, date] of [
    ['From a@x Mon Feb  3 11:00:00 2025', '2025-02-03T11:00:00Z'],
    ['From - Mon Feb 03 11:00:00 2025', '2025-02-03T11:00:00Z'],
    ['From 1822@xxx Mon Feb 03 11:00:00 +0100 2025', '2025-02-03T10:00:00Z'],
    ['From a@x Mon Feb  3 11:00 2025', '2025-02-03T11:00:00Z'],
    ['From anna at example.com  Mon Feb  3 11:00:00 2025', '2025-02-03T11:00:00Z'],
    ['From a@x Mon Feb  3 11:00:00 CET 2025', '2025-02-03T11:00:00Z'],
    ['From a@x Mon, 3 Feb 2025 11:00:00 -0500', '2025-02-03T16:00:00Z'],
  ] as const) {
    test(`may look like "${line}"`, () => {
      assert.deepEqual(readFromLine(Buffer.from(line)), { envelopeDate: new Date(date) });
    });
  }
});

describe('a folder', () => {
  test('gives its .eml files in the order of their names, sub-folders too', async () => {
    const path = join(folder, 'eml');
    await mkdir(join(path, 'later'), { recursive: true });
    await writeFile(join(path, 'b.eml'), 'Subject: b\n\n');
    await writeFile(join(path, 'A.EML'), 'Subject: a\n\n');
    await writeFile(join(path, 'later', 'c.eml'), 'Subject: c\n\n');
    await writeFile(join(path, 'notes.txt'), 'no mail');
    assert.deepEqual((await entriesOf(path)).map(({ origin }) => origin), ['A.EML', 'b.eml', 'later/c.eml']);
  });

  test('may be a Maildir: cur and new count, tmp does not', async () => {
    const path = join(folder, 'maildir');
    for (const part of ['cur', 'new', 'tmp', '.Sent/cur', '.Sent/tmp']) {
      await mkdir(join(path, part), { recursive: true });
      await writeFile(join(path, part, '1700.M1.host:2,S'), `Subject: ${part}\n\n`);
    }
    assert.deepEqual(rawOf(await entriesOf(path)), ['.Sent/cur', 'cur', 'new'].map((part) => `Subject: ${part}\n\n`));
  });

  test('skips an oversized file with a reason', async () => {
    const path = join(folder, 'large');
    await mkdir(path);
    await writeFile(join(path, 'a.eml'), 'Subject: a\n\ntoo long');
    const archive = await openArchive(path, { maxMessageBytes: 10 });
    assert.deepEqual(await all(archive.entries), [{ origin: 'a.eml', skipped: 'The message has 20 bytes; at most 10 are read.' }]);
  });

  test('without mail is refused', async () => {
    const path = join(folder, 'empty');
    await mkdir(path);
    await assert.rejects(openArchive(path), /holds no mail: neither \.eml files nor a Maildir/);
  });
});

test('a single .eml file is an archive of one', async () => {
  const path = join(folder, 'one.eml');
  await writeFile(path, mail());
  assert.deepEqual(await entriesOf(path), [{ origin: 'one.eml', raw: mail() }]);
});

test('a file that is no mail is refused, and so is one that is not there', async () => {
  const path = join(folder, 'report.pdf');
  await writeFile(path, '%PDF-1.7\n...');
  await assert.rejects(openArchive(path), /is not a mail archive: it begins neither/);
  await assert.rejects(openArchive(join(folder, 'absent')), /cannot be opened: ENOENT/);
});
