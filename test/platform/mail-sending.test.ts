/** The outgoing side of mail against a real SMTP server: what arrives, and what is known of what did not. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { OutgoingMail, SendOutcome } from '../../src/kernel/ports.ts';
import { createFolderStore } from '../../src/platform/files/folder-store.ts';
import { createSealing } from '../../src/platform/http/sealing.ts';
import { createMailer, type Mailer, type MailerOptions } from '../../src/platform/mail/outgoing/mailer.ts';
import { parseMail } from '../../src/platform/mail/parse.ts';
import { verifyDkim } from '../support/dkim.ts';
import { openPostOffice, refusal, type PostOffice } from '../support/post-office.ts';

const TENANT = randomUUID();
let folder: string;
let office: PostOffice;
const mailers: Mailer[] = [];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-mail-'));
  office = await openPostOffice();
});
after(async () => {
  for (const mailer of mailers) mailer.close();
  await office.stop();
  await rm(folder, { recursive: true, force: true });
});

function mailer(options: Partial<MailerOptions> & { url?: string; patience?: number } = {}): Mailer {
  const { url = office.url, patience = 2_000, ...more } = options;
  const made = createMailer({ smtp: { url, startTls: 'OFFERED', patience }, folder: join(folder, 'mail'), dkim: null, returnByMessage: true, ...more }, {
    sealing: createSealing('a secret that is long enough for tests'), files: createFolderStore(join(folder, 'files')), now: () => new Date(),
  });
  mailers.push(made);
  return made;
}

function mail(by: Mailer, more: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    tenant: TENANT, name: by.nameOf(TENANT, randomUUID()), from: { name: 'Kolibřík', address: 'support@shop.example' },
    to: [{ name: 'Łukasz Żak', address: 'lukasz@customer.example' }], subject: 'Twoje zamówienie — zażółć gęślą jaźń', text: 'Dzień dobry', date: new Date('2026-05-04T10:00:00Z'), ...more,
  };
}

/** What arrived last. */
const last = (): PostOffice['delivered'][number] => office.delivered.at(-1)!;

