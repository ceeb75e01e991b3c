/** S1 to S4: requests per second at full load, scenario by scenario, against all references of each in the same rounds. */
import { loadavg } from 'node:os';
import { measure, type Round, type Sample } from './measure.ts';
import type { Part } from './part.ts';
import type { Finding, Pair, Row } from './report.ts';
import type { Reference, Scenario } from './scenario.ts';
import { scenarios } from './scenarios/all.ts';
import { median, spread } from './statistics.ts';
import { statementsOf } from './statements.ts';

export const throughput: Part = {
  promises: ['S1', 'S2', 'S3', 'S4', 'S4 hot'],
  async run({ wanted, stage, load, pace }) {
    const findings: Finding[] = [];
    for (const scenario of scenarios) {
      const references = scenario.references.filter(({ promise }) => wanted(promise));
      if (references.length === 0) continue;
      console.error(`${[...new Set(references.map(({ promise }) => promise))].join(', ')}: ${scenario.title} (load average ${loadavg()[0]?.toFixed(1)})`);
      const on = await stage();
      const rounds = await measure(scenario, references, on, load, pace);
      const statements = await statementsOf(scenario, on);
      findings.push({
        rows: references.map((reference) => rowOf(scenario, reference, rounds, statements.count)),
        details: { scenario: scenario.title, statements, rounds },
      });
    }
    return findings;
  },
};

function rowOf({ title }: Scenario, { promise, rival, description, least }: Reference, rounds: readonly Round[], statements: number): Row {
  const both = (value: (sample: Sample) => number | null): Pair => [medianOf(rounds, 'product', value), medianOf(rounds, rival, value)];
  return {
    promise, what: title, against: description, bound: least === null ? null : { least }, unit: 'requests/s', statements,
    figure: spread(rounds.map(({ samples }) => (samples.product?.perSecond ?? 0) / (samples[rival]?.perSecond ?? 1))),
    values: both(({ perSecond }) => perSecond), server: both(({ serverCpu }) => serverCpu), database: both(({ databaseCpu }) => databaseCpu),
    memory: both(({ memory }) => memory),
  };
}

function medianOf(rounds: readonly Round[], side: Reference['rival'] | 'product', value: (sample: Sample) => number | null): number | null {
  const values = rounds.map(({ samples }) => samples[side]).map((sample) => (sample ? value(sample) : null)).filter((one) => one !== null);
  return values.length === 0 ? null : median(values);
}
