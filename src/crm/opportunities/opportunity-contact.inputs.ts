/** What can be said of people who have a say in a deal. */
import { choice, id } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Customer } from '../customers/customer.ts';
import { ContactRole, OpportunityContact } from './opportunity-contact.ts';
import { Opportunity } from './opportunity.ts';

@input('Who has a say in a deal, and what they are in it.')
export class OpportunityContactAddInput {
  @id(() => Opportunity, 'In which opportunity.')
  opportunityId!: string;

  @id(() => Customer, 'Who; a person.')
  customerId!: string;

  @choice(ContactRole, 'What they are in it.')
  role!: ContactRole;
}

abstract class OneContact {
  @id(() => OpportunityContact, 'Which contact of an opportunity.')
  opportunityContactId!: string;
}

@input('What somebody is in a deal.')
export class OpportunityContactUpdateInput extends OneContact {
  @choice(ContactRole, 'What they are in it.')
  role!: ContactRole;
}

@input('Who has no say in a deal any more.')
export class OpportunityContactRemoveInput extends OneContact {}
