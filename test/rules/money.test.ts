/** Money as a rule: decimals by currency, sums that lose nothing, rounding once, and what is refused as an amount. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Big from 'big.js';
import fc from 'fast-check';
import { currencyCode, decimalsOf, UNUSUAL_DECIMALS } from '../../src/kernel/values/currency-code.ts';
import { decimalText, quotient, readDecimal, rounded } from '../../src/kernel/values/decimal.ts';
import { Money, readMoney } from '../../src/kernel/values/money.ts';

const money = (amount: string, currency = 'EUR'): Money => {
  const read = readMoney(amount, currency, null);
  assert.ok('money' in read, JSON.stringify(read));
  return read.money;
};
const wrong = (amount: string, currency = 'EUR', min: number | null = null): string => {
  const read = readMoney(amount, currency, min);
  assert.ok('code' in read, amount);
  return read.code;
};

describe('the decimals of a currency', () => {
  it('are those of ISO 4217, where they are not two', () => {
    assert.deepEqual(['EUR', 'CZK', 'PLN', 'HUF', 'CNY', 'JPY', 'KRW', 'CLP', 'KWD', 'TND', 'IQD', 'CLF', 'UYW'].map(decimalsOf), [2, 2, 2, 2, 2, 0, 0, 0, 3, 3, 3, 4, 4]);
  });

  it('are told of currencies that there are', () => {
    for (const code of Object.values(UNUSUAL_DECIMALS).flat()) assert.deepEqual(currencyCode.read(code), { value: code });
  });

  it('stand in every amount', () => {
    assert.deepEqual(
      [money('12.5'), money('0.05'), money('-0.05'), money('-7'), money('1250', 'JPY'), money('0', 'JPY'), money('12.5', 'KWD'), money('1', 'CLF')].map(({ amount }) => amount),
      ['12.50', '0.05', '-0.05', '-7.00', '1250', '0', '12.500', '1.0000']);
  });
});

describe('an amount as somebody wrote it', () => {
  it('is what it says, to the smallest unit', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
      const { amount } = new Money(minor, currency);
      assert.equal(money(amount, currency).minor, minor);
      assert.equal(new Big(amount).times(new Big(10).pow(decimalsOf(currency))).toFixed(), String(minor));
    }));
  });

  it('has no more decimals than its currency, unless they are zeros', () => {
    assert.deepEqual([wrong('12.505'), wrong('1.5', 'JPY'), wrong('1.0001', 'KWD'), wrong('1.00001', 'CLF')], Array(4).fill('TOO_MANY_DECIMALS'));
    assert.equal(money('12.500').amount, '12.50');
  });

  it('is a plain number within bounds', () => {
    assert.deepEqual(['', ' ', 'x', '1e3', '1,5', '1 000', 'NaN', 'Infinity', '0x10', '.5', '5.', '--1', '१'].map((text) => wrong(text)), Array(13).fill('INVALID_DECIMAL'));
    assert.equal(wrong('9'.repeat(19)), 'INVALID_DECIMAL');
    assert.equal(wrong('10000000000000.01'), 'TOO_LARGE');
    assert.equal(wrong('-0.01', 'EUR', 0), 'TOO_SMALL');
    assert.deepEqual([money('+1').amount, money('007').amount, money('-0').amount], ['1.00', '7.00', '0.00']);
  });
});

describe('a decimal', () => {
  it('has one text', () => {
    const read = (text: string) => readDecimal(text, { decimals: 6, min: null, max: null });
    assert.deepEqual(['1.50', '01.5', '+1.5', '1.500000000', '-0', '0.0', '100', '0.000001'].map(read).map((one) => ('value' in one ? one.value : one.code)),
      ['1.5', '1.5', '1.5', '1.5', '0', '0', '100', '0.000001']);
  });

  it('stays within its bounds', () => {
    const code = (text: string): string => { const read = readDecimal(text, { decimals: 2, min: 0, max: 100 }); return 'code' in read ? read.code : ''; };
    assert.deepEqual(['1.001', '-1', '100.01', '100'].map(code), ['TOO_MANY_DECIMALS', 'TOO_SMALL', 'TOO_LARGE', '']);
  });

  it('is rounded half up, away from zero at the half', () => {
    assert.deepEqual(['0.125', '-0.125', '0.1249', '2.675', '1.005'].map((text) => decimalText(rounded(new Big(text), 2))), ['0.13', '-0.13', '0.12', '2.68', '1.01']);
  });

  it('is divided far beyond what is kept', () => {
    assert.equal(quotient(new Big(1), new Big(3)).toFixed(), `0.${'3'.repeat(40)}`);
  });
});

describe('sums', () => {
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { maxLength: 50 });
  it('hold every cent, in whatever order', () => {
    fc.assert(fc.property(amounts, (minors) => {
      const parts = minors.map((minor) => new Money(minor, 'EUR'));
      assert.equal(Money.sum(parts, 'EUR').minor, minors.reduce((sum, minor) => sum + minor, 0n));
      assert.ok(Money.sum(parts.toReversed(), 'EUR').equals(Money.sum(parts, 'EUR')));
      assert.ok(parts.reduce((rest, part) => rest.minus(part), Money.sum(parts, 'EUR')).equals(Money.zero('EUR')));
    }));
  });

  it('are of one currency', () => {
    assert.throws(() => money('1').plus(money('1', 'CZK')), /counted together/);
    assert.ok(!money('1').equals(money('1', 'CZK')));
  });
});

describe('a part of an amount', () => {
  it('is rounded half up to the smallest unit of its currency', () => {
    assert.deepEqual([money('0.05').percent('50'), money('-0.05').percent('50'), money('99.99').percent('21'), money('15', 'JPY').percent('10'), money('1.005', 'KWD').times('0.5')].map(String),
      ['0.03 EUR', '-0.03 EUR', '21.00 EUR', '2 JPY', '0.503 KWD']);
  });

  it('differs from the exact one by at most half a unit', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 10_000 }), (minor, hundredths) => {
      const part = new Money(minor, 'EUR').percent(String(hundredths / 100));
      const exact = new Big(String(minor)).times(hundredths).times('0.0001');
      assert.ok(exact.minus(String(part.minor)).abs().lte('0.5'));
    }));
  });
});
