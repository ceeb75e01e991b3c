/** How a customer begins: with contact points and tags; without a name they are known by the first of their addresses. */
import { reaches, type Actor } from '../../kernel/actor.ts';
import type { Transaction } from '../../kernel/context.ts';
import { each } from '../../kernel/refusal.ts';
import { AddressBook } from './address-book.ts';
import { ContactPoint } from './contact-point.ts';
import { Customer, type CustomerDetails } from './customer.ts';
import type { CustomerCreateInput } from './customer.inputs.ts';
import { CustomerTag } from './customer-tag.ts';
import { findAssignees } from './find-assignees.ts';
import { homeCountryFor } from './home-country.ts';

export async function createCustomer(
  { kind, contactPoints, tags, ownerId, teamId, ...details }: CustomerCreateInput, transaction: Transaction,
): Promise<Customer> {
  const { actor, add } = transaction;
  const country = await homeCountryFor(contactPoints ?? [], transaction);
  const assignees = keptInSight(await findAssignees({ ownerId, teamId }, transaction), actor);
  const customer = add(Customer.create(kind, { ...details, ...assignees }));
  const book = new AddressBook();
  each('contactPoints', contactPoints ?? [], (given) => {
    const point = add(book.add(ContactPoint.create(customer, given.kind, given.value, country)));
    point.label = given.label ?? null;
  });
  customer.knowBy(book.first);
  CustomerTag.missing(customer, tags ?? [], []).forEach(add);
  return customer;
}

/** Who would lose sight of what they create, having named no owner, becomes its owner. */
function keptInSight(assignees: Pick<CustomerDetails, 'owner' | 'team'>, actor: Actor): Pick<CustomerDetails, 'owner' | 'team'> {
  const { owner, team } = assignees;
  const seen = reaches(actor, { owners: owner ? [owner.id] : [], teams: team ? [team.id] : [] });
  return owner || seen || actor.kind !== 'USER' ? assignees : { ...assignees, owner: { id: actor.id } };
}
