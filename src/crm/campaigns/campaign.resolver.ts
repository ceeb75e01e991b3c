/** Operations on campaigns. What takes more than a method of the campaign is in the file named by its verb. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { field, mutation, optional, pageOf, query, subscription, type StreamFilter } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { previewAudience } from './preview-audience.ts';
import { AudiencePreview } from './audience-preview.ts';
import { CampaignMember } from './campaign-member.ts';
import { measureCampaign } from './measure-campaign.ts';
import { CampaignResults } from './campaign-results.ts';
import {
  CampaignArgs, CampaignCustomersAddInput, CampaignCustomersRemoveInput, CampaignLaunchInput, CampaignMemberSendAgainInput, CampaignPauseInput,
  CampaignPlanInput, CampaignResumeInput, CampaignStopInput, CampaignUpdateInput,
} from './campaign.inputs.ts';
import { Campaign } from './campaign.ts';
import { addCustomers, planCampaign, removeCustomers, updateCampaign } from './compose-campaign.ts';
import { launchCampaign } from './launch-campaign.ts';
import { resumeCampaign, sendAgain, stopCampaign } from './steer-campaign.ts';

export class CampaignResolver {
  @query(optional(Campaign), 'campaign:read', 'A campaign. Null when missing.', { args: CampaignArgs })
  campaign({ id }: CampaignArgs, { find }: Context) {
    return find(Campaign, id);
  }

  @query(pageOf(Campaign), 'campaign:read', 'Campaigns.')
  campaigns(args: PageArgs, { page }: Context) {
    return page(Campaign, args);
  }

  @field(() => Campaign, optional(AudiencePreview), 'campaign:read', 'How large its audience is, and who of those you reach would be excluded and why, if it were mailed now. Null: it has no audience.')
  audiencePreview(campaign: Campaign, _: object, context: Context) {
    return previewAudience(campaign, context);
  }

  @field(() => Campaign, CampaignResults, 'campaign:read', 'What became of its audience, and what they did, in counts with 95 % intervals.')
  results(campaign: Campaign, _: object, context: Context) {
    return measureCampaign(campaign, context);
  }

  @mutation(Campaign, 'campaign:plan', 'Plans a campaign.', { input: CampaignPlanInput })
  campaignPlan(input: CampaignPlanInput, transaction: Transaction) {
    return planCampaign(input, transaction);
  }

  @mutation(Campaign, 'campaign:plan', 'Changes a planned campaign.', { input: CampaignUpdateInput })
  campaignUpdate(input: CampaignUpdateInput, transaction: Transaction) {
    return updateCampaign(input, transaction);
  }

  @mutation(Campaign, 'campaign:plan', 'Names further customers for the audience of a planned campaign.', { input: CampaignCustomersAddInput })
  async campaignCustomersAdd({ campaignId, customerIds }: CampaignCustomersAddInput, transaction: Transaction) {
    const campaign = await transaction.get(Campaign, campaignId);
    await addCustomers(campaign, customerIds, transaction);
    return campaign;
  }

  @mutation(Campaign, 'campaign:plan', 'Takes customers off the audience of a planned campaign that were named for it.', { input: CampaignCustomersRemoveInput })
  async campaignCustomersRemove({ campaignId, customerIds }: CampaignCustomersRemoveInput, transaction: Transaction) {
    const campaign = await transaction.get(Campaign, campaignId);
    await removeCustomers(campaign, customerIds, transaction);
    return campaign;
  }

  @mutation(Campaign, 'campaign:launch', 'Launches a campaign: from its time on its audience is enrolled, as it is then, and mailed. Launched again, nothing is done.', { input: CampaignLaunchInput })
  async campaignLaunch({ campaignId, expectedVersion }: CampaignLaunchInput, transaction: Transaction) {
    const campaign = await transaction.get(Campaign, campaignId, expectedVersion);
    await launchCampaign(campaign, transaction);
    return campaign;
  }

  @mutation(Campaign, 'campaign:pause', 'Pauses a campaign: mails that are being handed over leave, and then none.', { input: CampaignPauseInput })
  async campaignPause({ campaignId, expectedVersion }: CampaignPauseInput, { get }: Transaction) {
    const campaign = await get(Campaign, campaignId, expectedVersion);
    campaign.pause();
    return campaign;
  }

  @mutation(Campaign, 'campaign:launch', 'Lets a paused campaign go on.', { input: CampaignResumeInput })
  async campaignResume({ campaignId, expectedVersion }: CampaignResumeInput, transaction: Transaction) {
    const campaign = await transaction.get(Campaign, campaignId, expectedVersion);
    await resumeCampaign(campaign, transaction);
    return campaign;
  }

  @mutation(Campaign, 'campaign:pause', 'Stops a campaign for good: mails that are being handed over leave, and then none.', { input: CampaignStopInput })
  async campaignStop({ campaignId, expectedVersion }: CampaignStopInput, transaction: Transaction) {
    const campaign = await transaction.get(Campaign, campaignId, expectedVersion);
    await stopCampaign(campaign, transaction);
    return campaign;
  }

  @mutation(CampaignMember, 'campaign:launch', 'Mails somebody again whose mail failed or is uncertain. Of an uncertain one they may then get two.', { input: CampaignMemberSendAgainInput })
  campaignMemberSendAgain({ campaignMemberId }: CampaignMemberSendAgainInput, transaction: Transaction) {
    return sendAgain(campaignMemberId, transaction);
  }

  @subscription(Campaign, 'campaign:read', 'Changes of one campaign, the progress of sending among them.', { args: CampaignArgs })
  campaignChanged({ id }: CampaignArgs): StreamFilter {
    return { types: ['campaign.*'], about: [id] };
  }
}
