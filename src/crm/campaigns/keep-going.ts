/** What campaigns do when their job ends before its time, and when the time of one has come. */
import type { Transaction } from '../../kernel/context.ts';
import { timer, type Reaction } from '../../kernel/work.ts';
import { Job } from '../jobs/job.ts';
import { Campaign } from './campaign.ts';
import { workAt } from './launch-campaign.ts';
import { cancelQueued, loseOthers } from './settle-members.ts';

/** Somebody cancelled the job, or it was given up: the campaign does not pretend to go on. */
export const pauseWithJob: Reaction = {
  name: 'campaigns.pauseWithJob',
  on: ['job.cancelled', 'job.failed'],
  async run({ subject }, work) {
    while (await work.step((transaction) => leave(subject, transaction)) === 'AGAIN');
  },
};

async function leave(id: string, transaction: Transaction): Promise<'AGAIN' | 'OVER'> {
  const [job] = await transaction.all(Job, { id });
  if (job?.kind !== 'campaign.send' || job.subjectId === null) return 'OVER';
  const campaign = await transaction.find(Campaign, job.subjectId);
  if (campaign?.job?.id !== id) return 'OVER';
  if (campaign.going) campaign.pause(job.status === 'FAILED' ? job.failure : null);
  if ((await loseOthers(campaign, null, transaction)).more) return 'AGAIN';
  if (campaign.status === 'STOPPED' && (await cancelQueued(campaign, transaction)).more) return 'AGAIN';
  campaign.rest(null);
  return 'OVER';
}

export const campaignsComeDue = timer('campaigns.comeDue', Campaign, 'nextAt', (campaign, transaction) => {
  if (campaign.going) workAt(campaign, transaction.now(), transaction);
  else campaign.rest(null);
});
