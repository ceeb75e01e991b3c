/**
 * How much a share that was counted may be trusted: the interval that holds the true one in 95 of 100 cases. Wilson's
 * score interval for one proportion, and for the difference of two Newcombe's hybrid of the two (method 10 of R. G.
 * Newcombe, Statistics in Medicine 17, 1998, pages 857 and 873). Both hold what they promise for few cases, for none
 * and for all, where the usual plus-or-minus claims to be certain. Of nothing counted there is nothing to say: null.
 */
export interface Proportion {
  readonly count: number;
  /** Of how many. */
  readonly of: number;
}

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Of the standard normal distribution, what 2.5 in 100 lie above. */
const Z = 1.959963984540054;

/** Of a proportion, from 0 to 1. */
export function wilson({ count, of }: Proportion): Estimate | null {
  if (count < 0 || count > of) throw new Error(`${count} are not among ${of}`);
  if (of === 0) return null;
  const value = count / of;
  const centre = 2 * count + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * count * (1 - value));
  const scale = 2 * (of + Z * Z);
  // What is exact is said exactly: rounding would leave 1e-17 of none.
  return { value, low: count === 0 ? 0 : (centre - reach) / scale, high: count === of ? 1 : (centre + reach) / scale };
}

/** Of the difference `one - other`, from -1 to 1. */
export function newcombe(one: Proportion, other: Proportion): Estimate | null {
  const [p, q] = [wilson(one), wilson(other)];
  if (p === null || q === null) return null;
  const value = p.value - q.value;
  const [below, above] = [Math.hypot(p.value - p.low, q.high - q.value), Math.hypot(p.high - p.value, q.value - q.low)];
  return { value, low: Math.max(-1, value - below), high: Math.min(1, value + above) };
}
