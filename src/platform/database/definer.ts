/**
 * The handful of owner-owned functions that may look across tenants: sign-in, keys, refresh tokens,
 * counters. Called by name with bound arguments; the database decides what exists.
 */
import type { Row } from '../reading/rows.ts';
import type { Sql } from './statement.ts';

export async function askDefiner<R extends object>(
  run: (sql: Sql) => Promise<Row[]>, definer: string, args: readonly unknown[],
): Promise<R[]> {
  if (!/^[a-z_]+$/.test(definer)) throw new Error(`${definer} is not a function's name`);
  const list = args.map((_, i) => `$${i + 1}`).join(', ');
  return (await run({ name: `ask ${definer}`, text: `select * from ${definer}(${list})`, values: args })) as R[];
}
