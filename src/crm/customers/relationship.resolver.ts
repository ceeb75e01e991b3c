/** Operations on relationships. Whoever relates two customers, or parts them, changes both and must reach both. */
import type { Transaction } from '../../kernel/context.ts';
import { mutation } from '../../kernel/operations.ts';
import { Customer } from './customer.ts';
import { endRelationship, relateCustomers, removeRelationship } from './relate-customers.ts';
import { CustomerRelateInput, RelationshipEndInput, RelationshipRemoveInput } from './relationship.inputs.ts';
import { Relationship } from './relationship.ts';

export class RelationshipResolver {
  @mutation(Relationship, 'customer:update', 'Says what a customer is, or was, to another. You need to reach both.', { input: CustomerRelateInput })
  customerRelate(input: CustomerRelateInput, transaction: Transaction) {
    return relateCustomers(input, transaction);
  }

  @mutation(Relationship, 'customer:update', 'Says until when a relationship held, on both sides. You need to reach both customers.', { input: RelationshipEndInput })
  relationshipEnd(input: RelationshipEndInput, transaction: Transaction) {
    return endRelationship(input, transaction);
  }

  @mutation(Customer, 'customer:update', 'Removes a relationship that never held, on both sides. You need to reach both customers.', { input: RelationshipRemoveInput })
  relationshipRemove(input: RelationshipRemoveInput, transaction: Transaction) {
    return removeRelationship(input, transaction);
  }
}
