/**
 * Access tokens: short-lived JWTs (RFC 9068, `at+jwt`) signed with Ed25519, so that whoever holds our published JWKS
 * can check one and nobody but us can make one. What a verifier accepts is fixed here and never read from the token:
 * one algorithm, one type, the keys it was given. A key's id is its JWK thumbprint, so the same key never has two.
 */
import { calculateJwkThumbprint, createLocalJWKSet, errors, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_SECONDS = 5;

export interface AccessClaims {
  /** The user's id. */
  readonly sub: string;
  /** The organisation's id. */
  readonly org: string;
  /** The session's id. */
  readonly sid: string;
}

/** A private JWK that names its own id; it is sealed before it is stored. */
export type SigningKey = JWK & { kid: string };

export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: ALGORITHM, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

/** The public halves, for `/.well-known/jwks.json` and our own verifier. */
export function publicKeys(keys: readonly SigningKey[]): JSONWebKeySet {
  return { keys: keys.map(({ kty, crv, x, kid, alg, use }) => ({ kty, crv, x, kid, alg, use })) };
}

export async function signAccessToken(
  claims: AccessClaims & { readonly iss: string; readonly aud: string },
  key: SigningKey,
  lifetime: { readonly seconds: number; readonly from: Date },
): Promise<string> {
  const issuedAt = Math.floor(lifetime.from.getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetime.seconds)
    .sign(await importJWK(key, ALGORITHM));
}

export type Verification = { claims: AccessClaims; expiresAt: Date } | { wrong: string };

export function createVerifier({ issuer, audience, jwks }: { issuer: string; audience: string; jwks: JSONWebKeySet }) {
  const keys = createLocalJWKSet(jwks);

  return async function verifyAccessToken(token: string, now: Date): Promise<Verification> {
    try {
      const { payload } = await jwtVerify<AccessClaims>(token, keys, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer,
        audience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'iat', 'sub', 'org', 'sid'],
        currentDate: now,
      });
      const { sub, org, sid, exp = 0 } = payload;
      if (![sub, org, sid].every((claim) => typeof claim === 'string' && claim)) return { wrong: NOT_OURS };
      return { claims: { sub, org, sid }, expiresAt: new Date(exp * 1000) };
    } catch (error) {
      if (error instanceof errors.JOSEError) return { wrong: explain(error) };
      throw error;
    }
  };
}

const NOT_OURS = 'The access token is not valid: it was not issued by this server for this use, or it was changed.';

/** Only what its rightful holder can act on; an attacker learns nothing about which check failed. */
function explain(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The access token has expired. Get a new one with tokenRefresh.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') return 'The access token is not valid yet. Is the clock right?';
  return NOT_OURS;
}
