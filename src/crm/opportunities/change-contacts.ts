/** Who has a say in a deal. Whoever joins it has it on their timeline, too. */
import type { Transaction } from '../../kernel/context.ts';
import { announce } from '../../kernel/events.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { concerns } from '../customers/concerns.ts';
import { Customer } from '../customers/customer.ts';
import type { OpportunityContactAddInput, OpportunityContactRemoveInput, OpportunityContactUpdateInput } from './opportunity-contact.inputs.ts';
import { OpportunityContact } from './opportunity-contact.ts';
import { keepingStanding } from './opportunity-standing.ts';
import { Opportunity } from './opportunity.ts';

const MOST = 50;

export async function addContact({ opportunityId, customerId, role }: OpportunityContactAddInput, transaction: Transaction): Promise<OpportunityContact> {
  const { get, all, add } = transaction;
  const opportunity = await get(Opportunity, opportunityId);
  const [customer] = await all(Customer, { id: customerId });
  if (!customer) throw new Refusal('CONTACT_NOT_FOUND', 'There is no such customer within your reach.', { field: ['customerId'] });
  if (customer.kind !== 'PERSON') throw new Refusal('CONTACT_NOT_A_PERSON', `${customer.name} is an organisation. Name a person who speaks for it.`, { field: ['customerId'] });
  const contacts = await all(OpportunityContact, { opportunity: opportunityId });
  if (contacts.some((contact) => contact.customer.id === customerId)) throw new Refusal('ALREADY_A_CONTACT', `${customer.name} is a contact of this opportunity already.`, { field: ['customerId'] });
  if (contacts.length >= MOST) throw new Refusal('TOO_MANY_CONTACTS', `An opportunity has at most ${MOST} contacts.`);
  const contact = add(Object.assign(new OpportunityContact(), { opportunity, customer, role }));
  if (customerId !== opportunity.customer.id) concerns(transaction, customer, opportunity, transaction.now());
  announce(opportunity, 'opportunity.contactAdded');
  return contact;
}

export async function updateContact({ opportunityContactId, role }: OpportunityContactUpdateInput, transaction: Transaction): Promise<OpportunityContact> {
  const contact = await transaction.get(OpportunityContact, opportunityContactId);
  const opportunity = await transaction.get(Opportunity, contact.opportunity.id);
  if (contact.role === role) return contact;
  return keepingStanding(opportunity, transaction, () => {
    contact.role = role;
    announce(opportunity, 'opportunity.contactUpdated');
    return contact;
  });
}

export async function removeContact({ opportunityContactId }: OpportunityContactRemoveInput, transaction: Transaction): Promise<Opportunity> {
  const contact = await transaction.get(OpportunityContact, opportunityContactId);
  const opportunity = await transaction.get(Opportunity, contact.opportunity.id);
  return keepingStanding(opportunity, transaction, () => {
    transaction.remove(contact);
    announce(opportunity, 'opportunity.contactRemoved');
    return opportunity;
  });
}
