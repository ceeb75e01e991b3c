/**
 * Puts an address on the list, once, and keeps whose wish it was: of who followed the link of a mail it is known at once;
 * when a user says so it goes for all who have the address then, also those whom the user does not reach.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import type { Reaction } from '../../kernel/work.ts';
import { ContactPoint } from '../customers/contact-point.ts';
import type { Customer } from '../customers/customer.ts';
import type { CampaignMember } from './campaign-member.ts';
import { OptOut } from './opt-out.ts';
import { OWN_WISH, Suppression } from './suppression.ts';

const MOST = 200;

type Facts = Omit<Parameters<typeof Suppression.add>[1], 'member'> & { readonly member?: CampaignMember };

export async function suppressAddress(address: string, facts: Facts, transaction: Transaction): Promise<Suppression> {
  const { all, add } = transaction;
  const [known] = await all(Suppression, { key: emailKey(address) });
  known?.become(facts);
  const suppression = known ?? add(Suppression.add(address, facts));
  if (facts.member && OWN_WISH.has(facts.reason)) await believe(suppression, [facts.member.customer], transaction);
  return suppression;
}

export const keepOptOuts: Reaction = {
  name: 'campaigns.keepOptOuts',
  on: ['suppression.added', 'suppression.updated'],
  run: ({ subject }, work) => work.step(async (transaction) => {
    const suppression = await transaction.find(Suppression, subject);
    if (!suppression || suppression.member || !OWN_WISH.has(suppression.reason)) return;
    const points = await transaction.all(ContactPoint, { kind: 'EMAIL', key: suppression.key }, MOST);
    await believe(suppression, points.map(({ customer }) => customer), transaction);
  }),
};

async function believe(suppression: Suppression, customers: readonly Ref<Customer>[], { all, add }: Transaction): Promise<void> {
  const known = new Set((await all(OptOut, { suppression: suppression.id, customer: customers.map(({ id }) => ({ id })) }, MOST)).map(({ customer }) => customer.id));
  for (const customer of customers) {
    if (known.has(customer.id)) continue;
    known.add(customer.id);
    add(OptOut.of(suppression, customer));
  }
}
