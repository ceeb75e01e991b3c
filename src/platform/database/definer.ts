/**
 * The handful of functions that are asked by name: owner-owned ones that may look across tenants, for sign-in, keys,
 * refresh tokens and counters, and plain ones that look past the reach of whoever asks, for rules that hold for everybody.
 * The database decides what exists.
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
