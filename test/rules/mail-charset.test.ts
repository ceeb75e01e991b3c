/** Texts come out readable whatever charset they are in and whatever the mail says about it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { charsetOf, decodeText } from '../../src/platform/mail/charset.ts';
import { encoded } from '../support/mail-fixtures.ts';

const POLISH = 'Zażółć gęślą jaźń, Państwo Wiśniewscy';
const CZECH = 'Příliš žluťoučký kůň úpěl ďábelské ódy';
const GERMAN = 'Grüße aus Köln, wir möchten Maß nehmen';
const FRENCH = 'Voilà la tâche où mon père était déjà prêt à être';
const CHINESE = '您好，请问这个产品的价格是多少？谢谢';
const RUSSIAN = 'Здравствуйте, сколько это стоит';

describe('a declared charset is believed when the bytes agree', () => {
  for (const [text, charset] of [
    [POLISH, 'iso-8859-2'], [CZECH, 'windows-1250'], [GERMAN, 'iso-8859-1'], [CHINESE, 'gb18030'], [CHINESE, 'gb2312'],
    [RUSSIAN, 'koi8-r'], [RUSSIAN, 'windows-1251'], [POLISH, 'utf-8'],
  ] as const) {
    test(`${charset}: ${text.slice(0, 12)}`, () => {
      const bytes = charset === 'utf-8' ? Buffer.from(text) : encoded(text, charset === 'gb2312' ? 'gb18030' : charset);
      assert.equal(decodeText(bytes, charset), text);
    });
  }

  for (const [name, charset] of [
    ['cp1250', 'windows-1250'], ['CP-1250', 'windows-1250'], ['x-win1250', 'windows-1250'], ['"Windows1250"', 'windows-1250'], ['ISO8859_2', 'iso-8859-2'],
    ['ISO-8859-2:1987', 'iso-8859-2'], ['GBK', 'gb18030'], ['x-gbk', 'gb18030'], ['cp936', 'gb18030'], ['KOI8R', 'koi8-r'], ['Latin2', 'iso-8859-2'],
  ] as const) {
    test(`also under the name ${name}`, () => {
      assert.equal(charsetOf(encoded(charset === 'koi8-r' ? 'Цена' : charset === 'gb18030' ? '价格' : 'łoś', charset), name), charset);
    });
  }
});

describe('a charset the bytes contradict, an unknown one, or none', () => {
  for (const [what, bytes, declared, text] of [
    ['windows-1250 called ISO-8859-2', encoded('Wiśnia', 'windows-1250'), 'iso-8859-2', 'Wiśnia'],
    ['UTF-8 called ASCII', Buffer.from(POLISH), 'us-ascii', POLISH],
    ['UTF-8 called ISO-8859-2', Buffer.from(CZECH), 'iso-8859-2', CZECH],
    ['windows-1250 called UTF-8', encoded(POLISH, 'windows-1250'), 'utf-8', POLISH],
    ['windows-1250 called nothing', encoded(CZECH, 'windows-1250'), undefined, CZECH],
    ['ISO-8859-2 called x-unknown', encoded(POLISH, 'iso-8859-2'), 'x-unknown', POLISH],
    ['windows-1252 called nothing', encoded(FRENCH, 'windows-1252'), undefined, FRENCH],
    ['German called nothing', encoded(GERMAN, 'windows-1252'), undefined, GERMAN],
    ['GB 18030 called nothing', encoded(CHINESE, 'gb18030'), undefined, CHINESE],
    ['GB 2312 called ISO-8859-1', encoded(CHINESE, 'gb18030'), 'iso-8859-1', CHINESE],
    ['ASCII called UTF-16', Buffer.from('plain'), 'utf-16', 'plain'],
  ] as const) {
    test(what, () => assert.equal(decodeText(bytes, declared), text));
  }

  test('UTF-8 that was cut in the middle of a character stays UTF-8', () => {
    assert.equal(decodeText(Buffer.from(POLISH).subarray(0, -1 - Buffer.byteLength('ń, Państwo Wiśniewscy') + 2), 'utf-8'), 'Zażółć gęślą jaź\ufffd');
  });

  test('any bytes under any label decode to something', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.oneof(fc.string(), fc.constantFrom('hz-gb-2312', 'iso-2022-kr', 'utf-7', 'x-user-defined')), (bytes, label) => {
      assert.equal(typeof decodeText(bytes, label), 'string');
    }));
  });
});
