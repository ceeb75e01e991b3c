/** Looks an audience over as it would be enrolled now, by the very rules of enrolment. What the asker does not reach is not in it. */
import type { Context } from '../../kernel/context.ts';
import { Customer } from '../customers/customer.ts';
import { AudienceExample, AudiencePreview, EXAMPLES_EACH } from './audience-preview.ts';
import { audienceOf, nextOf } from './audience.ts';
import type { ExclusionReason } from './campaign-member.ts';
import { ExclusionCount } from './campaign-results.ts';
import type { Campaign } from './campaign.ts';
import { judge } from './eligibility.ts';

/** More would keep a query busy for seconds. */
const MOST_EXAMINED = 20_000;
const BATCH = 1000;

export async function previewAudience(campaign: Campaign, context: Context): Promise<AudiencePreview | null> {
  const audience = await audienceOf(campaign, context);
  if (audience === null) return null;
  const [whole] = await context.tally(Customer, { by: [], where: audience });
  const counts = new Map<ExclusionReason | null, number>();
  const examples: AudienceExample[] = [];
  const keys = new Set<string>();
  let last: string | null = null;
  let examined = 0;
  for (let more = true; more && examined < MOST_EXAMINED;) {
    const customers: Customer[] = await nextOf(audience, last, BATCH, context);
    const verdicts = await judge(customers, context);
    for (const customer of customers) {
      const verdict = verdicts.get(customer.id) ?? { excluded: 'NO_ADDRESS' as const };
      const exclusion = 'excluded' in verdict ? verdict.excluded : keys.has(verdict.key) ? 'DUPLICATE_ADDRESS' : null;
      if (!('excluded' in verdict)) keys.add(verdict.key);
      const count = (counts.get(exclusion) ?? 0) + 1;
      counts.set(exclusion, count);
      if (count <= EXAMPLES_EACH) examples.push(Object.assign(new AudienceExample(), { customer, exclusion }));
    }
    last = customers.at(-1)?.id ?? last;
    examined += customers.length;
    more = customers.length === BATCH;
  }
  const size = whole?.count ?? 0;
  return Object.assign(new AudiencePreview(), {
    size, examined, complete: examined >= size, examples, mailable: counts.get(null) ?? 0,
    exclusions: [...counts].flatMap(([reason, count]) => (reason === null ? [] : [Object.assign(new ExclusionCount(), { reason, count })])).toSorted((a, b) => b.count - a.count),
  });
}
