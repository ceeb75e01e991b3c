/** What is forgotten by itself: idempotency keys, 72 hours after they were used. Any node may do it. */
import { askDefiner } from './definer.ts';
import type { Database } from './pool.ts';

const HOUR_MS = 3_600_000;
const KEPT_MS = 72 * HOUR_MS;

export function keepHouse(database: Database, { now, onError }: { now: () => Date; onError: (error: unknown) => void }): { stop(): void } {
  const timer = setInterval(() => {
    const before = new Date(now().getTime() - KEPT_MS);
    askDefiner((sql) => database.query(sql), 'forget_idempotency', [before]).catch(onError);
  }, HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
