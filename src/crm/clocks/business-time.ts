/**
 * Business time: the time during which a business is open, as its calendar says. Both questions that can be asked of it
 * are answered by one walk along its stretches. Moments and durations are milliseconds.
 */
import { DAY, stretchesOf, type BusinessHours } from './business-hours.ts';

/** Nothing is promised for later than this: also a calendar that opens one minute a year comes to an end. */
export const FURTHEST = 3653 * DAY;

/** The earliest moment by which so much business time has passed since `from`, itself for none. Null: not within ten years. */
export function addBusinessTime(hours: BusinessHours | null, from: number, amount: number): number | null {
  let left = amount;
  if (left <= 0) return from;
  for (const { start, end, kind } of stretchesOf(hours, from, from + FURTHEST)) {
    if (kind !== 'OPEN') continue;
    if (end - start >= left) return start + left;
    left -= end - start;
  }
  return null;
}

/** How much business time lies between two moments; none when the second is not the later. */
export function businessTimeBetween(hours: BusinessHours | null, from: number, until: number): number {
  let passed = 0;
  for (const { start, end, kind } of stretchesOf(hours, from, until)) if (kind === 'OPEN') passed += end - start;
  return passed;
}
