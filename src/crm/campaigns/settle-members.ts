/**
 * What becomes of members whom nobody works on any more: who was in flight when a process ended is UNCERTAIN, and who still
 * waits when a campaign was stopped, or its period is over, is not mailed. It holds wherever a job of a campaign begins, ends, or was cancelled.
 */
import type { Transaction } from '../../kernel/context.ts';
import { CampaignMember } from './campaign-member.ts';
import type { Campaign } from './campaign.ts';

const BATCH = 500;

/** A step of it: how many members, and whether there may be more. */
export interface Settled {
  readonly members: number;
  readonly more: boolean;
}

/** In flight by another claim. Whoever made that one and still lives may yet tell how it ended. */
export async function loseOthers(campaign: Campaign, claim: string | null, { all }: Transaction): Promise<Settled> {
  const members = await all(CampaignMember, { campaign: campaign.id, status: 'SENDING' }, BATCH);
  const lost = members.filter((member) => member.claim !== claim);
  for (const member of lost) member.lose('The process that sent it ended before the server answered, or before the answer was kept.');
  if (lost.length > 0) campaign.progress();
  return { members: lost.length, more: lost.length === BATCH };
}

export async function cancelQueued(campaign: Campaign, { all }: Transaction): Promise<Settled> {
  const members = await all(CampaignMember, { campaign: campaign.id, status: 'QUEUED' }, BATCH);
  for (const member of members) member.cancel();
  if (members.length > 0) campaign.progress();
  return { members: members.length, more: members.length === BATCH };
}
