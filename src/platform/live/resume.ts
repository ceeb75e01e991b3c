/** From a client's position to the number to go on after, or the typed answer that it cannot. */
import { decodePosition, encodePosition, type Position } from '../../kernel/position.ts';
import { WrongPage } from '../../kernel/pages.ts';
import type { Sql } from '../database/statement.ts';
import type { Row } from '../reading/rows.ts';

/** Positions older than this need a fresh snapshot. */
export const RESUME_DAYS = 7;

/** The events since the position are no longer to be had: take a snapshot by `position`, then follow it. */
export class ResyncRequired extends Error {
  constructor(readonly position: string) {
    super('The events since this position are no longer available. Read a fresh snapshot together with `position`, then follow from there.');
  }
}

export async function seqAfter(
  tenant: string, after: string, head: Position, run: (sql: Sql) => Promise<Row[]>,
): Promise<number> {
  const position = decodePosition(tenant, after);
  if (position === null) throw new WrongPage('`after` is not a position of this API: give one back exactly as you got it.');
  const fresh = new ResyncRequired(encodePosition(tenant, head));
  if (position === 'foreign' || position.epoch !== head.epoch || position.seq > head.seq) throw fresh;
  if (position.seq === head.seq) return position.seq;
  const [next] = await run({
    name: 'resumable',
    text: `select at > now() - make_interval(days => ${RESUME_DAYS}) as resumable from event where seq = $1`,
    values: [position.seq + 1],
  });
  if (next?.['resumable'] !== true) throw fresh;
  return position.seq;
}
