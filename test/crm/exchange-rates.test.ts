/** Exchange rates through the API and from files: set once, corrected, kept with their history, by those who may. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DateTime } from 'luxon';
import { importRates } from '../../src/cli/import-rates.ts';
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { colleague, done, refused } from '../support/doing.ts';
import { EventsSince } from './interactions.documents.ts';
import { SetRate } from './opportunities.documents.ts';

let app: TestApp;
let tenant: Tenant;
let ada: Client;
before(async () => {
  app = await startTestApp();
  tenant = await app.tenant();
  ada = tenant.administrator;
});
after(() => app.stop());

const rate = (value: string, validOn: string, more: object = {}) => ({ baseCurrency: 'EUR', quoteCurrency: 'CZK', rate: value, validOn, source: 'ECB', ...more });
const position = async (): Promise<string> => (await ada.ask(EventsSince, {})).events.position;

describe('exchangeRateSet', () => {
  it('keeps every rate, and shows the newest, in whatever order they come', async () => {
    const boss = (await app.tenant()).administrator;
    await done(boss, SetRate, rate('24.5', '2026-02-01'));
    await done(boss, SetRate, rate('24.1', '2026-01-01'));
    const { currencyPair } = await done(boss, SetRate, rate('24.700', '2026-03-01'));
    assert.deepEqual([currencyPair?.rate, currencyPair?.validOn, currencyPair?.rates.nodes.map(({ rate: one, validOn }) => `${validOn} ${one}`)], ['24.7', '2026-03-01', ['2026-03-01 24.7', '2026-02-01 24.5', '2026-01-01 24.1']]);
  });

  it('corrects a rate of a day, and says nothing of one that is there as given', async () => {
    await done(ada, SetRate, rate('24', '2026-05-01'));
    const { currencyPair } = await done(ada, SetRate, rate('25', '2026-05-01', { source: 'CNB' }));
    assert.deepEqual([currencyPair?.rate, currencyPair?.source, currencyPair?.rates.nodes.length], ['25', 'CNB', 1]);
    assert.equal((await done(ada, SetRate, rate('25.0', '2026-05-01', { source: 'CNB' }))).position, null);
  });

  it('refuses rates that are none', async () => {
    const tomorrow = DateTime.now().setZone('Europe/Prague').plus({ days: 1 }).toISODate() ?? '';
    assert.deepEqual(await refused(ada, SetRate, rate('0', '2026-01-01')), [['TOO_SMALL', 'rate']]);
    assert.deepEqual(await refused(ada, SetRate, rate('-1', '2026-01-01')), [['TOO_SMALL', 'rate']]);
    assert.deepEqual(await refused(ada, SetRate, rate('1', '2026-01-01', { quoteCurrency: 'eur' })), [['CURRENCIES_ALIKE', 'quoteCurrency']]);
    assert.deepEqual(await refused(ada, SetRate, rate('1', tomorrow)), [['EXCHANGE_RATE_NOT_YET_VALID', 'validOn']]);
    assert.deepEqual(await refused(ada, SetRate, rate('1.0000000000001', '2026-01-01')), [['TOO_MANY_DECIMALS', 'rate']]);
  });

  it('is for those who may', async () => {
    for (const role of ['SELLER', 'SUPERVISOR', 'MARKETER'] as const) assert.equal(await (await colleague(ada, role)).client.failure(SetRate, { input: rate('1', '2026-01-01') }), 'FORBIDDEN');
  });

  it('by several at once is set for each day once', async () => {
    const boss = (await app.tenant()).administrator;
    await done(boss, SetRate, rate('19', '2026-01-01'));
    const days = Array.from({ length: 10 }, (_, i) => `2026-01-${String(i + 10)}`);
    await Promise.all(days.map((day, i) => done(boss, SetRate, rate(`2${i}`, day))));
    const { currencyPair } = await done(boss, SetRate, rate('30', '2026-01-31'));
    assert.deepEqual([currencyPair?.rate, currencyPair?.rates.nodes.length], ['30', 12]);
  });
});

describe('a file of rates', () => {
  const file = (rates: string): string => `date,base,quote,rate,source\n${rates}`;
  const taken = (text: string) => importRates(app.app.host, tenant.id, text, null);

  it('is taken in whole, and again without a change or a word', async () => {
    const text = file('2026-06-01,EUR,USD,1.15,ECB\n2026-06-02,EUR,USD,1.16,ECB\n2026-06-02,EUR,PLN,4.25,ECB\n2026-06-02,EUR,CYP,0.5,ECB\n');
    assert.deepEqual(await taken(text), { read: 3, set: 3, alreadyThere: 0, leftOut: { CYP: 1 } });
    const before = await position();
    assert.deepEqual(await taken(text), { read: 3, set: 0, alreadyThere: 3, leftOut: { CYP: 1 } });
    assert.equal(await position(), before);
    assert.deepEqual(await taken(text.replace('1.16', '1.17')), { read: 3, set: 1, alreadyThere: 2, leftOut: { CYP: 1 } });
  });

  it('of years is taken in by parts, each pair told once for each', async () => {
    const days = Array.from({ length: 1500 }, (_, i) => DateTime.fromISO('2019-01-01').plus({ days: i }).toISODate());
    const before = await position();
    assert.deepEqual(await taken(file(days.map((day, i) => `${day},EUR,HUF,${350 + i / 100},ECB`).join('\n'))), { read: 1500, set: 1500, alreadyThere: 0, leftOut: {} });
    const { events } = await ada.ask(EventsSince, { after: before });
    assert.deepEqual(events.changes.map(({ type }) => type), ['exchangeRate.set', 'exchangeRate.set']);
    assert.equal((await done(ada, SetRate, rate('364.99', '2023-02-08', { quoteCurrency: 'HUF' }))).position, null);
  });

  it('with a rate of a day to come is refused', async () => {
    await assert.rejects(taken(file('2999-01-01,EUR,GBP,0.85,ECB')), /none of a day to come/);
  });
});
