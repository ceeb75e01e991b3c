/**
 * One scenario measured: first that both sides answer the same, then rounds in which product and reference take turns
 * under the same load. Neighbours in time are compared, so that a machine that slows down slows both.
 */
import assert from 'node:assert/strict';
import { loadavg } from 'node:os';
import type { LoadGenerator } from './load-generator.ts';
import type { Load, Loaded } from './load.ts';
import { postgresCpu } from './processor-time.ts';
import { UNIQUE, type Scenario, type Turn } from './scenario.ts';
import type { ServerProcess } from './server-process.ts';
import type { World } from './world.ts';

export interface Pace {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  /** For the code to be compiled. */
  readonly warmUpSeconds: number;
  /** Before each round, for connections that were closed while the other had its turn. */
  readonly runUpSeconds: number;
}

export interface Sample extends Loaded {
  /** Milliseconds of processor time for a request. */
  readonly serverCpu: number;
  readonly databaseCpu: number | null;
}

export interface Round {
  readonly product: Sample;
  readonly reference: Sample;
  readonly loadAverage: number;
}

export interface Measured {
  readonly scenario: Scenario;
  readonly rounds: readonly Round[];
  /** For a request, besides BEGIN, the tenant and the end of the transaction. */
  readonly statements: number;
}

export interface Stage {
  readonly world: World;
  readonly product: ServerProcess;
  readonly reference: ServerProcess;
  readonly load: LoadGenerator;
  /** Credential of a tenant's administrator. */
  readonly token: (email: string) => string;
}

const COMPARED = 10;
const COUNTED = 5;

export async function measure(scenario: Scenario, stage: Stage, pace: Pace): Promise<Measured> {
  const { product, reference, world } = stage;
  const turns = await scenario.turns(world);
  const requests = turns.map((turn) => requestOf(scenario, turn, stage));

  await compare(scenario, turns.slice(0, COMPARED), stage);
  const statements = await product.statements(async () => {
    for (const request of requests.slice(0, COUNTED)) await send(product.url, request);
  });

  const sample = async (server: ServerProcess, seconds: number): Promise<Sample> => {
    const load = (forSeconds: number): Promise<Loaded> => stage.load({ url: server.url, connections: pace.connections, seconds: forSeconds, requests });
    await load(pace.runUpSeconds);
    const before = [await server.cpu(), postgresCpu(world.postmaster)] as const;
    const loaded = await load(seconds);
    const after = [await server.cpu(), postgresCpu(world.postmaster)] as const;
    if (loaded.failures > 0) throw new Error(`${scenario.name}: ${loaded.failures} of ${loaded.answers} answers failed, the first with ${loaded.firstFailure}`);
    const databaseCpu = before[1] === null || after[1] === null ? null : (after[1] - before[1]) / loaded.answers;
    return { ...loaded, serverCpu: (after[0] - before[0]) / loaded.answers, databaseCpu };
  };

  await sample(reference, pace.warmUpSeconds);
  await sample(product, pace.warmUpSeconds);
  const rounds: Round[] = [];
  for (let n = 0; n < pace.rounds; n += 1) {
    const first = n % 2 === 0 ? reference : product;
    const one = await sample(first, pace.seconds);
    const other = await sample(first === reference ? product : reference, pace.seconds);
    const [loadAverage = 0] = loadavg();
    rounds.push(first === reference ? { reference: one, product: other, loadAverage } : { product: one, reference: other, loadAverage });
  }
  return { scenario, rounds, statements: statements.filter((text) => !/^(begin|commit|rollback)|set_config\(/.test(text)).length / COUNTED };
}

function requestOf({ document, operationName }: Scenario, { tenant, variables }: Turn, { token }: Stage): Load['requests'][number] {
  return {
    headers: { authorization: `Bearer ${token(tenant.email)}`, 'x-tenant': tenant.id, 'x-user': tenant.administrator },
    body: JSON.stringify({ operationName, query: document, variables }),
  };
}

let keys = 0;

async function send(url: string, { headers, body }: Load['requests'][number]): Promise<unknown> {
  keys += 1;
  const key = `${Date.now()}-${keys}`.padStart(UNIQUE.length, '0');
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: body.replace(UNIQUE, key) });
  const { data, errors } = await response.json() as { data?: unknown; errors?: unknown };
  if (errors) throw new Error(`${url} answered ${JSON.stringify(errors)}`);
  return data;
}

async function compare(scenario: Scenario, turns: readonly Turn[], stage: Stage): Promise<void> {
  for (const turn of turns) {
    const request = requestOf(scenario, turn, stage);
    const sides = await Promise.all([stage.product, stage.reference].map(async ({ url }) => {
      const data = await send(url, request);
      return scenario.comparable ? scenario.comparable(data, stage.world, turn) : data;
    }));
    assert.deepEqual(sides[0], sides[1], `${scenario.name}: product and reference do not answer the same`);
  }
}
