/** Which servers a mailbox may be on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPrivate } from '../../src/kernel/values/ip-address.ts';
import { addressOf, mailboxPolicy } from '../../src/platform/mail/incoming/mailbox-network.ts';

test('what is nobody’s on the Internet is private, however it is written', () => {
  for (const address of ['127.0.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '2002:a00:1::']) {
    assert.equal(isPrivate(address), true, address);
  }
  for (const address of ['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:1.1.1.1']) assert.equal(isPrivate(address), false, address);
});

test('a name is judged by what it resolves to when it is used', async () => {
  await assert.rejects(addressOf('localhost', { privateNetworks: false }), /private network/);
  assert.equal(await addressOf('localhost', { privateNetworks: true }), 'localhost');
  assert.equal(await addressOf('1.1.1.1', { privateNetworks: false }), '1.1.1.1');
});

test('the operator may allow all of it', () => {
  const [closed, open] = [mailboxPolicy({ privateNetworks: false }), mailboxPolicy({ privateNetworks: true })];
  for (const [host, encrypted] of [['10.0.0.1', true], ['intranet', true], ['imap.example.com', false]] as const) {
    assert.notEqual(closed.objection(host, encrypted), null, host);
    assert.equal(open.objection(host, encrypted), null, host);
  }
  assert.equal(closed.objection('imap.example.com', true), null);
});
