/**
 * One scenario measured: first that all sides answer the same, then rounds in which product and references take turns
 * under the same load. Neighbours in time are compared, so that a machine that slows down slows all.
 */
import assert from 'node:assert/strict';
import { loadavg } from 'node:os';
import type { LoadGenerator } from './load-generator.ts';
import type { Load, Loaded, LoadedRequest } from './load.ts';
import { postgresCpu } from './processor-time.ts';
import { UNIQUE, type Reference, type Scenario, type Turn } from './scenario.ts';
import type { Side, Stage } from './stage.ts';

export interface Pace {
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  /** For the code to be compiled. */
  readonly warmUpSeconds: number;
  /** Before each round, for connections that were closed while the others had their turn. */
  readonly runUpSeconds: number;
}

export interface Sample extends Loaded {
  /** Milliseconds of processor time for a request. */
  readonly serverCpu: number;
  readonly databaseCpu: number | null;
  /** Resident memory of the server at the end, in MB. */
  readonly memory: number;
}

export interface Round {
  readonly samples: Partial<Record<Side, Sample>>;
  readonly loadAverage: number;
}

const COMPARED = 10;

export async function measure(scenario: Scenario, references: readonly Reference[], stage: Stage, load: LoadGenerator, pace: Pace): Promise<Round[]> {
  const turns = await scenario.turns(stage.world);
  await compare(scenario, references, turns.slice(0, COMPARED), stage);
  const requests: [Side, LoadedRequest[]][] = [];
  for (const [side, reference] of sidesOf(references)) requests.push([side, await Promise.all(turns.map((turn) => requestOf(scenario, reference, turn, stage)))]);

  const sample = async (side: Side, of: readonly LoadedRequest[], seconds: number): Promise<Sample> => {
    const server = await stage.server(side);
    const loaded = (forSeconds: number): Promise<Loaded> => load({ connections: pace.connections, seconds: forSeconds, requests: of } satisfies Load);
    const cpu = async (): Promise<[number, number | null]> => [(await server.used()).cpu, postgresCpu(stage.world.postmaster)];
    await loaded(pace.runUpSeconds);
    const before = await cpu();
    const result = await loaded(seconds);
    const after = await cpu();
    if (result.failures > 0) throw new Error(`${scenario.title}: ${result.failures} of ${result.answers} answers of ${side} failed, the first with ${result.firstFailure}`);
    const databaseCpu = before[1] === null || after[1] === null ? null : (after[1] - before[1]) / result.answers;
    return { ...result, serverCpu: (after[0] - before[0]) / result.answers, databaseCpu, memory: (await server.used()).memory / 1e6 };
  };

  for (const [side, of] of requests) await sample(side, of, pace.warmUpSeconds);
  const rounds: Round[] = [];
  for (let n = 0; n < pace.rounds; n += 1) {
    const samples: Partial<Record<Side, Sample>> = {};
    const first = n % requests.length;
    for (const [side, of] of [...requests.slice(first), ...requests.slice(0, first)]) samples[side] = await sample(side, of, pace.seconds);
    rounds.push({ samples, loadAverage: loadavg()[0] ?? 0 });
  }
  return rounds;
}

const sidesOf = (references: readonly Reference[]): [Side, Reference | null][] =>
  [['product', null], ...references.map((reference): [Side, Reference] => [reference.rival, reference])];

/** Null: of the product. */
export async function requestOf({ document, operationName }: Scenario, reference: Reference | null, turn: Turn, stage: Stage): Promise<LoadedRequest> {
  const side = reference?.rival ?? 'product';
  const { document: query, variables } = reference?.question?.(turn) ?? { document, variables: turn.variables };
  const { url } = await stage.server(side);
  return { url, headers: await stage.headers(side, turn.tenant), body: JSON.stringify({ operationName, query, variables }) };
}

let keys = 0;

export async function send({ url, headers, body }: LoadedRequest): Promise<unknown> {
  keys += 1;
  const key = `${Date.now()}-${keys}`.padStart(UNIQUE.length, '0');
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: body.replace(UNIQUE, key) });
  const text = await response.text();
  if (!response.ok || text.includes('"errors":') || text.includes('"userErrors":[{')) throw new Error(`${url} answered ${text}`);
  return (JSON.parse(text) as { data: unknown }).data;
}

async function compare(scenario: Scenario, references: readonly Reference[], turns: readonly Turn[], stage: Stage): Promise<void> {
  for (const turn of turns) {
    const answerOf = async (reference: Reference | null): Promise<unknown> => {
      const data = await send(await requestOf(scenario, reference, turn, stage));
      const translated = reference?.translate ? reference.translate(data as never) : data;
      return scenario.comparable ? scenario.comparable(translated, stage.world, turn) : translated;
    };
    const expected = await answerOf(null);
    for (const reference of references) {
      assert.deepEqual(await answerOf(reference), expected, `${scenario.title}: product and ${reference.rival} do not answer the same`);
    }
  }
}
