/** When an opportunity counts as stalled: it stands in its stage for longer than the stage allows, all hours counted. */
import { Duration } from 'luxon';

/** Who entered at that moment or before counts as stalled. Null: nobody does. */
export function stalledSince(stalledAfter: string | null, now: Date): Date | null {
  return stalledAfter === null ? null : new Date(now.getTime() - Duration.fromISO(stalledAfter).toMillis());
}
