/** Looks customers up as people speak of them: what is asked for is first brought into the form in which it is stored. */
import type { Context } from '../../kernel/context.ts';
import { fieldsIn, type Page, type PageArgs } from '../../kernel/pages.ts';
import type { Predicate } from '../../kernel/predicates.ts';
import { Hidden } from '../../kernel/refusal.ts';
import { ContactPoint, normalForm } from './contact-point.ts';
import type { ContactPointLookup } from './contact-point.inputs.ts';
import { CustomerTag } from './customer-tag.ts';
import { Customer } from './customer.ts';
import type { CustomersArgs } from './customer.inputs.ts';
import { ExternalId, systemName } from './external-id.ts';
import { homeCountryFor } from './home-country.ts';
import { nameKey } from './name-key.ts';

export function lookUpCustomers(args: CustomersArgs & PageArgs, context: Context): PromiseLike<Page<Customer>> {
  const { named, reachedAt, externalId, tagged, filter } = args;
  const conditions: Predicate[] = (tagged ?? []).map((tag) => partOf(CustomerTag, { key: CustomerTag.keyOf(tag) }));
  if (named) conditions.push({ field: 'nameKey', is: 'startsWith', value: nameKey(named) });
  if (externalId) conditions.push(partOf(ExternalId, { system: systemName(externalId.system), value: externalId.value }));
  if (!fieldsIn(filter).includes('archivedAt')) conditions.push({ field: 'archivedAt', is: 'eq', value: null });
  const those = (further: readonly Predicate[]) => context.page(Customer, args, { all: [...conditions, ...further] });
  return reachedAt ? reached(reachedAt, context).then((way) => those([way])) : those([]);
}

async function reached({ kind, value }: ContactPointLookup, context: Context): Promise<Predicate> {
  // Finding somebody by an address tells that it is theirs.
  if (context.actor.hidden.has('ContactPoint.value')) throw new Hidden('ContactPoint.value');
  const { key } = normalForm(kind, value, await homeCountryFor([{ kind, value }], context));
  return partOf(ContactPoint, { kind, key });
}

function partOf(model: typeof CustomerTag | typeof ContactPoint | typeof ExternalId, values: Readonly<Record<string, string>>): Predicate {
  return { some: model, by: 'customer', where: { all: Object.entries(values).map(([field, value]) => ({ field, is: 'eq', value })) } };
}
