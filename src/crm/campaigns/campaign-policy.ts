/** How an organisation mails: how often anybody may get a campaign, and how fast mails go to the servers of one domain. */
import { Entity } from '../../kernel/entity.ts';
import type { Context } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { number } from '../../kernel/fields.ts';
import { idInOrganization } from '../../kernel/ids.ts';
import { model } from '../../kernel/model.ts';

export interface CampaignPolicyDetails {
  readonly mostMails?: number | null | undefined;
  readonly perDays?: number | null | undefined;
  readonly domainPerMinute?: number | null | undefined;
  readonly domainConnections?: number | null | undefined;
}

@model('How an organisation mails: how often, and how fast.', {
  prefix: 'cpo', read: 'campaign:read', unique: { campaign_policy_once: ['CAMPAIGN_POLICY_BEING_SET', 'It was being set at the same moment.'] },
})
export class CampaignPolicy extends Entity {
  @number('Most mails of campaigns that a customer gets within `perDays`.')
  mostMails = 3;

  @number('Within how many days they are counted.')
  perDays = 7;

  @number('Most mails a minute to the addresses of one domain, of all campaigns together.')
  domainPerMinute = 300;

  @number('Most connections at a time by which the mails of a campaign go to one domain.')
  domainConnections = 2;

  static idIn(organizationId: string): string {
    return idInOrganization(organizationId, '3');
  }

  static begin(organizationId: string): CampaignPolicy {
    const policy = Object.assign(new CampaignPolicy(), { id: CampaignPolicy.idIn(organizationId) });
    announce(policy, 'campaignPolicy.set');
    return policy;
  }

  set(details: CampaignPolicyDetails): void {
    for (const [field, value] of Object.entries(details)) if (value != null) Object.assign(this, { [field]: value });
    announce(this, 'campaignPolicy.set');
  }
}

/** What holds where nobody has set anything. */
export async function policyOf({ all }: Pick<Context, 'all'>): Promise<CampaignPolicy> {
  const [policy] = await all(CampaignPolicy, {});
  return policy ?? new CampaignPolicy();
}
