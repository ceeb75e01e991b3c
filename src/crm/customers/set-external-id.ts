/** Sets the id of a customer in another system. That no other has it is left to the unique constraint: they may be out of the actor's reach. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { ExternalIdSetInput } from './customer.inputs.ts';
import { Customer } from './customer.ts';
import { ExternalId, systemName } from './external-id.ts';

const MOST = 50;

export async function setExternalId(input: ExternalIdSetInput, { get, all, add, remove }: Transaction): Promise<Customer> {
  const system = systemName(input.system);
  const customer = await get(Customer, input.customerId);
  const ids = await all(ExternalId, { customer: customer.id });
  const present = ids.find((id) => id.system === system);
  if (input.value == null) {
    if (!present) return customer;
    remove(present);
    announce(customer, 'customer.externalIdRemoved');
    return customer;
  }
  if (present?.value === input.value) return customer;
  if (!present && ids.length >= MOST) throw new Refusal('TOO_MANY_EXTERNAL_IDS', `A customer has ids in at most ${MOST} systems.`);
  Object.assign(present ?? add(Object.assign(new ExternalId(), { customer, system })), { value: input.value });
  announce(customer, 'customer.externalIdSet');
  return customer;
}
