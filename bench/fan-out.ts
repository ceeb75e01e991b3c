/**
 * S5: every change of one organisation to thousands of subscribers, who are its agents, on a node of their own; against
 * `ws` alone, which sends the same bytes to as many. Both have the same client process and take turns.
 */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { LoadedRequest } from './load.ts';
import { allowOpenFiles } from './open-files.ts';
import { agentOf } from './organizations.ts';
import type { Part } from './part.ts';
import { postgresCpu } from './processor-time.ts';
import type { Pair, Row } from './report.ts';
import { answerOf, startServer, type ServerProcess } from './server-process.ts';
import { median, spread } from './statistics.ts';
import type { Delivered, Order, Shown } from './subscribers.ts';

const DOCUMENT = `subscription Changes {
  changes {
    position at type changedFields
    node { __typename id ... on Interaction { kind direction subject preview startedAt customer { id name } agent { id name } } }
  }
}`;
const CAUSE = 'mutation Cause($input: InteractionLogInput!) { interactionLog(input: $input) { userErrors { code message } } }';
/** Beside the sockets. */
const OTHER_FILES = 500;

type Side = 'product' | 'ws';

interface Sample extends Delivered {
  readonly serverCpu: number;
  readonly databaseCpu: number | null;
  readonly memory: number;
}

export const fanOut: Part = {
  promises: ['S5'],
  async run({ quick, pace, stage }) {
    const wanted = quick ? 500 : 5_000;
    const allowed = allowOpenFiles(2 * wanted + OTHER_FILES);
    const count = Math.min(wanted, Math.floor((allowed - OTHER_FILES) / 2));
    if (count < wanted) console.error(`\n!!! This machine lets a process open ${allowed} files: ${count} subscribers instead of ${wanted}. Raise \`ulimit -Hn\`.\n`);
    console.error(`S5: ${count} subscribers (load average ${loadavg()[0]?.toFixed(1)})`);

    const { world, ...on } = await open(stage);
    const client = fork(fileURLToPath(new URL('subscribers.ts', import.meta.url)));
    const ask = <T>(order: Order): Promise<T> => {
      client.send(order);
      return answerOf<T>(client, 'The subscribers');
    };
    try {
      const before = { product: await on.product.used(), ws: await on.ws.used() };
      await ask({ open: { side: 'product', url: on.product.url, tokens: on.tokens, document: DOCUMENT, count, cause: on.causes[0]! } });
      const shown = await ask<Shown>({ show: { side: 'product', cause: on.causes[0]! } });
      assert.equal(shown.different.length, 1, 'all subscribers get the same');
      assert.match(shown.different[0]!, /"interaction\.logged".*"customer":/);
      // As long as the product's, whose messages have an id in them.
      const bytes = shown.text.replace('"id":""', '"id":"00000000-0000-0000-0000-000000000000"');
      const posts = [{ url: on.ws.url, headers: {}, body: bytes }];
      await ask({ open: { side: 'ws', url: on.ws.url, tokens: ['-'], document: DOCUMENT, count, cause: posts[0]! } });
      assert.deepEqual(await ask<Shown>({ show: { side: 'ws', cause: posts[0]! } }), { text: bytes, different: shown.different });

      const sample = async (side: Side, seconds: number): Promise<Sample> => {
        const cpu = async (): Promise<[number, number | null]> => [(await on[side].used()).cpu, postgresCpu(world.postmaster)];
        const start = await cpu();
        const delivered = await ask<Delivered>({ publish: { side, causes: side === 'product' ? on.causes : posts, seconds } });
        const end = await cpu();
        const { memory } = await on[side].used();
        return {
          ...delivered, serverCpu: (end[0] - start[0]) / delivered.messages, memory: memory / 1e6,
          databaseCpu: side === 'ws' || start[1] === null || end[1] === null ? null : (end[1] - start[1]) / delivered.messages,
        };
      };
      for (const side of ['ws', 'product'] as const) await sample(side, pace.warmUpSeconds);
      const rounds: Record<Side, Sample>[] = [];
      for (let n = 0; n < pace.rounds; n += 1) {
        const first = n % 2 === 0 ? 'ws' : 'product';
        const one = await sample(first, pace.seconds);
        const other = await sample(first === 'ws' ? 'product' : 'ws', pace.seconds);
        rounds.push(first === 'ws' ? { ws: one, product: other } : { product: one, ws: other });
      }
      return [{ rows: rowsOf(count, rounds), details: { fanOut: { count, bytes: bytes.length, before, rounds } } }];
    } finally {
      client.kill();
      await Promise.all([on.product.stop(), on.ws.stop()]);
    }
  },
};

/** A node of its own, so that its memory is that of fan-out. */
async function open(stage: Parameters<Part['run']>[0]['stage']): Promise<{
  world: Awaited<ReturnType<typeof stage>>['world']; product: ServerProcess; ws: ServerProcess; tokens: string[]; causes: LoadedRequest[];
}> {
  const on = await stage();
  const { world } = on;
  const [tenant] = world.tenants;
  const tokens = await Promise.all(Array.from({ length: 48 }, (_, n) => on.token(agentOf(tenant, n + 2))));
  const headers = await on.headers('product', tenant);
  const { rows } = await world.owner.query<{ id: string }>('select id from customer where tenant_id = $1 order by md5(id::text) limit 100', [tenant.id]);
  const product = await startServer('product.ts', { appUrl: world.appUrl, jobsUrl: world.jobsUrl, filesFolder: world.filesFolder });
  const ws = await startServer('broadcast.ts', {});
  const causes = rows.map(({ id }): LoadedRequest => ({ url: product.url, headers, body: JSON.stringify({ query: CAUSE, variables: { input: {
    customerId: `cus_${id.replaceAll('-', '')}`, kind: 'CALL', direction: 'OUTBOUND', subject: 'About the order', text: 'They will call again on Monday.',
  } } }) }));
  return { world, product, ws, tokens, causes };
}

function rowsOf(count: number, rounds: readonly Record<Side, Sample>[]): Row[] {
  const ratios = (value: (sample: Sample) => number): Row['figure'] => spread(rounds.map(({ product, ws }) => value(product) / value(ws)));
  const of = (side: Side, value: (sample: Sample) => number | null): number | null => {
    const values = rounds.map((round) => value(round[side])).filter((one) => one !== null);
    return values.length === 0 ? null : median(values);
  };
  const both = (value: (sample: Sample) => number | null): Pair => [of('product', value), of('ws', value)];
  const shared = { promise: 'S5', against: '`ws` broadcast of the same bytes' };
  return [
    {
      ...shared, what: `a change to ${count} subscribers`, bound: { least: 0.9 }, figure: ratios(({ perSecond }) => perSecond), unit: 'messages/s',
      values: both(({ perSecond }) => perSecond), server: both(({ serverCpu }) => serverCpu), database: both(({ databaseCpu }) => databaseCpu),
      memory: both(({ memory }) => memory),
    },
    { ...shared, what: 'memory for them', bound: { most: 1.6 }, figure: ratios(({ memory }) => memory), unit: 'MB', values: both(({ memory }) => memory) },
  ];
}
