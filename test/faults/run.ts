/**
 * `npm run faults`: the long campaigns, on real processes. `-- --full` takes the sizes that are promised;
 * single sizes can be given, and single campaigns by name: `npm run faults -- --kills 30 kill-node`.
 */
import { parseArgs } from 'node:util';
import { wrongIn, type Outcome } from './campaign.ts';
import { clocks } from './clocks.ts';
import { cutSubscribers } from './cut-subscribers.ts';
import { equality } from './equality.ts';
import { herd } from './herd.ts';
import { Installation } from './installation.ts';
import { killNode } from './kill-node.ts';
import { killPostgres } from './kill-postgres.ts';
import { brokenInCampaign, mailCampaign } from './mail-campaign.ts';
import { loseHints } from './lose-hints.ts';
import { brokenIn, resync } from './resync.ts';
import { stopReading } from './stop-reading.ts';

const USUAL = { kills: '30', 'postgres-kills': '15', cuts: '20', subscribers: '50', losses: '10', writers: '4', cases: '3000', readers: '300', stuck: '60', herd: '1000', herds: '2', followers: '100', clocks: '100000', recipients: '10000', 'campaign-kills': '3' };
const FULL = { kills: '200', 'postgres-kills': '100', cuts: '100', subscribers: '200', losses: '50', writers: '8', cases: '20000', readers: '1000', stuck: '200', herd: '5000', herds: '3', followers: '500', clocks: '100000', recipients: '10000', 'campaign-kills': '3' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean' },
    ...Object.fromEntries(Object.keys(USUAL).map((name) => [name, { type: 'string' as const }])),
  },
});
const size = (name: keyof typeof USUAL): number => {
  const text = String((values as Record<string, unknown>)[name] ?? (values.full ? FULL : USUAL)[name]);
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} is a whole number from 1 on; ${text} was given.`);
  return Number(text);
};

const WATCHING = 5; // subscribers beside campaigns that are not about them

interface Told {
  readonly figures: object;
  /** The broken promises among them. */
  readonly wrong: readonly string[];
}

/** On an installation of its own. */
const on = (campaign: (installation: Installation) => Promise<Outcome>) => async (): Promise<Told> => {
  const installation = await Installation.start();
  try {
    const figures = await campaign(installation);
    const { mustBeZero, ...counted } = figures;
    return { figures: { ...counted, ...mustBeZero }, wrong: wrongIn(figures) };
  } finally {
    await installation.remove();
  }
};

const campaigns: Readonly<Record<string, () => Promise<Told>>> = {
  'kill-node': on((installation) => killNode(installation, { kills: size('kills'), writers: size('writers'), subscribers: WATCHING })),
  'kill-postgres': on((installation) => killPostgres(installation, { kills: size('postgres-kills'), writers: size('writers'), subscribers: WATCHING })),
  'cut-subscribers': on((installation) => cutSubscribers(installation, { cuts: size('cuts'), writers: 2, subscribers: size('subscribers') })),
  'lose-hints': on((installation) => loseHints(installation, { losses: size('losses'), writers: size('writers'), subscribers: WATCHING })),
  'stop-reading': on((installation) => stopReading(installation, { subscribers: size('readers'), stuck: size('stuck'), writers: 2 })),
  herd: on((installation) => herd(installation, { herds: size('herds'), subscribers: size('herd'), writers: 2 })),
  resync: async () => {
    const installation = await Installation.start();
    try {
      const figures = await resync(installation, { followers: size('followers') });
      return { figures, wrong: brokenIn(figures) };
    } finally {
      await installation.remove();
    }
  },
  clocks: async () => {
    const figures = clocks({ cases: size('clocks') });
    return { figures, wrong: figures.different > 0 ? [`different: ${figures.different}`] : [] };
  },
  campaign: async () => {
    const figures = await mailCampaign({ recipients: size('recipients'), kills: size('campaign-kills') });
    return { figures, wrong: brokenInCampaign(figures) };
  },
  equality: async () => {
    const figures = await equality({ cases: size('cases') });
    return { figures, wrong: figures.different > 0 ? [`different: ${figures.different}`] : [] };
  },
};
const named = positionals.length > 0 ? positionals : Object.keys(campaigns);
const unknown = named.filter((name) => !(name in campaigns));
if (unknown.length > 0) throw new Error(`There is no campaign ${unknown.join(', ')}; there are ${Object.keys(campaigns).join(', ')}.`);

let broken = 0;
for (const name of named) {
  const startedAt = performance.now();
  const { figures, wrong } = await campaigns[name]!();
  broken += wrong.length > 0 ? 1 : 0;
  const told = Object.entries(figures).map(([figure, count]) => `${figure} ${count}`).join(', ');
  console.log(`${wrong.length > 0 ? 'BROKEN' : 'held'}  ${name} in ${Math.round((performance.now() - startedAt) / 1000)} s: ${told}`);
}
process.exitCode = broken > 0 ? 1 : 0;
