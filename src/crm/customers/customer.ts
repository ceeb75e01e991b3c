/**
 * The customer, whom everything else in the product points at. Persons and organisations are one type, since both
 * buy, write and have somebody who looks after them. Of a name only the parts are told to us; how it is shown,
 * sorted, greeted and looked up is derived from them, and stored where a list needs it.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, computed, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { locale } from '../../kernel/values/locale.ts';
import { displayName, greetingName, sortName, type NameOrder, type PersonName } from '../../kernel/values/person-name.ts';
import { timeZone } from '../../kernel/values/time-zone.ts';
import { Team } from '../identity/team.ts';
import { User } from '../identity/user.ts';
import { nameKey } from './name-key.ts';

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

const PERSONAL = ['namePrefix', 'givenName', 'middleName', 'familyName', 'nameSuffix', 'addressAs'] as const;

type Detail = (typeof PERSONAL)[number] | 'organizationName' | 'nameOrder' | 'stage' | 'language' | 'timeZone' | 'owner' | 'team';

/** What can be said of a customer at creation and changed later. What is not given stays as it is. */
export type CustomerDetails = { readonly [D in Detail]?: Customer[D] | null };

@model('Whom the business deals with: a person or an organisation, at any stage.', {
  prefix: 'cus', read: 'customer:read', reach: { owner: 'owner', team: 'team' },
  orders: {
    NAME_ASC: { field: 'sortName', direction: 'asc', description: 'By name, persons by family name; letters with accents after those without, Chinese names by pinyin.' },
    CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' },
    UPDATED_DESC: { field: 'updatedAt', direction: 'desc', description: 'Last changed first.' },
  },
})
export class Customer extends Entity {
  @choice(CustomerKind, 'Person or organisation; never changes.', { filter: true })
  kind!: CustomerKind;

  @text('Full name as on an envelope, put together from its parts; of who has none, the first address they are reached at.', { max: 500 })
  name!: string;

  @text(undefined, { max: 500 })
  sortName!: string;

  @text(undefined, { max: 500 })
  nameKey!: string;

  @text('Name of an organisation. Null for a person, and when not known.', { optional: true })
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

  @text('Language they want to be served in. Null: not known.', { optional: true, value: locale, filter: true })
  language: string | null = null;

  @text('Time zone they live by. Null: not known.', { optional: true, value: timeZone })
  timeZone: string | null = null;

  @belongsTo(() => User, 'Who looks after them. Null: nobody in particular.', {
    optional: true, filter: true, inverse: { name: 'customers', description: 'Customers they look after, archived ones among them.' },
  })
  owner: Ref<User> | null = null;

  @belongsTo(() => Team, 'Which team looks after them. Null: none.', { optional: true, filter: true })
  team: Ref<Team> | null = null;

  @moment('When they were put away: kept, but no longer offered or counted. Null: they are in use.', { optional: true, filter: true })
  archivedAt: Date | null = null;

  /** Without a name of their own they are known by an address. */
  static create(kind: CustomerKind, details: CustomerDetails, address = ''): Customer {
    const customer = Object.assign(new Customer(), { kind });
    customer.take(details);
    customer.putTogether(address);
    announce(customer, 'customer.created');
    return customer;
  }

  update(details: CustomerDetails, address: string): void {
    const { owner, team } = this;
    this.take(details);
    this.knowBy(address);
    announce(this, 'customer.updated');
    if (this.owner?.id !== owner?.id || this.team?.id !== team?.id) announce(this, 'customer.assigned');
  }

  /** Keeps the rule that a customer has a name, or at least an address to be known by. */
  knowBy(address: string): void {
    this.putTogether(address);
    if (this.name === '') throw new Refusal('NAME_REQUIRED', 'A customer needs a name, or at least one address to be known by; this one would have neither.');
  }

  /** They bought. */
  becomeClient(): void {
    if (this.stage === 'CLIENT') return;
    this.stage = 'CLIENT';
    announce(this, 'customer.updated');
  }

  archive(at: Date): void {
    if (this.archivedAt) throw new Refusal('CUSTOMER_ALREADY_ARCHIVED', 'This customer is already archived.');
    this.archivedAt = at;
    announce(this, 'customer.archived');
  }

  restore(): void {
    if (!this.archivedAt) throw new Refusal('CUSTOMER_NOT_ARCHIVED', 'This customer is not archived.');
    this.archivedAt = null;
    announce(this, 'customer.restored');
  }

  @computed('text', 'What to write after "Hello": the form of address they prefer, else the name that is polite in their language.', {
    needs: ['kind', 'name', 'nameOrder', ...PERSONAL],
  })
  get greetingName(): string {
    return (this.kind === 'PERSON' && greetingName(this.personName())) || this.name;
  }

  private personName(): PersonName {
    return {
      prefix: this.namePrefix, given: this.givenName, middle: this.middleName, family: this.familyName,
      suffix: this.nameSuffix, order: this.nameOrder, addressAs: this.addressAs,
    };
  }

  private take({ nameOrder, stage, ...details }: CustomerDetails): void {
    Object.assign(this, details);
    this.nameOrder = nameOrder ?? this.nameOrder;
    this.stage = stage ?? this.stage;
    const foreign = (this.kind === 'PERSON' ? (['organizationName'] as const) : PERSONAL).find((part) => this[part]);
    if (foreign) {
      const message = this.kind === 'PERSON' ? 'A person has a given and a family name, not the name of an organisation.' : 'An organisation has one name, `organizationName`, not the parts of a person\'s.';
      throw new Refusal('NAME_OF_ANOTHER_KIND', message, { field: [foreign] });
    }
  }

  private putTogether(address: string): void {
    const person = this.kind === 'PERSON';
    this.name = (person ? displayName(this.personName()) : this.organizationName) || address;
    this.sortName = (person && sortName(this.personName())) || this.name;
    this.nameKey = nameKey(this.sortName);
  }
}
