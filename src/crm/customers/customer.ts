import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, computed, flag, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { locale } from '../../kernel/values/locale.ts';
import { displayName, greetingName, sortName, type NameOrder } from '../../kernel/values/person-name.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';

export const CustomerKind = choices('CustomerKind', 'Whether a customer is a person or an organisation.', {
  PERSON: 'A human being.',
  ORGANIZATION: 'A company, authority, association or household.',
});
export type CustomerKind = Choice<typeof CustomerKind>;

export const LifecycleStage = choices('LifecycleStage', 'How far the relation with a customer has come. May grow.', {
  CONTACT: 'Known to us, nothing more yet.',
  PROSPECT: 'Might buy: an interest was shown.',
  CLIENT: 'Buys from us.',
  FORMER: 'Bought from us once.',
});
export type LifecycleStage = Choice<typeof LifecycleStage>;

export const PersonNameOrder = choices('PersonNameOrder', 'In which order the owner of a name writes it.', {
  GIVEN_FIRST: 'Anna Schmidt.',
  FAMILY_FIRST: 'Nagy László; names in East Asian scripts always are.',
} satisfies Record<NameOrder, string>);

/** What can be said of a customer at creation and changed later. */
export interface CustomerDetails {
  organizationName?: string | null;
  namePrefix?: string | null;
  givenName?: string | null;
  middleName?: string | null;
  familyName?: string | null;
  nameSuffix?: string | null;
  nameOrder?: NameOrder;
  addressAs?: string | null;
  stage?: LifecycleStage;
  language?: string | null;
  timeZone?: string | null;
  owner?: Ref<User> | null;
  team?: Ref<Team> | null;
}

const MOST_TAGS = 50;

@model('Whom the business deals with: a person or an organisation, at any stage.', {
  prefix: 'cus', read: 'customer:read', reach: { owner: 'owner', team: 'team' },
  orders: {
    NAME_ASC: { field: 'sortName', direction: 'asc', description: 'By name, persons by family name, in the order of the Unicode collation.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
    UPDATED_DESC: { field: 'updatedAt', direction: 'desc', description: 'Last changed first.' },
  },
})
export class Customer extends Entity {
  @choice(CustomerKind, 'Person or organisation; never changes.', { filter: true })
  kind!: CustomerKind;

  @text('Full name as on an envelope, put together from its parts; else the e-mail address or number it is known by.', { max: 500 })
  name!: string;

  @text(undefined, { max: 500 })
  sortName!: string;

  @text('Name of an organisation. Null for a person.', { optional: true })
  organizationName: string | null = null;

  @text('Titles before the name: `Dr.`, `Ing. arch.`. Null: none.', { optional: true, max: 50 })
  namePrefix: string | null = null;

  @text('Given name. Null: not known.', { optional: true })
  givenName: string | null = null;

  @text('Further given names, patronymic. Null: none.', { optional: true })
  middleName: string | null = null;

  @text('Whole family name with its particles. Null: not known.', { optional: true })
  familyName: string | null = null;

  @text('What follows the name: `Jr.`, `Ph.D.`, `先生`. Null: none.', { optional: true, max: 50 })
  nameSuffix: string | null = null;

  @choice(PersonNameOrder, 'In which order its owner writes the name.')
  nameOrder: NameOrder = 'GIVEN_FIRST';

  @text('How to address the person where the given name as it stands would be wrong: `Petře`, `Pani Anno`. Null: derived.', { optional: true })
  addressAs: string | null = null;

  @choice(LifecycleStage, 'How far the relation has come.', { filter: true })
  stage: LifecycleStage = 'CONTACT';

  @text("Language they want to be served in. Null: not known.", { optional: true, value: locale, filter: true })
  language: string | null = null;

  @text('Time zone they live by. Null: not known.', { optional: true, value: timeZone })
  timeZone: string | null = null;

  @belongsTo(() => User, 'Who looks after them. Null: nobody in particular.', {
    optional: true, filter: true, inverse: { name: 'customers', description: 'Customers they look after.' },
  })
  owner: Ref<User> | null = null;

  @belongsTo(() => Team, 'Which team looks after them. Null: none.', { optional: true, filter: true })
  team: Ref<Team> | null = null;

  @text('Free labels, in order of the alphabet.', { list: true, filter: true, most: MOST_TAGS })
  tags: string[] = [];

  @flag('Put away: no longer offered or counted, but kept.', { filter: true })
  archived = false;

  @moment('When they were put away. Null: they are not.', { optional: true })
  archivedAt: Date | null = null;

  static create(kind: CustomerKind, details: CustomerDetails, knownBy: string): Customer {
    const customer = Object.assign(new Customer(), { kind });
    customer.take(details, knownBy);
    announce(customer, 'customer.created');
    return customer;
  }

  update(details: CustomerDetails): void {
    const owner = this.owner?.id;
    this.take(details, this.name);
    announce(this, 'customer.updated');
    if (this.owner?.id !== owner) announce(this, 'customer.assigned');
  }

  tag(tags: readonly string[]): void {
    const all = [...new Set([...this.tags, ...tags])].sort();
    if (all.length > MOST_TAGS) throw new Refusal('TOO_MANY', `A customer has at most ${MOST_TAGS} tags; these would be ${all.length}.`, { field: ['tags'] });
    this.tags = all;
    announce(this, 'customer.tagged');
  }

  untag(tags: readonly string[]): void {
    this.tags = this.tags.filter((tag) => !tags.includes(tag));
    announce(this, 'customer.untagged');
  }

  archive(at: Date): void {
    if (this.archived) throw new Refusal('CUSTOMER_ALREADY_ARCHIVED', 'This customer is already archived.');
    this.archived = true;
    this.archivedAt = at;
    announce(this, 'customer.archived');
  }

  restore(): void {
    if (!this.archived) throw new Refusal('CUSTOMER_NOT_ARCHIVED', 'This customer is not archived.');
    this.archived = false;
    this.archivedAt = null;
    announce(this, 'customer.restored');
  }

  @computed('text', 'What to write after "Hello": the form of address they prefer, else the name that is polite in their language.', {
    needs: ['kind', 'name', 'namePrefix', 'givenName', 'middleName', 'familyName', 'nameSuffix', 'nameOrder', 'addressAs'],
  })
  get greetingName(): string {
    return (this.kind === 'PERSON' ? greetingName(this.parts()) : '') || this.name;
  }

  private parts() {
    return {
      prefix: this.namePrefix, given: this.givenName, middle: this.middleName, family: this.familyName,
      suffix: this.nameSuffix, order: this.nameOrder, addressAs: this.addressAs,
    };
  }

  /** Takes what was given and puts the name together again; nameless, they are known by what we have. */
  private take(details: CustomerDetails, knownBy: string): void {
    const given = Object.entries(details).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(given));
    const person = this.kind === 'PERSON';
    this.name = (person ? displayName(this.parts()) : this.organizationName) || knownBy;
    this.sortName = (person && sortName(this.parts())) || this.name;
  }
}
