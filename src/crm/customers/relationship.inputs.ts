/** What can be said of relationships between customers. */
import { choice, day, expectedVersion, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Customer } from './customer.ts';
import { Relationship, RelationshipType } from './relationship.ts';

@input('What a customer is to another.')
export class CustomerRelateInput {
  @id(() => Customer, 'Which customer.')
  customerId!: string;

  @choice(RelationshipType, 'What they are: the customer is this of the other.')
  type!: RelationshipType;

  @id(() => Customer, 'To which other customer.')
  toCustomerId!: string;

  @text('Function or more exact words: `Head of purchasing`. Null: not said.', { optional: true })
  role?: string | null;

  @day('First day on which it held. Null: not known.', { optional: true })
  sinceOn?: string | null;

  @day('Last day on which it held. Null: it goes on.', { optional: true })
  untilOn?: string | null;
}

abstract class OneRelationship {
  @id(() => Relationship, 'Which relationship, from either side.')
  relationshipId!: string;
}

@input('Which relationship came to an end, and when.')
export class RelationshipEndInput extends OneRelationship {
  @day('Last day on which it held.')
  untilOn!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which relationship was entered by mistake.')
export class RelationshipRemoveInput extends OneRelationship {}
