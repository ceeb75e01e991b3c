/**
 * Takes a batch of old mails in: customers, conversations, interactions. Everything the batch needs to know is looked
 * up at once, then the mails are decided on one by one in the order of the archive. A decision rests on what is stored
 * and on the mails before, never on where a batch begins; so an import that is cut off and begun again ends the same.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import type { Customer } from '../customers/customer.ts';
import { User } from '../identity/user.ts';
import { Channel } from './channel.ts';
import { Conversation, type Contribution } from './conversation.ts';
import { Correspondents, type Address } from './correspondents.ts';
import { Interaction } from './interaction.ts';
import { letterFrom, type Letter, type Party } from './letter.ts';
import { MailThreads } from './mail-threads.ts';
import type { IsOwn } from './own-side.ts';
import { MOST_PARTICIPANTS } from './participant.ts';
import type { ReceivedMail } from './received-mail.ts';
import { recordLetter } from './record-letter.ts';

export interface MailImportOptions {
  readonly isOwn: IsOwn;
  /** Conversations without a message since then are over. */
  readonly openSince: Date;
}

export interface MailImportCount {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly customers: number;
  readonly conversations: number;
}

/** What a mail may announce at most: a customer for each participant, its interaction and what its conversation does. */
export const eventsAtMost = (mail: Omit<ReceivedMail, 'attachments'>): number =>
  4 + Math.min(MOST_PARTICIPANTS, mail.from.length + mail.to.length + mail.cc.length + mail.bcc.length + mail.replyTo.length);

export async function importMail(mails: readonly ReceivedMail[], options: MailImportOptions, transaction: Transaction): Promise<MailImportCount> {
  // Held until the end: whoever else takes in messages on this channel waits, so nobody is welcomed twice.
  const channel = await mailChannel(transaction);
  const letters = await notYetImported(mails.map((mail) => letterFrom(mail, options.isOwn, transaction.now())), transaction);
  const people = letters.flatMap(({ parties }) => parties);
  const [correspondents, users, threads] = await Promise.all([
    Correspondents.among(people.flatMap((party) => (party.ours ? [] : emailOf(party) ?? [])), transaction),
    usersAmong(people, transaction),
    MailThreads.near(letters, transaction),
  ]);
  let conversations = 0;
  for (const letter of letters) {
    const found = threads.conversationOf(letter);
    const partner = found?.customer ?? null;
    const customers = customersOf(letter, partner, correspondents);
    const counterparts = letter.counterparts.flatMap(({ key }) => customers.get(key) ?? []);
    const customer = counterparts.find(({ id }) => id === partner?.id) ?? counterparts[0] ?? partner;
    const conversation = found ?? transaction.add(Conversation.start(channel, contributionOf(letter, customer)));
    if (found) found.continueWith(contributionOf(letter, customer));
    else conversations += 1;
    conversation.settle({ at: letter.at, openSince: options.openSince, isNew: !found });
    threads.place(letter, conversation);
    recordLetter(letter, { conversation, customer, customers, users }, transaction);
  }
  return { imported: letters.length, alreadyThere: mails.length - letters.length, customers: correspondents.welcomed.length, conversations };
}

/** Who of the participants is a customer, by the key of their address. Those whom the letter is with become one. */
function customersOf({ parties, counterparts, automatic, mail }: Letter, inConversationWith: Ref<Customer> | null, correspondents: Correspondents): Map<string, Customer> {
  const welcome = new Set(automatic ? [] : counterparts.filter(({ machine }) => !machine).map(({ key }) => key));
  const found = new Map<string, Customer>();
  for (const { name, ...party } of parties.filter(({ ours }) => !ours)) {
    const address = emailOf(party);
    if (!address) continue;
    const hint = { name, inConversationWith, language: mail.language };
    const customer = welcome.has(address.key) ? correspondents.welcome(address, hint) : correspondents.known(address, hint);
    if (customer) found.set(address.key, customer);
  }
  return found;
}

const contributionOf = ({ at, mail, thread }: Letter, customer: Ref<Customer> | null): Contribution =>
  ({ at, customer, subject: mail.subject || null, correspondents: thread.participants });

const emailOf = ({ key, address }: Pick<Party, 'key' | 'address'>): Address | null =>
  (key === null || address === null ? null : { kind: 'EMAIL', key, value: address });

/** The organisation's mail channel: of several the first, of none a new one. */
async function mailChannel({ all, get, add }: Transaction): Promise<Channel> {
  const [first] = await all(Channel, { kind: 'EMAIL' });
  return first ? get(Channel, first.id) : add(Channel.create('EMAIL', { name: 'E-mail' }));
}

/** Without those that are stored, and those that the batch itself brings twice. */
async function notYetImported(letters: readonly Letter[], { all }: Transaction): Promise<Letter[]> {
  const stored = await all(Interaction, { sourceKey: letters.map(({ sourceKey }) => sourceKey) }, letters.length);
  const seen = new Set(stored.map(({ sourceKey }) => sourceKey));
  return letters.filter(({ sourceKey }) => !seen.has(sourceKey) && seen.add(sourceKey));
}

async function usersAmong(people: readonly Party[], { all }: Transaction): Promise<Map<string, User>> {
  const keys = [...new Set(people.flatMap(({ ours, key }) => (ours && key ? key : [])))];
  const users = keys.length > 0 ? await all(User, { emailKey: keys }) : [];
  return new Map(users.map((user) => [user.emailKey, user]));
}
