/** Attachments keep their content and lose what is dangerous in their names. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { safeFileName } from '../../src/platform/mail/mail-attachments.ts';
import type { MailAttachment } from '../../src/platform/mail/mail-message.ts';
import { parseMail } from '../../src/platform/mail/parse.ts';
import type { ParseOptions } from '../../src/platform/mail/parse.ts';
import { bareMail, base64, encoded, mail, multipart } from '../support/mail-fixtures.ts';
import type { MailParts } from '../support/mail-fixtures.ts';

const TEXT: MailParts = { headers: { 'Content-Type': 'text/plain' }, body: 'see below' };

async function attachmentsOf(part: MailParts, options?: ParseOptions): Promise<MailAttachment[]> {
  return (await parseMail(mail(multipart('mixed', [TEXT, part])), options)).attachments;
}

function file(disposition: MailParts['headers'], content = Buffer.from('abc')): MailParts {
  return { headers: { 'Content-Type': 'application/pdf', 'Content-Transfer-Encoding': 'base64', ...disposition }, body: base64(content) };
}

test('an attachment has name, type, size, digest and content', async () => {
  assert.deepEqual(await attachmentsOf(file({ 'Content-Disposition': 'attachment; filename="oferta.pdf"' })), [{
    fileName: 'oferta.pdf', contentType: 'application/pdf', size: 3, content: Buffer.from('abc'), contentId: undefined, inline: false,
    digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  }]);
});

describe('a file name', () => {
  for (const [what, disposition, name] of [
    ['in RFC 2231', "attachment; filename*=iso-8859-2''zam%F3wienie.pdf", 'zamówienie.pdf'],
    ['in RFC 2231, in pieces', "attachment; filename*0*=utf-8''%E6%8A%A5%E4;\r\n filename*1*=%BB%B7; filename*2=\".pdf\"", '报价.pdf'],
    ['in encoded words', 'attachment; filename="=?iso-8859-2?Q?wycena_cz=EA=B6ci.pdf?="', 'wycena części.pdf'],
    ['in raw windows-1250', encoded('attachment; filename="ceník.pdf"', 'windows-1250'), 'ceník.pdf'],
    ['in raw GB 18030', encoded('attachment; filename="报价单.pdf"', 'gb18030'), '报价单.pdf'],
    ['with a path', 'attachment; filename="..\\\\..\\\\etc/passwd"', 'passwd'],
    ['missing', 'attachment', 'attachment-1.pdf'],
  ] as const) {
    test(what, async () => assert.equal((await attachmentsOf(file({ 'Content-Disposition': disposition })))[0]?.fileName, name));
  }

  test('loses controls, turned direction, dots at the ends, and length', () => {
    assert.equal(safeFileName('invoice\u202Efdp.exe'), 'invoicefdp.exe');
    assert.equal(safeFileName('..'), '');
    assert.equal(safeFileName('.a\0\nb?<c>|.txt.'), 'a b__c__.txt');
    assert.match(safeFileName(`${'ż'.repeat(500)}.pdf`), /^ż{146}\.pdf$/);
  });
});

test('an attachment above the limit is listed without content', async () => {
  const [attachment] = await attachmentsOf(file({}, Buffer.alloc(1001)), { maxAttachmentBytes: 1000 });
  assert.deepEqual([attachment?.size, attachment?.content], [1001, undefined]);
});

test('attachments beyond a number are left out, with a reason', async () => {
  const message = await parseMail(mail(multipart('mixed', Array.from({ length: 250 }, () => file({})))));
  assert.equal(message.attachments.length, 200);
  assert.deepEqual(message.defects, ['The mail has 250 attachments; the first 200 were kept.']);
});

test('a forwarded mail is an attachment named by its subject', async () => {
  const forwarded = bareMail({ headers: { Subject: '=?utf-8?Q?Za=C5=BC=C3=B3=C5=82=C4=87?=' }, body: 'inner' });
  const [attachment] = await attachmentsOf({ headers: { 'Content-Type': 'message/rfc822' }, body: forwarded });
  assert.deepEqual([attachment?.fileName, attachment?.contentType], ['Zażółć.eml', 'message/rfc822']);
  assert.match(attachment?.content?.toString() ?? '', /inner$/);
});

test('a picture the text shows is inline', async () => {
  const html: MailParts = { headers: { 'Content-Type': 'text/html' }, body: '<img src="cid:logo@x" alt="Logo">' };
  const picture: MailParts = { headers: { 'Content-Type': 'image/png', 'Content-ID': '<logo@x>', 'Content-Transfer-Encoding': 'base64' }, body: base64(Buffer.from('png')) };
  const message = await parseMail(mail(multipart('related', [html, picture])));
  assert.deepEqual(message.attachments.map(({ fileName, inline, contentId }) => ({ fileName, inline, contentId })), [
    { fileName: 'attachment-1.png', inline: true, contentId: 'logo@x' },
  ]);
  assert.equal(message.html, '<img src="cid:logo@x" alt="Logo" />');
  assert.equal(message.text, 'Logo');
});

test('a text part with a file name is a file', async () => {
  const [attachment] = await attachmentsOf({ headers: { 'Content-Type': 'text/plain; name=notes.txt' }, body: 'line\r\n' });
  assert.deepEqual([attachment?.fileName, attachment?.content?.toString()], ['notes.txt', 'line\n']);
});
