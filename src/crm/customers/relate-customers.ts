/** What is done to the relationship of two customers: always on both sides, and told of both. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from './customer.ts';
import type { CustomerRelateInput, RelationshipEndInput, RelationshipRemoveInput } from './relationship.inputs.ts';
import { overlaps, Relationship } from './relationship.ts';

export async function relateCustomers(input: CustomerRelateInput, transaction: Transaction): Promise<Relationship> {
  const { customerId, type, toCustomerId, role = null, sinceOn = null, untilOn = null } = input;
  if (customerId === toCustomerId) throw new Refusal('RELATED_TO_THEMSELVES', 'A customer is not related to themselves. Name another customer.', { field: ['toCustomerId'] });
  const [from, to] = await both(customerId, toCustomerId, transaction);
  const [relationship, reciprocal] = Relationship.between(from, type, to, { role, sinceOn, untilOn });
  await refuseOverlap(relationship, transaction);
  transaction.add(relationship);
  transaction.add(reciprocal);
  for (const customer of [from, to]) announce(customer, 'customer.related');
  return relationship;
}

export async function endRelationship({ relationshipId, untilOn, expectedVersion }: RelationshipEndInput, transaction: Transaction): Promise<Relationship> {
  const relationship = await transaction.get(Relationship, relationshipId, expectedVersion);
  const customers = await both(relationship.from.id, relationship.to.id, transaction);
  for (const side of await transaction.all(Relationship, { pair: relationship.pair })) side.end(untilOn);
  await refuseOverlap(relationship, transaction);
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

/** Locked in order of id, so that two who relate them at once wait for each other instead of blocking each other. */
async function both(fromId: string, toId: string, { get }: Transaction): Promise<[Customer, Customer]> {
  const lower = await get(Customer, fromId < toId ? fromId : toId);
  const higher = await get(Customer, fromId < toId ? toId : fromId);
  return lower.id === fromId ? [lower, higher] : [higher, lower];
}

async function refuseOverlap(relationship: Relationship, { all }: Transaction): Promise<void> {
  const { from, type, to } = relationship;
  const same = await all(Relationship, { from: from.id, type, to: to.id });
  const other = same.find((other) => other !== relationship && overlaps(other, relationship));
  if (!other) return;
  const since = other.sinceOn ? ` since ${other.sinceOn}` : '';
  const until = other.untilOn ? ` until ${other.untilOn}` : '';
  throw new Refusal('RELATIONSHIP_OVERLAPS', `They are related so${since}${until} already. End that relationship first, or give days that do not overlap.`);
}
