/** Values: each kind of text with what it accepts, its one normal form, and what it refuses; then the laws all obey. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countryCode } from '../../src/kernel/values/country-code.ts';
import { currencyCode } from '../../src/kernel/values/currency-code.ts';
import { localTime } from '../../src/kernel/values/local-time.ts';
import { duration } from '../../src/kernel/values/duration.ts';
import { domainOf, emailAddress, emailKey } from '../../src/kernel/values/email-address.ts';
import { locale } from '../../src/kernel/values/locale.ts';
import { phoneNumber, readPhone } from '../../src/kernel/values/phone-number.ts';
import { cleanText, quoted } from '../../src/kernel/values/text.ts';
import { timeZone } from '../../src/kernel/values/time-zone.ts';
import { url } from '../../src/kernel/values/url.ts';
import type { Value } from '../../src/kernel/values/value.ts';

interface Examples {
  readonly accepts: Readonly<Record<string, string>>;
  readonly refuses: readonly string[];
}

const EXAMPLES = new Map<Value, Examples>([
  [emailAddress, {
    accepts: {
      ' Anna.Schmidt@Example.COM ': 'Anna.Schmidt@example.com',
      'petr+crm@firma.cz': 'petr+crm@firma.cz',
      'jiří@žluťoučký.cz': 'jiří@xn--luouk-uva4it5a4g.cz',
      'jir\u030ci@example.cz': 'jiři@example.cz',
      '王@例子.中国': '王@xn--fsqu00a.xn--fiqs8s',
      "o'brien@mail.example.co.uk": "o'brien@mail.example.co.uk",
      [`${'a'.repeat(64)}@example.com`]: `${'a'.repeat(64)}@example.com`,
    },
    refuses: [
      '', 'anna', '@example.com', 'anna@', 'anna@localhost', 'a b@example.com', 'a..b@example.com', '.a@example.com', 'a@b@example.com',
      '"a b"@example.com', 'anna@[192.0.2.1]', 'anna@127.0.0.1', 'anna@exa_mple.com', 'anna@-example.com', 'anna@example..com',
      'anna@example.com.', 'a@x%41.com', 'a@b.com/c', 'anna@example.com\nBcc: all@example.com', 'Anna <anna@example.com>',
      `${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(64)}.com`, `${'ř'.repeat(33)}@example.com`, `a@${'bcdefghij.'.repeat(26)}com`,
    ],
  }],
  [phoneNumber, {
    accepts: { '+48 601 234 567': '+48601234567', '+44 (0)20 7946 0958': '+442079460958', 'tel:+420-602-123-456': '+420602123456', '+４８ ６０１ ２３４ ５６７': '+48601234567', '+86 138 0013 8000 ext. 5': '+8613800138000' },
    refuses: ['', '601 234 567', '+420 000 000 000', '+999 123456', 'call +48601234567', '+48 601 234 567/8', '+48 601 234 567, 602 123 457', `+48${' '.repeat(70)}601234567`],
  }],
  [countryCode, { accepts: { cz: 'CZ', ' PL ': 'PL', XK: 'XK' }, refuses: ['', 'DD', 'UK', 'EU', 'ZZ', 'POL', 'Poland'] }],
  [localTime, { accepts: { '09:30': '09:30', ' 7:05 ': '07:05', '00:00': '00:00', '24:00': '24:00' }, refuses: ['', '9', '24:01', '12:60', '25:00', '9.30', '09:30:00', '9:30 am'] }],
  [currencyCode, { accepts: { czk: 'CZK', PLN: 'PLN', CNY: 'CNY' }, refuses: ['', 'DEM', 'BTC', '€', 'EURO'] }],
  [locale, {
    accepts: { 'cs-cz': 'cs-CZ', cs_CZ: 'cs-CZ', 'zh-hans-cn': 'zh-Hans-CN', PL: 'pl', iw: 'he' },
    refuses: ['', 'qq', 'czech', 'en-US-u-ca-gregory', 'x-private', 'de--AT', 'en_US.UTF-8'],
  }],
  [timeZone, {
    accepts: {
      'europe/prague': 'Europe/Prague', 'Europe/Kyiv': 'Europe/Kyiv', 'Europe/Kiev': 'Europe/Kyiv', 'Asia/Calcutta': 'Asia/Kolkata',
      'US/Pacific': 'America/Los_Angeles', UTC: 'UTC', 'Etc/UTC': 'UTC',
    },
    refuses: ['', '+01:00', '-05', 'Europe/Atlantis', 'localtime', 'CEST'],
  }],
  [url, {
    accepts: { 'HTTPS://Example.com': 'https://example.com/', 'http://例子.中国/路?q=1#x': 'http://xn--fsqu00a.xn--fiqs8s/%E8%B7%AF?q=1#x', 'https://example.com:443/a/../b': 'https://example.com/b' },
    refuses: ['', 'example.com', '/path', 'javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'https://user:secret@example.com', 'https://', `https://example.com/${'a'.repeat(2048)}`],
  }],
  [duration, {
    accepts: { PT15M: 'PT15M', pt90m: 'PT1H30M', PT24H: 'PT24H', P1W: 'P7D', P2DT4H: 'P2DT4H', P1W1DT3600S: 'P8DT1H', PT0S: 'PT0S', PT59M60S: 'PT1H' },
    refuses: ['', 'P', 'PT', 'P1DT', 'P1M', 'P1Y', 'PT1.5H', '-PT1H', 'PT-1H', '15 min', 'P36526D', 'PT999999999H'],
  }],
]);

for (const [value, { accepts, refuses }] of EXAMPLES) {
  describe(value.name, () => {
    for (const [raw, normal] of Object.entries(accepts)) {
      it(`reads ${JSON.stringify(raw)}`, () => assert.deepEqual(value.read(raw), { value: normal }));
    }
    for (const raw of refuses) {
      it(`refuses ${JSON.stringify(raw.slice(0, 40))}`, () => {
        const reading = value.read(raw);
        assert.ok('wrong' in reading, `read as ${JSON.stringify(reading)}`);
        assert.match(reading.wrong, /^\p{Any}{10,400}[.?]$/u);
        assert.doesNotMatch(reading.wrong, /\p{Cc}/u, 'the sentence stays on one line');
      });
    }
    it('never throws, and leaves its own normal form as it is', () => {
      const seeds = Object.keys(accepts);
      const near = fc.tuple(fc.constantFrom(...seeds), fc.nat(40), fc.string({ unit: 'binary', maxLength: 3 })).map(([seed, at, junk]) => seed.slice(0, at) + junk + seed.slice(at));
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (raw) => {
          const reading = value.read(raw);
          if ('value' in reading) assert.deepEqual(value.read(reading.value), reading);
        }),
        { numRuns: 1000 },
      );
    });
  });
}

describe('e-mail keys', () => {
  it('take case away and nothing else', () => {
    assert.equal(emailKey('Jiří.Novák+CRM@example.com'), 'jiří.novák+crm@example.com');
    assert.notEqual(emailKey('a.b@gmail.com'), emailKey('ab@gmail.com'));
  });
  it('are their own keys', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(emailKey(emailKey(text)), emailKey(text))));
  });
  it('the domain is what follows the last @', () => assert.equal(domainOf('anna@Example.com'), 'example.com'));
});

describe('phones as people type them', () => {
  const cases: [string, string | null, string][] = [
    ['601 234 567', 'PL', '+48601234567'],
    ['602 123 456', 'CZ', '+420602123456'],
    ['0048 601 234 567', 'CZ', '+48601234567'],
    ['+48 601 234 567', 'CZ', '+48601234567'],
    ['030 123456', 'DE', '+4930123456'],
    ['138 0013 8000', 'CN', '+8613800138000'],
    ['１３８００１３８０００', 'CN', '+8613800138000'],
    ['(020) 7946 0958', 'GB', '+442079460958'],
    ['22 123 45 67 ext. 12', 'PL', '+48221234567'],
    ['+48 601 234 567', 'AQ', '+48601234567'],
  ];
  for (const [raw, country, e164] of cases) {
    it(`${raw} in ${country}`, () => assert.deepEqual(readPhone(raw, country), { e164 }));
  }
  it('says that the country is missing', () => assert.match(JSON.stringify(readPhone('601 234 567', null)), /does not say its country/));
  it('says that a country has no numbers', () => assert.match(JSON.stringify(readPhone('601 234 567', 'AQ')), /AQ.* has no numbering/));
  it('refuses emergency and short numbers', () => assert.ok('wrong' in readPhone('112', 'PL')));
});

describe('country codes', () => {
  it('are the 249 of ISO and Kosovo', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const accepted = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => 'value' in countryCode.read(code));
    assert.equal(accepted.length, 250);
  });
});

describe('free text', () => {
  const clean = (raw: string, multiline = false) => cleanText(raw, { max: 20, multiline });
  it('is composed, trimmed and free of controls', () => {
    assert.deepEqual(clean('  re\u0301sume\u0301\u0000\u0007\u009b '), { value: 'résumé' });
    assert.deepEqual(clean('a\ud800b\udfffc😀'), { value: 'abc😀' });
  });
  it('keeps lines only where they belong', () => {
    assert.deepEqual(clean('a\r\nb\rc\td', true), { value: 'a\nb\nc\td' });
    assert.deepEqual(clean('a\r\nb\rc\td'), { value: 'a b c d' });
  });
  it('is empty when nothing of it can be seen, and a line cannot reverse what stands beside it', () => {
    for (const unseen of [' \u200b', '\u2060\ufe0f', '\u3164', '\u202e']) assert.deepEqual(clean(unseen), { value: '' });
    assert.deepEqual(clean('Bob \u202eevil\u202c'), { value: 'Bob evil' });
    assert.deepEqual(clean('👩\u200d👧'), { value: '👩\u200d👧' });
    assert.deepEqual(clean('\u200fמשה\u200f'), { value: '\u200fמשה\u200f' });
  });
  it('counts code points and says how many are allowed', () => {
    assert.deepEqual(clean('😀'.repeat(20)), { value: '😀'.repeat(20) });
    assert.deepEqual(clean('😀'.repeat(21)), { wrong: 'The text has 21 characters; at most 20 are allowed.' });
  });
  it('can be stored by PostgreSQL, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (raw, multiline) => {
        const once = cleanText(raw, { max: 1000, multiline });
        assert.ok('value' in once);
        assert.ok(once.value.isWellFormed() && !once.value.includes('\0'));
        assert.deepEqual(cleanText(once.value, { max: 1000, multiline }), once);
      }),
    );
  });
  it('is quoted short and on one line', () => {
    assert.equal(quoted('a\nb\u202e'), '“a b”');
    assert.equal([...quoted('😀'.repeat(500))].length, 63);
  });
});
