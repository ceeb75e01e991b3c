/**
 * `npm run faults`: the long campaigns, on real processes. `-- --full` takes the sizes that are promised;
 * single sizes can be given, and single campaigns by name: `npm run faults -- --kills 30 kill-node`.
 */
import { parseArgs } from 'node:util';
import { wrongIn, type Outcome } from './campaign.ts';
import { cutSubscribers } from './cut-subscribers.ts';
import { Installation } from './installation.ts';
import { killNode } from './kill-node.ts';
import { killPostgres } from './kill-postgres.ts';
import { loseHints } from './lose-hints.ts';

const USUAL = { kills: '30', 'postgres-kills': '15', cuts: '20', subscribers: '50', losses: '10', writers: '4' };
const FULL = { kills: '200', 'postgres-kills': '100', cuts: '100', subscribers: '200', losses: '50', writers: '8' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean' },
    ...Object.fromEntries(Object.keys(USUAL).map((name) => [name, { type: 'string' as const }])),
  },
});
const size = (name: keyof typeof USUAL): number => {
  const text = String((values as Record<string, unknown>)[name] ?? (values.full ? FULL : USUAL)[name]);
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Error(`--${name} is a whole number from 1 on; ${text} was given.`);
  return Number(text);
};

const WATCHING = 5; // subscribers beside campaigns that are not about them
const campaigns: Readonly<Record<string, (installation: Installation) => Promise<Outcome>>> = {
  'kill-node': (installation) => killNode(installation, { kills: size('kills'), writers: size('writers'), subscribers: WATCHING }),
  'kill-postgres': (installation) => killPostgres(installation, { kills: size('postgres-kills'), writers: size('writers'), subscribers: WATCHING }),
  'cut-subscribers': (installation) => cutSubscribers(installation, { cuts: size('cuts'), writers: 2, subscribers: size('subscribers') }),
  'lose-hints': (installation) => loseHints(installation, { losses: size('losses'), writers: size('writers'), subscribers: WATCHING }),
};
const named = positionals.length > 0 ? positionals : Object.keys(campaigns);
const unknown = named.filter((name) => !(name in campaigns));
if (unknown.length > 0) throw new Error(`There is no campaign ${unknown.join(', ')}; there are ${Object.keys(campaigns).join(', ')}.`);

let broken = 0;
for (const name of named) {
  const startedAt = performance.now();
  const installation = await Installation.start();
  try {
    const outcome = await campaigns[name]!(installation);
    const wrong = wrongIn(outcome);
    broken += wrong.length > 0 ? 1 : 0;
    const figures = Object.entries(outcome).map(([figure, count]) => `${figure} ${count}`).join(', ');
    console.log(`${wrong.length > 0 ? 'BROKEN' : 'held'}  ${name} in ${Math.round((performance.now() - startedAt) / 1000)} s: ${figures}`);
  } finally {
    await installation.remove();
  }
}
process.exitCode = broken > 0 ? 1 : 0;
