/** What lines come to, against published invoices and whatever amounts there may be: no cent is lost. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Big from 'big.js';
import fc from 'fast-check';
import { priced, taxShares, totalsOf, type LineTerms } from '../../src/crm/opportunities/line-totals.ts';
import { Money, readMoney } from '../../src/kernel/values/money.ts';

const money = (amount: string, currency = 'EUR'): Money => {
  const read = readMoney(amount, currency, null);
  assert.ok('money' in read);
  return read.money;
};
interface Line extends Partial<LineTerms> { readonly unitPrice: Money; readonly taxRate?: string | null }

function count(lines: readonly Line[], currency = 'EUR') {
  const nets = lines.map((line) => {
    const { full, discount } = priced({ quantity: '1', priceQuantity: '1', discountPercent: null, discount: null, ...line });
    return { netAmount: full.minus(discount), taxRate: line.taxRate ?? null };
  });
  const shares = taxShares(nets);
  const counted = nets.map((line, i) => ({ ...line, taxAmount: shares[i]! }));
  const { net, tax, gross } = totalsOf(counted, currency);
  return { nets: nets.map(({ netAmount }) => netAmount.amount), taxes: shares.map(({ amount }) => amount), net: net.amount, tax: tax.amount, gross: gross.amount };
}

describe('published invoices', () => {
  it('PEPPOL BIS Billing 3.0, base example: 7 at 400, -3 at 500, a charge of 25, all with 25 %', () => {
    const { nets, net, tax, gross } = count([
      { quantity: '7', unitPrice: money('400'), taxRate: '25' }, { quantity: '-3', unitPrice: money('500'), taxRate: '25' }, { unitPrice: money('25'), taxRate: '25' },
    ]);
    assert.deepEqual([nets, net, tax, gross], [['2800.00', '-1500.00', '25.00'], '1325.00', '331.25', '1656.25']);
  });

  it('EN 16931, example 1 of CEN/TC 434: twenty lines of 6 and 21 %, one taken back', () => {
    const line = (quantity: string, price: string, taxRate = '6') => ({ quantity, unitPrice: money(price), taxRate });
    const { net, tax, gross, taxes } = count([
      line('2', '9.95'), line('1', '9.85'), line('1', '8.29'), line('2', '7.23'), line('1', '35.00'), line('1', '35.00'), line('1', '10.65'), line('1', '1.55'), line('3', '4.79'), line('1', '8.29'),
      line('2', '8.29'), line('1', '9.95'), line('2', '1.65'), line('1', '10.80', '21'), line('1', '3.90'), line('2', '3.80', '21'), line('2', '4.67', '21'), line('1', '18.63', '21'), line('6', '17.02'), line('-6', '18.33'),
    ]);
    assert.deepEqual([net, tax, gross], ['229.60', '20.73', '250.33']);
    const of = (...at: number[]): string => Money.sum(at.map((i) => money(taxes[i]!)), 'EUR').amount;
    assert.equal(of(13, 15, 16, 17), '9.74');
  });

  it('PEPPOL BIS Billing 3.0, allowance example: 10 at 200 for every 2, and 10 at 100 less 101 plus 1', () => {
    assert.deepEqual(count([{ quantity: '10', unitPrice: money('200'), priceQuantity: '2' }, { quantity: '10', unitPrice: money('100'), discount: money('101') }, { unitPrice: money('1') }]).nets, ['1000.00', '899.00', '1.00']);
  });
});

describe('a line', () => {
  it('is rounded half up once, after quantity by price', () => {
    assert.deepEqual(count([
      { quantity: '0.333', unitPrice: money('9.99') }, { quantity: '3', unitPrice: money('0.01'), priceQuantity: '2' }, { quantity: '-3', unitPrice: money('0.01'), priceQuantity: '2' },
      { quantity: '1', unitPrice: money('100'), priceQuantity: '3' },
    ]).nets, ['3.33', '0.02', '-0.02', '33.33']);
  });

  it('has its discount off what it comes to, by percent or amount', () => {
    assert.deepEqual(count([
      { quantity: '3', unitPrice: money('19.99'), discountPercent: '12.5' }, { quantity: '2', unitPrice: money('50'), discount: money('0.05') }, { unitPrice: money('80'), discountPercent: '100' },
    ]).nets, ['52.47', '99.95', '0.00']);
  });

  it('is in smallest units of its currency', () => {
    assert.deepEqual(count([{ quantity: '1.5', unitPrice: money('333', 'JPY'), taxRate: '10' }], 'JPY'), { nets: ['500'], taxes: ['50'], net: '500', tax: '50', gross: '550' });
    assert.deepEqual(count([{ quantity: '1.5', unitPrice: money('0.333', 'KWD'), taxRate: '5' }], 'KWD').gross, '0.525');
  });
});

describe('tax', () => {
  it('is counted on all lines of a rate together: three of 0.33 with 21 % are 0.21, not three times 0.07', () => {
    const lines = Array.from({ length: 3 }, () => ({ unitPrice: money('0.50'), taxRate: '21' }));
    // Line by line 0.105 would be 0.11 each, 0.33 together; on the sum it is 0.315, so 0.32.
    assert.deepEqual(count(lines), { nets: ['0.50', '0.50', '0.50'], taxes: ['0.11', '0.10', '0.11'], net: '1.50', tax: '0.32', gross: '1.82' });
  });

  it('keeps rates apart, and counts none where none was said', () => {
    const { taxes, tax } = count([{ unitPrice: money('10'), taxRate: '21' }, { unitPrice: money('10'), taxRate: '12' }, { unitPrice: money('10') }, { unitPrice: money('10'), taxRate: '0' }]);
    assert.deepEqual([taxes, tax], [['2.10', '1.20', '0.00', '0.00'], '3.30']);
  });
});

describe('whatever the lines are', () => {
  const decimal = (min: number, max: number, decimals: number) => fc.integer({ min: min * 10 ** decimals, max: max * 10 ** decimals }).map((n) => new Big(n).div(10 ** decimals).toFixed());
  const line = fc.record({
    unitPrice: fc.bigInt({ min: 0n, max: 10n ** 9n }).map((minor) => new Money(minor, 'EUR')), quantity: decimal(-1000, 1000, 3), priceQuantity: fc.constantFrom('1', '3', '1000'),
    discountPercent: fc.option(decimal(0, 100, 2)), taxRate: fc.constantFrom(null, '0', '5.5', '12', '21', '23', '33.3333'),
  });

  it('their parts add up to the whole, to the cent', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const sum = (amounts: readonly string[]): string => Money.sum(amounts.map((amount) => money(amount)), 'EUR').amount;
      const { nets, taxes, net, tax, gross } = count(lines);
      assert.equal(sum(nets), net);
      assert.equal(sum(taxes), tax);
      assert.equal(money(net).plus(money(tax)).amount, gross);
    }));
  });

  it('the tax of a rate is that of the sum of its lines, rounded once, and no share is off by a cent', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const { nets, taxes } = count(lines);
      for (const rate of new Set(lines.flatMap(({ taxRate }) => taxRate ?? []))) {
        const of = lines.flatMap(({ taxRate }, i) => (taxRate === rate ? [{ net: money(nets[i]!), tax: money(taxes[i]!) }] : []));
        assert.equal(Money.sum(of.map(({ tax }) => tax), 'EUR').amount, Money.sum(of.map(({ net }) => net), 'EUR').percent(rate).amount);
        for (const { net, tax } of of) assert.ok(tax.exact.minus(net.exact.times(rate).div(100)).abs().lte('0.01'));
      }
    }));
  });
});
