/** Gives tags to a customer and takes them away; where nothing changes, nothing is told. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import type { CustomerTagInput, CustomerUntagInput } from './customer.inputs.ts';
import { CustomerTag } from './customer-tag.ts';
import { Customer } from './customer.ts';

export async function tagCustomer({ customerId, tags }: CustomerTagInput, { get, all, add }: Transaction): Promise<Customer> {
  const customer = await get(Customer, customerId);
  const missing = CustomerTag.missing(customer, tags, await all(CustomerTag, { customer: customerId }));
  missing.forEach(add);
  if (missing.length > 0) announce(customer, 'customer.tagged');
  return customer;
}

export async function untagCustomer({ customerId, tags }: CustomerUntagInput, { get, all, remove }: Transaction): Promise<Customer> {
  const customer = await get(Customer, customerId);
  const borne = await all(CustomerTag, { customer: customerId, key: tags.map(CustomerTag.keyOf) });
  borne.forEach(remove);
  if (borne.length > 0) announce(customer, 'customer.untagged');
  return customer;
}
