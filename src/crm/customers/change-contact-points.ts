/**
 * What is done to the contact points of a customer. Each step opens the whole address book with the customer locked:
 * of two changes at a time each could keep the rules, and both together break them.
 */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { AddressBook } from './address-book.ts';
import { ContactPoint } from './contact-point.ts';
import type { ContactPointAddInput, ContactPointMakePrimaryInput, ContactPointMarkDeliverableInput, ContactPointRemoveInput, ContactPointUpdateInput } from './contact-point.inputs.ts';
import { Customer } from './customer.ts';
import { homeCountryFor } from './home-country.ts';

export async function addContactPoint({ customerId, kind, value, label, primary }: ContactPointAddInput, transaction: Transaction): Promise<ContactPoint> {
  const { customer, book } = await openAddressBook(customerId, transaction);
  const point = transaction.add(book.add(ContactPoint.create(customer, kind, value, await homeCountryFor([{ kind, value }], transaction))));
  point.label = label ?? null;
  if (primary) book.makePrimary(point);
  announce(customer, 'customer.contactPointAdded');
  return point;
}

export async function updateContactPoint({ contactPointId, expectedVersion, value, label }: ContactPointUpdateInput, transaction: Transaction): Promise<ContactPoint> {
  const point = await transaction.get(ContactPoint, contactPointId, expectedVersion);
  const { customer, book } = await openAddressBook(point.customer.id, transaction);
  if (value) book.rewrite(point, value, await homeCountryFor([{ kind: point.kind, value }], transaction));
  if (label !== undefined) point.label = label;
  customer.knowBy(book.first);
  announce(customer, 'customer.contactPointUpdated');
  return point;
}

export async function makeContactPointPrimary({ contactPointId }: ContactPointMakePrimaryInput, transaction: Transaction): Promise<ContactPoint> {
  const point = await transaction.get(ContactPoint, contactPointId);
  const { customer, book } = await openAddressBook(point.customer.id, transaction);
  if (point.primary) return point;
  book.makePrimary(point);
  announce(customer, 'customer.contactPointUpdated');
  return point;
}

export async function markContactPointDeliverable({ contactPointId }: ContactPointMarkDeliverableInput, transaction: Transaction): Promise<ContactPoint> {
  const point = await transaction.get(ContactPoint, contactPointId);
  if (point.undeliverableAt === null) throw new Refusal('CONTACT_POINT_DELIVERABLE', 'As far as is known, what is sent to this address arrives.');
  const customer = await transaction.get(Customer, point.customer.id);
  point.markDeliverable();
  announce(customer, 'customer.contactPointMarkedDeliverable');
  return point;
}

export async function removeContactPoint({ contactPointId }: ContactPointRemoveInput, transaction: Transaction): Promise<Customer> {
  const point = await transaction.get(ContactPoint, contactPointId);
  const { customer, book } = await openAddressBook(point.customer.id, transaction);
  book.remove(point);
  transaction.remove(point);
  customer.knowBy(book.first);
  announce(customer, 'customer.contactPointRemoved');
  return customer;
}

async function openAddressBook(customerId: string, { get, all }: Transaction): Promise<{ customer: Customer; book: AddressBook }> {
  const customer = await get(Customer, customerId);
  return { customer, book: new AddressBook(await all(ContactPoint, { customer: customerId })) };
}
