/** What opportunities do after changes were committed. */
import type { Reaction } from '../../kernel/work.ts';
import { Customer } from '../customers/customer.ts';
import { Opportunity } from './opportunity.ts';

/** Winning makes a client of the customer at once where the winner reaches them; where not, Rapport does it here. */
const makeClient: Reaction = {
  name: 'opportunities.makeClient',
  on: ['opportunity.won'],
  async run({ subject }, { step }) {
    await step(async ({ find }) => {
      const opportunity = await find(Opportunity, subject);
      if (opportunity?.status !== 'WON') return;
      (await find(Customer, opportunity.customer.id))?.becomeClient();
    });
  },
};

export const reactions: readonly Reaction[] = [makeClient];
