import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Organization } from '../identity/organization.ts';
import { ContactPoint } from './contact-point.ts';
import { Customer } from './customer.ts';
import type { CustomerCreateInput } from './customer.inputs.ts';

/** A customer with contact points; without a name they are known by the first of these. */
export async function createCustomer(input: CustomerCreateInput, { get, add, actor }: Transaction): Promise<Customer> {
  const points = input.contactPoints ?? [];
  const knownBy = points[0]?.value ?? '';
  const customer = add(Customer.create(input.kind, input.details(), knownBy));
  if (customer.name === '') {
    throw new Refusal('NAME_REQUIRED', 'Give a name, or at least one way to reach them.', {
      field: [input.kind === 'PERSON' ? 'familyName' : 'organizationName'],
    });
  }
  if (input.tags?.length) customer.tag(input.tags);
  const { country } = await get(Organization, actor.tenant);
  for (const { kind, value, label } of points) {
    const point = add(ContactPoint.create(customer, kind, value, country));
    point.label = label ?? null;
    point.primary = points.find((first) => first.kind === kind)?.value === value;
  }
  return customer;
}
