/** Operations on contact points. They need the permission to change the customer: a contact point is a part of one. */
import type { Transaction } from '../../kernel/context.ts';
import { mutation } from '../../kernel/operations.ts';
import { addContactPoint, makeContactPointPrimary, markContactPointDeliverable, removeContactPoint, updateContactPoint } from './change-contact-points.ts';
import { ContactPoint } from './contact-point.ts';
import { ContactPointAddInput, ContactPointMakePrimaryInput, ContactPointMarkDeliverableInput, ContactPointRemoveInput, ContactPointUpdateInput } from './contact-point.inputs.ts';
import { Customer } from './customer.ts';

export class ContactPointResolver {
  @mutation(ContactPoint, 'customer:update', 'Adds a way to reach a customer. The first of its kind is primary.', { input: ContactPointAddInput })
  contactPointAdd(input: ContactPointAddInput, transaction: Transaction) {
    return addContactPoint(input, transaction);
  }

  @mutation(ContactPoint, 'customer:update', 'Corrects an address or what it is for.', { input: ContactPointUpdateInput })
  contactPointUpdate(input: ContactPointUpdateInput, transaction: Transaction) {
    return updateContactPoint(input, transaction);
  }

  @mutation(ContactPoint, 'customer:update', 'Makes a contact point the one to use first of its kind, in the place of the one that was.', { input: ContactPointMakePrimaryInput })
  contactPointMakePrimary(input: ContactPointMakePrimaryInput, transaction: Transaction) {
    return makeContactPointPrimary(input, transaction);
  }

  @mutation(ContactPoint, 'customer:update', 'Says that an address works again at which nothing arrived: messages are sent to it as before.', { input: ContactPointMarkDeliverableInput })
  contactPointMarkDeliverable(input: ContactPointMarkDeliverableInput, transaction: Transaction) {
    return markContactPointDeliverable(input, transaction);
  }

  @mutation(Customer, 'customer:update', 'Removes a way to reach a customer. After a primary one, the next of its kind is primary.', { input: ContactPointRemoveInput })
  contactPointRemove(input: ContactPointRemoveInput, transaction: Transaction) {
    return removeContactPoint(input, transaction);
  }
}
