/**
 * `npm run bench`: what we promise of speed, as ratios to named references, in one run. How to read the table, and the
 * history of the ratios, is in README.md.
 */
import { parseArgs } from 'node:util';
import { growth } from './growth.ts';
import { startLoadGenerator } from './load-generator.ts';
import type { Pace } from './measure.ts';
import type { Size } from './organizations.ts';
import type { Run } from './part.ts';
import { keep, tableOf, type Finding } from './report.ts';
import { Stage } from './stage.ts';
import { fanOut } from './fan-out.ts';
import { warmStart } from './warm-start.ts';
import { statementCounts } from './statement-counts.ts';
import { throughput } from './throughput.ts';
import { openWorld, tellWhatDepends, type World } from './world.ts';

const parts = [throughput, fanOut, growth, warmStart, statementCounts];

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    quick: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: true },
    only: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const { quick } = options;
const pace: Pace = {
  connections: 32,
  rounds: Number(options.rounds ?? (quick ? 3 : 7)),
  seconds: Number(options.seconds ?? (quick ? 2 : 5)),
  warmUpSeconds: quick ? 1 : 4,
  runUpSeconds: quick ? 0.5 : 1,
};
const large: Size = quick ? { customers: 2_000, interactions: 40_000 } : { customers: 20_000, interactions: 1_000_000 };
const sizes = [large, ...Array.from({ length: 15 }, (): Size => ({ customers: 500, interactions: 5_000 }))];

const generator = startLoadGenerator();
let opened: { world: World; stage: Stage } | undefined;
const run: Run = {
  quick, pace, load: generator.load,
  wanted: (promise) => options.only?.split(',').includes(promise) ?? (promise !== 'S6' || options.growth),
  async stage() {
    if (!opened) {
      const world = await openWorld(quick ? 'quick' : 'full', sizes);
      await tellWhatDepends(world);
      opened = { world, stage: new Stage(world, options) };
    }
    return opened.stage;
  },
};

const findings: Finding[] = [];
try {
  for (const part of parts.filter(({ promises }) => promises.some(run.wanted))) {
    try {
      findings.push(...await part.run(run));
    } catch (error) {
      console.error(`${part.promises.join(', ')} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
} finally {
  generator.stop();
  await opened?.stage.stop();
  await opened?.world.stop();
  if (findings.length > 0) {
    console.log(`\n${tableOf(findings.flatMap(({ rows }) => rows))}\n`);
    console.log(`Kept in ${keep(new URL('results/', import.meta.url), findings, { options, pace, postgres: opened?.world.postgres }).pathname}`);
  }
}
