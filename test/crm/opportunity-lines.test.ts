/** Lines of opportunities through the API: what they come to, where the amount comes from, and what happens when two change them at once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { done, payload, refused } from '../support/doing.ts';
import type { OpportunityFactsFragment, OpportunityLineAddInput } from '../support/graphql/graphql.ts';
import { CreateCustomer } from './customers.documents.ts';
import { AddLine, CreatePipeline, LoseOpportunity, OpenOpportunity, ReadOpportunity, RemoveLine, UpdateLine, UpdateOpportunity } from './opportunities.documents.ts';

let app: TestApp;
let ada: Client;
let pipelineId: string;
let customerId: string;
before(async () => {
  app = await startTestApp();
  ada = (await app.tenant()).administrator;
  pipelineId = (await done(ada, CreatePipeline, { name: 'Sales', stages: [{ name: 'One', probability: 50 }] })).pipeline?.id ?? '';
  customerId = (await done(ada, CreateCustomer, { kind: 'PERSON', givenName: 'Anna' })).customer?.id ?? '';
});
after(() => app.stop());

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
async function open(more: object = {}): Promise<string> {
  return (await done(ada, OpenOpportunity, { title: 'Beans', customerId, pipelineId, ...more })).opportunity?.id ?? '';
}
async function add(opportunityId: string, more: Partial<OpportunityLineAddInput> = {}) {
  const { opportunityLine } = await done(ada, AddLine, { opportunityId, description: 'Beans', quantity: '1', unitPrice: EUR('10'), ...more });
  assert.ok(opportunityLine);
  return opportunityLine;
}
const read = async (id: string): Promise<OpportunityFactsFragment> => {
  const { opportunity } = await ada.ask(ReadOpportunity, { id });
  assert.ok(opportunity);
  return opportunity;
};
const totals = ({ netTotal, taxTotal, grossTotal }: OpportunityFactsFragment) => [netTotal?.amount, taxTotal?.amount, grossTotal?.amount];

describe('opportunityLineAdd', () => {
  it('counts a line exactly, and the opportunity with it', async () => {
    const id = await open();
    const line = await add(id, { quantity: '2.5', unit: 'kg', productCode: 'GUJI', unitPrice: EUR('19.99'), discountPercent: '12.5', taxRate: '21' });
    assert.deepEqual(
      [line.quantity, line.unit, line.productCode, line.position, line.discountAmount, line.netAmount, line.taxAmount, line.grossAmount, line.discountPercent, line.taxRate, line.priceQuantity],
      ['2.5', 'kg', 'GUJI', 1, EUR('6.25'), EUR('43.73'), EUR('9.18'), EUR('52.91'), '12.5', '21', '1']);
    const after = await read(id);
    assert.deepEqual([...totals(after), after.amount, after.amountSource, after.weightedAmount], ['43.73', '9.18', '52.91', EUR('43.73'), 'LINES', EUR('21.87')]);
  });

  it('counts tax on the lines of a rate together, and their shares add up to it', async () => {
    const id = await open();
    for (let i = 0; i < 3; i += 1) await add(id, { unitPrice: EUR('0.50'), taxRate: '21' });
    const after = await read(id);
    assert.deepEqual([after.lines?.map(({ taxAmount }) => taxAmount.amount), ...totals(after)], [['0.11', '0.10', '0.11'], '1.50', '0.32', '1.82']);
  });

  it('puts a line where it is told, and numbers them', async () => {
    const id = await open();
    await add(id, { description: 'a' });
    await add(id, { description: 'b' });
    await add(id, { description: 'c', position: 1 });
    await add(id, { description: 'd', position: 200 });
    assert.deepEqual((await read(id)).lines?.map(({ description, position }) => [description, position]), [['c', 1], ['a', 2], ['b', 3], ['d', 4]]);
  });

  it('is in the currency of the opportunity, whose smallest unit it keeps', async () => {
    const id = await open({ currency: 'JPY' });
    const line = await add(id, { quantity: '0.5', unitPrice: { amount: '333', currency: 'JPY' }, taxRate: '10' });
    assert.deepEqual([line.netAmount.amount, line.taxAmount.amount, line.grossAmount.amount], ['167', '17', '184']);
    assert.deepEqual(await refused(ada, AddLine, { opportunityId: id, description: 'x', quantity: '1', unitPrice: EUR('1') }), [['CURRENCY_MISMATCH', 'unitPrice.currency']]);
    assert.deepEqual(await refused(ada, UpdateOpportunity, { opportunityId: id, amount: EUR('1') }), [['CURRENCY_MISMATCH', 'amount.currency']]);
  });

  it('refuses what is no line', async () => {
    const id = await open();
    const attempt = (more: Partial<OpportunityLineAddInput>) => refused(ada, AddLine, { opportunityId: id, description: 'x', quantity: '1', unitPrice: EUR('10'), ...more });
    assert.deepEqual(await attempt({ quantity: '0' }), [['LINE_WITHOUT_QUANTITY', 'quantity']]);
    assert.deepEqual(await attempt({ quantity: '1.0000001' }), [['TOO_MANY_DECIMALS', 'quantity']]);
    assert.deepEqual(await attempt({ priceQuantity: '0' }), [['LINE_WITHOUT_QUANTITY', 'priceQuantity']]);
    assert.deepEqual(await attempt({ discountPercent: '100.01' }), [['TOO_LARGE', 'discountPercent']]);
    assert.deepEqual(await attempt({ discountAmount: EUR('10.01') }), [['LINE_DISCOUNT_TOO_LARGE', 'discountAmount']]);
    assert.deepEqual(await attempt({ discountAmount: EUR('1'), discountPercent: '1' }), [['LINE_DISCOUNT_TWICE', 'discountAmount']]);
    assert.deepEqual(await attempt({ unitPrice: EUR('-1') }), [['TOO_SMALL', 'unitPrice.amount']]);
    assert.deepEqual(await attempt({ quantity: '1000000000', unitPrice: EUR('9999999999999') }), [['AMOUNT_TOO_LARGE', null]]);
    assert.deepEqual((await read(id)).lines, []);
    await done(ada, LoseOpportunity, { opportunityId: id, reason: 'x' });
    assert.deepEqual(await attempt({}), [['OPPORTUNITY_DECIDED', null]]);
  });
});

describe('the amount', () => {
  it('is the sum of the lines from the first on, until somebody enters another, and again when they say so', async () => {
    const id = await open({ amount: EUR('500') });
    assert.equal((await read(id)).amountSource, 'ENTERED');
    await add(id);
    await add(id, { quantity: '2' });
    let after = await read(id);
    assert.deepEqual([after.amount, after.amountSource], [EUR('30.00'), 'LINES']);
    await done(ada, UpdateOpportunity, { opportunityId: id, amount: EUR('25') });
    await add(id);
    after = await read(id);
    assert.deepEqual([after.amount, after.amountSource, ...totals(after)], [EUR('25.00'), 'ENTERED', '40.00', '0.00', '40.00']);
    await done(ada, UpdateOpportunity, { opportunityId: id, amountSource: 'LINES' });
    after = await read(id);
    assert.deepEqual([after.amount, after.amountSource], [EUR('40.00'), 'LINES']);
    assert.deepEqual(await refused(ada, UpdateOpportunity, { opportunityId: id, amountSource: 'LINES', amount: EUR('1') }), [['AMOUNT_SAID_TWICE', 'amount']]);
  });

  it('is not known when the last line is gone, and cannot be of lines there are none of', async () => {
    const id = await open();
    const { id: opportunityLineId } = await add(id);
    const { opportunity } = await done(ada, RemoveLine, { opportunityLineId });
    assert.deepEqual([opportunity?.amount, opportunity?.amountSource, opportunity?.netTotal, opportunity?.lines], [null, 'ENTERED', null, []]);
    assert.deepEqual(await refused(ada, UpdateOpportunity, { opportunityId: id, amountSource: 'LINES' }), [['OPPORTUNITY_WITHOUT_LINES', 'amountSource']]);
  });
});

describe('opportunityLineUpdate', () => {
  it('counts anew what is given and keeps the rest', async () => {
    const id = await open();
    const { id: opportunityLineId } = await add(id, { quantity: '10', unitPrice: EUR('3'), discountPercent: '10', taxRate: '12' });
    const change = async (more: object) => {
      const { opportunityLine: line } = await done(ada, UpdateLine, { opportunityLineId, ...more });
      return [line?.discountPercent, line?.discountAmount.amount, line?.netAmount.amount, line?.taxAmount.amount];
    };
    assert.deepEqual(await change({ quantity: '20' }), ['10', '6.00', '54.00', '6.48']);
    assert.deepEqual(await change({ discountAmount: EUR('5') }), [null, '5.00', '55.00', '6.60']);
    assert.deepEqual(await change({ quantity: '10', taxRate: null }), [null, '5.00', '25.00', '0.00']);
    assert.deepEqual(await change({ discountPercent: '50' }), ['50', '15.00', '15.00', '0.00']);
    assert.deepEqual(await change({ discountPercent: null }), [null, '0.00', '30.00', '0.00']);
    assert.deepEqual(await change({ discountAmount: EUR('1'), priceQuantity: '4' }), [null, '1.00', '6.50', '0.00']);
    assert.deepEqual(await change({ discountAmount: null }), [null, '0.00', '7.50', '0.00']);
  });

  it('of two at once with the same version does one; of different lines both', async () => {
    const id = await open();
    const lines = [await add(id), await add(id), await add(id)];
    const [first] = lines;
    const answers = await Promise.all(['2', '3'].map((quantity) => payload(ada, UpdateLine, { opportunityLineId: first?.id ?? '', quantity, expectedVersion: first?.version ?? 0 })));
    assert.deepEqual(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)), ['STALE']);
    await Promise.all(lines.map(({ id: opportunityLineId }) => done(ada, UpdateLine, { opportunityLineId, quantity: '7', taxRate: '21' })));
    const after = await read(id);
    assert.deepEqual([after.lines?.map(({ quantity }) => quantity), ...totals(after), after.amount?.amount], [['7', '7', '7'], '210.00', '44.10', '254.10', '210.00']);
  });

  it('adds up whatever many do at once', async () => {
    const id = await open();
    await Promise.all(Array.from({ length: 12 }, (_, i) => add(id, { unitPrice: EUR(`${i}.01`), taxRate: i % 2 === 0 ? '21' : '12' })));
    const after = await read(id);
    const cents = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
    const lines = after.lines ?? [];
    assert.deepEqual([lines.length, lines.map(({ position }) => position)], [12, Array.from({ length: 12 }, (_, i) => i + 1)]);
    assert.deepEqual([cents(lines.map(({ netAmount }) => netAmount.amount)), cents(lines.map(({ taxAmount }) => taxAmount.amount))], [cents([String(after.netTotal?.amount)]), cents([String(after.taxTotal?.amount)])]);
    assert.equal(after.netTotal?.amount, '66.12');
  });
});
