/** Many subscribers stop reading while others go on: they cost little memory, are closed, hold nobody up, and miss nothing when they are back. */
import type { Client } from '../support/client.ts';
import { holdsWithin, latestOf, underLoad, type Outcome } from './campaign.ts';
import type { Installation } from './installation.ts';
import { measuresOf } from './measures.ts';
import { RawSubscriber } from './raw-subscriber.ts';

export interface StuckOutcome extends Outcome {
  readonly stuck: number;
  /** Of the node's resident memory, since they stopped reading. */
  readonly grownMegabytes: number;
}

const MOST_MEGABYTES = 100;
const CONNECTED_MS = 60_000;
const CLOSED_MS = 120_000;
const WARM = 200;
const LATE_MS = 5_000;
/** Of those who are told the large messages, who go on reading. */
const HEAVY_READERS = 3;
/** A few such messages are more than the kernel takes in for a socket. */
const TEXT = 'x'.repeat(20_000);
const HEAVY = `node { ... on Interaction { ${Array.from({ length: 15 }, (_, n) => `a${n}: body { text }`).join(' ')} } }`;
const LIGHT = 'node { id }';

export async function stopReading(installation: Installation, { subscribers, stuck, writers }: { subscribers: number; stuck: number; writers: number }): Promise<StuckOutcome> {
  const { node: { url } } = installation;
  const all: RawSubscriber[] = [];
  let tenant = '';
  const watch = (client: Client, of: string, after: string): RawSubscriber => {
    tenant = of;
    const subscriber = new RawSubscriber(client, of, after, all.length < stuck + HEAVY_READERS ? HEAVY : LIGHT);
    all.push(subscriber);
    return subscriber;
  };
  let [notClosed, late, grown] = [0, 0, 0];
  const outcome = await underLoad(installation, { writers, subscribers, watch, text: TEXT }, async (load) => {
    await holdsWithin(CONNECTED_MS, () => all.every(({ following }) => following));
    await load.progress(Math.min(WARM, subscribers)); // for the memory that any load takes
    const before = await measuresOf(url);
    const [stopped, reading] = [all.slice(0, stuck), all.slice(stuck)];
    for (const subscriber of stopped) subscriber.pause();
    await holdsWithin(CLOSED_MS, async () => {
      const now = await measuresOf(url);
      grown = Math.max(grown, now.residentBytes - before.residentBytes);
      notClosed = now.followers - reading.length;
      return notClosed <= 0;
    });
    const written = latestOf(load, tenant);
    await holdsWithin(LATE_MS, () => (late = reading.filter(({ last }) => last < written).length) === 0);
    for (const subscriber of stopped) subscriber.resume();
    await load.progress(5);
  });
  const grownMegabytes = Math.round(grown / 1e6);
  return { ...outcome, stuck, grownMegabytes, mustBeZero: { notClosed, late, megabytesTooMany: Math.max(0, grownMegabytes - MOST_MEGABYTES) } };
}
