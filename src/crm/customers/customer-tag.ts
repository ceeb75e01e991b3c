/**
 * Tags on customers. They are rows of their own and no array: under row-level security an index finds a row by its
 * key, but never an item of an array.
 */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from './customer.ts';

const MOST = 50;

@model('A free label on a customer. A customer has each tag once; case makes no difference.', {
  prefix: 'ctg', read: 'customer:read', reach: { through: 'customer' }, partOf: 'customer',
  unique: { customer_tag_once: ['CUSTOMER_ALREADY_TAGGED', 'This customer was given the same tag at the same moment.'] },
})
export class CustomerTag extends Entity {
  @belongsTo(() => Customer, 'Who bears it.', { inverse: { name: 'tags', description: 'Their free labels, in order of entry.', max: MOST } })
  customer!: Ref<Customer>;

  @text('The tag as it was first written.', { max: 50 })
  name!: string;

  @text()
  key!: string;

  static keyOf(name: string): string {
    return name.toLowerCase();
  }

  /** The tags a customer does not have yet. */
  static missing(customer: Ref<Customer>, names: readonly string[], present: readonly CustomerTag[]): CustomerTag[] {
    const keys = new Set(present.map(({ key }) => key));
    const tags = names.map((name) => Object.assign(new CustomerTag(), { customer, name, key: CustomerTag.keyOf(name) }))
      .filter(({ key }) => !keys.has(key) && keys.add(key));
    if (keys.size > MOST) throw new Refusal('TOO_MANY_TAGS', `A customer has at most ${MOST} tags; these would be ${keys.size}.`, { field: ['tags'] });
    return tags;
  }
}
