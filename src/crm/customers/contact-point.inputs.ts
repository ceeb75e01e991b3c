/** What can be asked of contact points. An address comes as somebody wrote it; its normal form is made by the contact point. */
import { choice, expectedVersion, flag, id, text } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { ContactPoint, ContactPointKind } from './contact-point.ts';
import { Customer } from './customer.ts';

@input('An address to look for.')
export class ContactPointLookup {
  @choice(ContactPointKind, 'What kind of address.')
  kind!: ContactPointKind;

  @text("The address, in any way of writing. A phone number without `+` is read as one of the organisation's country.", { max: 500, multiline: true })
  value!: string;
}

@input('A way to reach a customer.')
export class ContactPointInput extends ContactPointLookup {
  @text('What it is for: `work`, `home`. Null: not said.', { optional: true, max: 50 })
  label?: string | null;
}

@input('A further way to reach a customer.')
export class ContactPointAddInput extends ContactPointInput {
  @id(() => Customer, 'Whom it reaches.')
  customerId!: string;

  @flag('Whether it is the one to use first of its kind. Null: only if it is the first of its kind.', { optional: true })
  primary?: boolean | null;
}

abstract class OneContactPoint {
  @id(() => ContactPoint, 'Which contact point.')
  contactPointId!: string;
}

@input('What to change of a contact point; what is not given stays.')
export class ContactPointUpdateInput extends OneContactPoint {
  @text('The address, of the same kind. Null: as it is.', { optional: true, max: 500, multiline: true })
  value?: string | null;

  @text('What it is for. Null: not said.', { optional: true, max: 50 })
  label?: string | null;

  @expectedVersion()
  expectedVersion?: number | null;
}

@input('Which contact point becomes the one to use first of its kind.')
export class ContactPointMakePrimaryInput extends OneContactPoint {}

@input('Which contact point works again.')
export class ContactPointMarkDeliverableInput extends OneContactPoint {}

@input('Which contact point to remove.')
export class ContactPointRemoveInput extends OneContactPoint {}
