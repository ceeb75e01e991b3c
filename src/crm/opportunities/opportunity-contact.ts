/** Who has a say in a deal on the side of the customer: people we know as customers of their own, each with a role in it. */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, choice, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { Opportunity } from './opportunity.ts';

export const ContactRole = choices('ContactRole', 'What somebody is in a deal. May grow.', {
  DECISION_MAKER: 'Decides.',
  INFLUENCER: 'Is heard by those who decide.',
  CHAMPION: 'Speaks for us among them.',
  BUYER: 'Negotiates terms and orders.',
  USER: 'Will use what is bought.',
  TECHNICAL: 'Judges whether it fits.',
  BLOCKER: 'Is against it.',
  OTHER: 'Has to do with it in another way.',
});
export type ContactRole = Choice<typeof ContactRole>;

@model('Somebody who has a say in a deal.', {
  prefix: 'opc', read: 'opportunity:read', reach: { through: 'opportunity' }, partOf: 'opportunity',
  orders: { CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Entered last first.' } },
  unique: { opportunity_contact_once: ['ALREADY_A_CONTACT', 'They are a contact of this opportunity already.'] },
})
export class OpportunityContact extends Entity {
  @belongsTo(() => Opportunity, 'In which deal.', { inverse: { name: 'contacts', description: 'Who has a say in it, in order of entry.', max: 50 } })
  opportunity!: Ref<Opportunity>;

  @belongsTo(() => Customer, 'Who.', { inverse: { name: 'dealRoles', description: 'In which deals they have a say.' } })
  customer!: Ref<Customer>;

  @choice(ContactRole, 'What they are in it.')
  role!: ContactRole;
}