describe('a mail that is sent', () => {
  it('arrives with all that makes it a mail, in any script', async () => {
    const by = mailer();
    const { hash } = await createFolderStore(join(folder, 'files')).put(TENANT, Buffer.from('%PDF'));
    const sent = mail(by, {
      html: '<p>Dzień dobry</p><img src="cid:logo">', cc: [{ name: '王小明', address: 'wang@customer.example' }], bcc: [{ address: 'quiet@customer.example' }],
      replyTo: [{ address: 'orders@shop.example' }], inReplyTo: 'second@customer.example', references: ['first@customer.example', 'second@customer.example'], language: 'pl',
      attachments: [{ fileName: 'Účtenka č. 7.pdf', contentType: 'application/pdf', hash }, { fileName: 'logo.png', contentType: 'image/png', hash, contentId: 'logo' }],
    });
    assert.deepEqual(await by.send(sent), { outcome: 'SENT', refused: [], knownAs: null });
    const { mail: got, raw, to, from } = last();
    assert.deepEqual(to, ['lukasz@customer.example', 'wang@customer.example', 'quiet@customer.example']);
    assert.equal(from, `support+b-${sent.name}@shop.example`);
    assert.equal(got.messageId, `${sent.name}@shop.example`);
    assert.equal(got.subject, 'Twoje zamówienie — zażółć gęślą jaźń');
    assert.deepEqual(got.from, [{ name: 'Kolibřík', address: 'support@shop.example' }]);
    assert.deepEqual(got.to, [{ name: 'Łukasz Żak', address: 'lukasz@customer.example' }]);
    assert.deepEqual(got.cc, [{ name: '王小明', address: 'wang@customer.example' }]);
    assert.deepEqual([got.bcc, got.replyTo], [[], [{ name: '', address: 'orders@shop.example' }]]);
    assert.deepEqual([got.inReplyTo, got.references, got.language], ['second@customer.example', ['first@customer.example', 'second@customer.example'], 'pl']);
    assert.equal(got.date?.toISOString(), '2026-05-04T10:00:00.000Z');
    assert.equal(got.text.trim(), 'Dzień dobry');
    assert.match(got.html ?? '', /<p>Dzień dobry<\/p>/);
    assert.deepEqual(got.attachments.map(({ fileName, contentType, contentId, inline }) => [fileName, contentType, contentId, inline]).sort(),
      [['logo.png', 'image/png', 'logo', true], ['Účtenka č. 7.pdf', 'application/pdf', undefined, false]]);
    assert.equal(got.autoSubmitted, false);
    assert.doesNotMatch(raw.toString('latin1'), /quiet@customer|X-Mailer/i);
    assert.match(raw.toString('latin1'), /^MIME-Version: 1\.0\r$/m);
    assert.doesNotMatch(raw.toString('latin1').split('\r\n\r\n')[0] ?? '', /[^\x20-\x7e\r\n\t]/);
  });

  it('says that a machine wrote it, and how to leave the list', async () => {
    const by = mailer();
    await by.send(mail(by, { automatic: 'REPLIED', unsubscribeUrl: 'https://shop.example/u/abc' }));
    const text = last().raw.toString();
    assert.match(text, /^Auto-Submitted: auto-replied\r$/m);
    assert.match(text, /^List-Unsubscribe: <https:\/\/shop\.example\/u\/abc>\r$/m);
    assert.match(text, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    assert.equal(last().mail.autoSubmitted, true);
  });

  it('is signed over all that counts, and the signature breaks with it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const by = mailer({ dkim: { selector: 'k1', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), domain: null } });
    await by.send(mail(by, { html: '<p>Dzień  dobry</p>', unsubscribeUrl: 'https://shop.example/u/abc', text: 'One line  \n\n.\n..dots\n\n\n' }));
    const { raw } = last();
    const verdict = verifyDkim(raw, publicKey);
    assert.deepEqual([verdict.domain, verdict.selector, verdict.bodyHolds, verdict.signatureHolds], ['shop.example', 'k1', true, true]);
    for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']) assert.ok(verdict.covered.includes(name), name);
    const changed = (from: string, to: string): Buffer => Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');
    assert.equal(verifyDkim(changed('One-Click', 'Two-Click'), publicKey).signatureHolds, false);
    assert.equal(verifyDkim(changed('dots', 'dogs'), publicKey).bodyHolds, false);
  });

  it('cannot be given another header by any text', async () => {
    const by = mailer();
    const breaks = fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', '\0', '\u2028', 'Bcc: evil@example.com', ' ', 'a', 'ž', '"', '<', '>', '=?utf-8?Q?=0D=0ABcc:_x?='), maxLength: 12 });
    await fc.assert(fc.asyncProperty(breaks, breaks, breaks, async (subject, name, fileName) => {
      const { hash } = await createFolderStore(join(folder, 'files')).put(TENANT, Buffer.from('x'));
      await by.send(mail(by, { subject, to: [{ name, address: 'a@b.example' }], from: { name, address: 'support@shop.example' }, attachments: [{ fileName: fileName || 'x', contentType: 'text/x', hash }] }));
      const { mail: got, to, raw } = last();
      assert.deepEqual([to, got.to.map(({ address }) => address), got.cc, got.bcc], [['a@b.example'], ['a@b.example'], [], []]);
      assert.doesNotMatch(raw.toString('latin1').split('\r\n\r\n')[0] ?? '', /^Bcc:/im);
      assert.equal(got.attachments.length, 1);
    }), { numRuns: 40 });
    await assert.rejects(by.send(mail(by, { inReplyTo: 'a\r\nBcc: evil@example.com' })), /control character/);
    await assert.rejects(by.send(mail(by, { unsubscribeUrl: 'https://x/\nBcc: evil@example.com' })), /control character/);
    await assert.rejects(by.send(mail(by, { to: [{ address: 'a@b.example\r\nRCPT TO:<evil@example.com>' }] })), /control character/);
  });

  it('becomes a file where there is no server, which a mail program opens', async () => {
    const by = mailer({ smtp: null });
    assert.equal((await by.send(mail(by))).outcome, 'SENT');
    const [file] = await readdir(join(folder, 'mail'));
    assert.match(file ?? '', /\.eml$/);
    const got = await parseMail(await readFile(join(folder, 'mail', file ?? '')));
    assert.equal(got.subject, 'Twoje zamówienie — zażółć gęślą jaźń');
  });

  it('goes over connections that are kept, by password and encrypted', async () => {
    const secure = await openPostOffice({ secure: true, authOptional: false });
    try {
      const url = secure.url.replace('127.0.0.1', 'anna%40shop.example:let%20me%20in@localhost');
      const untrusted = mailer({ url });
      assert.deepEqual([(await untrusted.send(mail(untrusted))).outcome, secure.delivered.length], ['POSTPONED', 0], 'the certificate is of nobody we trust');
      const guarded = await openPostOffice({ disabledCommands: [], authOptional: true });
      const by = mailer({ smtp: { url: guarded.url, startTls: 'REQUIRED' } });
      assert.deepEqual([(await by.send(mail(by))).outcome, guarded.delivered.length], ['POSTPONED', 0]);
      await guarded.stop();
    } finally {
      await secure.stop();
    }
    const before = office.connections();
    const by = mailer({ url: office.url.replace('127.0.0.1', 'anna%40shop.example:let%20me%20in@127.0.0.1') });
    for (let n = 0; n < 5; n += 1) await by.send(mail(by));
    assert.equal(office.connections() - before, 1);
    assert.equal(last().user, 'anna@shop.example');
  });
});

