/** Sealing and links: what comes back changed, late or from elsewhere is refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSealing } from '../../src/platform/http/sealing.ts';

const sealing = createSealing('a secret of this installation, long enough');
const elsewhere = createSealing('a secret of some other installation, as long');

/** Every text that differs from the given one in one character. */
function* changed(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + (text[at] === 'A' ? 'Q' : 'A') + text.slice(at + 1);
}

describe('a sealed text', () => {
  it('opens to what was sealed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (plain) => assert.equal(sealing.open(sealing.seal(plain)), plain)));
  });
  it('hides the text, and that two texts are equal', () => {
    const [one, other] = [sealing.seal('private key'), sealing.seal('private key')];
    assert.match(one, /^s1\.[A-Za-z0-9_-]+$/);
    assert.notEqual(one, other);
    assert.ok(!Buffer.from(one.slice(3), 'base64url').includes('private'));
  });
  it('changed anywhere does not open', () => {
    const sealed = sealing.seal('twelve bytes');
    for (const text of changed(sealed)) assert.throws(() => sealing.open(text), /cannot be opened|not in the format/);
  });
  it('cut or not sealed at all is said to be', () => {
    for (const text of ['', 's1.', 's2.AAAA', 'plain', sealing.seal('').slice(0, 30)]) assert.throws(() => sealing.open(text), /not in the format/);
  });
  it('of another installation does not open', () => assert.throws(() => elsewhere.open(sealing.seal('x')), /another secret/));
});

describe('a signed link', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const expiresAt = new Date('2026-11-22T12:05:00Z');
  const token = sealing.signLink('attachment', { id: 'att_1' }, expiresAt);
  const invalid = { wrong: 'This link is not valid. Perhaps it was not copied whole.' };

  it('gives its payload until it expires', () => {
    assert.deepEqual(sealing.verifyLink('attachment', token, now), { payload: { id: 'att_1' } });
    assert.deepEqual(sealing.verifyLink('attachment', token, new Date(expiresAt.getTime() - 1)), { payload: { id: 'att_1' } });
    assert.deepEqual(sealing.verifyLink('attachment', token, expiresAt), { wrong: 'This link expired at 2026-11-22T12:05:00.000Z. Ask for a new one.' });
  });
  it('can stand in an address', () => assert.match(token, /^[A-Za-z0-9._-]+$/));
  it('for one purpose is worth nothing for another', () => assert.deepEqual(sealing.verifyLink('password', token, now), invalid));
  it('of another installation is refused', () => assert.deepEqual(elsewhere.verifyLink('attachment', token, now), invalid));
  it('changed in its payload or signature is refused', () => {
    // The last character of the signature carries two bits that no byte needs.
    for (const text of changed(token.slice(0, -1))) assert.deepEqual(sealing.verifyLink('attachment', text + token.slice(-1), now), invalid);
  });
  it('made of anything is refused without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `l1.${text}.${'A'.repeat(43)}`)), (text) => assert.deepEqual(sealing.verifyLink('attachment', text, now), invalid)));
  });
});

it('a secret that is too short is refused, with its length', () => {
  assert.throws(() => createSealing('short'), /has 5 bytes; at least 32/);
});
