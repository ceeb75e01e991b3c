/** Settings: defaults, what is accepted, and that wrong ones are explained together without giving secrets away. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { describeSettings, readConfig, WrongSettings } from '../../src/config.ts';

const external = { DATABASE_URL: 'postgresql://app:hidden@db.example:5432/rapport', RAPPORT_SECRET: 's'.repeat(32) };

describe('readConfig', () => {
  test('needs nothing', () => {
    assert.deepEqual(readConfig({}), {
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      databaseJobsUrl: undefined,
      dataFolder: '.data',
      demo: true,
      baseUrl: undefined,
      secret: undefined,
      mail: { url: undefined, startTls: 'REQUIRED', dkim: null, returnByMessage: true },
      privateMailboxes: false,
      logLevel: 'info',
      accessTokenLifetime: 15 * 60,
      refreshTokenLifetime: 30 * 24 * 60 * 60,
    });
  });

  test('takes an empty variable as absent and ignores what is not its own', () => {
    assert.deepEqual(readConfig({ PORT: '', RAPPORT_SECRET: '', HOME: '/' }), readConfig({}));
  });

  test('reads each variable', () => {
    const config = readConfig({ ...external, HOST: '::', PORT: '0', DATABASE_OWNER_URL: 'postgres://owner@db/rapport', RAPPORT_BASE_URL: 'https://crm.example/' });
    assert.equal(config.host, '::');
    assert.equal(config.port, 0);
    assert.equal(config.databaseUrl, external.DATABASE_URL);
    assert.equal(config.databaseOwnerUrl, 'postgres://owner@db/rapport');
    assert.equal(config.baseUrl, 'https://crm.example');
    assert.equal(config.secret, external.RAPPORT_SECRET);
  });

  test('reads times short and in ISO 8601', () => {
    const seconds = (time: string): number => readConfig({ REFRESH_TOKEN_LIFETIME: time }).refreshTokenLifetime;
    assert.equal(seconds('90s'), 90);
    assert.equal(seconds('2h'), 7_200);
    assert.equal(seconds('PT90M'), 5_400);
    assert.equal(seconds('P1DT1S'), 86_401);
    assert.equal(seconds('400d'), 400 * 86_400);
  });

  test('reads how mail is sent, and encrypts where the connection leaves the machine', () => {
    const key = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    assert.equal(readConfig({ MAIL_URL: 'smtp://mail.example:587' }).mail.startTls, 'REQUIRED');
    assert.equal(readConfig({ MAIL_URL: 'smtp://127.0.0.1:25' }).mail.startTls, 'OFFERED');
    assert.equal(readConfig({ MAIL_URL: 'smtp://mail.example', MAIL_STARTTLS: 'never' }).mail.startTls, 'NEVER');
    assert.deepEqual(readConfig({ MAIL_DKIM_KEY: key.replaceAll('\n', '\\n'), MAIL_DKIM_SELECTOR: 'k1', MAIL_DKIM_DOMAIN: 'Example.COM' }).mail.dkim,
      { selector: 'k1', privateKey: key, domain: 'example.com' });
    assert.equal(readConfig({ MAIL_RETURN: 'plain' }).mail.returnByMessage, false);
    const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const MAIL_URL of ['mail.example', 'http://mail.example', 'smtp://', 'smtp://:hidden@mail.example', 'smtp://mail.example/path']) assert.deepEqual(wrong({ MAIL_URL }), ['MAIL_URL']);
    for (const MAIL_DKIM_KEY of ['/no/such/file', 'secret', ed25519]) assert.deepEqual(wrong({ MAIL_DKIM_KEY }), ['MAIL_DKIM_KEY']);
    assert.doesNotMatch(complaint({ MAIL_URL: 'smtp://anna:hidden@mail.example/x', MAIL_DKIM_KEY: ed25519 }), /hidden|BEGIN/);
  });

  test('has a demo only where no other machine and no other database sees it', () => {
    assert.equal(readConfig({ HOST: 'localhost' }).demo, true);
    assert.equal(readConfig({ HOST: '127.0.0.2', RAPPORT_DEMO: 'off' }).demo, false);
    assert.equal(readConfig({ HOST: '0.0.0.0' }).demo, false);
    assert.equal(readConfig({ HOST: '127.example.com' }).demo, false);
    assert.equal(readConfig(external).demo, false);
    assert.deepEqual(wrong({ HOST: '0.0.0.0', RAPPORT_DEMO: 'on' }), ['RAPPORT_DEMO']);
    assert.deepEqual(wrong({ ...external, RAPPORT_DEMO: 'on' }), ['RAPPORT_DEMO']);
  });

  test('asks for the secret beside an external database, and for the database beside its owner', () => {
    assert.deepEqual(wrong({ DATABASE_URL: external.DATABASE_URL }), ['RAPPORT_SECRET']);
    assert.deepEqual(wrong({ DATABASE_OWNER_URL: external.DATABASE_URL }), ['DATABASE_OWNER_URL']);
  });
});

describe('a wrong setting', () => {
  const refused: [string, string[]][] = [
    ['HOST', ['a b', 'http://x']],
    ['PORT', ['-1', '65536', '80.5', 'http', '999999']],
    ['DATABASE_URL', ['rapport', 'mysql://h/db', 'postgresql://h', 'postgresql:///db']],
    ['RAPPORT_DEMO', ['yes', 'ON']],
    ['RAPPORT_BASE_URL', ['crm.example', 'ftp://crm.example']],
    ['RAPPORT_SECRET', ['s'.repeat(31)]],
    ['LOG_LEVEL', ['verbose']],
    ['ACCESS_TOKEN_LIFETIME', ['0s', '25h', '15', 'm', 'PT0.5S', '15 m']],
    ['REFRESH_TOKEN_LIFETIME', ['59s', '401d', 'P', 'forever']],
  ];
  for (const [name, values] of refused) {
    test(`${name} is named`, () => {
      for (const value of values) {
        const names = wrong({ ...(name === 'DATABASE_URL' ? { RAPPORT_SECRET: external.RAPPORT_SECRET } : {}), [name]: value });
        assert.deepEqual(names, [name], `${name}=${value}`);
      }
    });
  }

  test('is told with what was given and what is allowed, and with all the others', () => {
    assert.equal(
      complaint({ PORT: 'http', DATABASE_URL: 'postgresql://u:hidden@h?sslmode=x', DATABASE_OWNER_URL: 'hidden' }),
      [
        'The settings in the environment are wrong:',
        '  PORT: given is "http"; allowed is a whole number from 0 to 65535.',
        '  DATABASE_URL: given is "postgresql://u:…@h?…"; allowed is a URL such as postgresql://user:password@host:5432/database.',
        '  DATABASE_OWNER_URL: given is a text that is no URL; allowed is a URL such as postgresql://user:password@host:5432/database, and only beside DATABASE_URL.',
        '  RAPPORT_SECRET: given is nothing; allowed is 32 characters or more, such as `openssl rand -hex 32` prints; required with DATABASE_URL.',
      ].join('\n'),
    );
  });

  test('never shows a password or the secret', () => {
    const password = fc.stringMatching(/^[\w!$&'()*+,;=.~-]{8,30}$/);
    fc.assert(fc.property(password, (text) => {
      const told = complaint({
        DATABASE_URL: `postgresql://user:${text}@host`,
        DATABASE_OWNER_URL: `postgresql://host?password=${text}`,
        RAPPORT_BASE_URL: `ftp://user:${text}@host`,
        RAPPORT_SECRET: text,
      });
      assert.ok(!told.includes(text), told);
    }));
  });
});

test('describeSettings names every variable with default and meaning', () => {
  const lines = describeSettings().split('\n');
  assert.equal(lines.length, 20);
  assert.match(lines[1]!, /^HOST +127\.0\.0\.1 +The address to listen on\.$/);
  for (const line of lines) assert.match(line, /^\S+ {2,}\S.* {2,}\S/);
});

function complaint(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof WrongSettings);
    return error.message;
  }
  return assert.fail(`accepted: ${JSON.stringify(env)}`);
}

function wrong(env: Record<string, string>): string[] {
  return [...complaint(env).matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name!);
}
