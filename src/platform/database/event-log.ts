/**
 * The last statement of every transaction: it adds the number of announced events to the tenant's
 * counter row, writes them with consecutive numbers, and keeps the outcome under the idempotency key.
 * The counter row is locked until COMMIT, so commit order is number order and readers see prefixes.
 * Of several under one key the first to commit keeps its outcome, and the others fail.
 */
import type { Actor, ReachFacts } from '../../kernel/actor.ts';
import type { Position } from '../../kernel/position.ts';
import type { Row } from '../reading/rows.ts';
import type { Sql } from './statement.ts';

export interface NewEvent {
  readonly type: string;
  readonly model: string;
  readonly subject: string;
  /** Records it also concerns: what its subject links, or linked, to. */
  readonly about: readonly string[];
  readonly changed: readonly string[];
  readonly before: ReachFacts | null;
  readonly after: ReachFacts | null;
}

export interface Keyed {
  readonly principal: string;
  readonly key: string;
  readonly digest: string;
  readonly outcome: unknown;
}

const EVENT_COLUMNS = `(type text, model text, subject uuid, about uuid[], changed text[],
  owners_before uuid[], teams_before uuid[], owners_after uuid[], teams_after uuid[])`;

const COMMIT = `
  with counter as (
    insert into event_counter as c (seq) values ($1::bigint)
    on conflict (tenant_id) do update set seq = c.seq + excluded.seq
    returning c.epoch, c.seq
  ), logged as (
    insert into event (seq, at, actor_kind, actor_id, request_id, type, model, subject, about, changed,
      owners_before, teams_before, owners_after, teams_after)
    select counter.seq - $1::bigint + e.n, $2::timestamptz, $3::text, $4::uuid, $5::text, e.type, e.model, e.subject, e.about, e.changed,
      e.owners_before, e.teams_before, e.owners_after, e.teams_after
    from counter, rows from (json_to_recordset($6::json) as ${EVENT_COLUMNS}) with ordinality
      as e(type, model, subject, about, changed, owners_before, teams_before, owners_after, teams_after, n)
  ), kept as (
    insert into idempotency (principal, key, digest, outcome, epoch, seq, created_at)
    select $7::text, $8::text, $9::text, $10::jsonb, case when $1::bigint > 0 then counter.epoch end, case when $1::bigint > 0 then counter.seq end, $2::timestamptz
    from counter where $8::text is not null
  )
  select epoch, seq from counter`;

export function commitStatement(
  events: readonly NewEvent[], keyed: Keyed | null, actor: Actor, at: Date, requestId: string,
): Sql {
  const rows = events.map((event) => ({
    type: event.type, model: event.model, subject: event.subject, about: event.about, changed: event.changed,
    owners_before: event.before?.owners ?? null, teams_before: event.before?.teams ?? null,
    owners_after: event.after?.owners ?? null, teams_after: event.after?.teams ?? null,
  }));
  return {
    name: 'commit events',
    text: COMMIT,
    values: [
      events.length, at.toISOString(), actor.kind, actor.id, requestId, JSON.stringify(rows),
      keyed?.principal ?? null, keyed?.key ?? null, keyed?.digest ?? null, keyed ? JSON.stringify(keyed.outcome) : null,
    ],
  };
}

export const KEPT: (principal: string, key: string) => Sql = (principal, key) => ({
  name: 'kept outcome',
  text: 'select digest, outcome, epoch, seq from idempotency where principal = $1 and key = $2',
  values: [principal, key],
});

export function positionFrom(row: Row | undefined): Position | null {
  return row?.['seq'] == null ? null : { epoch: Number(row['epoch']), seq: Number(row['seq']) };
}
