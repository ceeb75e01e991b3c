/** What campaigns do when their job ends before its time, and when the time of one has come. */
import type { Transaction } from '../../kernel/context.ts';
import { timer, type Reaction } from '../../kernel/work.ts';
import { Job } from '../jobs/job.ts';
import { Campaign } from './campaign.ts';
import { workAt } from './launch-campaign.ts';

/** Somebody cancelled the job, or it was given up: the campaign does not pretend to go on. */
export const pauseWithJob: Reaction = {
  name: 'campaigns.pauseWithJob',
  on: ['job.cancelled', 'job.failed'],
  run: ({ subject }, work) => work.step(async ({ all, find }: Transaction) => {
    const [job] = await all(Job, { id: subject });
    if (job?.kind !== 'campaign.send' || job.subjectId === null) return;
    const campaign = await find(Campaign, job.subjectId);
    if (campaign?.job?.id !== subject) return;
    if (campaign.going) campaign.pause();
    campaign.rest(null);
  }),
};

export const campaignsComeDue = timer('campaigns.comeDue', Campaign, 'nextAt', (campaign, transaction) => {
  if (campaign.going) workAt(campaign, transaction.now(), transaction);
  else campaign.rest(null);
});
