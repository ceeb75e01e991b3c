/** How fast mails go to a domain. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainPace } from '../../src/crm/campaigns/domain-pace.ts';

const at = (seconds: number): Date => new Date(1_700_000_000_000 + seconds * 1000);

describe('the pace of a domain', () => {
  it('lets a few leave at once, then as many as time brings', () => {
    const pace = new DomainPace({ perMinute: 60 });
    const taken = (seconds: number): number => { let count = 0; while (pace.take('one.example', at(seconds))) count += 1; return count; };
    assert.deepEqual([taken(0), taken(0), taken(1), taken(3), taken(1000)], [5, 0, 1, 2, 5]);
    assert.equal(pace.take('two.example', at(0)), true);
  });

  it('keeps to its rate over time', () => {
    const pace = new DomainPace({ perMinute: 300 });
    let count = 0;
    for (let tenth = 0; tenth < 6000; tenth++) while (pace.take('one.example', at(tenth / 10))) count += 1;
    assert.ok(count >= 3000 && count <= 3025 + 5, String(count));
  });

  it('holds back a domain that said to come later, and tells when it opens', () => {
    const pace = new DomainPace({ perMinute: 60 });
    pace.defer('slow.example', at(0), at(300));
    pace.defer('slow.example', at(0), at(100));
    assert.deepEqual(pace.blocked(at(0)), ['slow.example']);
    assert.equal(pace.take('slow.example', at(299)), false);
    assert.deepEqual(pace.opensAt(at(1)), at(300));
    assert.equal(pace.take('slow.example', at(300)), true);
    assert.deepEqual([pace.blocked(at(301)), pace.opensAt(at(301))], [[], null]);
  });

  it('of less than one in a burst still lets one leave', () => {
    const pace = new DomainPace({ perMinute: 1 });
    assert.deepEqual([pace.take('a', at(0)), pace.take('a', at(1)), pace.opensAt(at(1)), pace.take('a', at(60))], [true, false, at(60), true]);
  });
});
