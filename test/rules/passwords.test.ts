/** Passwords: what is stored, what is verified, and which ones are too easy to guess. */
import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { describe, it } from 'node:test';
import { checkPassword } from '../../src/crm/identity/password-policy.ts';
import { hashPassword, verifyNothing, verifyPassword } from '../../src/crm/identity/password.ts';

describe('a password at rest', () => {
  it('is an argon2id hash with its parameters, salted anew each time', async () => {
    const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    assert.notEqual(one, other);
  });
  it('is verified, and only it', async () => {
    const hash = await hashPassword('correct horse');
    assert.equal(await verifyPassword(hash, 'correct horse'), true);
    for (const wrong of ['correct horsf', 'correct hors', 'correct horse ', 'Correct horse', '']) {
      assert.equal(await verifyPassword(hash, wrong), false, wrong);
    }
  });
  it('is the same from any keyboard', async () => {
    const hash = await hashPassword('příliš žluťoučký １２３');
    assert.equal(await verifyPassword(hash, 'příliš žluťoučký 123'.normalize('NFD')), true);
  });
  it('is verified with the parameters it was made with', async () => {
    const key = argon2Sync('argon2id', { message: 'old one', nonce: Buffer.from('somesaltsomesalt'), parallelism: 2, tagLength: 32, memory: 64, passes: 3 });
    const hash = `$argon2id$v=19$m=64,t=3,p=2$c29tZXNhbHRzb21lc2FsdA$${key.toString('base64').replace(/=+$/, '')}`;
    assert.equal(await verifyPassword(hash, 'old one'), true);
    assert.equal(await verifyPassword(hash.replace('t=3', 't=2'), 'old one'), false);
  });
  it('in another format is a fault, not a wrong password', async () => {
    for (const hash of ['', 'secret', '$2b$10$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=64,t=3,p=2$c29tZXNhbHRzb21lc2FsdA$', '$argon2id$v=19$m=99999999,t=3,p=2$c29tZXNhbHRzb21lc2FsdA$']) {
      await assert.rejects(verifyPassword(hash, 'secret'), /not an argon2id hash in PHC format/);
    }
  });
  it('of nobody is never right', async () => assert.equal(await verifyNothing('correct horse'), false));
});

describe('the password policy', () => {
  const email = 'jan.kowalski@example.com';
  for (const good of ['correct horse battery staple', 'žlutý kůň pije kávu', 'vT8#qLw2!zRp0xKd', '床前明月光疑是地上霜举头望明月', 'my password is a purple elephant', 'kowalski likes plum dumplings', 'x'.repeat(3) + 'qwe vbn tyu iop mlk'.repeat(13)]) {
    it(`allows ${good.slice(0, 40)}`, () => assert.equal(checkPassword(good, email), null));
  }
  const refused: [string, RegExp][] = [
    ['', /has 0 characters; at least 15/],
    ['fourteen chars', /has 14 characters; at least 15/],
    ['😀'.repeat(14), /has 14 characters/],
    ['ab12 xyz!'.repeat(29), /at most 256 are allowed/],
    ['aaaaaaaaaaaaaaaa', /easy to guess/],
    ['abcabcabcabcabcabc', /easy to guess/],
    ['12345678901234567890', /easy to guess/],
    ['Password12345678', /easy to guess/],
    ['P@ssw0rdP@ssw0rd1', /easy to guess/],
    ['qwertyuiopasdfghjkl', /easy to guess/],
    ['Heslo heslo heslo 1', /easy to guess/],
    ['jan.kowalski2026!', /easy to guess/],
    ['Kowalski-Kowalski-1', /easy to guess/],
    ['jan.kowalski@example.com', /easy to guess/],
    ['abcdefghijklmnopqrstuvwxyz', /easy to guess/],
  ];
  for (const [password, reason] of refused) {
    it(`refuses ${password.slice(0, 40)}`, () => assert.match(checkPassword(password, email) ?? 'allowed', reason));
  }
});
