/** Access tokens under attack: everything but our own valid token is refused, and nothing in a token chooses how it is checked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportSPKI, generateKeyPair, importJWK, exportJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { createVerifier, generateSigningKey, publicKeys, signAccessToken } from '../../src/platform/http/signing-keys.ts';

const now = new Date('2026-11-22T12:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);
const claims = { iss: 'https://crm.example', aud: 'https://crm.example/graphql', sub: 'usr_1', org: 'org_1', sid: 'ses_1' };
const key = await generateSigningKey();
const attacker = await generateSigningKey();
const verify = createVerifier({ issuer: claims.iss, audience: claims.aud, jwks: publicKeys([key]) });
const token = await signAccessToken(claims, key, { seconds: 600, from: now });
const NOT_OURS = /not issued by this server for this use, or it was changed/;

const later = (by: number) => new Date(now.getTime() + by * 1000);
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function refused(forged: string, reason: RegExp, at = now): Promise<void> {
  const verification = await verify(forged, at);
  assert.ok('wrong' in verification, `accepted ${JSON.stringify(verification)}`);
  assert.match(verification.wrong, reason);
}

/** A token signed rightly with our own key, but for what is changed. */
async function signed(header: object, payload: object, by: JWK = key, alg = 'EdDSA'): Promise<string> {
  const full: Record<string, unknown> = { iat: seconds, exp: seconds + 600, ...claims, ...payload };
  return new SignJWT(full).setProtectedHeader({ alg, typ: 'at+jwt', kid: key.kid, ...header }).sign(await importJWK(by, alg));
}

describe('our own token', () => {
  it('is accepted, with whom it is for and how long', async () => {
    assert.deepEqual(await verify(token, now), { claims: { sub: 'usr_1', org: 'org_1', sid: 'ses_1' }, expiresAt: later(600) });
  });
  it('names algorithm, type and key, and holds nothing personal', () => {
    const [header = '', payload = ''] = token.split('.');
    assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), { alg: 'EdDSA', typ: 'at+jwt', kid: key.kid });
    assert.deepEqual(JSON.parse(Buffer.from(payload, 'base64url').toString()), { ...claims, iat: seconds, nbf: seconds, exp: seconds + 600 });
  });
  it('is accepted five seconds beyond its time, not six', async () => {
    assert.ok('claims' in (await verify(token, later(604))));
    await refused(token, /has expired/, later(606));
    assert.ok('claims' in (await verify(token, later(-5))));
    await refused(token, /not valid yet/, later(-6));
  });
  it('of an older key is accepted while that key is published', async () => {
    const both = createVerifier({ issuer: claims.iss, audience: claims.aud, jwks: publicKeys([attacker, key]) });
    assert.ok('claims' in (await both(token, now)));
    const rotated = createVerifier({ issuer: claims.iss, audience: claims.aud, jwks: publicKeys([attacker]) });
    assert.ok('wrong' in (await rotated(token, now)));
  });
});

it('the published keys hold no private part', () => {
  assert.ok(key.d);
  for (const published of publicKeys([key]).keys) {
    assert.deepEqual(Object.keys(published).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  }
});

describe('refused is a token', () => {
  it('without a signature (alg none)', async () => {
    for (const alg of ['none', 'None', 'NONE']) {
      const unsigned = `${base64url({ alg, typ: 'at+jwt', kid: key.kid })}.${token.split('.')[1]}.`;
      await refused(unsigned, NOT_OURS);
      await refused(unsigned + token.split('.')[2], NOT_OURS);
    }
  });
  it('signed by HMAC with our public key as the secret (HS256)', async () => {
    const published = publicKeys([key]).keys[0] ?? {};
    const imported = await importJWK(published, 'EdDSA');
    const secrets = [Buffer.from(published.x ?? '', 'base64url'), Buffer.from(published.x ?? ''), Buffer.from(JSON.stringify(published)), Buffer.from(await exportSPKI(imported as CryptoKey))];
    for (const secret of secrets) {
      await refused(await new SignJWT({ ...claims, iat: seconds, exp: seconds + 600 }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.kid }).sign(secret), NOT_OURS);
    }
  });
  it('signed with another algorithm, even by a published key', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const elliptic = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'ES256', kid: 'elliptic' };
    const forged = await signed({ kid: elliptic.kid }, {}, elliptic, 'ES256');
    await refused(forged, NOT_OURS);
    const verifyMixed = createVerifier({ issuer: claims.iss, audience: claims.aud, jwks: { keys: [...publicKeys([key]).keys, { ...elliptic, d: undefined }] } });
    assert.ok('wrong' in (await verifyMixed(forged, now)));
  });
  it("signed with another's key, under our key's id, its own or none", async () => {
    for (const kid of [key.kid, attacker.kid, '', undefined]) await refused(await signed({ kid }, {}, attacker), NOT_OURS);
  });
  it('signed with our key but naming another', async () => {
    await refused(await signed({ kid: 'unknown' }, {}), NOT_OURS);
    await refused(await signed({ kid: '../../etc/passwd' }, {}), NOT_OURS);
  });
  it('that brings or points to its own key (jwk, jku, x5u, x5c)', async () => {
    const own = publicKeys([attacker]).keys[0] ?? {};
    for (const injected of [{ jwk: own }, { jku: 'http://127.0.0.1:9/jwks.json' }, { x5u: 'http://127.0.0.1:9/cert' }, { x5c: ['MIIB'] }]) {
      await refused(await signed({ ...injected }, {}, attacker), NOT_OURS);
      await refused(await signed({ ...injected, kid: attacker.kid }, {}, attacker), NOT_OURS);
    }
  });
  it('with a critical extension nobody here knows', async () => {
    const [, payload, signature] = token.split('.');
    await refused(`${base64url({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid, crit: ['b64'], b64: false })}.${payload}.${signature}`, NOT_OURS);
  });
  it('of another type', async () => {
    for (const typ of ['JWT', 'id+jwt', 'refresh', undefined]) await refused(await signed({ typ }, {}), NOT_OURS);
  });
  it('of another issuer or for another audience', async () => {
    await refused(await signed({}, { iss: 'https://evil.example' }), NOT_OURS);
    await refused(await signed({}, { iss: undefined }), NOT_OURS);
    await refused(await signed({}, { aud: 'https://other.example' }), NOT_OURS);
    await refused(await signed({}, { aud: undefined }), NOT_OURS);
  });
  it('that expired, or never does', async () => {
    await refused(await signed({}, { exp: seconds - 6 }), /has expired/);
    await refused(await signed({}, { exp: undefined }), NOT_OURS);
    await refused(await signed({}, { exp: 'never' }), NOT_OURS);
  });
  it('without user, organisation or session, or with something else in their place', async () => {
    for (const claim of ['sub', 'org', 'sid']) {
      await refused(await signed({}, { [claim]: undefined }), NOT_OURS);
      await refused(await signed({}, { [claim]: { $ne: null } }), NOT_OURS);
      await refused(await signed({}, { [claim]: '' }), NOT_OURS);
    }
  });
  it('changed in any part', async () => {
    const [header, payload = '', signature = ''] = token.split('.');
    const raised = base64url({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), org: 'org_2' });
    await refused(`${header}.${raised}.${signature}`, NOT_OURS);
    await refused(`${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`, NOT_OURS);
    await refused(`${header}.${payload}.`, NOT_OURS);
  });
  it('that is no token at all', async () => {
    for (const text of ['', '.', '..', 'a.b.c', 'null', `${token}.x`, ` ${token}`, 'x'.repeat(100_000), `${base64url([])}.${base64url([])}.x`]) await refused(text, NOT_OURS);
  });
});
