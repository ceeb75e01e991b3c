/**
 * What deciding on letters needs to know, looked up for all of them at once: who the people are, and which conversations
 * are near. Each decision rests on what is stored and on the letters before it.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import type { Customer } from '../customers/customer.ts';
import { User } from '../identity/user.ts';
import type { Channel } from './channel.ts';
import { Conversation, type Contribution } from './conversation.ts';
import { Correspondents, type Address } from './correspondents.ts';
import { Interaction } from './interaction.ts';
import type { Letter, Party } from './letter.ts';
import { MailThreads } from './mail-threads.ts';

/** Where a letter belongs, as far as that is there already. */
export interface LetterPlace {
  /** Undefined: it begins one. */
  readonly found: Conversation | undefined;
  /** Whom it is with. */
  readonly customer: Ref<Customer> | null;
  readonly customers: ReadonlyMap<string, Customer>;
}

export class Surroundings {
  readonly correspondents: Correspondents;
  readonly users: ReadonlyMap<string, User>;
  readonly #threads: MailThreads;
  readonly #transaction: Transaction;

  private constructor(correspondents: Correspondents, users: ReadonlyMap<string, User>, threads: MailThreads, transaction: Transaction) {
    this.correspondents = correspondents;
    this.users = users;
    this.#threads = threads;
    this.#transaction = transaction;
  }

  static async of(letters: readonly Letter[], transaction: Transaction): Promise<Surroundings> {
    const people = letters.flatMap(({ parties }) => parties);
    const [correspondents, users, threads] = await Promise.all([
      Correspondents.among(people.flatMap((party) => (party.ours ? [] : emailOf(party) ?? [])), transaction),
      usersAmong(people, transaction),
      MailThreads.near(letters, transaction),
    ]);
    return new Surroundings(correspondents, users, threads, transaction);
  }

  /** `known`: the conversation, where something else than the letter's thread tells it. */
  placeOf(letter: Letter, known?: Conversation): LetterPlace {
    const found = known ?? this.#threads.conversationOf(letter);
    const partner = found?.customer ?? null;
    const customers = this.#customersOf(letter, partner);
    const counterparts = letter.counterparts.flatMap(({ key }) => customers.get(key) ?? []);
    return { found, customers, customer: counterparts.find(({ id }) => id === partner?.id) ?? counterparts[0] ?? partner };
  }

  /** The conversation that the letter joins, or the one it begins. */
  settle(letter: Letter, { found, customer }: LetterPlace, channel: Channel): { conversation: Conversation; isNew: boolean } {
    const contribution = contributionOf(letter, customer);
    const conversation = found ?? this.#transaction.add(Conversation.start(channel, contribution));
    found?.continueWith(contribution);
    this.#threads.place(letter, conversation);
    return { conversation, isNew: !found };
  }

  /** Who of the participants is a customer, by the key of their address. Those whom the letter is with become one. */
  #customersOf({ parties, counterparts, automatic, mail }: Letter, inConversationWith: Ref<Customer> | null): Map<string, Customer> {
    const welcome = new Set(automatic ? [] : counterparts.filter(({ machine }) => !machine).map(({ key }) => key));
    const found = new Map<string, Customer>();
    for (const { name, ...party } of parties.filter(({ ours }) => !ours)) {
      const address = emailOf(party);
      if (!address) continue;
      const hint = { name, inConversationWith, language: mail.language };
      const customer = welcome.has(address.key) ? this.correspondents.welcome(address, hint) : this.correspondents.known(address, hint);
      if (customer) found.set(address.key, customer);
    }
    return found;
  }
}

/** Without those that are stored, and those that come twice among them. */
export async function notYetTaken(letters: readonly Letter[], { all }: Transaction): Promise<Letter[]> {
  const stored = await all(Interaction, { sourceKey: letters.map(({ sourceKey }) => sourceKey) }, letters.length);
  const seen = new Set(stored.map(({ sourceKey }) => sourceKey));
  return letters.filter(({ sourceKey }) => !seen.has(sourceKey) && seen.add(sourceKey));
}

const contributionOf = ({ at, mail, thread }: Letter, customer: Ref<Customer> | null): Contribution =>
  ({ at, customer, subject: mail.subject || null, correspondents: thread.participants });

const emailOf = ({ key, address }: Pick<Party, 'key' | 'address'>): Address | null =>
  (key === null || address === null ? null : { kind: 'EMAIL', key, value: address });

async function usersAmong(people: readonly Party[], { all }: Transaction): Promise<Map<string, User>> {
  const keys = [...new Set(people.flatMap(({ ours, key }) => (ours && key ? key : [])))];
  const users = keys.length > 0 ? await all(User, { emailKey: keys }) : [];
  return new Map(users.map((user) => [user.emailKey, user]));
}
