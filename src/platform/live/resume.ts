/** From a client's position to the number to go on after, or the typed answer that it cannot. */
import { WrongPage } from '../../kernel/pages.ts';
import { decodePosition, encodePosition, type Position } from '../../kernel/position.ts';
import type { LoggedEvent } from './log.ts';

/** Positions older than this need a fresh snapshot. */
export const RESUME_DAYS = 7;

const DAY = 24 * 60 * 60 * 1000;

/** The events since the position are no longer to be had: take a snapshot by `position`, then follow it. */
export class ResyncRequired extends Error {
  constructor(readonly position: string) {
    super('The events since this position are no longer available. Read a fresh snapshot together with `position`, then follow from there.');
  }
}

/** As far as the head alone can tell; what `refuseGap` asks of the next event must hold too. */
export function seqAfter(tenant: string, after: string, head: Position): number {
  const position = decodePosition(tenant, after);
  if (position === null) throw new WrongPage('`after` is not a position of this API: give one back exactly as you got it.');
  if (position === 'foreign' || position.epoch !== head.epoch || position.seq > head.seq) {
    throw new ResyncRequired(encodePosition(tenant, head));
  }
  return position.seq;
}

/** Of a position behind the head: the event next to it must still be kept, and be young enough. */
export function refuseGap(tenant: string, seq: number, next: LoggedEvent | undefined, head: Position, now: Date): void {
  const oldest = now.getTime() - RESUME_DAYS * DAY;
  if (next?.seq !== seq + 1 || next.at.getTime() < oldest) throw new ResyncRequired(encodePosition(tenant, head));
}
