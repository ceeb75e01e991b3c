import { choice, id, number, object, text, type Ref } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { locale } from '../../kernel/values/locale.ts';
import type { NameOrder } from '../../kernel/values/person-name.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { ContactPointKind } from './contact-point.ts';
import { Customer, CustomerKind, LifecycleStage, PersonNameOrder, type CustomerDetails } from './customer.ts';

@input('A way to reach a customer.')
export class ContactPointInput {
  @choice(ContactPointKind, 'What kind of address.')
  kind!: ContactPointKind;

  @text("The address. A phone number without `+` is read as one of the organisation's country.", { max: 500, multiline: true })
  value!: string;

  @text('What it is for: `work`, `home`. Null: not said.', { optional: true, max: 50 })
  label?: string | null;
}

abstract class CustomerFields {
  @text('Name of an organisation; required for one.', { optional: true })
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

  @choice(PersonNameOrder, 'In which order its owner writes the name. Null: given name first.', { optional: true })
  nameOrder?: NameOrder | null;

  @text('How to address the person where the given name would be wrong: `Petře`. Null: derived.', { optional: true })
  addressAs?: string | null;

  @choice(LifecycleStage, 'How far the relation has come. Null: a contact.', { optional: true })
  stage?: LifecycleStage | null;

  @text('Language they want to be served in. Null: not known.', { optional: true, value: locale })
  language?: string | null;

  @text('Time zone they live by. Null: not known.', { optional: true, value: timeZone })
  timeZone?: string | null;

  @id(() => User, 'Who looks after them. Null: nobody.', { optional: true })
  ownerId?: string | null;

  @id(() => Team, 'Which team looks after them. Null: none.', { optional: true })
  teamId?: string | null;

  details(): CustomerDetails {
    const { ownerId, teamId, nameOrder, stage, organizationName, namePrefix, givenName, middleName, familyName, nameSuffix, addressAs, language, timeZone } = this;
    return {
      organizationName, namePrefix, givenName, middleName, familyName, nameSuffix, addressAs, language, timeZone,
      nameOrder: nameOrder ?? undefined, stage: stage ?? undefined,
      owner: link(ownerId), team: link(teamId),
    };
  }
}

const link = (id: string | null | undefined): Ref<never> | null | undefined => (id ? { id } : id === null ? null : undefined);

@input('A new customer.')
export class CustomerCreateInput extends CustomerFields {
  @choice(CustomerKind, 'Person or organisation.')
  kind!: CustomerKind;

  @object(() => ContactPointInput, 'How to reach them; the first of each kind becomes primary.', { optional: true, list: true, most: 20 })
  contactPoints?: ContactPointInput[] | null;

  @text('Free labels.', { optional: true, list: true })
  tags?: string[] | null;
}

@input('Plain attributes of a customer to change; what is not given stays.')
export class CustomerUpdateInput extends CustomerFields {
  @id(() => Customer, 'Which customer.')
  customerId!: string;

  @number('Change only this version; another is refused as STALE. Null: whatever it is.', { optional: true })
  expectedVersion?: number | null;
}

@input('Names one customer.')
export class CustomerChoiceInput {
  @id(() => Customer, 'Which customer.')
  customerId!: string;

  @number('Only at this version; another is refused as STALE. Null: whatever it is.', { optional: true })
  expectedVersion?: number | null;
}
