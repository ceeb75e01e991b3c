/**
 * What is forgotten by itself, each 72 hours after its time: idempotency keys when they were used, sessions
 * when they were over. Any node may do it.
 */
import { askDefiner } from './definer.ts';
import type { Database } from './pool.ts';

const HOUR_MS = 3_600_000;
const KEPT_MS = 72 * HOUR_MS;
const FORGETTING = ['forget_idempotency', 'forget_sessions'];

export function keepHouse(database: Database, { now, onError }: { now: () => Date; onError: (error: unknown) => void }): { stop(): void } {
  const timer = setInterval(() => {
    const before = new Date(now().getTime() - KEPT_MS);
    for (const definer of FORGETTING) askDefiner((sql) => database.query(sql), definer, [before]).catch(onError);
  }, HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
