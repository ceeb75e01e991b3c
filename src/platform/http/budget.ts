/**
 * Points per principal: a bucket that fills by the second and is drawn from before an operation runs;
 * what the operation did not use goes back after it. Kept in memory, by each node for itself. A bucket
 * left alone for as long as it takes to fill is full, so it need not be kept: two generations of
 * buckets, the older thrown away each such time, forget strangers without counting them.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Limits } from './limits.ts';

/** What `extensions.cost` tells. */
export interface CostReport {
  readonly requested: number;
  readonly actual: number;
  /** What may be spent now, and when it is all there again. */
  readonly remaining: number;
  readonly resetAt: string;
}

export interface Charge {
  readonly requested: number;
  /** Once, when the operation is over. */
  settle(actual: number): CostReport;
}

export interface Budget {
  /** Null, and nothing drawn, when the bucket does not hold as much. */
  draw(principal: string, points: number): Charge | null;
  report(principal: string, cost: { requested: number; actual: number }): CostReport;
  /** When the bucket will hold as much. */
  affordableAt(principal: string, points: number): Date;
}

interface Bucket {
  points: number;
  filledAt: number;
}

export function createBudget(limits: Pick<Limits, 'bucketPoints' | 'pointsPerSecond'>, now: () => Date): Budget {
  const { bucketPoints: capacity, pointsPerSecond } = limits;
  const fillMs = (capacity / pointsPerSecond) * 1000;
  let young = new Map<string, Bucket>();
  let old = new Map<string, Bucket>();
  let turnedAt = now().getTime();

  const bucketOf = (principal: string): Bucket => {
    const at = now().getTime();
    if (at - turnedAt > fillMs) [old, young, turnedAt] = [young, new Map(), at];
    let bucket = young.get(principal);
    if (!bucket) young.set(principal, bucket = old.get(principal) ?? { points: capacity, filledAt: at });
    bucket.points = Math.min(capacity, bucket.points + Math.max(0, at - bucket.filledAt) * pointsPerSecond / 1000);
    bucket.filledAt = at;
    return bucket;
  };

  const whenHolding = (principal: string, points: number): Date => {
    const missing = Math.max(0, points - bucketOf(principal).points);
    return new Date(now().getTime() + Math.ceil(missing / pointsPerSecond * 1000));
  };

  const report: Budget['report'] = (principal, cost) => ({
    ...cost,
    remaining: Math.max(0, Math.floor(bucketOf(principal).points)),
    resetAt: whenHolding(principal, capacity).toISOString(),
  });

  return {
    report,
    affordableAt: whenHolding,
    draw(principal, requested) {
      const bucket = bucketOf(principal);
      if (bucket.points < requested) return null;
      bucket.points -= requested;
      return {
        requested,
        settle(actual) {
          const unused = requested - actual;
          const filled = bucketOf(principal);
          filled.points = Math.min(capacity, filled.points + unused);
          return report(principal, { requested, actual });
        },
      };
    },
  };
}

export function principalOf(actor: Actor | null, address: string): string {
  return actor ? `${actor.tenant}:${actor.kind}:${actor.id}` : `address:${network(address)}`;
}

/** One customer of a provider holds a whole /64 of IPv6. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  return [...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':');
}
