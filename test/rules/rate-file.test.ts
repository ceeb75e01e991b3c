/** Files of exchange rates: what central banks publish and people make by hand, and what is said of files that are wrong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRateFile, WrongRateFile } from '../../src/crm/opportunities/rate-file.ts';

const ecb = (days: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
  <Cube>${days}</Cube>
</gesmes:Envelope>`;
const told = (text: string, source: string | null = null): string[] =>
  readRateFile(text, source).quotes.map(({ baseCurrency, quoteCurrency, rate, validOn, source: by }) => `${validOn} ${baseCurrency}/${quoteCurrency} ${rate} ${by}`);
const wrong = (text: string, source: string | null = null): string => {
  try {
    readRateFile(text, source);
  } catch (error) {
    assert.ok(error instanceof WrongRateFile, String(error));
    return error.message;
  }
  return assert.fail('it was taken');
};

describe('XML of the European Central Bank', () => {
  it('holds the rates of a day, or of many', () => {
    assert.deepEqual(told(ecb(`<Cube time='2026-11-27'><Cube currency='USD' rate='1.1587'/><Cube currency='JPY' rate='181.02'/></Cube>`)), ['2026-11-27 EUR/USD 1.1587 ECB', '2026-11-27 EUR/JPY 181.02 ECB']);
    assert.deepEqual(told(ecb('<Cube time="2026-11-27"><Cube currency="CZK" rate="24.535"/></Cube><Cube time="2026-11-26"><Cube currency="CZK" rate="24.6"/></Cube>')),
      ['2026-11-27 EUR/CZK 24.535 ECB', '2026-11-26 EUR/CZK 24.6 ECB']);
  });

  it('that is none, or broken, is told so', () => {
    assert.match(wrong('<html><body>Not found</body></html>'), /holds no rates/);
    assert.match(wrong('<Cube time="2026-11-27"><Cube currency="USD" rate="1.1">'), /cannot be read/);
    assert.match(wrong('<a>&unknown;</a>'), /cannot be read/);
    assert.match(wrong(ecb('<Cube time="2026-02-30"><Cube currency="USD" rate="1"/></Cube>')), /is no day/);
  });
});

describe('CSV of the European Central Bank', () => {
  it('has a column for each currency and leaves out what was not quoted', () => {
    assert.deepEqual(told('Date, USD, JPY, \n27 November 2026, 1.1587, 181.02, \n'), ['2026-11-27 EUR/USD 1.1587 ECB', '2026-11-27 EUR/JPY 181.02 ECB']);
    assert.deepEqual(told('Date,USD,PLN,\n2026-11-27,1.1587,N/A,\n2026-11-26,1.16,4.2410,\n'), ['2026-11-27 EUR/USD 1.1587 ECB', '2026-11-26 EUR/USD 1.16 ECB', '2026-11-26 EUR/PLN 4.241 ECB']);
  });

  it('leaves out currencies that are no more, and says how many rates that were', () => {
    const { quotes, unknown } = readRateFile('Date,USD,CYP,\n2007-12-31,1.4721,0.585274,\n2007-12-28,1.4692,0.585274,\n', null);
    assert.deepEqual([quotes.length, [...unknown]], [2, [['CYP', 2]]]);
  });
});

describe('plain CSV', () => {
  it('names its columns in any order, with commas or semicolons, and its source', () => {
    assert.deepEqual(told('\uFEFFdate,base,quote,rate,source\n2026-11-27,eur,CZK,24.5,CNB\n'), ['2026-11-27 EUR/CZK 24.5 CNB']);
    assert.deepEqual(told('rate;quote;base;date\n0.04;EUR;CZK;2026-11-27\n', 'Bank'), ['2026-11-27 CZK/EUR 0.04 Bank']);
  });

  it('takes what stands later where a day is given twice', () => {
    assert.deepEqual(told('date,base,quote,rate\n2026-11-27,EUR,CZK,24\n2026-11-27,EUR,CZK,25\n', 'x'), ['2026-11-27 EUR/CZK 25 x']);
  });

  it('is told the line of its mistake, and nothing of it is taken', () => {
    const header = 'date,base,quote,rate,source\n2026-11-27,EUR,CZK,24,x\n';
    assert.match(wrong(`${header}27.11.2026,EUR,CZK,24,x`), /^Line 3: “27.11.2026” is no day/);
    assert.match(wrong(`${header}2026-11-27,EUR,CZECH,24,x`), /^Line 3: “CZECH” is no currency/);
    assert.match(wrong(`${header}2026-11-27,EUR,EUR,1,x`), /^Line 3: .*both are EUR/);
    assert.match(wrong(`${header}2026-11-27,EUR,PLN,"4,2",x`), /^Line 3: .*not a decimal number/);
    assert.match(wrong(`${header}2026-11-27,EUR,PLN,-4,x`), /^Line 3: The least is 0/);
    assert.match(wrong(`${header}2026-11-27,EUR,PLN,0,x`), /^Line 3: a rate is more than zero/);
    assert.match(wrong(`${header}2026-11-27,EUR,PLN,4,`), /^Line 3: nobody is named/);
    assert.match(wrong('date,quote,rate\n'), /base is missing/);
    assert.match(wrong('a,b\n1,2\n'), /not a file of rates/);
    assert.match(wrong(''), /not a file of rates/);
    assert.match(wrong('PK\u0003\u0004'), /zip/);
  });
});
