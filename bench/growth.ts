/**
 * S6: what a page costs must not depend on how much there is. The same pages are asked of organisations of different sizes,
 * and of one that is alone in its database beside its twin among a thousand others; in turns, request by request.
 */
import assert from 'node:assert/strict';
import { loadavg } from 'node:os';
import { contentOf, pages, reaches, shapeOf, PAGE_SIZE, type Page } from './growth-pages.ts';
import type { LoadedRequest } from './load.ts';
import { send } from './measure.ts';
import type { Size } from './organizations.ts';
import type { Part, Run } from './part.ts';
import type { Finding, Row } from './report.ts';
import { Stage } from './stage.ts';
import { spread, type Spread } from './statistics.ts';
import { openWorld } from './world.ts';

const SMALLEST: Size = { customers: 500, interactions: 10_000 };
const LARGER: readonly Size[] = [{ customers: 50_000, interactions: 1_000_000 }, { customers: 500_000, interactions: 10_000_000 }];
const QUICK_LARGER: readonly Size[] = [{ customers: 5_000, interactions: 100_000 }];
const OTHERS: Size = { customers: 50, interactions: 1_000 };

/** Where a page is asked for. */
interface Place {
  readonly label: string;
  readonly stage: Stage;
  readonly number: number;
}

interface Measured {
  readonly page: string;
  /** What an answer failed with, most likely the time a statement may take: as bad as can be. */
  readonly failed?: string;
  readonly reach: string;
  /** Of each place a median for each round. */
  readonly medians: Readonly<Record<string, readonly number[]>>;
  readonly bySize: Readonly<Record<string, Spread>>;
  readonly byNeighbours: Spread;
}

const ALONE = 'alone';

export const growth: Part = {
  promises: ['S6'],
  async run(run) {
    const larger = run.quick ? QUICK_LARGER : LARGER;
    const others = run.quick ? 50 : 1_000;
    const crowd = await openWorld(run.quick ? 'growth-quick' : 'growth', [SMALLEST, ...larger, ...Array.from({ length: others }, () => OTHERS)]);
    try {
      const lonely = await openWorld('alone', [SMALLEST]);
      const stages = [new Stage(crowd), new Stage(lonely)] as const;
      try {
        const places: Place[] = [
          ...[SMALLEST, ...larger].map(({ interactions }, number) => ({ label: rowsOf(interactions), stage: stages[0], number })),
          { label: ALONE, stage: stages[1], number: 0 },
        ];
        console.error(`S6: ${places.map(({ label }) => label).join(', ')}; ${others} others (load average ${loadavg()[0]?.toFixed(1)})`);
        const findings: Finding[] = [];
        for (const page of pages) {
          const measured: Measured[] = [];
          for (const reach of Object.keys(reaches)) measured.push(await measure(page, reach, places, run));
          findings.push({ rows: tableRows(page, measured, places, others), details: { growth: measured } });
        }
        return findings;
      } finally {
        await Promise.all(stages.map((stage) => stage.stop()));
        await lonely.stop();
      }
    } finally {
      await crowd.stop();
    }
  },
};

