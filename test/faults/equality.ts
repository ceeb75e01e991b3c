/**
 * Thousands of random documents to two nodes on one database, of which one reads plainly: every answer must be the same to
 * the byte. Each batch has organisations and askers of its own; what differs is told as the smallest case that was found.
 */
import { randomInt } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { startCluster } from '../../src/platform/database/embedded/cluster.ts';
import { choices } from '../equality/choices.ts';
import { Coverage } from '../equality/coverage.ts';
import { everyField } from '../equality/every-field.ts';
import { firstDifference, TwoNodes } from '../equality/two-nodes.ts';

const BATCH = 1_000;
const PEOPLE = 4;
const SHRINK_MS = 60_000;
const CROWDS = 20;
const AT_ONCE = 8;

export interface Equality {
  readonly cases: number;
  readonly documents: number;
  readonly different: number;
}

export async function equality({ cases }: { cases: number }): Promise<Equality> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-equality-'));
  chmodSync(folder, 0o755); // Root runs PostgreSQL as somebody else.
  try {
    const cluster = await startCluster({ folder, durable: false, log: { info() {}, warn: console.warn } });
    Object.assign(process.env, { RAPPORT_TEST_SUPERUSER_URL: cluster.superuserUrl, RAPPORT_TEST_OWNER_URL: cluster.ownerUrl, RAPPORT_TEST_APP_URL: cluster.appUrl, RAPPORT_TEST_JOBS_URL: cluster.jobsUrl });
    try {
      const outcome = { cases: 0, documents: 0, different: 0 };
      while (outcome.cases < cases) {
        const seed = Number(process.env['RAPPORT_SEED'] ?? randomInt(2 ** 31));
        await batch(seed, Math.min(BATCH, cases - outcome.cases), outcome);
        if (process.env['RAPPORT_SEED']) break;
      }
      return outcome;
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function batch(seed: number, cases: number, outcome: { cases: number; documents: number; different: number }): Promise<void> {
  const nodes = await TwoNodes.start({ seed, people: PEOPLE });
  const coverage = new Coverage(nodes.app.app.schema);
  const tell = (wrong: string | null): void => {
    if (wrong === null) return;
    outcome.different += 1;
    console.log(`DIFFERENT (RAPPORT_SEED=${seed})\n${wrong}\n`);
  };
  try {
    for (const asker of nodes.askers) for (const asked of everyField(nodes.app.app.schema, nodes.corpora[asker.of]!)) {
      const compared = await nodes.compareCase(asked, asker);
      coverage.count(compared);
      tell(compared.wrong);
    }
    tell(await firstDifference(nodes, { seed, cases, shrinkMs: SHRINK_MS, seen: (compared) => coverage.count(compared) }));
    // Many at once, of both organisations: nothing of one answer may come into another.
    const crowd = fc.sample(choices, { seed: seed + 1, numRuns: CROWDS * AT_ONCE });
    for (let from = 0; from < crowd.length; from += AT_ONCE) {
      for (const compared of await Promise.all(crowd.slice(from, from + AT_ONCE).map((one) => nodes.compare(one)))) {
        coverage.count(compared);
        tell(compared.wrong);
      }
    }
    console.log(coverage.told);
  } finally {
    outcome.cases += cases;
    outcome.documents += coverage.cases;
    await nodes.stop();
  }
}
