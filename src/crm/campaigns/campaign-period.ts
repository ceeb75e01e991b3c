/** The period of a campaign: its last day ends as clocks show it in its time zone, and with it the mails. */
import { DateTime } from 'luxon';
import { Refusal } from '../../kernel/refusal.ts';
import type { Campaign } from './campaign.ts';

type Period = Pick<Campaign, 'endsOn' | 'timeZone'>;

/** Null: it stays open. */
export function endOfPeriod({ endsOn, timeZone }: Period): Date | null {
  return endsOn === null ? null : DateTime.fromISO(endsOn, { zone: timeZone }).endOf('day').toJSDate();
}

export function isOver(period: Period, at: Date): boolean {
  const end = endOfPeriod(period);
  return end !== null && end <= at;
}

/** `first`: when anything could be sent. */
export function refuseOver(period: Period, first: Date): void {
  if (isOver(period, first)) throw new Refusal('CAMPAIGN_OVER', `Its period ends on ${period.endsOn}, before anything could be sent.`);
}
