/**
 * The queue of what is to be done in the background: rows of graphile-worker, written with its own functions as the
 * jobs' role. What stands in it is only a summons; what is to be done is read from the log and the records.
 */
import type pg from 'pg';
import type { Happening, Reaction } from '../../kernel/work.ts';

export interface React { readonly tenant: string; readonly reaction: string; readonly event: Happening }
export interface Elapse { readonly tenant: string; readonly timer: string; readonly record: string }

/** A task by its name in the queue, with what it is given. */
export interface Summons { readonly task: string; readonly given: React | Elapse }

/** About ten hours, at the pace at which attempts follow each other. */
export const MOST_ATTEMPTS = 12;

const ADD = `
  select count(*) from graphile_worker.add_jobs((
    select array_agg((task, given, null, at, ${MOST_ATTEMPTS}, key, null, null)::graphile_worker.job_spec)
    from json_to_recordset($1::json) as s(task text, given json, at timestamptz, key text)
  ), $2)`;

/** Equal for what need be done only once, however often it is asked for. */
const keyOf = ({ given }: Summons): string =>
  ('timer' in given ? `${given.tenant} ${given.timer} ${given.record}` : `${given.tenant} ${given.reaction} ${given.event.seq}`);

export const ELAPSE = 'elapse';
/** All reactions but those that are done apart. */
export const REACT = 'react';
export const taskOf = ({ name, apart }: Reaction): string => (apart ? name : REACT);

/** `at`: null for at once. With `keepEarlier` one that waits for an earlier moment stays as it is. */
export async function summon(client: pg.ClientBase | pg.Pool, all: readonly Summons[], at: Date | null, keepEarlier = false): Promise<void> {
  const rows = new Map(all.map((one) => [keyOf(one), { ...one, at, key: keyOf(one) }]));
  if (rows.size > 0) await client.query(ADD, [JSON.stringify([...rows.values()]), keepEarlier]);
}
