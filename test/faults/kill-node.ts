/** The node is killed under load and started again, many times. */
import { someTime, underLoad, type Outcome } from './campaign.ts';
import type { Installation } from './installation.ts';

export function killNode(installation: Installation, { kills, writers, subscribers }: { kills: number; writers: number; subscribers: number }): Promise<Outcome> {
  return underLoad(installation, { writers, subscribers }, async (load) => {
    for (let killed = 0; killed < kills; killed += 1) {
      await load.progress(10);
      await someTime(200);
      await installation.node.kill();
      await installation.node.start();
    }
    await load.progress(10);
  });
}
