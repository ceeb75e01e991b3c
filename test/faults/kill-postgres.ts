/** PostgreSQL is killed under load, many times; the node brings it back and writes go on by themselves. */
import { someTime, underLoad, type Outcome } from './campaign.ts';
import type { Installation } from './installation.ts';

export interface Recovery extends Outcome {
  /** From a kill to the first write that is acknowledged by the PostgreSQL after it; what the killed one had committed may be told meanwhile. */
  readonly medianRecoveryMs: number;
}

export async function killPostgres(installation: Installation, { kills, writers, subscribers }: { kills: number; writers: number; subscribers: number }): Promise<Recovery> {
  const recoveries: number[] = [];
  const outcome = await underLoad(installation, { writers, subscribers }, async (load) => {
    for (let killed = 0; killed < kills; killed += 1) {
      await load.progress(10);
      await someTime(200);
      await installation.killPostgres();
      const killedAt = performance.now();
      await installation.postgresIsBack();
      await load.progress(1);
      recoveries.push(performance.now() - killedAt);
    }
    await load.progress(10);
  });
  return { ...outcome, medianRecoveryMs: Math.round(recoveries.sort((a, b) => a - b)[Math.floor(recoveries.length / 2)] ?? 0) };
}
