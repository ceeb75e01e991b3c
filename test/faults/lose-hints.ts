/** Two nodes on one database: what one writes reaches the subscribers of the other, also while the hints between them are lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { underLoad, type Outcome } from './campaign.ts';
import type { Installation } from './installation.ts';

export interface HintsOutcome extends Outcome {
  readonly listenersEnded: number;
}

const BETWEEN_MS = 300;

export async function loseHints(installation: Installation, { losses, writers, subscribers }: { losses: number; writers: number; subscribers: number }): Promise<HintsOutcome> {
  const second = await installation.secondNode();
  let listenersEnded = 0;
  try {
    const outcome = await underLoad(installation, { writers, subscribers, url: second.url }, async (load) => {
      for (let lost = 0; lost < losses; lost += 1) {
        await load.progress(5);
        const ended = await installation.ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport hints'`);
        listenersEnded += ended.length;
        await sleep(BETWEEN_MS);
      }
      await load.progress(5);
    });
    return { ...outcome, listenersEnded };
  } finally {
    await second.stop();
  }
}
