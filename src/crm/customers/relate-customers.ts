import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { CustomerRelateInput, RelationshipEndInput, RelationshipRemoveInput } from './customer.inputs.ts';
import { Customer } from './customer.ts';
import { overlaps, Relationship } from './relationship.ts';

export async function relateCustomers({ customerId, type, toCustomerId, role = null, sinceOn = null, untilOn = null }: CustomerRelateInput, transaction: Transaction): Promise<Relationship> {
  if (customerId === toCustomerId) throw new Refusal('RELATED_TO_THEMSELVES', 'A customer is not related to themselves. Name another customer.', { field: ['toCustomerId'] });
  const [from, to] = await both(customerId, toCustomerId, transaction);
  const [relationship, reciprocal] = Relationship.between(from, type, to, { role, sinceOn, untilOn });
  const same = await transaction.all(Relationship, { from: customerId, type, to: toCustomerId });
  const earlier = same.find((other) => overlaps(relationship, other));
  if (earlier) {
    const since = earlier.sinceOn ? ` since ${earlier.sinceOn}` : '';
    const until = earlier.untilOn ? ` until ${earlier.untilOn}` : '';
    throw new Refusal('RELATIONSHIP_OVERLAPS', `They are related so${since}${until} already. End that relationship first, or give days that do not overlap.`);
  }
  transaction.add(relationship);
  transaction.add(reciprocal);
  for (const customer of [from, to]) announce(customer, 'customer.related');
  return relationship;
}

export async function endRelationship({ relationshipId, untilOn, expectedVersion }: RelationshipEndInput, transaction: Transaction): Promise<Relationship> {
  const relationship = await transaction.get(Relationship, relationshipId, expectedVersion);
  const customers = await both(relationship.from.id, relationship.to.id, transaction);
  for (const side of await transaction.all(Relationship, { pair: relationship.pair })) side.end(untilOn);
  for (const customer of customers) announce(customer, 'customer.relationshipEnded');
  return relationship;
}

export async function removeRelationship({ relationshipId }: RelationshipRemoveInput, transaction: Transaction): Promise<Customer> {
  const relationship = await transaction.get(Relationship, relationshipId);
  const customers = await both(relationship.from.id, relationship.to.id, transaction);
  (await transaction.all(Relationship, { pair: relationship.pair })).forEach(transaction.remove);
  for (const customer of customers) announce(customer, 'customer.relationshipRemoved');
  return customers[0];
}

/** Both customers, locked in order of id so that two who relate them at once wait instead of blocking each other. */
async function both(fromId: string, toId: string, { get }: Transaction): Promise<[Customer, Customer]> {
  const lower = await get(Customer, fromId < toId ? fromId : toId);
  const higher = await get(Customer, fromId < toId ? toId : fromId);
  return lower.id === fromId ? [lower, higher] : [higher, lower];
}
