/** Random clocks against the oracle that walks minute by minute, by the hundred thousand; each difference with what repeats it. */
import fc from 'fast-check';
import { agrees, cases } from '../support/business-time-cases.ts';

const BATCH = 1000;

export function clocks({ cases: wanted }: { cases: number }): { cases: number; different: number } {
  const outcome = { cases: 0, different: 0 };
  const first = Number(process.env['RAPPORT_SEED'] ?? Date.now() % 1_000_000_000);
  for (let seed = first; outcome.cases < wanted; seed++) {
    const numRuns = Math.min(BATCH, wanted - outcome.cases);
    const found = fc.check(fc.property(cases, agrees), { seed, numRuns });
    outcome.cases += numRuns;
    if (!found.failed) continue;
    outcome.different += 1;
    console.log(`DIFFERENT (RAPPORT_SEED=${seed})\n${fc.defaultReportMessage(found)}\n`);
  }
  return outcome;
}
