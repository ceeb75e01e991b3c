/**
 * What an answer costs, counted by the statement that makes it: the same prices as for an answer made in
 * memory, as one integer beside the JSON, so that nobody has to read the JSON again to count it.
 */
export interface Points {
  readonly fixed: number;
  /** Expressions of integers to add. */
  readonly more: readonly string[];
}

export const points = (fixed: number, ...more: string[]): Points => ({ fixed, more });

export function sum(parts: readonly Points[]): Points {
  return { fixed: parts.reduce((total, part) => total + part.fixed, 0), more: parts.flatMap(({ more }) => more) };
}

export function pointsText({ fixed, more }: Points): string {
  return [...(fixed === 0 && more.length > 0 ? [] : [String(fixed)]), ...more].join(' + ');
}

/** Of each row that an aggregate runs over. */
export function summed(each: Points, filter = ''): Points {
  if (each.more.length === 0) return each.fixed === 0 ? each : points(0, `count(*)${filter} * ${each.fixed}`);
  return points(0, `coalesce(sum(${pointsText(each)})${filter}, 0)`);
}

export function when(condition: string, then: Points): Points {
  return then.fixed === 0 && then.more.length === 0 ? then : points(0, `case when ${condition} then ${pointsText(then)} else 0 end`);
}
