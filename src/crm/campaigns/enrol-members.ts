/**
 * Enrols the next of a campaign's audience: each customer gets a row of the ledger, as who is mailed, held out, or excluded
 * and why. Excluded is decided before the lot is drawn, so that those held out could all have been mailed.
 */
import type { Transaction } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/ids.ts';
import { modelOf } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { audienceOf, nextOf } from './audience.ts';
import { CampaignMember } from './campaign-member.ts';
import { CampaignVariant } from './campaign-variant.ts';
import type { Campaign } from './campaign.ts';
import { judge, type Verdict } from './eligibility.ts';
import { assign, placeOf } from './hold-out.ts';

const BATCH = 500;

/** Answers how many were enrolled; the campaign knows whether there are more. */
export async function enrolNext(campaign: Campaign, transaction: Transaction): Promise<number> {
  const { all, add, now } = transaction;
  const audience = await audienceOf(campaign, transaction);
  const customers = audience ? await nextOf(audience, campaign.enrolledTo, BATCH, transaction) : [];
  const verdicts = await judge(customers, transaction);
  const taken = await addressesTaken(campaign, [...verdicts.values()], transaction);
  const variants = await all(CampaignVariant, { campaign: campaign.id });
  for (const customer of customers) {
    add(memberOf(campaign, customer, onlyOnce(verdicts.get(customer.id) ?? { excluded: 'NO_ADDRESS' }, taken), variants, now()));
  }
  campaign.enrolledTo = customers.at(-1)?.id ?? campaign.enrolledTo;
  campaign.enrolled = customers.length < BATCH;
  campaign.progress();
  return customers.length;
}

function memberOf(campaign: Campaign, customer: Customer, verdict: Verdict, variants: readonly CampaignVariant[], at: Date): CampaignMember {
  const facts = { campaign, customer, dueAt: at };
  if ('excluded' in verdict) return CampaignMember.enrol({ ...facts, status: 'EXCLUDED', exclusion: verdict.excluded });
  const { address, key: addressKey, domain } = verdict;
  const assigned = assign(placeOf(campaign.seed, encodeId(modelOf(Customer), customer.id)), campaign.holdOutPercent, variants);
  if (assigned === 'HELD_OUT') return CampaignMember.enrol({ ...facts, status: 'HELD_OUT', address, addressKey, domain });
  return CampaignMember.enrol({ ...facts, status: 'QUEUED', variant: assigned, address, addressKey, domain });
}

/** Families and offices share addresses, and get one mail. */
function onlyOnce(verdict: Verdict, taken: Set<string>): Verdict {
  if ('excluded' in verdict) return verdict;
  if (taken.has(verdict.key)) return { excluded: 'DUPLICATE_ADDRESS' };
  taken.add(verdict.key);
  return verdict;
}

async function addressesTaken(campaign: Campaign, verdicts: readonly Verdict[], { all }: Transaction): Promise<Set<string>> {
  const keys = verdicts.flatMap((verdict) => ('excluded' in verdict ? [] : [verdict.key]));
  const members = keys.length > 0 ? await all(CampaignMember, { campaign: campaign.id, addressKey: keys }, BATCH) : [];
  return new Set(members.flatMap(({ addressKey }) => addressKey ?? []));
}
