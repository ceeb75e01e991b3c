/** Sets a planned campaign going: what is missing is told, what it says is frozen, and the job is queued for its time. */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Channel } from '../interactions/channel.ts';
import { senderOf } from '../interactions/queue-message.ts';
import { Job } from '../jobs/job.ts';
import { audienceOf } from './audience.ts';
import { refuseOver } from './campaign-period.ts';
import { CampaignVariant } from './campaign-variant.ts';
import { Campaign } from './campaign.ts';
import { MailTemplateText } from './mail-template-text.ts';
import { MailTemplate } from './mail-template.ts';
import { checkWording } from './render-mail.ts';
import { nextSendMoment } from './send-window.ts';

export async function launchCampaign(campaign: Campaign, transaction: Transaction): Promise<void> {
  const { all, actor, now } = transaction;
  if (campaign.launched) {
    if (campaign.going || campaign.status === 'DONE') return; // asked again, it is launched all the same
    throw new Refusal('CAMPAIGN_LAUNCHED', `This campaign was launched, and is ${campaign.status}.`);
  }
  if (actor.reach !== 'ALL') throw new Refusal('CAMPAIGN_NEEDS_REACH', 'A campaign goes to whoever fits, so it is launched by somebody who reaches all customers.');
  const [channel] = await all(Channel, { id: campaign.channel.id });
  if (!channel?.active) throw new Refusal('CHANNEL_NOT_ACTIVE', 'The channel it is to be sent from is out of use.');
  senderOf(channel);
  if (await audienceOf(campaign, transaction) === null) throw new Refusal('CAMPAIGN_WITHOUT_AUDIENCE', 'Whom is it for? Give it an `audience`.');
  const first = firstMoment(campaign, now());
  refuseOver(campaign, first);
  await freezeTemplates(campaign, transaction);
  campaign.launch(now(), first);
  workAt(campaign, first, transaction);
}

export function firstMoment(campaign: Campaign, at: Date): Date {
  const begins = campaign.startAt && campaign.startAt > at ? campaign.startAt : at;
  return nextSendMoment(begins, campaign);
}

/** Now by a job, later by the clock. */
export function workAt(campaign: Campaign, moment: Date, { add, now, actor }: Pick<Transaction, 'add' | 'now' | 'actor'>): void {
  if (moment > now()) campaign.rest(moment);
  else campaign.work(add(Job.queue({ kind: 'campaign.send', subject: campaign, by: actor })));
}

async function freezeTemplates(campaign: Campaign, { all, get, now }: Transaction): Promise<void> {
  const variants = await all(CampaignVariant, { campaign: campaign.id });
  if (variants.length === 0) throw new Refusal('CAMPAIGN_WITHOUT_VARIANT', 'What do they get? Give it at least one variant.');
  for (const id of [...new Set(variants.map(({ template }) => template.id))].toSorted()) {
    const template = await get(MailTemplate, id);
    const texts = await all(MailTemplateText, { template: id });
    if (!texts.some(({ language }) => language === template.fallbackLanguage)) {
      throw new Refusal('TEMPLATE_INCOMPLETE', `The template ${template.name} says nothing in ${template.fallbackLanguage}, which it has for whom no other language fits.`);
    }
    texts.forEach(checkWording);
    template.freeze(now());
  }
}
