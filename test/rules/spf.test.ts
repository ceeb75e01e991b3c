/** SPF of single addresses, by the examples and the limits of RFC 7208. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { spfOutcome } from '../../src/crm/interactions/spf-verdict.ts';
import { dnsOf, type Zone } from '../support/dns.ts';

/** Appendix A: a simple example. */
const APPENDIX_A: Zone = {
  'example.com': { MX: ['10 mail-a.example.com', '20 mail-b.example.com'], A: ['192.0.2.10', '192.0.2.11'] },
  'amy.example.com': { A: ['192.0.2.65'] },
  'bob.example.com': { A: ['192.0.2.66'] },
  'mail-a.example.com': { A: ['192.0.2.129'] },
  'mail-b.example.com': { A: ['192.0.2.130'] },
  'www.example.com': { CNAME: ['example.com'] },
  'example.org': { MX: ['10 mail-c.example.org'] },
  'mail-c.example.org': { A: ['192.0.2.140'] },
  '10.2.0.192.in-addr.arpa': { PTR: ['example.com'] },
  '11.2.0.192.in-addr.arpa': { PTR: ['example.com'] },
  '65.2.0.192.in-addr.arpa': { PTR: ['amy.example.com'] },
  '66.2.0.192.in-addr.arpa': { PTR: ['bob.example.com'] },
  '129.2.0.192.in-addr.arpa': { PTR: ['mail-a.example.com'] },
  '130.2.0.192.in-addr.arpa': { PTR: ['mail-b.example.com'] },
  '140.2.0.192.in-addr.arpa': { PTR: ['mail-c.example.org'] },
  '4.0.0.10.in-addr.arpa': { PTR: ['bob.example.com'] },
};

const judge = (zone: Zone, address: string, sender = 'somebody@example.com') => spfOutcome({ address, sender }, dnsOf(zone));
const withRecord = (record: string, zone: Zone = APPENDIX_A): Zone => ({ ...zone, 'example.com': { ...zone['example.com'] as object, TXT: [record] } });

describe('the examples of RFC 7208', () => {
  const simple: readonly [record: string, passing: readonly string[], failing: readonly string[]][] = [
    ['v=spf1 +all', ['192.0.2.1', '2001:db8::1'], []],
    ['v=spf1 a -all', ['192.0.2.10', '192.0.2.11'], ['192.0.2.65', '192.0.2.129']],
    ['v=spf1 a:example.org -all', [], ['192.0.2.10', '192.0.2.140']],
    ['v=spf1 mx -all', ['192.0.2.129', '192.0.2.130'], ['192.0.2.10', '192.0.2.140']],
    ['v=spf1 mx:example.org -all', ['192.0.2.140'], ['192.0.2.129']],
    ['v=spf1 mx mx:example.org -all', ['192.0.2.129', '192.0.2.130', '192.0.2.140'], ['192.0.2.10']],
    ['v=spf1 mx/30 mx:example.org/30 -all', ['192.0.2.128', '192.0.2.131', '192.0.2.140', '192.0.2.143'], ['192.0.2.132', '192.0.2.144']],
    ['v=spf1 ptr -all', ['192.0.2.65'], ['192.0.2.140', '10.0.0.4']],
    ['v=spf1 ip4:192.0.2.128/28 -all', ['192.0.2.129'], ['192.0.2.65']],
  ];
  for (const [record, passing, failing] of simple) {
    it(record, async () => {
      for (const address of passing) assert.equal((await judge(withRecord(record), address)).result, 'PASS', address);
      for (const address of failing) assert.equal((await judge(withRecord(record), address)).result, 'FAIL', address);
    });
  }

  it('several domains that go by one record, and one that names senders one by one', async () => {
    const zone = withRecord('v=spf1 include:example.org exists:%{l1r+}.%{d} redirect=_spf.%{d2}', {
      ...APPENDIX_A, 'example.org': { TXT: ['v=spf1 mx:example.org -all'], MX: ['10 mail-c.example.org'] },
      'anna.example.com': { A: ['127.0.0.2'] }, '_spf.example.com': { TXT: ['v=spf1 ip6:2001:db8:1::/48 ?all'] },
    });
    assert.equal((await judge(zone, '192.0.2.140')).result, 'PASS');
    assert.equal((await judge(zone, '203.0.113.9', 'anna+offers@example.com')).result, 'PASS');
    assert.equal((await judge(zone, '2001:db8:1::7')).result, 'PASS');
    assert.equal((await judge(zone, '2001:db8:2::7')).result, 'NEUTRAL');
  });
});

test('limits and errors end as they should', async () => {
  const many = (count: number): Zone => withRecord(`v=spf1 ${Array.from({ length: count }, (_, n) => `a:h${n}.example.com`).join(' ')} -all`,
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`h${n}.example.com`, { A: ['192.0.2.1'] }])));
  assert.equal((await judge(many(10), '192.0.2.9')).result, 'FAIL');
  const eleven = await judge(many(11), '192.0.2.9');
  assert.deepEqual([eleven.result, /too many dns/i.test(eleven.reason)], ['PERMERROR', true]);
  assert.equal((await judge(withRecord('v=spf1 a:x.example a:y.example a:z.example -all'), '192.0.2.9')).result, 'PERMERROR');
  assert.equal((await judge(withRecord('v=spf1 ip4:192.0.2.300 -all'), '192.0.2.9')).result, 'PERMERROR');
  assert.equal((await judge(withRecord('v=spf1 include:nothing.example -all'), '192.0.2.9')).result, 'PERMERROR');
  assert.equal((await judge({ 'example.com': { TXT: ['v=spf1 -all', 'v=spf1 +all'] } }, '192.0.2.9')).result, 'PERMERROR');
  assert.equal((await judge({ 'example.com': { TXT: ['v=spf10 +all'] } }, '192.0.2.9')).result, 'NONE');
  assert.equal((await judge({ 'example.com': 'ESERVFAIL' }, '192.0.2.9')).result, 'TEMPERROR');
  assert.equal((await judge({ ...withRecord('v=spf1 include:slow.example -all'), 'slow.example': 'ETIMEOUT' }, '192.0.2.9')).result, 'TEMPERROR');
});
