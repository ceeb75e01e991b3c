/**
 * Credentials that are forged, borrowed or over, by HTTP and by WebSocket: nothing is told to them, and what
 * lives on a good one ends, or narrows, soon after it does. Forgers are given our own signing key where that
 * makes them stronger: what a token says must then still be true.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import pg from 'pg';
import { createSealing } from '../../src/platform/http/sealing.ts';
import { PASSWORD, SECRET, startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { mutate } from '../support/world.ts';

let app: TestApp;
let theirs: Tenant;
let ours: Tenant;
/** Our own private key, as only a thief of database and secret would have it. */
let key: CryptoKey;
let kid: string;
let jwk: JWK;

before(async () => {
  app = await startTestApp();
  [theirs, ours] = [await app.tenant(), await app.tenant()];
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  const { rows: [row] } = await owner.query<{ sealed: string }>('select sealed from signing_key order by period limit 1');
  await owner.end();
  jwk = JSON.parse(createSealing(SECRET).open(row!.sealed)) as JWK;
  kid = jwk.kid!;
  key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
});
after(() => app.stop());

const claimsOf = (token: string | null): JWTPayload => JSON.parse(Buffer.from(token!.split('.')[1]!, 'base64url').toString()) as JWTPayload;
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (claims: JWTPayload, header: object = {}, by: CryptoKey | Uint8Array = key): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header }).sign(by);

