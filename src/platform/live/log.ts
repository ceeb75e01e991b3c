/** Reading the event log of one organisation: its head and what came after a number, in one snapshot. */
import type { ActorKind, ReachFacts } from '../../kernel/actor.ts';
import type { Position } from '../../kernel/position.ts';
import { positionFrom } from '../database/event-log.ts';
import type { Database } from '../database/pool.ts';
import type { Sql } from '../database/statement.ts';
import type { Row } from '../reading/rows.ts';
import type { Link } from './change.ts';

export interface LoggedEvent {
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
  readonly subject: Link;
  readonly about: readonly string[];
  readonly changed: readonly string[];
  readonly before: ReachFacts | null;
  readonly after: ReachFacts | null;
}

export const HEAD: Sql = { name: 'head of the log', text: 'select epoch, seq from event_counter', values: [] };

/** An organisation that never announced anything has no counter row yet. */
export const headFrom = (row: Row | undefined): Position => positionFrom(row) ?? { epoch: 1, seq: 0 };

const EVENT = `select seq, at, actor_kind, actor_id, type, model, subject, about, changed,
  owners_before, teams_before, owners_after, teams_after from event`;

export const eventsAfter = (seq: number, limit: number): Sql =>
  ({ name: 'events after', text: `${EVENT} where seq > $1 order by seq limit $2`, values: [seq, limit] });

export function eventFrom(row: Row): LoggedEvent {
  const facts = (owners: unknown, teams: unknown): ReachFacts | null =>
    owners === null ? null : { owners: owners as string[], teams: teams as string[] };
  return {
    seq: Number(row['seq']), at: row['at'] as Date, type: String(row['type']),
    actor: { kind: row['actor_kind'] as ActorKind, id: String(row['actor_id']) },
    subject: { model: String(row['model']), id: String(row['subject']) },
    about: row['about'] as string[], changed: row['changed'] as string[],
    before: facts(row['owners_before'], row['teams_before']), after: facts(row['owners_after'], row['teams_after']),
  };
}

export interface LogPart {
  readonly head: Position;
  readonly events: readonly LoggedEvent[];
}

/** Reads a part of one organisation's log. */
export type ReadLog = (tenant: string, after: number, limit: number) => Promise<LogPart>;

export const readLogOf = (database: Database): ReadLog => async (tenant, after, limit) => {
  const open = await database.begin('read', tenant);
  try {
    const [[head], rows] = await Promise.all([open.run(HEAD), open.run(eventsAfter(after, limit))]);
    return { head: headFrom(head), events: rows.map(eventFrom) };
  } finally {
    await open.end('rollback');
  }
};
