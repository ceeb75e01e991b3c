/** Puts an address on the list, once. */
import type { Transaction } from '../../kernel/context.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { Suppression } from './suppression.ts';

export async function suppressAddress(address: string, facts: Parameters<typeof Suppression.add>[1], { all, add }: Transaction): Promise<Suppression> {
  const [known] = await all(Suppression, { key: emailKey(address) });
  if (!known) return add(Suppression.add(address, facts));
  if (facts.source !== 'DELIVERY') known.become(facts);
  return known;
}