async function forgeries(): Promise<Record<string, string>> {
  const good = claimsOf(ours.administrator.credential);
  const foreign = claimsOf(theirs.administrator.credential);
  const colleague = await newcomer(ours, []);
  const second = claimsOf(colleague.client.credential);
  const { privateKey: stranger, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const [header, payload, signature] = ours.administrator.credential!.split('.');
  const now = Math.floor(Date.now() / 1000);
  const with_ = (changes: object, headers?: object): Promise<string> => sign({ ...good, ...changes }, headers);
  const entries: Record<string, string | Promise<string>> = {
    'without a signature': `${encoded({ alg: 'none', typ: 'at+jwt', kid })}.${payload}.`,
    'without a signature, and ours beside it': `${encoded({ alg: 'None', typ: 'at+jwt', kid })}.${payload}.${signature}`,
    'by HMAC with our public key': sign(good, { alg: 'HS256' }, Buffer.from(jwk.x!, 'base64url')),
    'by HMAC with our published key as text': sign(good, { alg: 'HS256' }, Buffer.from(JSON.stringify(jwk.x))),
    'by a stranger who names our key': sign(good, {}, stranger),
    'by a stranger who brings a key': sign(good, { jwk: await exportJWK(publicKey), kid: 'mine' }, stranger),
    'by a stranger who tells where the key is': sign(good, { jku: `${app.url}/.well-known/jwks.json`, kid: 'mine' }, stranger),
    'by a key of another name': with_({}, { kid: 'another' }),
    'by a key that is a path': with_({}, { kid: '../../../../dev/null' }),
    'by a key that is SQL': with_({}, { kid: `' or '1'='1` }),
    'of another type': with_({}, { typ: 'JWT' }),
    'with an extension that must be understood': `${encoded({ alg: 'EdDSA', typ: 'at+jwt', kid, crit: ['x'], x: 1 })}.${payload}.${signature}`,
    'of another issuer': with_({ iss: 'elsewhere' }), 'of no issuer': with_({ iss: undefined }), 'of two issuers': with_({ iss: ['rapport', 'elsewhere'] as unknown as string }),
    'for another audience': with_({ aud: 'elsewhere' }), 'for no audience': with_({ aud: undefined }),
    'expired': with_({ iat: now - 100, nbf: now - 100, exp: now - 10 }), 'that never expires': with_({ exp: undefined }), 'for later': with_({ nbf: now + 100 }),
    'for another organisation': with_({ org: foreign['org'] }),
    'for the user of another organisation': with_({ sub: foreign.sub! }),
    'in the session of another organisation': with_({ sid: foreign['sid'] }),
    'for user and session of another organisation': with_({ sub: foreign.sub!, sid: foreign['sid'] }),
    'for a colleague': with_({ sub: second.sub! }), 'in the session of a colleague': with_({ sid: second['sid'] }),
    'in no session': with_({ sid: undefined }), 'in a session that never was': with_({ sid: `ses_${randomUUID().replaceAll('-', '')}` }),
    ...Object.fromEntries([null, '', 0, true, '*', '%', {}, [good['org']], [good['org'], foreign['org']], good.sub, 'org_', `org_${'0'.repeat(32)}`, `${String(good['org'])} `, String(good['org']).toUpperCase(), ours.id, `${String(good['org'])}\0`]
      .map((org) => [`for the organisation ${JSON.stringify(org)}`, with_({ org })])),
    'put together from two': `${header}.${theirs.administrator.credential!.split('.')[1]}.${signature}`,
    'cut': ours.administrator.credential!.slice(0, -4), 'doubled': `${ours.administrator.credential}.${payload}`,
    'a refresh token': await refreshToken(ours), 'a password': PASSWORD, 'an API key nobody was given': `rpk_live_${'a'.repeat(36)}`, 'nonsense': 'a.b.c', 'long nonsense': 'x'.repeat(8000),
  };
  return Object.fromEntries(await Promise.all(Object.entries(entries).map(async ([name, token]) => [name, await token] as const)));
}

async function refreshToken({ email }: Tenant): Promise<string> {
  const { signIn } = await app.stranger.ask<{ signIn: { refreshToken: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { refreshToken } }', { input: { email, password: PASSWORD } });
  return signIn.refreshToken;
}

interface Newcomer { readonly id: string; readonly email: string; readonly roleId: string; readonly client: Client }
async function newcomer({ administrator }: Tenant, permissions: readonly string[]): Promise<Newcomer> {
  const email = `${randomUUID()}@example.com`;
  const { role } = await mutate<{ role: { id: string } }>(administrator, 'roleDefine', 'role { id }', { name: email, permissions, reach: 'ALL' });
  const { user } = await mutate<{ user: { id: string } }>(administrator, 'userCreate', 'user { id }', { name: 'New', email, password: PASSWORD, roleIds: [role.id] });
  return { id: user.id, email, roleId: role.id, client: await Client.signIn(app.url, email, PASSWORD) };
}

const ASK = '{ viewer { user { id } } }';

/** What the socket of a client says: an answer, or the code it is closed with. */
async function bySocket(client: Client): Promise<unknown> {
  const socket = client.socket();
  try {
    return (await socket.iterate({ query: ASK }).next()).value;
  } catch (error) {
    return (error as { code?: number }).code ?? error;
  } finally {
    await socket.dispose();
  }
}

describe('a token', () => {
  it('that says what is so is taken, whoever made it: the forger is at work', async () => {
    const client = new Client(app.url, await sign(claimsOf(ours.administrator.credential)));
    assert.deepEqual(await client.ask(ASK), { viewer: { user: { id: ours.administratorId } } });
    assert.deepEqual((await bySocket(client) as { data: unknown }).data, { viewer: { user: { id: ours.administratorId } } });
  });
  it('that is forged, borrowed or over is told nothing, by HTTP and by WebSocket', async () => {
    const tokens = await forgeries();
    assert.ok(Object.keys(tokens).length > 40);
    for (const [name, token] of Object.entries(tokens)) {
      const client = new Client(app.url, token);
      const { status, data, errors } = await client.send(ASK);
      assert.deepEqual([status, data, errors.map(({ extensions }) => extensions.code)], [401, null, ['UNAUTHENTICATED']], name);
      assert.equal(await bySocket(client), 4401, name);
    }
  });
  it('is not taken from anywhere but its place', async () => {
    const token = ours.administrator.credential!;
    for (const headers of [{ cookie: `authorization=${token}; token=${token}` }, { authorization: `Basic ${token}` }, { authorization: token }, { 'x-api-key': token }, { authorization: `Bearer ${token}, Bearer ${token}` }]) {
      const response = await fetch(`${app.url}/graphql?query=${encodeURIComponent(ASK)}&access_token=${token}&authorization=Bearer%20${token}`, { headers: { accept: 'application/graphql-response+json', ...headers } });
      assert.ok(!(await response.text()).includes(ours.administratorId), JSON.stringify(Object.keys(headers)));
    }
  });
});

const closed = (client: Client): { begun: Promise<void>; ended: Promise<number> } => {
  const begin = Promise.withResolvers<void>();
  const end = Promise.withResolvers<number>();
  const socket = client.socket({ on: { closed: (event) => end.resolve((event as { code: number }).code) } });
  socket.subscribe({ query: 'subscription { changes { type } }' }, { next: () => begin.resolve(), error: () => {}, complete() {} });
  return { begun: begin.promise, ended: end.promise };
};

describe('a live stream', { concurrency: true, timeout: 30_000 }, () => {
  const endsAfter = async (client: Client, what: () => Promise<unknown>): Promise<void> => {
    const { begun, ended } = closed(client);
    await begun;
    // Whoever asks all the time keeps what is remembered of them fresh.
    const busy = setInterval(() => void client.send(ASK).catch(() => {}), 200);
    try {
      await what();
      assert.equal(await ended, 4403);
      assert.equal(await client.failure(ASK), 'UNAUTHENTICATED');
    } finally {
      clearInterval(busy);
    }
  };

  it('ends with the token it began with', async () => {
    const { url } = await app.node({ accessTokenLifetime: 2 });
    const { ended } = closed(await Client.signIn(url, ours.email, PASSWORD));
    assert.equal(await ended, 4403);
  });
  it('ends when its session is revoked', async () => {
    const { client } = await newcomer(ours, []);
    const sessionId = String(claimsOf(client.credential)['sid']);
    await endsAfter(client, async () => assert.deepEqual((await mutate(client, 'sessionRevoke', '__typename', { sessionId })).userErrors, []));
  });
  it('ends when its user is deactivated', async () => {
    const { client, id } = await newcomer(ours, []);
    await endsAfter(client, () => mutate(ours.administrator, 'userDeactivate', '__typename', { userId: id }));
  });
  it('ends when its API key is revoked', async () => {
    const { apiKey, secret } = await mutate<{ apiKey: { id: string }; secret: string }>(ours.administrator, 'apiKeyCreate', 'apiKey { id } secret', { name: 'Partner', permissions: [] });
    await endsAfter(new Client(app.url, secret), () => mutate(ours.administrator, 'apiKeyRevoke', '__typename', { apiKeyId: apiKey.id }));
  });
  it('tells less as soon as its role permits less', async () => {
    const { client, roleId } = await newcomer(ours, ['customer:read']);
    const { customer } = await mutate<{ customer: { id: string } }>(ours.administrator, 'customerCreate', 'customer { id }', { kind: 'PERSON', givenName: 'Anna' });
    const { team } = await mutate<{ team: { id: string } }>(ours.administrator, 'teamCreate', 'team { id }', { name: `Team ${randomUUID()}` });
    const socket = client.socket();
    const stream = socket.iterate<{ changes: { type: string } }>({ query: 'subscription { changes(filter: { types: ["customer.updated", "team.updated"] }) { type node { id } } }' });
    const next = async (): Promise<string> => ((await stream.next()).value as { data: { changes: { type: string } } }).data.changes.type;
    const touch = async (i: number): Promise<void> => {
      await mutate(ours.administrator, 'customerUpdate', '__typename', { customerId: customer.id, addressAs: `Anna ${i}` });
      await mutate(ours.administrator, 'teamUpdate', '__typename', { teamId: team.id, name: `Team ${randomUUID()}` });
    };
    assert.equal(await next(), 'stream.started');
    await touch(0);
    assert.deepEqual([await next(), await next()], ['customer.updated', 'team.updated']);
    await mutate(ours.administrator, 'roleDefine', '__typename', { roleId, name: randomUUID(), permissions: [], reach: 'ALL' });
    const until = Date.now() + 15_000;
    for (let i = 1; ; i += 1) {
      assert.ok(Date.now() < until, 'customers are still told of');
      await touch(i);
      if (await next() === 'team.updated') break;
      assert.equal(await next(), 'team.updated');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await socket.dispose();
  });
});