describe('what a server does not take', () => {
  const outcome = async (sent: Promise<SendOutcome>): Promise<[string, string | null]> => {
    const got = await sent;
    return [got.outcome, 'statusCode' in got ? got.statusCode : null];
  };

  it('is refused for good, or to be tried again, as the server says', async () => {
    const by = mailer();
    for (const [reply, expected] of [
      ['550 5.1.1 No such user', ['REFUSED', '5.1.1']], ['550 Nobody', ['REFUSED', '550']], ['452 4.2.2 Full', ['POSTPONED', '4.2.2']], ['421 4.3.2 Going down', ['POSTPONED', '4.3.2']],
    ] as const) {
      office.onRecipient = () => reply;
      assert.deepEqual(await outcome(by.send(mail(by))), expected, reply);
      office.onRecipient = () => null;
      office.onMail = () => { throw refusal(reply); };
      assert.deepEqual(await outcome(by.send(mail(by))), expected, `${reply} after the message`);
      office.onMail = () => {};
    }
    assert.deepEqual(await outcome(by.send(mail(by))), ['SENT', null], 'the connection goes on');
  });

  it('says who of several was refused', async () => {
    const by = mailer();
    office.onRecipient = (address) => (address.startsWith('gone') ? '550 5.1.1 No such user' : null);
    const sent = await by.send(mail(by, { cc: [{ address: 'gone@customer.example' }] }));
    assert.equal(sent.outcome, 'SENT');
    assert.deepEqual('refused' in sent && sent.refused.map(({ address, statusCode }) => [address, statusCode]), [['gone@customer.example', '5.1.1']]);
    office.onRecipient = (address) => (address.startsWith('gone') ? '550 5.1.1 No such user' : '451 4.7.1 Later');
    assert.equal((await by.send(mail(by, { cc: [{ address: 'gone@customer.example' }] }))).outcome, 'POSTPONED');
    office.onRecipient = () => null;
  });

  it('says whether it is of the sender, and so of every mail', async () => {
    const by = mailer();
    for (const [reply, expected] of [
      ['553 5.7.1 Not yours', ['REFUSED', true]], ['451 4.7.1 Later', ['POSTPONED', true]], ['552 5.3.4 Too large', ['REFUSED', false]],
    ] as const) {
      office.onSender = () => reply;
      const got = await by.send(mail(by));
      assert.deepEqual([got.outcome, 'ofSender' in got && got.ofSender], expected, reply);
    }
    office.onSender = () => null;
    office.onRecipient = () => '550 5.1.1 No such user';
    const refused = await by.send(mail(by));
    assert.equal('ofSender' in refused && refused.ofSender, false);
    office.onRecipient = () => null;
  });

  it('is to be tried again when nobody listens, the greeting does not come, or the password is wrong', async () => {
    const nobody = mailer({ url: 'smtp://127.0.0.1:1' });
    assert.equal((await nobody.send(mail(nobody))).outcome, 'POSTPONED');
    const sockets: Socket[] = [];
    const silent = createServer((socket) => { sockets.push(socket); }).listen(0, '127.0.0.1');
    await new Promise((resolve) => { silent.once('listening', resolve); });
    const waiting = mailer({ url: `smtp://127.0.0.1:${(silent.address() as { port: number }).port}`, patience: 300 });
    assert.equal((await waiting.send(mail(waiting))).outcome, 'POSTPONED');
    for (const socket of sockets) socket.destroy();
    silent.close();
    const wrong = mailer({ url: office.url.replace('127.0.0.1', 'anna:wrong@127.0.0.1') });
    assert.deepEqual(await outcome(wrong.send(mail(wrong))), ['POSTPONED', '5.7.8']);
  });

  it('is uncertain when the connection is lost after all of it was handed over', async () => {
    const by = mailer();
    const before = office.delivered.length;
    office.onMail = () => { office.cut(); };
    assert.equal((await by.send(mail(by))).outcome, 'UNCERTAIN');
    assert.equal(office.delivered.length, before + 1, 'it was kept, and only we do not know');
    office.onMail = () => new Promise(() => {});
    const impatient = mailer({ patience: 300 });
    assert.equal((await impatient.send(mail(impatient))).outcome, 'UNCERTAIN');
    office.onMail = () => {};
    assert.equal((await by.send(mail(by))).outcome, 'SENT');
    assert.equal(office.delivered.length, before + 2);
  });

  it('is to be tried again when the connection is lost before that, though the server had begun to take it', async () => {
    const by = mailer();
    office.onRecipient = () => { office.cut(); return null; };
    assert.equal((await by.send(mail(by))).outcome, 'POSTPONED');
    office.onRecipient = () => null;
    const { hash } = await createFolderStore(join(folder, 'files')).put(TENANT, Buffer.alloc(8_000_000, 'x'));
    const seen: number[] = [];
    const cutting = await openPostOffice({ onData(stream) { let size = 0; stream.on('data', (chunk: Buffer) => { size += chunk.length; if (size > 100_000) { seen.push(size); cutting.cut(); } }); } });
    const large = mailer({ url: cutting.url });
    assert.equal((await large.send(mail(large, { attachments: [{ fileName: 'large.bin', contentType: 'application/octet-stream', hash }] }))).outcome, 'POSTPONED');
    assert.ok(seen.length > 0);
    await cutting.stop();
  });
});

