/** Who may be mailed, and where. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf, type Circumstances } from '../../src/crm/campaigns/eligibility.ts';

const point = (value: string, more: object = {}) => ({ value, key: value.toLowerCase(), primary: false, undeliverableAt: null, ...more });
const first = point('First@One.example');
const second = point('second@two.example', { primary: true });
const dead = { undeliverableAt: new Date(0) };
const judged = (more: Partial<Circumstances>, preferred: string | null = null) =>
  verdictOf({ archived: false, points: [first, second], optedOut: false, suppressed: new Map(), lately: 0, ...more }, 3, preferred);
const mailed = (value: string, key: string, domain: string) => ({ address: value, key, domain });

describe('who may be mailed', () => {
  const CASES: [what: string, given: Partial<Circumstances>, verdict: object][] = [
    ['at the primary address', {}, mailed('second@two.example', 'second@two.example', 'two.example')],
    ['at another when nothing arrives there', { points: [first, { ...second, ...dead }] }, mailed('First@One.example', 'first@one.example', 'one.example')],
    ['not when archived', { archived: true }, { excluded: 'ARCHIVED' }],
    ['not without an address', { points: [] }, { excluded: 'NO_ADDRESS' }],
    ['not when nothing arrives anywhere', { points: [{ ...second, ...dead }] }, { excluded: 'BOUNCED' }],
    ['not when any address opted out, also another', { suppressed: new Map([['first@one.example', 'UNSUBSCRIBED']]) }, { excluded: 'OPTED_OUT' }],
    ['not when an address that is theirs no more opted out', { optedOut: true }, { excluded: 'OPTED_OUT' }],
    ['not after a complaint', { suppressed: new Map([['second@two.example', 'COMPLAINED']]) }, { excluded: 'OPTED_OUT' }],
    ['not at a suppressed address', { suppressed: new Map([['second@two.example', 'OTHER']]) }, { excluded: 'SUPPRESSED' }],
    ['not at an address that bounced', { suppressed: new Map([['second@two.example', 'BOUNCED']]) }, { excluded: 'BOUNCED' }],
    ['when another address is suppressed for a reason of its own', { suppressed: new Map([['first@one.example', 'OTHER']]) }, mailed('second@two.example', 'second@two.example', 'two.example')],
    ['not more often than anybody may', { lately: 3 }, { excluded: 'FREQUENCY_CAP' }],
    ['until then', { lately: 2 }, mailed('second@two.example', 'second@two.example', 'two.example')],
  ];
  for (const [what, given, verdict] of CASES) it(what, () => assert.deepEqual(judged(given), verdict));

  it('stays at the address that was chosen before', () => assert.deepEqual(judged({}, 'first@one.example'), mailed('First@One.example', 'first@one.example', 'one.example')));
});
