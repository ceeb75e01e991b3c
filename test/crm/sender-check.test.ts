/** Whether DNS agrees with how mail is sent, through the API, by a DNS that says what each test lets it say. */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { dnsOf, type Zone } from '../support/dns.ts';
import { colleague, done } from '../support/doing.ts';
import type { CheckSenderQuery } from '../support/graphql/graphql.ts';
import { CreateChannel, UpdateChannel } from './interactions.documents.ts';
import { CheckSender } from './sender-check.documents.ts';

type Check = NonNullable<CheckSenderQuery['senderCheck']>;
type AppOptions = NonNullable<Parameters<typeof startTestApp>[0]>;

const pem = (bits: number): string => generateKeyPairSync('rsa', { modulusLength: bits, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey;
const [KEY, ANOTHER] = [pem(2048), pem(2048)];
const publicKey = (key: string, type: 'spki' | 'pkcs1' = 'spki'): string => createPublicKey(key).export({ type, format: 'der' }).toString('base64');

const mail: NonNullable<AppOptions['mail']> = {
  smtp: { url: 'smtps://mail.shop.example', startTls: 'REQUIRED' }, folder: '/nowhere', dkim: { selector: 'rapport', privateKey: KEY, domain: null }, returnByMessage: true,
};
const DKIM = 'rapport._domainkey.shop.example';
/** All in order. */
const GOOD: Zone = {
  'shop.example': { TXT: ['a word of somebody else', 'v=spf1 a:mail.shop.example -all'], MX: ['10 mail.shop.example'] },
  'mail.shop.example': { A: ['5.9.0.1'], AAAA: ['2a01:4f8::1'] },
  [DKIM]: { TXT: [`v=DKIM1; k=rsa; p=${publicKey(KEY)}`] },
  '_dmarc.shop.example': { TXT: ['v=DMARC1; p=reject; rua=mailto:reports@shop.example'] },
};

let zone: Record<string, Zone[string]> = {};
/** What DNS waits for before it answers. */
let gate: Promise<void> = Promise.resolve();
const dns: AppOptions['dns'] = async (name, type) => {
  await gate;
  return dnsOf(zone)(name, type);
};
let app: TestApp;
let shop: Tenant;
let channelId: string;
before(async () => {
  app = await startTestApp({ dns, mail });
  shop = await app.tenant();
  channelId = (await done(shop.administrator, CreateChannel, { kind: 'EMAIL', name: 'Support', address: 'Support@shop.example' })).channel?.id ?? '';
});
after(() => app.stop());
beforeEach(() => { zone = { ...GOOD }; });

async function check(more: Record<string, Zone[string]> = {}, by = shop.administrator): Promise<Check> {
  Object.assign(zone, more);
  const { senderCheck } = await by.ask(CheckSender, { channelId });
  assert.ok(senderCheck);
  return senderCheck;
}
const texts = (...TXT: string[]) => ({ TXT });
/** The same organisation, asked at a node that sends otherwise. */
async function elsewhere(more: Partial<typeof mail>): Promise<Client> {
  const { url } = await app.node({ mail: { ...mail, ...more } });
  return new Client(url, shop.administrator.credential);
}

describe('a sender', () => {
  it('whose DNS agrees passes', async () => {
    const { state, fromDomain, spf, dkim, dmarc } = await check();
    assert.deepEqual([state, fromDomain, spf.state, dkim.state, dmarc.state], ['PASS', 'shop.example', 'PASS', 'PASS', 'PASS']);
    assert.deepEqual([spf.domain, spf.server, spf.record, spf.expected], ['shop.example', 'mail.shop.example', 'v=spf1 a:mail.shop.example -all', null]);
    assert.deepEqual(spf.verdicts, [{ address: '5.9.0.1', result: 'PASS' }, { address: '2a01:4f8::1', result: 'PASS' }]);
    assert.deepEqual([dkim.domain, dkim.selector, dkim.expected], ['shop.example', 'rapport', null]);
    assert.deepEqual({ ...dmarc, message: '' }, {
      state: 'PASS', message: '', record: 'v=DMARC1; p=reject; rua=mailto:reports@shop.example', expected: null, domain: 'shop.example', recordDomain: 'shop.example',
      policy: 'REJECT', subdomainPolicy: 'REJECT', spfAlignment: 'RELAXED', dkimAlignment: 'RELAXED', spfAligned: true, dkimAligned: true,
    });
  });

  it('of which DNS knows nothing fails, and works once what is expected is published', async () => {
    zone = { 'mail.shop.example': GOOD['mail.shop.example'] ?? '' };
    const { state, spf, dkim, dmarc } = await check();
    assert.deepEqual([state, spf.state, dkim.state, dmarc.state], ['FAIL', 'FAIL', 'FAIL', 'FAIL']);
    assert.deepEqual([spf.record, dkim.record, dmarc.record, dmarc.policy], [null, null, null, null]);
    assert.deepEqual(spf.expected, { name: 'shop.example', value: 'v=spf1 ip4:5.9.0.1 ip6:2a01:4f8::1 ~all' });
    assert.deepEqual(dkim.expected, { name: DKIM, value: `v=DKIM1; k=rsa; p=${publicKey(KEY)}` });
    for (const one of [spf, dkim, dmarc].flatMap(({ expected }) => expected ?? [])) zone[one.name] = texts(one.value);
    const mended = await check();
    assert.deepEqual([mended.spf.state, mended.dkim.state, mended.dmarc.state, mended.dmarc.policy], ['PASS', 'PASS', 'WARN', 'NONE']);
    assert.match(mended.dmarc.message, /proven by SPF and DKIM.*p=quarantine/s);
  });

  it('of which DNS does not answer is unknown, never wrong', async () => {
    const silent = await check({ 'shop.example': 'ETIMEOUT', [DKIM]: 'ESERVFAIL', '_dmarc.shop.example': 'EREFUSED' });
    assert.deepEqual([silent.state, silent.spf.state, silent.dkim.state, silent.dmarc.state], ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    zone = { ...GOOD };
    assert.equal((await check({ 'mail.shop.example': 'ETIMEOUT' })).spf.state, 'UNKNOWN');
    zone = { ...GOOD };
    const within = await check({ 'shop.example': texts('v=spf1 include:slow.example -all'), 'slow.example': 'ETIMEOUT' });
    assert.deepEqual([within.spf.state, within.spf.verdicts.map(({ result }) => result), within.dmarc.state], ['UNKNOWN', ['TEMPERROR', 'TEMPERROR'], 'PASS']);
  });
});

describe('SPF', () => {
  it('that does not name the server is a warning, and the record that is expected names it', async () => {
    const { spf, dmarc } = await check({ 'shop.example': texts('v=spf1 ip4:5.9.0.1 include:relay.example ~all'), 'relay.example': texts('v=spf1 ip4:5.9.7.0/24 -all') });
    assert.deepEqual([spf.state, spf.verdicts], ['WARN', [{ address: '5.9.0.1', result: 'PASS' }, { address: '2a01:4f8::1', result: 'SOFTFAIL' }]]);
    assert.match(spf.message, /2a01:4f8::1 \(softfail\).*cannot be told from here/s);
    assert.equal(spf.expected?.value, 'v=spf1 ip4:5.9.0.1 include:relay.example ip6:2a01:4f8::1 ~all');
    assert.match(dmarc.message, /proven by DKIM\./);
    assert.equal((await check({ 'shop.example': texts(spf.expected?.value ?? '') })).spf.state, 'PASS');
  });

  for (const [what, records, state, message] of [
    ['two records', ['v=spf1 a:mail.shop.example -all', 'v=spf1 mx -all'], 'FAIL', /2 SPF records/],
    ['a record that allows nobody', ['v=spf1 -all'], 'FAIL', /allows nobody/],
    ['a record that allows everybody', ['v=spf1 +all'], 'WARN', /whole Internet/],
    ['a record that is misspelt', ['v=spf1 ipv4:5.9.0.1 -all'], 'FAIL', /permerror/],
    ['a record that includes nothing', ['v=spf1 include:gone.example a:mail.shop.example -all'], 'FAIL', /permerror/],
    ['a record that leads to too many look-ups', [`v=spf1 ${Array.from({ length: 11 }, () => 'a:other.example').join(' ')} mx -all`], 'FAIL', /more than ten look-ups/],
    ['a record that leads there only for others', [`v=spf1 mx ${Array.from({ length: 11 }, () => 'a:other.example').join(' ')} -all`], 'WARN', /more than ten look-ups/],
    ['a record of another version', ['v=spf2.0/pra a -all'], 'FAIL', /no SPF record/],
  ] as const) {
    it(`${what}: ${state}`, async () => {
      const { spf } = await check({ 'shop.example': { TXT: records, MX: ['10 mail.shop.example'] }, 'other.example': { A: ['5.9.0.200'], AAAA: ['2a01:4f8::200'] } });
      assert.equal(spf.state, state);
      assert.match(spf.message, message);
    });
  }

  it('tells honestly that it cannot tell from where mail will come', async () => {
    for (const [url, message] of [['smtp://10.0.0.25:587', /private network/], ['smtp://[::1]', /private network/], ['smtp://relay', /knows no address/]] as const) {
      const { spf, dmarc } = await check({}, await elsewhere({ smtp: { url, startTls: 'OFFERED' }, dkim: null }));
      assert.deepEqual([spf.state, spf.verdicts, dmarc.state], ['UNKNOWN', [], 'UNKNOWN'], url);
      assert.match(spf.message, message);
    }
    const { spf } = await check({}, await elsewhere({ smtp: null }));
    assert.deepEqual([spf.state, spf.server], ['UNKNOWN', null]);
    assert.match(spf.message, /MAIL_URL is not set/);
  });
});

describe('DKIM', () => {
  for (const [what, records, state, message] of [
    ['the key as RFC 6376 writes it, without a version', [`p=${publicKey(KEY, 'pkcs1')}`], 'PASS', /holds the key/],
    ['a key in pieces, with blanks', [`v=DKIM1; h=sha1:sha256; s=email; p=${publicKey(KEY).replace(/(.{60})/g, '$1 ')};`], 'PASS', /holds the key/],
    ['a key that is revoked', ['v=DKIM1; p='], 'FAIL', /revoked/],
    ['another key', [`v=DKIM1; p=${publicKey(ANOTHER)}`], 'FAIL', /another key/],
    ['two keys', [`v=DKIM1; p=${publicKey(ANOTHER)}`, `v=DKIM1; p=${publicKey(KEY)}`], 'FAIL', /2 TXT records/],
    ['a key that is cut off', [`v=DKIM1; p=${publicKey(KEY).slice(0, 200)}`], 'FAIL', /cannot be read/],
    ['no key', ['v=DKIM1; k=rsa'], 'FAIL', /has no key/],
    ['a key of another kind', ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='], 'FAIL', /k=ed25519/],
    ['a key for SHA-1 alone', [`v=DKIM1; h=sha1; p=${publicKey(KEY)}`], 'FAIL', /SHA-256/],
    ['a key not for mail', [`v=DKIM1; s=tlsrpt; p=${publicKey(KEY)}`], 'FAIL', /not for mail/],
    ['a version that is not the first', [`k=rsa; v=DKIM1; p=${publicKey(KEY)}`], 'FAIL', /begin with/],
    ['no list of tags', ['see our wiki'], 'FAIL', /cannot be understood/],
    ['a key that is being tested', [`v=DKIM1; t=y:s; p=${publicKey(KEY)}`], 'WARN', /t=y/],
  ] as const) {
    it(`${what}: ${state}`, async () => {
      const { dkim } = await check({ [DKIM]: { TXT: records } });
      assert.equal(dkim.state, state);
      assert.match(dkim.message, message);
      assert.equal(dkim.expected?.value ?? null, state === 'FAIL' ? `v=DKIM1; k=rsa; p=${publicKey(KEY)}` : null);
    });
  }

  it('is told not to be done here, or to be done with a short key', async () => {
    const { dkim, dmarc } = await check({}, await elsewhere({ dkim: null }));
    assert.deepEqual([dkim.state, dkim.domain, dmarc.dkimAligned, dmarc.state], ['WARN', null, null, 'PASS']);
    assert.match(dkim.message, /not signed here/);
    const short = pem(1024);
    const by = await elsewhere({ dkim: { selector: 'short', privateKey: short, domain: null } });
    const weak = await check({ 'short._domainkey.shop.example': texts(`v=DKIM1; p=${publicKey(short)}`) }, by);
    assert.deepEqual([weak.dkim.state, weak.dkim.selector], ['WARN', 'short']);
  });
});

describe('DMARC', () => {
  it('of a domain without a record is that of the organisational domain', async () => {
    await done(shop.administrator, UpdateChannel, { channelId, address: 'hello@news.shop.example' });
    const { dmarc, dkim, spf } = await check({
      'news.shop.example': texts('v=spf1 ip4:5.9.0.1 ip6:2a01:4f8::1 -all'), '_dmarc.shop.example': texts('v=DMARC1; p=reject; sp=quarantine; adkim=s'),
      'rapport._domainkey.news.shop.example': GOOD[DKIM] ?? '',
    });
    await done(shop.administrator, UpdateChannel, { channelId, address: 'Support@shop.example' });
    assert.deepEqual([spf.domain, dkim.domain, dmarc.domain, dmarc.recordDomain], ['news.shop.example', 'news.shop.example', 'news.shop.example', 'shop.example']);
    assert.deepEqual([dmarc.state, dmarc.policy, dmarc.subdomainPolicy, dmarc.spfAlignment, dmarc.dkimAlignment], ['PASS', 'QUARANTINE', 'QUARANTINE', 'RELAXED', 'STRICT']);
  });

  it('compares the domain that signs with that of the sender', async () => {
    const by = await elsewhere({ dkim: { selector: 'rapport', privateKey: KEY, domain: 'mail.shop.example' } });
    const key = { 'rapport._domainkey.mail.shop.example': GOOD[DKIM] ?? '' };
    assert.deepEqual(aligned(await check(key, by)), ['PASS', true, true]);
    assert.deepEqual(aligned(await check({ '_dmarc.shop.example': texts('v=DMARC1; p=reject; adkim=s') }, by)), ['PASS', true, false]);
    const stranger = await elsewhere({ dkim: { selector: 'rapport', privateKey: KEY, domain: 'operator.example' } });
    const { dmarc, ...rest } = await check({ 'rapport._domainkey.operator.example': GOOD[DKIM] ?? '', 'shop.example': texts('v=spf1 -all') }, stranger);
    assert.deepEqual([rest.dkim.state, ...aligned({ dmarc })], ['PASS', 'FAIL', true, false]);
    assert.match(dmarc.message, /operator\.example, is not like enough/);
  });

  for (const [what, records, state, message] of [
    ['two records', ['v=DMARC1; p=reject', 'v=DMARC1; p=none'], 'FAIL', /2 DMARC records/],
    ['a record without a policy', ['v=DMARC1; adkim=s'], 'FAIL', /cannot be used/],
    ['a record with a tag twice', ['v=DMARC1; p=reject; p=none'], 'FAIL', /cannot be used/],
    ['a record of another version', ['v=DMARC2; p=reject'], 'FAIL', /Neither shop.example nor/],
    ['a policy of nothing', ['v=DMARC1; p=none; rua=mailto:reports@shop.example'], 'WARN', /others can still send/],
    ['a policy that is being tested', ['v=DMARC1; p=reject; t=y'], 'WARN', /t=y/],
    ['quarantine', ['v=DMARC1; p=quarantine'], 'PASS', /suspicious/],
  ] as const) {
    it(`${what}: ${state}`, async () => {
      const { dmarc } = await check({ '_dmarc.shop.example': { TXT: records } });
      assert.equal(dmarc.state, state);
      assert.match(dmarc.message, message);
    });
  }

  it('fails where neither SPF nor DKIM proves the sender, and is open where that cannot be told', async () => {
    assert.equal((await check({ 'shop.example': texts('v=spf1 -all'), [DKIM]: texts('v=DKIM1; p=') })).dmarc.state, 'FAIL');
    assert.equal((await check({ 'shop.example': texts('v=spf1 include:relay.example -all'), 'relay.example': texts('v=spf1 ip4:5.9.7.0/24 -all') })).dmarc.state, 'UNKNOWN');
  });
});

const aligned = ({ dmarc }: Pick<Check, 'dmarc'>) => [dmarc.state, dmarc.spfAligned, dmarc.dkimAligned];

describe('who asks', () => {
  it('needs the permission, a channel that sends, and one of their own', async () => {
    const { client: marketer } = await colleague(shop.administrator, 'MARKETER');
    assert.equal((await check({}, marketer)).state, 'PASS');
    const { client: agent } = await colleague(shop.administrator, 'AGENT');
    assert.deepEqual((await agent.send(CheckSender, { channelId })).errors.map(({ extensions }) => [extensions.code, extensions['permission']]), [['FORBIDDEN', 'sender:check']]);
    const other = await app.tenant();
    assert.deepEqual(await other.administrator.ask(CheckSender, { channelId }), { senderCheck: null });

    for (const input of [{ kind: 'PHONE', name: 'Telephone', address: '+420601123456' }, { kind: 'EMAIL', name: 'Nowhere' }, { kind: 'EMAIL', name: 'Somewhere', address: 'ask for us' }] as const) {
      const { channel } = await done(shop.administrator, CreateChannel, input);
      assert.deepEqual(await shop.administrator.ask(CheckSender, { channelId: channel?.id ?? '' }), { senderCheck: null }, input.name);
    }
  });

  it('is told to come back while many of theirs are being checked', async () => {
    const { promise, resolve: open } = Promise.withResolvers<void>();
    gate = promise;
    const checks = Array.from({ length: 5 }, () => shop.administrator.send(CheckSender, { channelId }));
    const [refused] = (await Promise.race(checks)).errors;
    assert.deepEqual([refused?.extensions.code, (refused?.extensions['userErrors'] as { code: string }[] | undefined)?.[0]?.code], ['BAD_USER_INPUT', 'SENDER_CHECKS_UNDER_WAY']);
    open();
    const answers = await Promise.all(checks);
    assert.deepEqual(answers.flatMap(({ data }) => data?.senderCheck?.state ?? []), ['PASS', 'PASS', 'PASS', 'PASS']);
    assert.equal((await check()).state, 'PASS');
  });
});
