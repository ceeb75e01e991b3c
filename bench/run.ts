/**
 * `npm run bench`: what promises.md says of speed, as ratios to the same work written by hand, in one run. How to read
 * the table, and the history of the ratios, is in README.md.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadavg } from 'node:os';
import { startLoadGenerator } from './load-generator.ts';
import { measure, type Measured, type Pace } from './measure.ts';
import { keep, tableOf } from './report.ts';
import { scenarios } from './scenarios/all.ts';
import { startServer } from './server-process.ts';
import { FULL, openWorld, PASSWORD, QUICK, type World } from './world.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const size = options.quick ? QUICK : FULL;
const pace: Pace = {
  connections: 32,
  rounds: Number(options.rounds ?? (options.quick ? 3 : 7)),
  seconds: Number(options.seconds ?? (options.quick ? 2 : 5)),
  warmUpSeconds: options.quick ? 1 : 4,
  runUpSeconds: options.quick ? 0.5 : 1,
};
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const world = await openWorld(here(options.quick ? '.data/quick' : '.data/full'), size);
try {
  const product = await startServer('product.ts', world, options.profile ? ['--cpu-prof', `--cpu-prof-dir=${here('results')}`] : []);
  const reference = await startServer('reference.ts', world);
  const generator = startLoadGenerator();
  try {
    const tokens = await signIn(product.url, world);
    const stage = { world, product, reference, load: generator.load, token: (email: string) => tokens.get(email) ?? '' };
    const results: Measured[] = [];
    for (const scenario of scenarios.filter(({ name }) => options.only === undefined || options.only.split(',').includes(name))) {
      console.error(`${scenario.name}: ${scenario.title} (load average ${loadavg()[0]?.toFixed(1)})`);
      results.push(await measure(scenario, stage, pace));
    }
    console.log(`\n${tableOf(results)}\n`);
    console.log(`Kept in ${fileURLToPath(keep(new URL('results/', import.meta.url), results, { size, pace, postgres: world.postgres }))}`);
  } finally {
    generator.stop();
    await Promise.all([product.stop(), reference.stop()]);
  }
} finally {
  await world.stop();
}

async function signIn(url: string, { tenants }: World): Promise<Map<string, string>> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { message } } }';
  const tokens = new Map<string, string>();
  for (const { email } of tenants) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { email, password: PASSWORD } } }),
    });
    const answer = await response.json() as { data?: { signIn?: { accessToken?: string | null } | null } };
    const token = answer.data?.signIn?.accessToken;
    if (!token) throw new Error(`Signing in failed: ${JSON.stringify(answer)}`);
    tokens.set(email, token);
  }
  return tokens;
}
