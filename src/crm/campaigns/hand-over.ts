/**
 * Hands mails over that were claimed. A server may take minutes for a batch, so before each mail it is looked once more
 * whether the campaign still goes and its reader may still be written to: what was said meanwhile reaches all mails but those
 * that are already on their way.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { OutgoingMail, SendOutcome } from '../../kernel/ports.ts';
import { Customer } from '../customers/customer.ts';
import { Job } from '../jobs/job.ts';
import { CampaignMember, type ExclusionReason } from './campaign-member.ts';
import { isOver } from './campaign-period.ts';
import { Campaign } from './campaign.ts';
import { judge } from './eligibility.ts';
import { nextSendMoment } from './send-window.ts';

/** A mail that is about to leave. */
export interface Departure {
  readonly member: string;
  readonly domain: string;
  readonly mail: OutgoingMail;
}

/** NOT_BEGUN: no server was told anything. */
export type Outcome = SendOutcome | { readonly outcome: 'NOT_BEGUN'; readonly excluded: ExclusionReason | null };

export interface Arrival {
  readonly member: string;
  readonly domain: string;
  readonly outcome: Outcome;
}

/** OVER: nobody else of the campaign is to be mailed now, either. */
export type Leave = 'GRANTED' | 'OVER' | { readonly excluded: ExclusionReason | null };

interface HandOver {
  /** Connections to one domain at a time. */
  readonly connections: number;
  leave(member: string): Promise<Leave>;
  send(mail: OutgoingMail): Promise<SendOutcome>;
}

/** All domains beside each other, in each a few at a time. Whatever happens, it answers for each mail. */
export async function depart(departures: readonly Departure[], { connections, leave, send }: HandOver): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  let over = false;
  const handOver = async ({ member, mail }: Departure): Promise<Outcome> => {
    const granted = over ? 'OVER' : await leave(member).catch((): Leave => 'OVER'); // who cannot look does not send
    over ||= granted === 'OVER';
    if (granted !== 'GRANTED' || over) return { outcome: 'NOT_BEGUN', excluded: typeof granted === 'object' ? granted.excluded : null };
    const outcome = await send(mail);
    over ||= ofTheServer(outcome);
    return outcome;
  };
  const lanes = [...Map.groupBy(departures, ({ domain }) => domain).values()].flatMap((queue) => Array.from({ length: Math.min(connections, queue.length) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) arrivals.push({ member: next.member, domain: next.domain, outcome: await handOver(next) });
  }));
  await Promise.all(lanes);
  return arrivals;
}

/** Nobody listens, or who sends is refused: the others would fare the same. */
export function ofTheServer(outcome: Outcome): boolean {
  return (outcome.outcome === 'POSTPONED' && outcome.statusCode === null) || ('ofSender' in outcome && outcome.ofSender === true);
}

/** Why nothing will be taken from who sends until somebody mends it; null: that was not said. */
export function refusalOfSender(outcome: Outcome): string | null {
  return 'ofSender' in outcome && outcome.ofSender === true && !outcome.statusCode?.startsWith('4') ? outcome.reason : null;
}

/** Reads only, and locks nothing: it is asked for each mail. */
export async function leaveOf(id: string, { campaign: campaignId, job: jobId, claim }: { campaign: string; job: string; claim: string }, { all, now }: Transaction): Promise<Leave> {
  const [[campaign], [job], [member]] = await Promise.all([all(Campaign, { id: campaignId }), all(Job, { id: jobId }), all(CampaignMember, { id })]);
  if (!campaign?.going || campaign.job?.id !== jobId || job?.status !== 'RUNNING' || isOver(campaign, now()) || nextSendMoment(now(), campaign) > now()) return 'OVER';
  if (member?.status !== 'SENDING' || member.claim !== claim) return { excluded: null };
  const customers = await all(Customer, { id: member.customer.id });
  // The cap was asked when it was claimed, and would count this very mail.
  const verdict = (await judge(customers, { all, now, tally: async () => [] }, new Map([[member.customer.id, member.addressKey]]))).get(member.customer.id);
  if (!verdict || 'excluded' in verdict) return { excluded: verdict?.excluded ?? 'NO_ADDRESS' };
  return verdict.key === member.addressKey ? 'GRANTED' : { excluded: 'NO_ADDRESS' };
}
