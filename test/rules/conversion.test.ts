/** From one currency to another: which quotes lead there, which of them is taken, and what is told where none does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { convert, routeBetween, shownRate, totalIn, validOn, type Quote } from '../../src/crm/opportunities/conversion.ts';
import { Money, readMoney } from '../../src/kernel/values/money.ts';

const quote = (baseCurrency: string, quoteCurrency: string, rate: string, validOn = '2026-11-27', source = 'ECB'): Quote => ({ baseCurrency, quoteCurrency, rate, validOn, source });
const money = (amount: string, currency: string): Money => {
  const read = readMoney(amount, currency, null);
  assert.ok('money' in read);
  return read.money;
};
const converted = (amount: Money, to: string, quotes: readonly Quote[]): string | null => {
  const route = routeBetween(amount.currency, to, quotes);
  return route && convert(amount, route, to).toString();
};

describe('an amount is converted', () => {
  it('by the quote of its pair, in either direction, rounded once', () => {
    const quotes = [quote('EUR', 'CZK', '24.535')];
    assert.deepEqual([converted(money('100', 'EUR'), 'CZK', quotes), converted(money('100', 'CZK'), 'EUR', quotes), converted(money('7', 'EUR'), 'EUR', [])], ['2453.50 CZK', '4.08 EUR', '7.00 EUR']);
  });

  // Council Regulation (EC) 1103/97, article 4: conversion rates of six figures, national currencies over the euro.
  it('at the fixed rates of the euro', () => {
    const quotes = [quote('EUR', 'DEM', '1.95583'), quote('EUR', 'FRF', '6.55957')];
    const marks = new Money(10000n, 'DEM');
    assert.deepEqual([converted(marks, 'EUR', quotes), converted(marks, 'FRF', quotes)], ['51.13 EUR', '335.39 FRF']);
  });

  it('over a third currency by both quotes, and not by a rounded rate between', () => {
    const quotes = [quote('EUR', 'USD', '1.1587'), quote('EUR', 'JPY', '181.02', '2026-11-26')];
    assert.equal(converted(money('1000000', 'USD'), 'JPY', quotes), '156226806 JPY');
    const route = routeBetween('USD', 'JPY', quotes)!;
    assert.deepEqual([shownRate(route), validOn(route), route.quotes.length], ['156.2268059032', '2026-11-26', 2]);
  });

  it('between currencies of different decimals', () => {
    const quotes = [quote('EUR', 'JPY', '181.02'), quote('EUR', 'KWD', '0.3557')];
    assert.deepEqual([converted(money('0.01', 'EUR'), 'JPY', quotes), converted(money('1', 'JPY'), 'EUR', quotes), converted(money('0.05', 'EUR'), 'KWD', quotes)], ['2 JPY', '0.01 EUR', '0.018 KWD']);
  });

  it('by the newest of the quotes that lead there, its own pair first', () => {
    const quotes = [quote('EUR', 'CZK', '24', '2026-11-20', 'A'), quote('CZK', 'EUR', '0.05', '2026-11-21', 'B'), quote('USD', 'EUR', '1', '2026-11-27', 'C'), quote('USD', 'CZK', '30', '2026-11-27', 'C')];
    assert.equal(routeBetween('CZK', 'EUR', quotes)?.quotes[0]?.source, 'B');
    assert.deepEqual(routeBetween('CZK', 'EUR', quotes.slice(2))?.quotes.map(({ source }) => source), ['C', 'C']);
  });

  it('not at all where no quote leads there', () => {
    assert.equal(converted(money('1', 'CZK'), 'EUR', [quote('USD', 'CZK', '20'), quote('EUR', 'PLN', '4.2')]), null);
  });
});

describe('a total', () => {
  const quotes = [quote('EUR', 'CZK', '25'), quote('EUR', 'USD', '1.25')];
  const total = (sums: readonly Money[]) => {
    const routes = new Map(sums.map(({ currency }) => [currency, routeBetween(currency, 'EUR', quotes)]));
    const { total: together, lacking } = totalIn('EUR', sums, routes);
    return [together?.toString() ?? null, lacking];
  };

  it('is the sum of what each currency comes to', () => {
    assert.deepEqual(total([money('1', 'EUR'), money('50', 'CZK'), money('1.25', 'USD')]), ['4.00 EUR', []]);
    assert.deepEqual(total([]), ['0.00 EUR', []]);
  });

  it('is never guessed: without a rate it is not told, and what lacks one is', () => {
    assert.deepEqual(total([money('1', 'EUR'), money('5', 'PLN'), money('5', 'GBP')]), [null, ['GBP', 'PLN']]);
  });

  it('is there and back again within the rounding of both ways', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 1, max: 10 ** 9 }), (minor, rate) => {
      const way = [quote('EUR', 'CZK', String(rate / 1e6))].map((one) => ({ ...one, rate: (rate / 1e6).toFixed(6) }));
      const there = convert(new Money(minor, 'EUR'), routeBetween('EUR', 'CZK', way)!, 'CZK');
      const back = convert(there, routeBetween('CZK', 'EUR', way)!, 'EUR');
      const most = Math.ceil(0.5 / (rate / 1e6)) + 1;
      assert.ok(Math.abs(Number(back.minor - minor)) <= most);
    }));
  });
});
