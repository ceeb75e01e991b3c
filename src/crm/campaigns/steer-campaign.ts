/** Lets a campaign go on, or ends it. A job that is still at it sees that by itself; where there is none, one is queued. */
import type { Transaction } from '../../kernel/context.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { Job } from '../jobs/job.ts';
import { CampaignMember } from './campaign-member.ts';
import { refuseOver } from './campaign-period.ts';
import { Campaign } from './campaign.ts';
import { firstMoment, workAt } from './launch-campaign.ts';

export async function resumeCampaign(campaign: Campaign, transaction: Transaction): Promise<void> {
  const first = firstMoment(campaign, transaction.now());
  if (campaign.status === 'PAUSED') refuseOver(campaign, first);
  campaign.resume(transaction.now(), first);
  if (!await atWork(campaign, transaction)) workAt(campaign, first, transaction);
}

export async function stopCampaign(campaign: Campaign, transaction: Transaction): Promise<void> {
  campaign.stop(transaction.now());
  if (!await atWork(campaign, transaction)) workAt(campaign, transaction.now(), transaction);
}

export async function sendAgain(id: string, transaction: Transaction): Promise<CampaignMember> {
  const { all, get, now } = transaction;
  const [found] = await all(CampaignMember, { id });
  if (!found) throw new NotFound('CampaignMember');
  const campaign = await get(Campaign, found.campaign.id); // before its members, as all who lock both do
  const member = await get(CampaignMember, id);
  if (campaign.status === 'STOPPED') throw new Refusal('CAMPAIGN_NOT_GOING', 'The campaign was stopped, so nobody is mailed.');
  const first = firstMoment(campaign, now());
  refuseOver(campaign, first);
  member.sendAgain(now());
  if (campaign.status !== 'DONE') campaign.progress();
  else {
    campaign.reopen();
    workAt(campaign, first, transaction);
  }
  return member;
}

/** Its own job, one that somebody cancelled or that was given up apart. */
async function atWork({ job }: Campaign, { all }: Transaction): Promise<boolean> {
  const [found] = job ? await all(Job, { id: job.id }) : [];
  return found !== undefined && found.endedAt === null;
}
