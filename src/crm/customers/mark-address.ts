/** What mail servers tell of an address goes for every customer who has it: nothing arrives there, or something did come from there. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { ContactPoint } from './contact-point.ts';
import { Customer } from './customer.ts';

const MOST = 200;

/** `key`: of an e-mail address, as `ContactPoint.key`. */
export async function markAddressUndeliverable(key: string, reason: string, transaction: Transaction): Promise<void> {
  const { all, get, now } = transaction;
  for (const point of await all(ContactPoint, { kind: 'EMAIL', key }, MOST)) {
    if (point.undeliverableAt !== null) continue;
    const customer = await get(Customer, point.customer.id);
    point.markUndeliverable(reason, now());
    announce(customer, 'customer.contactPointMarkedUndeliverable');
  }
}

/** A person wrote from it. */
export async function markAddressDeliverable(key: string, { all, get }: Transaction): Promise<void> {
  for (const point of await all(ContactPoint, { kind: 'EMAIL', key }, MOST)) {
    if (point.undeliverableAt === null) continue;
    const customer = await get(Customer, point.customer.id);
    point.markDeliverable();
    announce(customer, 'customer.contactPointMarkedDeliverable');
  }
}
