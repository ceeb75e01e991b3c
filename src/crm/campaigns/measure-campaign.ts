/**
 * Counts what became of an audience. Groups are compared as the lot made them: who was excluded or could not be reached
 * afterwards stays in the group, since leaving them out of one and not of the other would make the groups unlike.
 */
import type { Context } from '../../kernel/context.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { MeasuredDifference, MeasuredProportion } from '../../kernel/values/measured.ts';
import { Opportunity } from '../opportunities/opportunity.ts';
import { CampaignMember, type CampaignMemberStatus, type ExclusionReason } from './campaign-member.ts';
import { endOfPeriod } from './campaign-period.ts';
import { CampaignGroupResults, CampaignResults, CampaignVariantResults, ExclusionCount } from './campaign-results.ts';
import { CampaignVariant, MOST_VARIANTS } from './campaign-variant.ts';
import type { Campaign } from './campaign.ts';

/** Counts by variant; those held out under null. */
type Counts = ReadonlyMap<string | null, number>;

export async function measureCampaign(campaign: Campaign, { all, tally, now }: Context): Promise<CampaignResults> {
  const { id, startedAt } = campaign;
  const end = endOfPeriod(campaign);
  const until = end !== null && end < now() ? end : now();
  const own: Predicate = { field: 'campaign', is: 'eq', value: id };
  const lot: Predicate = { any: [{ not: { field: 'variant', is: 'eq', value: null } }, { field: 'status', is: 'eq', value: 'HELD_OUT' }] };
  const count = async (...where: Predicate[]): Promise<Counts> => new Map(
    (await tally(CampaignMember, { by: ['variant'], where: { all: [own, lot, ...where] } })).map(({ of, count: found }) => [of['variant'] as string | null, found]),
  );
  const happened = (field: keyof CampaignMember): Predicate => ({ not: { field, is: 'eq', value: null } });
  const stands = (status: CampaignMemberStatus): Predicate => ({ field: 'status', is: 'eq', value: status });
  const opportunity = (field: keyof Opportunity): Predicate => (startedAt === null ? { any: [] } : { through: 'customer', where: { some: Opportunity, by: 'customer', where: { all: [
    { field, is: 'gte', value: startedAt }, { field, is: 'lte', value: until },
  ] } } });

  const [variants, reasons, members, queued, sending, cancelled, excluded, uncertain, failed, sent, bounced, unsubscribed, replied, opened, won] = await Promise.all([
    all(CampaignVariant, { campaign: id }, MOST_VARIANTS),
    tally(CampaignMember, { by: ['exclusion'], where: own }),
    count(), count(stands('QUEUED')), count(stands('SENDING')), count(stands('CANCELLED')), count(stands('EXCLUDED')), count(stands('UNCERTAIN')), count(stands('FAILED')), count(happened('sentAt')),
    count(happened('sentAt'), happened('bouncedAt')), count(happened('sentAt'), happened('unsubscribedAt')), count(happened('sentAt'), happened('repliedAt')),
    count(opportunity('createdAt')), count(opportunity('wonAt')),
  ]);

  const group = (key: string | null): Pick<CampaignGroupResults, 'members' | 'opened' | 'won'> => {
    const size = members.get(key) ?? 0;
    return { members: size, opened: MeasuredProportion.of(opened.get(key) ?? 0, size), won: MeasuredProportion.of(won.get(key) ?? 0, size) };
  };
  const holdOut = Object.assign(new CampaignGroupResults(), group(null));
  return Object.assign(new CampaignResults(), {
    fromAt: startedAt, untilAt: until, holdOut,
    enrolled: reasons.reduce((sum, { count: found }) => sum + found, 0),
    exclusions: reasons.filter(({ of }) => of['exclusion'] !== null).toSorted((a, b) => b.count - a.count)
      .map(({ of, count: found }) => Object.assign(new ExclusionCount(), { reason: of['exclusion'] as ExclusionReason, count: found })),
    variants: variants.map((variant) => {
      const of = (counts: Counts): number => counts.get(variant.id) ?? 0;
      const theirs = group(variant.id);
      return Object.assign(new CampaignVariantResults(), theirs, {
        variant, queued: of(queued), sending: of(sending), cancelled: of(cancelled), excluded: of(excluded), uncertain: of(uncertain),
        sent: MeasuredProportion.of(of(sent), theirs.members), failed: MeasuredProportion.of(of(failed), theirs.members),
        bounced: MeasuredProportion.of(of(bounced), of(sent)), unsubscribed: MeasuredProportion.of(of(unsubscribed), of(sent)), replied: MeasuredProportion.of(of(replied), of(sent)),
        openedDifference: MeasuredDifference.between(theirs.opened, holdOut.opened), wonDifference: MeasuredDifference.between(theirs.won, holdOut.won),
      });
    }),
  });
}
