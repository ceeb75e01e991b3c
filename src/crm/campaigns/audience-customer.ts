/** Who is mailed by a campaign whose audience is a list: customers named one by one. */
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { Campaign } from './campaign.ts';

@model('That a customer was named for the audience of a campaign.', {
  prefix: 'acu', read: 'campaign:read', reach: { through: 'customer' }, partOf: 'campaign',
  orders: { NAMED_ASC: { field: 'id', direction: 'asc', description: 'As they were named.' } },
  unique: { audience_customer_once: ['AUDIENCE_CUSTOMER_TAKEN', 'The same customer was named at the same moment.'] },
})
export class AudienceCustomer extends Entity {
  @belongsTo(() => Campaign, 'Of which campaign.', { inverse: { name: 'audienceCustomers', description: 'The customers that were named for its audience; none when it is chosen by a filter.' } })
  campaign!: Ref<Campaign>;

  @belongsTo(() => Customer, 'Who was named.')
  customer!: Ref<Customer>;

  static of(campaign: Ref<Campaign>, customer: Ref<Customer>): AudienceCustomer {
    return Object.assign(new AudienceCustomer(), { campaign, customer });
  }
}
