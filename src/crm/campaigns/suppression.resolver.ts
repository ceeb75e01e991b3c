/** Operations on the list of addresses that no campaign writes to. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { mutation, pageOf, query } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ANY } from '../../kernel/predicates.ts';
import { Hidden } from '../../kernel/refusal.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { suppressAddress } from './suppress-address.ts';
import { SuppressionAddInput, SuppressionRemoval, SuppressionRemoveInput, SuppressionsArgs } from './suppression.inputs.ts';
import { Suppression } from './suppression.ts';

export class SuppressionResolver {
  @query(pageOf(Suppression), 'suppression:read', 'Addresses that no campaign writes to.', { args: SuppressionsArgs })
  suppressions(args: SuppressionsArgs & PageArgs, { page, actor }: Context) {
    // Finding an address tells that it is there.
    if (args.address && actor.hidden.has('Suppression.address')) throw new Hidden('Suppression.address');
    return page(Suppression, args, args.address ? { field: 'key', is: 'eq', value: emailKey(args.address.trim()) } : ANY);
  }

  @mutation(Suppression, 'suppression:add', 'Takes an address off all campaigns, those that are being sent among them. One that is on the list already stays, with the reason and the note that are given now; but what its reader asked for is replaced by no other reason.', { input: SuppressionAddInput })
  async suppressionAdd({ address, reason, note = null }: SuppressionAddInput, transaction: Transaction) {
    return suppressAddress(address, { reason: reason ?? 'UNSUBSCRIBED', source: 'PERSON', note }, transaction);
  }

  @mutation(SuppressionRemoval, 'suppression:remove', 'Lets campaigns write to an address again. Do it only when its reader asks for it.', { input: SuppressionRemoveInput })
  async suppressionRemove({ suppressionId }: SuppressionRemoveInput, { get, remove }: Transaction) {
    const suppression = await get(Suppression, suppressionId);
    suppression.lift();
    remove(suppression);
    return Object.assign(new SuppressionRemoval(), { removed: true });
  }
}
