/** What can be asked of customers. Each mutation has an input of its own, so that one can grow without the others. */
import { choice, expectedVersion, id, object, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';
import type { NameOrder } from '../../kernel/values/person-name.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { ContactPointInput, ContactPointLookup } from './contact-point.inputs.ts';
import { Customer, CustomerKind, LifecycleStage, PersonNameOrder } from './customer.ts';

@input('A customer by id.')
export class CustomerArgs {
  @id(() => Customer, 'Its id.')
  id!: string;
}

@input('The id of a customer in another system, to look for.')
export class ExternalIdLookup {
  @text('The other system.', { max: 50 })
  system!: string;

  @text('The id there, to the letter.')
  value!: string;
}

@input('What customers are commonly looked up by.')
export class CustomersArgs {
  @text('Only those whose name begins so: the family name of a person, whatever an organisation is called. Case and accents make no difference. Null: whatever the name.', { optional: true })
  named?: string | null;

  @object(() => ContactPointLookup, 'Only those who are reached at this address. Null: at any.', { optional: true })
  reachedAt?: ContactPointLookup | null;

  @object(() => ExternalIdLookup, 'Only the one who has this id in another system. Null: whatever their ids.', { optional: true })
  externalId?: ExternalIdLookup | null;

  @text('Only those who have all these tags. Null: whatever the tags.', { optional: true, list: true, most: 10 })
  tagged?: string[] | null;
}

abstract class CustomerFields {
  @text('Name of an organisation. Null: not known, as of a person.', { optional: true })
  organizationName?: string | null;

  @text('Titles before the name: `Dr.`. Null: none.', { optional: true, max: 50 })
  namePrefix?: string | null;

  @text('Given name. Null: not known.', { optional: true })
  givenName?: string | null;

  @text('Further given names, patronymic. Null: none.', { optional: true })
  middleName?: string | null;

  @text('Whole family name with its particles. Null: not known.', { optional: true })
  familyName?: string | null;

  @text('What follows the name: `Jr.`, `先生`. Null: none.', { optional: true, max: 50 })
  nameSuffix?: string | null;

  @choice(PersonNameOrder, 'In which order its owner writes the name. Null: as it is, at first the given name first.', { optional: true })
  nameOrder?: NameOrder | null;

  @text('How to address the person where the given name would be wrong: `Petře`. Null: derived.', { optional: true })
  addressAs?: string | null;

  @choice(LifecycleStage, 'How far the relation has come. Null: as it is, at first a contact.', { optional: true })
  stage?: LifecycleStage | null;

  @text('Language they want to be served in. Null: not known.', { optional: true, value: locale })
  language?: string | null;

  @text('Time zone they live by. Null: not known.', { optional: true, value: timeZone })
  timeZone?: string | null;

  @id(() => User, 'Who looks after them, an active user. Null: nobody; but of a new customer you, if you would not see them otherwise.', { optional: true })
  ownerId?: string | null;

  @id(() => Team, 'Which team looks after them. Null: none.', { optional: true })
  teamId?: string | null;
}

@input('A new customer: with a name, or at least one contact point.')
export class CustomerCreateInput extends CustomerFields {
  @choice(CustomerKind, 'Person or organisation; cannot be changed later.')
  kind!: CustomerKind;

  @object(() => ContactPointInput, 'How to reach them; the first of each kind becomes primary. Null: not known.', { optional: true, list: true })
  contactPoints?: ContactPointInput[] | null;

  @text('Free labels. Null: none.', { optional: true, list: true, max: 50 })
  tags?: string[] | null;
}

@input('Plain attributes of a customer to change; what is not given stays.')
export class CustomerUpdateInput extends CustomerFields {
  @id(() => Customer, 'Which customer.')
  customerId!: string;

  @expectedVersion()
  expectedVersion?: number | null;
}

abstract class OneCustomer {
  @id(() => Customer, 'Which customer.')
  customerId!: string;
}

abstract class OneVersion extends OneCustomer {
  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which customer to put away.')
export class CustomerArchiveInput extends OneVersion {}

@input('Which customer to bring back.')
export class CustomerRestoreInput extends OneVersion {}

abstract class CustomerTags extends OneCustomer {
  @text('The tags.', { list: true, max: 50 })
  tags!: string[];
}

@input('Tags to give to a customer; those they have already stay as they are.')
export class CustomerTagInput extends CustomerTags {}

@input('Tags to take from a customer; those they do not have make no difference.')
export class CustomerUntagInput extends CustomerTags {}

@input('What id a customer has in another system.')
export class ExternalIdSetInput extends OneCustomer {
  @text('The other system: `erp`, `webshop.pl`. Case makes no difference.', { max: 50 })
  system!: string;

  @text('The id there, to the letter. Null: none; the one they had is removed.', { optional: true })
  value?: string | null;
}
