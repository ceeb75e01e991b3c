/**
 * What the product really sends to the database for a request, as PostgreSQL's own log tells it: whatever connection,
 * protocol or trick it is sent by, it is counted.
 */
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { LoadedRequest } from './load.ts';
import { requestOf, send } from './measure.ts';
import type { Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';
import { median } from './statistics.ts';
import type { World } from './world.ts';

export interface Statements {
  /** The median of requests, which leaves out what happens now and then, as looking up rights. */
  readonly count: number;
  /** Of one request: the first that has so many. */
  readonly texts: readonly string[];
}

const WARM = 3;
const COUNTED = 9;
/** Time for the log, and for what a request leaves to be done after its answer. */
const SETTLE_MS = 60;
/** Tells other nodes of commits: one statement for all of a moment, on a connection of its own, which no request waits for. */
const HINT = /^select pg_notify\(/;
const SETTINGS = { log_statement: 'all', log_line_prefix: '>%u ' };

export async function statementsOf(scenario: Scenario, stage: Stage): Promise<Statements> {
  const [first] = stage.world.tenants;
  const turns = (await scenario.turns(stage.world)).filter(({ tenant }) => tenant === first).slice(0, WARM + COUNTED);
  return countStatements(stage.world, await Promise.all(turns.map((turn) => requestOf(scenario, null, turn, stage))));
}

export async function countStatements(world: World, requests: readonly LoadedRequest[]): Promise<Statements> {
  for (const request of requests.slice(0, WARM)) await send(request);
  return logged(world, async () => {
    const counted: string[][] = [];
    for (const request of requests.slice(WARM)) {
      const from = statSync(world.log).size;
      await send(request);
      await sleep(SETTLE_MS);
      counted.push(statementsIn(readFileSync(world.log).subarray(from).toString()));
    }
    const counts = counted.map((texts) => texts.filter((text) => !HINT.test(text)).length);
    const count = median(counts);
    return { count, texts: counted[counts.indexOf(count)] ?? [] };
  });
}

async function logged<T>({ superuserUrl }: World, work: () => Promise<T>): Promise<T> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  const apply = async (): Promise<void> => {
    await superuser.query('select pg_reload_conf()');
    await sleep(3 * SETTLE_MS);
  };
  try {
    for (const [name, value] of Object.entries(SETTINGS)) await superuser.query(`alter system set ${name} = '${value}'`);
    await apply();
    return await work();
  } finally {
    for (const name of Object.keys(SETTINGS)) await superuser.query(`alter system reset ${name}`);
    await apply();
    await superuser.end();
  }
}

/** Of the application's role, besides BEGIN, the tenant and the end of the transaction. */
function statementsIn(log: string): string[] {
  return log.split(/^>/m)
    .map((entry) => /^rapport_app LOG: {2}(?:statement|execute [^\n]*?): ([^]*)$/.exec(entry)?.[1])
    .filter((text) => text !== undefined)
    .flatMap((text) => text.split(';')) // several in one simple query; none of ours has one inside a text
    .map((text) => text.trim().replace(/\s+/g, ' '))
    .filter((text) => text !== '' && !/^(begin|start transaction|commit|rollback|end)\b|set_config\('app\.tenant'/i.test(text));
}
