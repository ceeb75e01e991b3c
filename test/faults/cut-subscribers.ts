/** The connections of all subscribers are cut again and again while others write; in the middle the node itself is started again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { underLoad, type Outcome } from './campaign.ts';
import { startProxy } from './cuttable-proxy.ts';
import type { Installation } from './installation.ts';

export interface CutOutcome extends Outcome {
  readonly cutConnections: number;
}

const CUT_WITHIN_MS = 300;
const RECONNECT_MS = 60_000;

export async function cutSubscribers(installation: Installation, { cuts, writers, subscribers }: { cuts: number; writers: number; subscribers: number }): Promise<CutOutcome> {
  const proxy = await startProxy(installation.node.port);
  let cutConnections = 0;
  const everybodyBack = async (): Promise<void> => {
    const deadline = Date.now() + RECONNECT_MS;
    while (proxy.open < subscribers) {
      if (Date.now() > deadline) throw new Error(`${subscribers - proxy.open} subscribers did not come back within ${RECONNECT_MS} ms`);
      await sleep(10);
    }
  };
  try {
    const outcome = await underLoad(installation, { writers, subscribers, url: proxy.url }, async (load) => {
      for (let cut = 0; cut < cuts; cut += 1) {
        await everybodyBack();
        await load.progress(2);
        cutConnections += await proxy.cutAll(CUT_WITHIN_MS);
        if (cut === Math.floor(cuts / 2)) {
          await installation.node.stop();
          await installation.node.start();
        }
      }
      await load.progress(2);
    });
    return { ...outcome, cutConnections };
  } finally {
    await proxy.stop();
  }
}
