/**
 * Who of our customers stands behind an address. Several may share one, as families and offices do; then it is, in
 * this order: the one the conversation is with; one whose name is as written beside the address; one not archived; who
 * has had the address longest. Who is not known yet can be welcomed as a new customer.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { locale } from '../../kernel/values/locale.ts';
import { nameFromText } from '../../kernel/values/name-from-text.ts';
import { displayName } from '../../kernel/values/person-name.ts';
import { AddressBook } from '../customers/address-book.ts';
import { ContactPoint, type ContactPointKind } from '../customers/contact-point.ts';
import { Customer, type CustomerDetails } from '../customers/customer.ts';

export interface Address {
  readonly kind: ContactPointKind;
  readonly value: string;
  /** As `ContactPoint.key`. */
  readonly key: string;
}

export interface Hint {
  /** As written beside the address; may be empty. */
  readonly name: string;
  readonly inConversationWith?: Ref<Customer> | null;
  readonly language?: string | undefined;
}

const MOST = 20_000;

export class Correspondents {
  /** In the order in which they got the address. */
  private readonly byAddress = new Map<string, Customer[]>();
  readonly welcomed: Customer[] = [];
  private readonly transaction: Transaction;

  private constructor(transaction: Transaction) {
    this.transaction = transaction;
  }

  /** Looks up all these addresses at once. */
  static async among(addresses: readonly Address[], transaction: Transaction): Promise<Correspondents> {
    const correspondents = new Correspondents(transaction);
    for (const [kind, ofKind] of Map.groupBy(addresses, (address) => address.kind)) {
      const points = await transaction.all(ContactPoint, { kind, key: [...new Set(ofKind.map(({ key }) => key))] }, MOST);
      const customers = await transaction.all(Customer, { id: [...new Set(points.map(({ customer }) => customer.id))] }, MOST);
      const byId = new Map(customers.map((customer) => [customer.id, customer]));
      for (const { key, customer } of points) {
        const found = byId.get(customer.id);
        if (found) correspondents.know({ kind, key }, found);
      }
    }
    return correspondents;
  }

  known(address: Pick<Address, 'kind' | 'key'>, { name, inConversationWith }: Hint): Customer | null {
    const sharing = this.byAddress.get(placeOf(address)) ?? [];
    const written = displayName(nameFromText(name).name).toLowerCase();
    return sharing.find(({ id }) => id === inConversationWith?.id)
      ?? sharing.find((customer) => customer.name.toLowerCase() === written)
      ?? sharing.find(({ archivedAt }) => archivedAt === null)
      ?? sharing[0] ?? null;
  }

  /** Who is known, else a new customer. Who was only known by an address gets the name now written beside it. */
  welcome(address: Address, hint: Hint): Customer {
    const known = this.known(address, hint);
    const details = detailsFrom(hint);
    if (known === null) return this.create(address, details);
    const nameless = known.kind === 'PERSON' && known.name === address.value;
    if (nameless && (details.givenName || details.familyName)) known.update(details, address.value);
    return known;
  }

  private create(address: Address, details: CustomerDetails): Customer {
    const { add } = this.transaction;
    const customer = add(Customer.create('PERSON', details, address.value));
    add(new AddressBook().add(ContactPoint.create(customer, address.kind, address.value, null)));
    this.know(address, customer);
    this.welcomed.push(customer);
    return customer;
  }

  private know(address: Pick<Address, 'kind' | 'key'>, customer: Customer): void {
    const place = placeOf(address);
    this.byAddress.set(place, [...(this.byAddress.get(place) ?? []), customer]);
  }
}

const placeOf = ({ kind, key }: Pick<Address, 'kind' | 'key'>): string => `${kind} ${key}`;

function detailsFrom({ name: written, language }: Hint): CustomerDetails {
  const { name } = nameFromText(written);
  const read = language ? locale.read(language) : null;
  return {
    namePrefix: name.prefix, givenName: name.given, middleName: name.middle, familyName: name.family, nameSuffix: name.suffix,
    nameOrder: name.order,
    ...(read && 'value' in read ? { language: read.value } : {}),
  };
}
