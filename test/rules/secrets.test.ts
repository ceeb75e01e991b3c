/** API keys and refresh tokens: recognisable, unguessable, and a typing error is told without the database. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createApiKeySecret, readApiKeySecret } from '../../src/crm/identity/api-key-secret.ts';
import { createRefreshSecret, readRefreshSecret } from '../../src/crm/identity/refresh-secret.ts';

describe('the secret of an API key', () => {
  const { secret, prefix, hash } = createApiKeySecret();

  it('says what it is and is kept as its SHA-256', () => {
    assert.match(secret, /^rpk_live_[0-9A-Za-z]{36}$/);
    assert.equal(prefix, secret.slice(0, 13));
    assert.equal(hash, createHash('sha256').update(secret).digest('hex'));
    assert.deepEqual(readApiKeySecret(secret), { hash });
  });
  it('has the checksum it always had', () => {
    assert.ok('hash' in readApiKeySecret('rpk_live_00000000000000000000000000000012x9UJ'));
  });
  it('is another each time', () => {
    assert.equal(new Set(Array.from({ length: 1000 }, () => createApiKeySecret().secret)).size, 1000);
  });
  it('mistyped in any one place is told at once', () => {
    const at = fc.nat(secret.length - 1);
    fc.assert(
      fc.property(at, fc.constantFrom(...'0Oo1lIxyz_-é '), (place, character) => {
        fc.pre(secret[place] !== character);
        const reading = readApiKeySecret(secret.slice(0, place) + character + secret.slice(place + 1));
        assert.ok('wrong' in reading);
        assert.ok(!reading.wrong.includes(secret.slice(15, 25)), 'the secret is not repeated');
      }),
    );
  });
  it('cut, prolonged or of another kind is told as what it is', () => {
    assert.match(JSON.stringify(readApiKeySecret(secret.slice(0, -1))), /has 35 characters, not 36/);
    assert.match(JSON.stringify(readApiKeySecret(`${secret}\n`)), /has 37 characters, not 36/);
    assert.match(JSON.stringify(readApiKeySecret('')), /must begin with rpk_live_/);
    assert.match(JSON.stringify(readApiKeySecret(createRefreshSecret().secret)), /not an API key/);
  });
});

describe('a refresh token', () => {
  it('is read back as its hash', () => {
    const { secret, family, hash } = createRefreshSecret();
    assert.match(secret, /^rpr_[0-9A-Za-z]{36}$/);
    assert.deepEqual(readRefreshSecret(secret), { family, hash });
  });
  it('shares its family, and nothing else, with the one it replaces', () => {
    const first = createRefreshSecret();
    const next = createRefreshSecret(first.secret);
    assert.equal(next.family, first.family);
    assert.notEqual(next.hash, first.hash);
    assert.equal(next.secret.length, first.secret.length);
    assert.equal(createRefreshSecret(next.secret).family, first.family);
    assert.notEqual(createRefreshSecret().family, first.family);
  });
  it('is not an API key', () => assert.match(JSON.stringify(readRefreshSecret(createApiKeySecret().secret)), /not a refresh token/));
});
