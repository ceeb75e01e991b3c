/**
 * Relationships between customers. Two customers in relation are two rows, one from each side, so that either shows
 * it as one list that can be paged, filtered by type and reached like the customer it is a part of.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, day, id, text, type Ref } from '../../kernel/fields.ts';
import { newId } from '../../kernel/ids.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from './customer.ts';

export const RelationshipType = choices('RelationshipType', 'What one customer is to another. May grow.', {
  EMPLOYEE_OF: 'Works for them.',
  EMPLOYER_OF: 'They work for this one.',
  MEMBER_OF: 'Belongs to them: a club, a household, a buying group.',
  MADE_UP_OF: 'They are a member of this one.',
  SUBSIDIARY_OF: 'Is owned by them.',
  OWNER_OF: 'Owns them.',
  PARENT_OF: 'Is their mother or father, or has custody of them.',
  CHILD_OF: 'Is their child.',
  REFERRED_BY: 'Came to us through them.',
  REFERRER_OF: 'Brought them to us.',
  SPOUSE_OF: 'Is married to them.',
  PARTNER_OF: 'Is their partner, in business or in life.',
  RELATED_TO: 'Has to do with them in another way, which `role` tells.',
});
export type RelationshipType = Choice<typeof RelationshipType>;

/** The same relationship as seen from the other side. */
export const RECIPROCAL: Readonly<Record<RelationshipType, RelationshipType>> = {
  EMPLOYEE_OF: 'EMPLOYER_OF', EMPLOYER_OF: 'EMPLOYEE_OF',
  MEMBER_OF: 'MADE_UP_OF', MADE_UP_OF: 'MEMBER_OF',
  SUBSIDIARY_OF: 'OWNER_OF', OWNER_OF: 'SUBSIDIARY_OF',
  PARENT_OF: 'CHILD_OF', CHILD_OF: 'PARENT_OF',
  REFERRED_BY: 'REFERRER_OF', REFERRER_OF: 'REFERRED_BY',
  SPOUSE_OF: 'SPOUSE_OF', PARTNER_OF: 'PARTNER_OF', RELATED_TO: 'RELATED_TO',
};

export interface Period {
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
}

@model('What a customer is, or was, to another, as seen from one side. The other customer has the same from theirs.', {
  prefix: 'rel', read: 'customer:read', reach: { through: 'from' }, partOf: 'from',
  orders: { CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Entered last first.' } },
  unique: { relationship_open_once: ['RELATIONSHIP_OVERLAPS', 'The two were related so at the same moment by somebody else.'] },
})
export class Relationship extends Entity {
  @belongsTo(() => Customer, 'Who is it.', { inverse: { name: 'relationships', description: 'What they are to other customers.' } })
  from!: Ref<Customer>;

  @choice(RelationshipType, 'What they are: `from` is this of `to`.', { filter: true })
  type!: RelationshipType;

  @belongsTo(() => Customer, 'To whom.', { filter: true })
  to!: Ref<Customer>;

  @text('Function or more exact words: `Head of purchasing`. Null: not said.', { optional: true })
  role: string | null = null;

  @day('First day on which it held. Null: not known.', { optional: true, filter: true })
  sinceOn: string | null = null;

  @day('Last day on which it held. Null: it goes on, as far as we know.', { optional: true, filter: true })
  untilOn: string | null = null;

  @id(null)
  pair!: string;

  /** The relationship from both sides. */
  static between(from: Customer, type: RelationshipType, to: Customer, facts: Period & { readonly role: string | null }): [Relationship, Relationship] {
    refuseBackwards(facts);
    const pair = newId();
    return [
      Object.assign(new Relationship(), { ...facts, from, type, to, pair }),
      Object.assign(new Relationship(), { ...facts, from: to, type: RECIPROCAL[type], to: from, pair }),
    ];
  }

  end(untilOn: string): void {
    refuseBackwards({ sinceOn: this.sinceOn, untilOn });
    this.untilOn = untilOn;
  }
}

function refuseBackwards({ sinceOn, untilOn }: Period): void {
  if (sinceOn && untilOn && untilOn < sinceOn) {
    throw new Refusal('PERIOD_ENDS_BEFORE_IT_BEGINS', `It cannot end on ${untilOn}, before it began on ${sinceOn}.`, { field: ['untilOn'] });
  }
}

/** Whether two periods share a day; an unknown end is open. */
export function overlaps(one: Period, other: Period): boolean {
  const begins = (inner: Period, outer: Period): boolean => !inner.sinceOn || !outer.untilOn || inner.sinceOn <= outer.untilOn;
  return begins(one, other) && begins(other, one);
}
