/** Which mails say that one of ours was not delivered, and what for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounceOf } from '../../src/crm/interactions/bounce.ts';
import { parseMail } from '../../src/platform/mail/parse.ts';

const said = async (mail: string, returned = false) => bounceOf(await parseMail(Buffer.from(mail.replaceAll('\n', '\r\n'))), returned);

const report = (recipients: string, more = ''): string => `From: MAILER-DAEMON@mx.example
Subject: Undelivered
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

${recipients}
${more}--b--
`;

test('a report tells of each recipient: who is gone, and who only was not reached', async () => {
  assert.deepEqual(await said(report(`Final-Recipient: rfc822; Gone@x.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No
 such user

Original-Recipient: rfc822;full@x.example
Final-Recipient: rfc822;full+inner@x.example
Action: FAILED
Status: 5.2.2

Final-Recipient: rfc822; late@x.example
Action: delayed
Status: 4.4.1
`)), { statusCode: '5.1.1', reason: 'Gone@x.example: 550 5.1.1 No such user\nfull@x.example: 5.2.2', dead: ['gone@x.example'] });
});

test('what was delayed, delivered or relayed did not come back, whatever the mail says besides', async () => {
  for (const action of ['delayed', 'delivered', 'relayed', 'expanded', '']) {
    assert.equal(await said(report(`Final-Recipient: rfc822; anna@x.example\nAction: ${action}\nStatus: 5.1.1\n`), true), null, action);
  }
});

test('prose counts only from a server, at the address of the envelope, when it speaks of failure', async () => {
  const prose = (from: string, subject: string, text: string, more = ''): string => `${more}From: ${from}\nSubject: ${subject}\n\n${text}\n`;
  const daemon = 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>';
  assert.deepEqual(await said(prose(daemon, 'failure notice', 'user unknown 5.1.1'), true), { statusCode: '5.1.1', reason: 'failure notice', dead: [] });
  assert.deepEqual(await said(prose('x@mx.example', 'Nachricht nicht zugestellt', 'Leider', 'Return-Path: <>\n'), true), { statusCode: null, reason: 'Nachricht nicht zugestellt', dead: [] });
  assert.equal(await said(prose(daemon, 'failure notice', 'user unknown 5.1.1'), false), null);
  assert.equal(await said(prose('Anna <anna@x.example>', 'failure notice', 'My machine says 5.1.1'), true), null);
  assert.equal(await said(prose('x@mx.example', 'Out of office', 'Back on Monday.', 'Return-Path: <>\n'), true), null);
});
