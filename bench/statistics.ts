/** Medians, which a disturbed round does not move, and how far rounds lie apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function median(values: readonly number[]): number {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 === 1 ? all[middle] ?? 0 : ((all[middle - 1] ?? 0) + (all[middle] ?? 0)) / 2;
}

export function spread(values: readonly number[]): Spread {
  const all = sorted(values);
  return { median: median(all), least: all[0] ?? 0, most: all.at(-1) ?? 0 };
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
