/**
 * Whose wish it was not to get campaigns. A person is not their address: what they asked for at one goes for all of
 * theirs, and stays when it is corrected or removed, until it is taken off the list.
 */
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { Suppression } from './suppression.ts';

@model('That a customer does not want campaigns, at whatever address.', {
  prefix: 'opt', read: 'suppression:read', reach: { through: 'customer' }, partOf: 'suppression',
  orders: { KNOWN_ASC: { field: 'id', direction: 'asc', description: 'As they became known.' } },
  unique: { opt_out_once: ['SUPPRESSION_EXISTS', 'This address was put on the list at the same moment.'] },
})
export class OptOut extends Entity {
  @belongsTo(() => Suppression, 'By which entry of the list they said so, or it was said of them.', { inverse: { name: 'optOuts', description: 'Customers who are mailed at no address because of it: who followed the link, else all who had the address. None for other reasons.' } })
  suppression!: Ref<Suppression>;

  @belongsTo(() => Customer, 'Who it is.', { inverse: { name: 'optOuts', description: 'That they do not want campaigns. None: they did not say so, or it was taken back.' } })
  customer!: Ref<Customer>;

  static of(suppression: Suppression, customer: Ref<Customer>): OptOut {
    announce(suppression, 'suppression.customerAdded');
    return Object.assign(new OptOut(), { suppression, customer });
  }
}