async function measure(page: Page, reach: string, places: readonly Place[], { load, pace }: Run): Promise<Measured> {
  const perPlace: LoadedRequest[][] = [];
  for (const place of places) perPlace.push(await requestsOf(page, reach, place));
  const answers: Parameters<typeof shapeOf>[0][] = [];
  for (const [n, [request]] of perPlace.entries()) {
    try {
      answers.push(await send(request!) as Parameters<typeof shapeOf>[0]);
    } catch (error) {
      console.error(`  ${page.title} for ${reach} at ${places[n]!.label} failed: ${String(error)}`);
      return failed(page, reach, places, `${places[n]!.label}: ${String(error)}`);
    }
  }
  const shapes = answers.map(shapeOf);
  assert.ok(shapes[0]!.startsWith(`${PAGE_SIZE} `), `a full page of ${page.title} for ${reach}: ${shapes[0]}`);
  assert.deepEqual(shapes, shapes.map(() => shapes[0]), `${page.title} for ${reach}: every size answers as many rows`);
  assert.deepEqual(contentOf(answers.at(-1)!), contentOf(answers[0]!), `${page.title} for ${reach}: alone or not, the same`);

  // One request of each place after the other.
  const requests = perPlace[0]!.flatMap((_, n) => perPlace.map((of) => of[n]!));
  await load({ connections: 1, seconds: pace.warmUpSeconds, requests });
  const medians: Record<string, number[]> = Object.fromEntries(places.map(({ label }) => [label, []]));
  for (let n = 0; n < pace.rounds; n += 1) {
    const { labels, failures, firstFailure } = await load({ connections: 1, seconds: pace.seconds / 2, requests });
    assert.equal(failures, 0, `${page.title} for ${reach}: ${firstFailure}`);
    for (const { label } of places) medians[label]!.push(labels[label]!);
  }
  const smallest = medians[places[0]!.label]!;
  const ratio = (above: readonly number[], below: readonly number[]): Spread => spread(above.map((value, n) => value / below[n]!));
  const sizes = places.slice(1).filter(({ label }) => label !== ALONE);
  return {
    page: page.title, reach, medians, byNeighbours: ratio(smallest, medians[ALONE]!),
    bySize: Object.fromEntries(sizes.map(({ label }) => [label, ratio(medians[label]!, smallest)])),
  };
}

function failed({ title }: Page, reach: string, places: readonly Place[], reason: string): Measured {
  const never = spread([Number.POSITIVE_INFINITY]);
  const sizes = places.slice(1).filter(({ label }) => label !== ALONE);
  return {
    page: title, reach, failed: reason, byNeighbours: never, medians: Object.fromEntries(places.map(({ label }) => [label, [Number.POSITIVE_INFINITY]])),
    bySize: Object.fromEntries(sizes.map(({ label }) => [label, never])),
  };
}

const MOST = 10;

async function requestsOf({ document, variables }: Page, reach: string, { label, stage, number }: Place): Promise<LoadedRequest[]> {
  const { world } = stage;
  const tenant = world.tenants[number]!;
  const headers = { authorization: `Bearer ${await stage.token(reaches[reach]!(tenant))}` };
  const { url } = await stage.server('product');
  const asked = await variables(world, tenant);
  return Array.from({ length: MOST }, (_, n) => ({ url, headers, label, body: JSON.stringify({ query: document, variables: asked[n % asked.length] }) }));
}

/** The worst of reaches and sizes. */
function tableRows({ title }: Page, measured: readonly Measured[], [smallest]: readonly Place[], others: number): Row[] {
  const bySize = measured.flatMap(({ reach, bySize: sizes, medians }) => Object.entries(sizes).map(([size, figure]) => ({ reach, size, figure, medians })));
  const worstSize = bySize.reduce((worst, one) => (one.figure.median > worst.figure.median ? one : worst));
  const worstNeighbours = measured.reduce((worst, one) => (one.byNeighbours.median > worst.byNeighbours.median ? one : worst));
  const values = (medians: Measured['medians'], above: string, below: string): Row['values'] => [spread(medians[above]!).median, spread(medians[below]!).median];
  return [
    {
      promise: 'S6', what: `${title}, ${worstSize.reach}, ${worstSize.size}`, against: `itself at ${smallest!.label} interactions`, bound: { most: 1.3 },
      figure: worstSize.figure, unit: 'ms', values: values(worstSize.medians, worstSize.size, smallest!.label),
    },
    {
      promise: 'S6', what: `${title}, ${worstNeighbours.reach}, ${others} others`, against: 'itself alone', bound: { most: 1.2 },
      figure: worstNeighbours.byNeighbours, unit: 'ms', values: values(worstNeighbours.medians, smallest!.label, ALONE),
    },
  ];
}

const rowsOf = (interactions: number): string => interactions >= 1_000_000 ? `${interactions / 1_000_000} M` : `${interactions / 1_000} k`;
