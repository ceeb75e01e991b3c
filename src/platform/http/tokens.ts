/**
 * Issues and checks access tokens with keys that change every 30 days. Time is cut into periods, each with
 * one key, so whichever node comes first makes it and all others find it: no lock, no leader. The next
 * period's key is published a day before it signs, and an old one until the last token it signed has ended.
 */
import { decodeProtectedHeader, type JSONWebKeySet, type JWK } from 'jose';
import type { TokenIssuer } from '../../kernel/ports.ts';
import type { Database } from '../database/pool.ts';
import type { Sealing } from './sealing.ts';
import { createVerifier, generateSigningKey, publicKeys, signAccessToken, type SigningKey, type Verification } from './signing-keys.ts';

const DAY_MS = 86_400_000;
const PERIOD_MS = 30 * DAY_MS;
/** The longest life of an access token, and a day for clocks that differ. */
const OVERLAP_MS = 2 * DAY_MS;
const RELOAD_MS = 10 * 60_000;
const RELOAD_FOR_UNKNOWN_MS = 5000;

export interface TokenTerms {
  readonly issuer: string;
  readonly audience: string;
  readonly accessLifetimeSeconds: number;
  readonly refreshLifetimeSeconds: number;
}

export interface Tokens extends TokenIssuer {
  verify(token: string): Promise<Verification>;
  /** For `/.well-known/jwks.json`. */
  jwks(): JSONWebKeySet;
  stop(): void;
}

interface Keys {
  readonly periods: ReadonlyMap<number, SigningKey>;
  readonly jwks: JSONWebKeySet;
  readonly verify: (token: string, now: Date) => Promise<Verification>;
  readonly loadedAt: number;
}

interface Around {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

const periodOf = (ms: number): number => Math.floor(ms / PERIOD_MS);

export async function createTokens(terms: TokenTerms, around: Around): Promise<Tokens> {
  const { now, onError } = around;
  const { issuer, audience } = terms;
  let keys = await load();
  let loading: Promise<void> | null = null;

  async function load(): Promise<Keys> {
    const at = now().getTime();
    const stored = await storedKeys(around, [periodOf(at), periodOf(at + DAY_MS)], at);
    const jwks = { keys: stored.map(({ public: jwk }) => jwk) };
    return { periods: new Map(stored.map(({ period, key }) => [period, key])), jwks, verify: createVerifier({ issuer, audience, jwks }), loadedAt: at };
  }

  const reload = (): Promise<void> => {
    loading ??= load().then((loaded) => { keys = loaded; }).finally(() => { loading = null; });
    return loading;
  };

  const timer = setInterval(() => { reload().catch(onError); }, RELOAD_MS);
  timer.unref();

  return {
    refreshLifetimeMs: terms.refreshLifetimeSeconds * 1000,

    async issue({ user, tenant, session }) {
      const from = now();
      const period = periodOf(from.getTime());
      if (!keys.periods.has(period)) await reload();
      const key = keys.periods.get(period);
      if (!key) throw new Error(`there is no signing key for period ${period}`);
      const seconds = terms.accessLifetimeSeconds;
      const token = await signAccessToken({ iss: issuer, aud: audience, sub: user, org: tenant, sid: session }, key, { seconds, from });
      return { token, expiresAt: new Date((Math.floor(from.getTime() / 1000) + seconds) * 1000) };
    },

    async verify(token) {
      const at = now();
      // Another node may have made a key since; made-up key ids must not make us ask each time.
      if (namesUnknownKey(token, keys.jwks) && at.getTime() - keys.loadedAt >= RELOAD_FOR_UNKNOWN_MS) await reload();
      return keys.verify(token, at);
    },

    jwks: () => keys.jwks,
    stop: () => clearInterval(timer),
  };
}

interface StoredKey {
  readonly period: number;
  readonly public: JWK;
  readonly key: SigningKey;
}

/** All keys still published; those of the wanted periods are made where missing. */
async function storedKeys({ database, sealing }: Around, wanted: readonly number[], at: number): Promise<StoredKey[]> {
  const read = async (): Promise<StoredKey[]> => {
    const rows = await database.query({ text: 'select period, sealed, public from signing_key where retires_at > $1 order by period', values: [new Date(at)] });
    return rows.map((row) => ({
      period: Number(row['period']), public: row['public'] as JWK, key: JSON.parse(sealing.open(String(row['sealed']))) as SigningKey,
    }));
  };
  const known = await read();
  const missing = new Set(wanted).difference(new Set(known.map(({ period }) => period)));
  if (missing.size === 0) return known;
  for (const period of missing) await makeKey(period, database, sealing);
  await database.query({ text: 'delete from signing_key where retires_at <= $1', values: [new Date(at)] });
  return read();
}

async function makeKey(period: number, database: Database, sealing: Sealing): Promise<void> {
  const key = await generateSigningKey();
  const [jwk] = publicKeys([key]).keys;
  await database.query({
    text: 'insert into signing_key (period, kid, sealed, public, retires_at) values ($1, $2, $3, $4, $5) on conflict (period) do nothing',
    values: [period, key.kid, sealing.seal(JSON.stringify(key)), JSON.stringify(jwk), new Date((period + 1) * PERIOD_MS + OVERLAP_MS)],
  });
}

function namesUnknownKey(token: string, { keys }: JSONWebKeySet): boolean {
  try {
    const { kid } = decodeProtectedHeader(token);
    return kid !== undefined && !keys.some((key) => key.kid === kid);
  } catch {
    return false; // not a token at all; the verifier says so
  }
}
