/** One mail: what its bytes say is understood, and what they break is mended, bounded and reported. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseMail } from '../../src/platform/mail/parse.ts';
import type { MailMessage } from '../../src/platform/mail/mail-message.ts';
import { storableText } from '../../src/platform/mail/storable-text.ts';
import { bareMail, base64, encoded, mail, multipart, quotedPrintable } from '../support/mail-fixtures.ts';
import type { HeaderValue } from '../support/mail-fixtures.ts';

const parsed = (headers: Record<string, HeaderValue | HeaderValue[]>, body?: HeaderValue): Promise<MailMessage> => parseMail(mail({ headers, body }));

test('a plain mail', async () => {
  const { contentHash, ...message } = await parsed({
    'Reply-To': 'Biuro <biuro@example.com>', Cc: 'jan@EXAMPLE.com', 'In-Reply-To': '<zero@firma.example>',
    References: '<root@x> <zero@firma.example>\r\n <root@x>', 'Content-Language': 'pl-PL, en',
  });
  assert.match(contentHash, /^[0-9a-f]{64}$/);
  assert.deepEqual(message, {
    messageId: 'one@example.com', inReplyTo: 'zero@firma.example', references: ['root@x', 'zero@firma.example'],
    subject: 'Zapytanie ofertowe', date: new Date('2025-02-03T11:00:00Z'), language: 'pl-PL',
    from: [{ name: 'Anna Nowak', address: 'anna@example.com' }], to: [{ name: '', address: 'sales@firma.example' }],
    cc: [{ name: '', address: 'jan@example.com' }], bcc: [], replyTo: [{ name: 'Biuro', address: 'biuro@example.com' }],
    listId: undefined, listPost: undefined, autoSubmitted: false, bulk: false, deliveredTo: [], loops: [], returnPath: undefined, report: undefined,
    text: 'Hello', html: undefined, attachments: [], defects: [],
  });
});

describe('headers', () => {
  for (const [what, value, subject] of [
    ['raw UTF-8', Buffer.from('Zażółć'), 'Zażółć'],
    ['raw windows-1250', encoded('Wycena części', 'windows-1250'), 'Wycena części'],
    ['raw GB 18030', encoded('关于报价的问题', 'gb18030'), '关于报价的问题'],
    ['encoded words, folded, a character split between two', '=?utf-8?B?xbw=?=\r\n =?utf-8?Q?=C3?=\r\n\t=?utf-8?Q?=B3=C5=82ty?=', 'żółty'],
    ['an encoded word with a false charset', `=?us-ascii?Q?${quotedPrintable(Buffer.from('Łódź'))}?=`, 'Łódź'],
    ['an encoded word with an unknown charset', `=?x-mazovia?B?${encoded('święta', 'windows-1250').toString('base64')}?=`, 'święta'],
    ['encoded words that switch the charset back at the end of each', '=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=', 'テストテスト'],
    ['a question mark inside an encoded word', '=?utf-8?Q?Naprawd=C4=99??=', 'Naprawdę?'],
    ['text around encoded words', 'Re: =?iso-8859-2?Q?=B3o=B6?= (2)', 'Re: łoś (2)'],
    ['NUL and other controls', 'a\0b\u0007c', 'abc'],
    ['folding with many blanks', 'one\r\n \t  two', 'one two'],
    ['nothing', '', ''],
  ] as const) {
    test(`a subject in ${what}`, async () => assert.equal((await parsed({ Subject: value })).subject, subject));
  }

  test('may all be missing', async () => {
    const message = await parseMail(bareMail({ body: 'only text' }));
    assert.deepEqual([message.messageId, message.subject, message.from, message.to, message.date, message.text], [undefined, '', [], [], undefined, 'only text']);
    assert.deepEqual(message.defects, ['There is no Date, and nothing else tells when the mail was sent.']);
  });

  test('of the same name: the first counts, address lists add up', async () => {
    const message = await parsed({ Subject: ['first', 'second'], To: ['a@x.example', 'b@x.example, a@x.example'] });
    assert.equal(message.subject, 'first');
    assert.deepEqual(message.to.map(({ address }) => address), ['a@x.example', 'b@x.example']);
  });

  test('of a megabyte, and recipients by the thousand, are bounded', async () => {
    const recipients = Array.from({ length: 5000 }, (_, index) => `Person ${index} <p${index}@x.example>`).join(',\r\n ');
    const message = await parsed({ Subject: 'x'.repeat(1_000_000), To: recipients, References: Array.from({ length: 900 }, (_, index) => `<${index}@x>`).join(' ') });
    assert.equal(message.subject.length, 1000);
    assert.equal(message.to.length, 1000);
    assert.deepEqual([message.references.length, message.references[0], message.references.at(-1)], [100, '0@x', '899@x']);
    assert.deepEqual(message.defects, ['The header is damaged or too large; parts of it were left out.']);
  });

  test('with a stray line are read on, without an empty line they end where the text begins', async () => {
    const stray = await parseMail(Buffer.from('From: a@x.example\nnonsense\nSubject: here\n\ntext'));
    assert.deepEqual([stray.subject, stray.text], ['here', 'text']);
    const joined = await parseMail(Buffer.from('Subject: here\nDear Anna,\nhow are you?'));
    assert.deepEqual([joined.subject, joined.text], ['here', 'Dear Anna,\nhow are you?']);
  });

  test('a message id of any length is bounded and stays itself', async () => {
    const long = 'x'.repeat(5000);
    const [one, other] = await Promise.all([parsed({ 'Message-ID': `<${long}1@x>` }), parsed({ 'Message-ID': `<${long}2@x>`, References: `<${long}1@x>` })]);
    assert.ok((one.messageId?.length ?? 0) < 250);
    assert.notEqual(one.messageId, other.messageId);
    assert.deepEqual(other.references, [one.messageId]);
  });
});

describe('addresses', () => {
  for (const [value, expected] of [
    ['"Nowak, Anna" <Anna.Nowak@EXAMPLE.com>', [{ name: 'Nowak, Anna', address: 'Anna.Nowak@example.com' }]],
    ['=?iso-8859-2?Q?Micha=B3_W=F3jcik?= <m@x.example>', [{ name: 'Michał Wójcik', address: 'm@x.example' }]],
    ['"=?utf-8?B?5byg5Lyf?=" <zw@x.example>', [{ name: '张伟', address: 'zw@x.example' }]],
    ['anna at example.com (Anna Nowak)', [{ name: 'Anna Nowak', address: 'anna@example.com' }]],
    ["'jan@x.example' <jan@x.example>", [{ name: '', address: 'jan@x.example' }]],
    ['undisclosed-recipients:;', []],
    ['Team: a@x.example, B <b@x.example>;', [{ name: '', address: 'a@x.example' }, { name: 'B', address: 'b@x.example' }]],
    ['/O=ORG/OU=EXCH/CN=JKOWALSKI', [{ name: '/O=ORG/OU=EXCH/CN=JKOWALSKI' }]],
    ['Bob <bob>', [{ name: 'Bob' }]],
    ['<@relay.example:anna@x.example>', [{ name: '', address: 'anna@x.example' }]],
    ['mailto:anna@x.example', [{ name: '', address: 'anna@x.example' }]],
    ['', []],
  ] as const) {
    test(`From: ${value}`, async () => assert.deepEqual((await parsed({ From: value })).from, expected));
  }

  test('the person behind a list that writes under its own address', async () => {
    const list = { 'List-Id': 'Help <help.lists.example>', 'List-Post': '<mailto:help@lists.example>', From: 'Anna Nowak via help <help@lists.example>' };
    const anna = [{ name: 'Anna Nowak', address: 'anna@example.com' }];
    assert.deepEqual((await parsed({ ...list, 'Reply-To': 'anna@example.com' })).from, anna);
    assert.deepEqual((await parsed({ ...list, 'X-Original-From': 'Anna Nowak <anna@example.com>', 'Reply-To': 'help@lists.example' })).from, anna);
    const message = await parsed(list);
    assert.deepEqual([message.listId, message.listPost, message.from[0]?.address], ['help.lists.example', 'help@lists.example', 'help@lists.example']);
  });

  test('the sender stands in for a missing From', async () => {
    assert.deepEqual((await parseMail(bareMail({ headers: { Sender: 'Anna <anna@example.com>' } }))).from, [{ name: 'Anna', address: 'anna@example.com' }]);
  });
});

describe('dates', () => {
  const RECEIVED = 'from a by b; Tue, 4 Feb 2025 10:00:00 +0000';
  const DATES: [string, Record<string, string | string[]>, string][] = [
    ['with a zone name', { Date: 'Mon, 3 Feb 2025 12:00:00 CET (mid-winter)' }, '2025-02-03T11:00:00.000Z'],
    ['with two digits for the year', { Date: '3 Feb 98 12:00:00 GMT' }, '1998-02-03T12:00:00.000Z'],
    ['without zone', { Date: 'Mon, 3 Feb 2025 12:00' }, '2025-02-03T12:00:00.000Z'],
    ['as of C', { Date: 'Mon Feb  3 12:00:00 2025' }, '2025-02-03T12:00:00.000Z'],
    ['as of ISO', { Date: '2025-02-03T12:00:00+01:00' }, '2025-02-03T11:00:00.000Z'],
    ['broken, but received', { Date: 'Pn, 32 luty', Received: ['from x', RECEIVED] }, '2025-02-04T10:00:00.000Z'],
    ['of a day that never was', { Date: '31 Feb 2025 12:00:00 GMT', Received: RECEIVED }, '2025-02-04T10:00:00.000Z'],
    ['of a clock that starts at 1970', { Date: '1 Jan 1970 00:00:00 GMT', Received: RECEIVED }, '2025-02-04T10:00:00.000Z'],
    ['of the future', { Date: '3 Feb 2925 12:00:00 GMT', Received: RECEIVED }, '2025-02-04T10:00:00.000Z'],
    ['after the mail was received', { Date: '3 Mar 2025 12:00:00 GMT', Received: RECEIVED }, '2025-02-04T10:00:00.000Z'],
  ];
  for (const [what, headers, iso] of DATES) {
    test(what, async () => assert.equal((await parsed(headers)).date?.toISOString(), iso));
  }

  test('the envelope date is the last resort, then there is none', async () => {
    const envelopeDate = new Date('2025-02-05T00:00:00Z');
    assert.deepEqual((await parseMail(mail({ headers: { Date: 'soon' } }), { envelopeDate })).date, envelopeDate);
    assert.equal((await parsed({ Date: 'soon' })).date, undefined);
  });
});

describe('bodies', () => {
  for (const [charset, text] of [['iso-8859-2', 'Zażółć gęślą'], ['windows-1250', 'Příliš žluťoučký'], ['gb18030', '您好，谢谢'], ['koi8-r', 'Привет']] as const) {
    for (const [encoding, write] of [['8bit', (bytes: Buffer) => bytes], ['base64', base64], ['quoted-printable', quotedPrintable]] as const) {
      test(`${charset} in ${encoding}`, async () => {
        const message = await parsed({ 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': encoding }, write(encoded(text, charset)));
        assert.equal(message.text, text);
      });
    }
  }

  for (const [what, type, body, text] of [
    ['windows-1250 called ISO-8859-2', 'text/plain; charset=iso-8859-2', encoded('Wiśnia', 'windows-1250'), 'Wiśnia'],
    ['windows-1250 called nothing', 'text/plain', encoded('Příliš žluťoučký', 'windows-1250'), 'Příliš žluťoučký'],
    ['UTF-8 called ASCII', 'text/plain; charset=us-ascii', Buffer.from('Zażółć'), 'Zażółć'],
    ['a charset nobody knows', 'text/plain; charset=x-bazaar', encoded('您好，谢谢您', 'gb18030'), '您好，谢谢您'],
  ] as const) {
    test(what, async () => assert.equal((await parsed({ 'Content-Type': type }, body)).text, text));
  }

  test('broken base64 gives what can be read', async () => {
    assert.match((await parsed({ 'Content-Transfer-Encoding': 'base64' }, 'SGVsbG8*gd29y=\r\nbGQ')).text, /^Hello w/);
  });

  test('broken quoted-printable keeps what is not encoded', async () => {
    assert.equal((await parsed({ 'Content-Transfer-Encoding': 'quoted-printable' }, '100=% sure=\r\n, =C5=82 =ZZ')).text, '100=% sure, ł =ZZ');
  });

  test('HTML only: sanitised HTML and readable text', async () => {
    const message = await parsed({ 'Content-Type': 'text/html; charset=iso-8859-2' }, encoded('<p>Dzień dobry,<br>cena: <b>5 zł</b></p><script>x</script>', 'iso-8859-2'));
    assert.equal(message.html, '<p>Dzień dobry,<br />cena: <b>5 zł</b></p>');
    assert.equal(message.text, 'Dzień dobry,\ncena: 5 zł');
  });

  test('alternatives are one text; a footer of the list is in both forms', async () => {
    const alternative = multipart('alternative', [
      { headers: { 'Content-Type': 'text/plain' }, body: 'plain' },
      { headers: { 'Content-Type': 'text/html' }, body: '<i>rich</i>' },
    ]);
    const message = await parseMail(mail(multipart('mixed', [alternative, { headers: { 'Content-Type': 'text/plain' }, body: '-- list < footer' }])));
    assert.equal(message.text, 'plain\n\n-- list < footer');
    assert.equal(message.html, '<i>rich</i>\n<div>-- list &lt; footer</div>');
    assert.deepEqual(message.attachments, []);
  });

  test('format=flowed lines are joined', async () => {
    assert.equal((await parsed({ 'Content-Type': 'text/plain; format=flowed' }, 'one \r\ntwo\r\nthree')).text, 'one two\nthree');
  });

  test('a multipart without its boundary is read as text', async () => {
    assert.equal((await parsed({ 'Content-Type': 'multipart/mixed' }, 'still here')).text, 'still here');
    assert.equal((await parsed({ 'Content-Type': 'multipart/mixed; boundary=lost' }, 'still here')).text, 'still here');
  });

  test('nesting without end is kept as raw text, with a reason', async () => {
    let part = { body: 'core' };
    for (let depth = 0; depth < 300; depth += 1) part = multipart('mixed', [part], `b${depth}`) as typeof part;
    const message = await parseMail(mail(part));
    assert.match(message.text, /core/);
    assert.match(message.defects.join(), /The body is kept as raw text: Maximum MIME nesting depth/);
  });

  test('lines by the million are cut, with a reason', { timeout: 20_000 }, async () => {
    const message = await parsed({}, 'ab\n'.repeat(1_000_000));
    assert.deepEqual(message.defects, ['The mail has too many short lines; its end was left out.']);
    assert.match(message.text, /^(?:ab\n){100000}/);
  });

  test('line ends of a carriage return alone are line ends', async () => {
    const message = await parseMail(Buffer.from('Subject: old\rFrom: a@x.example\r\rtext\rmore'));
    assert.deepEqual([message.subject, message.text], ['old', 'text\nmore']);
  });

  test('an answer from a machine is known as one', async () => {
    assert.equal((await parsed({ 'Auto-Submitted': 'auto-replied' })).autoSubmitted, true);
    assert.equal((await parsed({ 'Auto-Submitted': 'no' })).autoSubmitted, false);
    assert.equal((await parsed({ 'Content-Type': 'multipart/report; boundary=x' })).autoSubmitted, true);
  });
});

test('text fit to be stored is well-formed, without controls, and never cut through a character', () => {
  assert.equal(storableText('a\ud800b\0c\r\nd\re\tf', 100), 'a\ufffdbc\nd\ne\tf');
  assert.equal(storableText('ab😀', 3), 'ab');
});

describe('anything', () => {
  /** Every string of the result is fit for PostgreSQL. */
  function assertStorable(message: MailMessage): void {
    const texts = JSON.stringify({ ...message, attachments: message.attachments.map(({ content, ...rest }) => [rest, content?.length]) });
    assert.ok(!texts.includes('\\u0000'), 'no NUL');
    assert.ok(!/\\ud[89a-f]/.test(texts), 'no lone surrogate');
  }

  test('arbitrary bytes never throw', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => assertStorable(await parseMail(Buffer.from(bytes)))), { numRuns: 300 });
  });

  test('arbitrary pieces of mails never throw', async () => {
    const piece = fc.oneof(
      fc.constantFrom('\r\n', '\n', '\n\n', '--b', '--b--', 'Content-Type: ', 'multipart/mixed; boundary=b', 'message/rfc822', 'text/html; charset=', 'gb18030',
        'Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename*0*=', "utf-8''%FF%00", 'From: ', 'To: ', '=?utf-8?Q?=00=ED=A0=80?=', '<', '>', '@', ',', ';', '"',
        'Date: ', '99 Feb 9999', 'References: ', '\0', '\ud800', '<img src=cid:', '<div '),
      fc.string({ maxLength: 20 }),
    );
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => assertStorable(await parseMail(Buffer.from(pieces.join(''))))), { numRuns: 500 });
  });
});

describe('the author behind a list that writes under its own address', () => {
  const behind = (headers: Record<string, HeaderValue>) => parsed({
    From: 'Anna Nowak via users <users@lists.example>', 'List-Post': '<mailto:users@lists.example>', ...headers,
  }).then(({ from }) => from);

  for (const [what, headers, address] of [
    ['stands in Reply-To', { 'Reply-To': 'anna@firma.example', 'X-MailFrom': 'other@firma.example' }, 'anna@firma.example'],
    ['else in the envelope', { 'Reply-To': 'users@lists.example', 'X-MailFrom': 'anna@firma.example' }, 'anna@firma.example'],
    ['without the signature that changes with every mail', { 'X-MailFrom': 'prvs=86446420ef=anna@firma.example' }, 'anna@firma.example'],
    ['and is not an address made for one mail', { 'X-MailFrom': '0100019d78954647-670771b9-bad7-49de-90c9-000000@mail.firma.example' }, 'users@lists.example'],
  ] as const) {
    test(what, async () => {
      const [author] = await behind(headers);
      assert.equal(author?.address, address);
    });
  }
});
