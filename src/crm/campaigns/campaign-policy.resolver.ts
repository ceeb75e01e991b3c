/** Operations on how an organisation mails. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, optional, query } from '../../kernel/operations.ts';
import { CampaignPolicySetInput } from './campaign-policy.inputs.ts';
import { CampaignPolicy } from './campaign-policy.ts';

export class CampaignPolicyResolver {
  @query(optional(CampaignPolicy), 'campaign:read', 'How often and how fast the organisation mails. Null: as it comes, with at most 3 mails in 7 days, 300 a minute and 2 connections to a domain.')
  campaignPolicy(_: object, { find, actor }: Context) {
    return find(CampaignPolicy, CampaignPolicy.idIn(actor.tenant));
  }

  @mutation(CampaignPolicy, 'campaignPolicy:set', 'Says how often and how fast the organisation mails; it holds for the next mail of every campaign, the pace for the next that begins or goes on.', { input: CampaignPolicySetInput })
  async campaignPolicySet(input: CampaignPolicySetInput, { all, get, add, actor }: Transaction) {
    const [found] = await all(CampaignPolicy, {});
    const policy = found ? await get(CampaignPolicy, found.id) : add(CampaignPolicy.begin(actor.tenant));
    policy.set(input);
    return policy;
  }
}