describe('the name of a message', () => {
  it('is found in the address mail comes back to and in the Message-ID, whatever became of its case', () => {
    const by = mailer();
    fc.assert(fc.property(fc.uuid(), fc.uuid(), (tenant, id) => {
      const name = by.nameOf(tenant, id);
      assert.equal(by.named(tenant, `Support+B-${name.toUpperCase()}@shop.example`), id);
      assert.equal(by.named(tenant, `${name}@shop.example`), id);
    }));
  });

  it('cannot be made up, nor used in another organisation', () => {
    const by = mailer();
    const name = by.nameOf(TENANT, randomUUID());
    assert.equal(by.named(randomUUID(), `${name}@shop.example`), null);
    for (let at = 0; at < name.length; at += 1) {
      const other = name.slice(0, at) + (name[at] === 'a' ? 'b' : 'a') + name.slice(at + 1);
      assert.equal(by.named(TENANT, `${other}@shop.example`), null);
    }
    for (const text of ['', 'x', name, `${name}a@shop.example`, `a${name}@shop.example`, 'support@shop.example', `${'!'.repeat(40)}@x`]) assert.equal(by.named(TENANT, text), null);
  });

  it('stands in no address that would become too long for it', async () => {
    const by = mailer();
    await by.send(mail(by, { from: { address: 'a-department-with-a-long-name@shop.example' } }));
    assert.equal(last().from, 'a-department-with-a-long-name@shop.example');
  });
});
