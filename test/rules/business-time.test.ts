/** Business time: against an oracle that walks minute by minute, and by examples that anybody can check with a calendar. */
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agrees, cases } from '../support/business-time-cases.ts';

const CASES = 3000;

describe('business time', () => {
  it('is what a walk minute by minute says, in every zone, with pauses and changed targets', () => {
    fc.assert(fc.property(cases, agrees), { numRuns: CASES });
  });
});
