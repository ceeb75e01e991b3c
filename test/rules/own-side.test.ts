/** Which side an address is on, and so the direction of a mail. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { directionOf, ownSide, ownSideOf } from '../../src/crm/interactions/own-side.ts';

const isOwn = ownSide({ addresses: ['Firma.Biuro@gmail.com'], domains: ['firma.example', '@Spedycja.example'] });

describe('our side', () => {
  for (const [address, ours] of [
    ['anna@firma.example', true], ['Anna@FIRMA.example', true], ['anna@mail.firma.example', true], ['anna@notfirma.example', false], ['anna@firma.example.com', false],
    ['firma.biuro@gmail.com', true], ['other@gmail.com', false], ['x@spedycja.example', true], ['firma.example', true], ['', false], ['a@b@firma.example', true],
  ] as const) {
    test(`${address || 'nobody'}: ${ours ? 'us' : 'outside'}`, () => assert.equal(isOwn(address), ours));
  }

  test('includes the list a mail came through, by its address or its id', () => {
    assert.equal(ownSideOf({ listPost: 'Help@lists.example' }, isOwn)('help@lists.example'), true);
    assert.equal(ownSideOf({ listId: 'help.lists.example' }, isOwn)('help@lists.example'), true);
    assert.equal(ownSideOf({ listId: 'help.lists.example' }, isOwn)('anna@lists.example'), false);
    assert.equal(ownSideOf({}, isOwn)('help@lists.example'), false);
  });
});

describe('direction', () => {
  const list = { listPost: 'help@lists.example', listId: 'help.lists.example' };
  for (const [what, mail, direction] of [
    ['from outside to us', { from: ['k@kunde.example'], recipients: ['a@firma.example'] }, 'INBOUND'],
    ['from outside to a list', { from: ['k@kunde.example'], recipients: ['help@lists.example'], ...list }, 'INBOUND'],
    ['from nobody known', { from: [], recipients: ['a@firma.example'] }, 'INBOUND'],
    ['from us and from outside together', { from: ['a@firma.example', 'k@kunde.example'], recipients: ['a@firma.example'] }, 'INBOUND'],
    ['from us to outside', { from: ['a@firma.example'], recipients: ['k@kunde.example'] }, 'OUTBOUND'],
    ['from us to both sides', { from: ['a@firma.example'], recipients: ['b@firma.example', 'k@kunde.example'] }, 'OUTBOUND'],
    ['from the list itself to outside', { from: ['help@lists.example'], recipients: ['k@kunde.example'], ...list }, 'OUTBOUND'],
    ['from us to us', { from: ['a@firma.example'], recipients: ['b@firma.example'] }, 'INTERNAL'],
    ['from us to the list alone', { from: ['a@firma.example'], recipients: ['help@lists.example'], ...list }, 'INTERNAL'],
    ['from us to nobody named', { from: ['a@firma.example'], recipients: [] }, 'INTERNAL'],
  ] as const) {
    test(`${what}: ${direction.toLowerCase()}`, () => assert.equal(directionOf(mail, isOwn), direction));
  }
});
