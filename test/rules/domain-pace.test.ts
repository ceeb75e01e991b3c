/** How fast mails go to a domain. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainPace } from '../../src/crm/campaigns/domain-pace.ts';

const at = (seconds: number): Date => new Date(1_700_000_000_000 + seconds * 1000);

/** As the ledger counts: mails by the second at which they were handed over. */
function ledger(pace: DomainPace) {
  const handed: Date[] = [];
  return {
    take(seconds: number, most = Infinity): number {
      const since = pace.since(at(seconds));
      const room = pace.room(at(seconds), new Map([['one.example', handed.filter((moment) => moment > since).length]]));
      let count = 0;
      while (count < most && room.take('one.example')) count += 1;
      for (let i = 0; i < count; i++) handed.push(at(seconds));
      return count;
    },
    /** Most within any minute. */
    busiest: (): number => Math.max(...handed.map((from) => handed.filter((moment) => moment >= from && moment.getTime() < from.getTime() + 60_000).length)),
  };
}

describe('the pace of a domain', () => {
  it('lets a few leave at once, and more when these are some seconds past', () => {
    const { take } = ledger(new DomainPace({ perMinute: 60 }));
    assert.deepEqual([take(0, 3), take(0), take(0), take(4), take(5), take(1000)], [3, 2, 0, 0, 5, 5]);
  });

  for (const perMinute of [1, 7, 13, 23, 60, 100, 300]) {
    it(`keeps to ${perMinute} a minute, a burst apart, and makes use of them`, () => {
      const pace = new DomainPace({ perMinute });
      const { take, busiest } = ledger(pace);
      let count = 0;
      for (let tenth = 0; tenth < 3000; tenth++) count += take(tenth / 10);
      assert.ok(busiest() < perMinute + pace.most, String(busiest()));
      assert.ok(count >= 5 * perMinute * 0.9, String(count));
    });
  }

  it('holds back a domain that said to come later', () => {
    const pace = new DomainPace({ perMinute: 60 });
    pace.defer('slow.example', at(300));
    pace.defer('slow.example', at(100));
    const room = pace.room(at(0), new Map([['full.example', 5], ['free.example', 4]]));
    assert.deepEqual([room.blocked, room.full], [['slow.example', 'full.example'], ['full.example']]);
    assert.deepEqual(['slow.example', 'full.example', 'free.example', 'free.example', 'new.example'].map((domain) => room.take(domain)), [false, false, true, false, true]);
    assert.deepEqual([...pace.deferred(at(299)).keys()], ['slow.example']);
    assert.deepEqual(pace.room(at(300), new Map()).blocked, []);
  });
});
