/** All subscribers are cut off in the same moment and come back in the same moment, while others write and ask. */
import type { Client } from '../support/client.ts';
import { startAsking } from './asker.ts';
import { holdsWithin, underLoad, type Outcome } from './campaign.ts';
import type { Installation } from './installation.ts';
import { measuresOf } from './measures.ts';
import { RawSubscriber } from './raw-subscriber.ts';
import { clientsWithKeys } from './writers.ts';

export interface HerdOutcome extends Outcome {
  readonly herds: number;
  /** The longest until everybody was told something again, and readings of the log meanwhile. */
  readonly slowestReturnMs: number;
  readonly logReads: number;
  readonly slowestAnswerMs: number;
}

const RETURN_MS = 60_000;
/** One reading of the log is allowed in so many milliseconds, and some more at the beginning: the first to come are no crowd yet. */
const ONE_READING_MS = 100;
const FIRST_READINGS = 5;
const KEYS = 50;

export async function herd(installation: Installation, { herds, subscribers, writers }: { herds: number; subscribers: number; writers: number }): Promise<HerdOutcome> {
  const { node: { url }, administrator } = installation;
  const readers = await clientsWithKeys(administrator, KEYS);
  const all: RawSubscriber[] = [];
  const watch = (_: Client, tenant: string, after: string): RawSubscriber => {
    const subscriber = new RawSubscriber(readers[all.length % KEYS] as Client, tenant, after, 'node { id }');
    all.push(subscriber);
    return subscriber;
  };
  const back = (): Promise<boolean> => holdsWithin(RETURN_MS, () => all.every(({ following }) => following));
  const figures = { slowestReturnMs: 0, logReads: 0, slowestAnswerMs: 0 };
  let [notBack, unanswered, readingsTooMany] = [0, 0, 0];
  const outcome = await underLoad(installation, { writers, subscribers, watch }, async (load) => {
    await back();
    for (let n = 0; n < herds; n += 1) {
      await load.progress(20);
      const stopAsking = await startAsking(administrator);
      const before = await measuresOf(url);
      const startedAt = performance.now();
      for (const subscriber of all) subscriber.cut();
      await back();
      const took = performance.now() - startedAt;
      const reads = (await measuresOf(url)).logReads - before.logReads;
      const { failed, slowestMs } = await stopAsking();
      notBack += all.filter(({ following }) => !following).length;
      unanswered += failed;
      readingsTooMany += Math.max(0, reads - Math.ceil(took / ONE_READING_MS) - FIRST_READINGS);
      figures.slowestReturnMs = Math.max(figures.slowestReturnMs, Math.round(took));
      figures.slowestAnswerMs = Math.max(figures.slowestAnswerMs, Math.round(slowestMs));
      figures.logReads += reads;
    }
    await load.progress(5);
  });
  return { ...outcome, herds, ...figures, mustBeZero: { notBack, unanswered, readingsTooMany } };
}
