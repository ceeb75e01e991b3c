/**
 * Takes a batch of old mails in: customers, conversations, interactions. Everything the batch needs to know is looked
 * up at once, then the mails are decided on one by one in the order of the archive. A decision rests on what is stored
 * and on the mails before, never on where a batch begins; so an import that is cut off and begun again ends the same.
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { concerns } from '../customers/concerns.ts';
import type { Customer } from '../customers/customer.ts';
import { User } from '../identity/user.ts';
import { Attachment, MOST_ATTACHMENTS } from './attachment.ts';
import { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';
import { Correspondents, type Address } from './correspondents.ts';
import { InteractionBody, LONGEST_TEXT } from './interaction-body.ts';
import { Interaction } from './interaction.ts';
import { letterFrom, type Letter, type Party } from './letter.ts';
import { MailThreads } from './mail-threads.ts';
import type { IsOwn } from './own-side.ts';
import { MOST_PARTICIPANTS, Participant } from './participant.ts';
import { previewOf } from './preview.ts';
import type { ReceivedMail } from './received-mail.ts';

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
    Correspondents.among(people.flatMap(({ ours, key, address }) => (ours || !key || !address ? [] : emailOf({ key, address }))), transaction),
    usersAmong(people, transaction),
    MailThreads.near(letters, transaction),
  ]);
  const started = letters.filter((letter) => takeIn(letter));
  return {
    imported: letters.length, alreadyThere: mails.length - letters.length,
    customers: correspondents.welcomed.length, conversations: started.length,
  };

  /** Answers whether it began a conversation. */
  function takeIn(letter: Letter): boolean {
    const found = threads.conversationOf(letter);
    const partner = found?.customer ?? null;
    const customers = customersOf(letter, partner);
    const counterparts = letter.counterparts.flatMap(({ key }) => customers.get(key) ?? []);
    const customer = counterparts.find(({ id }) => id === partner?.id) ?? counterparts[0] ?? partner;
    const conversation = converse(letter, customer, found);
    threads.place(letter, conversation);
    const interaction = record(letter, conversation, customer);
    for (const { role, name, address, key, ours } of letter.parties) {
      const user = (ours && key && users.get(key)) || null;
      transaction.add(Participant.of({ interaction, role, name: name || null, address, user, customer: (key && customers.get(key)) || null }));
    }
    for (const id of new Set([...(customer ? [customer.id] : []), ...[...customers.values()].map((one) => one.id)])) {
      concerns(transaction, { id }, interaction, letter.at);
    }
    return found === undefined;
  }

  /** Who of the participants is a customer, by address. Those whom the letter is with become one. */
  function customersOf({ parties, counterparts, automatic, mail }: Letter, inConversationWith: Ref<Customer> | null): Map<string, Customer> {
    const found = new Map<string, Customer>();
    for (const { key, address, name, ours } of parties) {
      if (ours || key === null || address === null) continue;
      const hint = { name, inConversationWith, language: mail.language };
      const welcome = !automatic && counterparts.some((counterpart) => counterpart.key === key && !counterpart.machine);
      const email = emailOf({ key, address });
      const customer = welcome ? correspondents.welcome(email, hint) : correspondents.known(email, hint);
      if (customer) found.set(key, customer);
    }
    return found;
  }

  function converse(letter: Letter, customer: Ref<Customer> | null, found: Conversation | undefined): Conversation {
    const { at, mail, thread } = letter;
    const contribution = { at, customer, subject: mail.subject || null, correspondents: thread.participants };
    if (found) found.continueWith(contribution);
    const conversation = found ?? transaction.add(Conversation.start(channel, contribution));
    conversation.settle({ at, openSince: options.openSince, isNew: !found });
    return conversation;
  }

  function record({ mail, direction, at, sourceKey, automatic, parties }: Letter, conversation: Conversation, customer: Ref<Customer> | null): Interaction {
    const author = parties.find(({ role }) => role === 'FROM');
    const interaction = transaction.add(Interaction.create({
      kind: 'MESSAGE', channelKind: 'EMAIL', channel, direction, conversation, customer, automatic, sourceKey, startedAt: at,
      agent: (author?.ours && author.key !== null && users.get(author.key)) || null,
      subject: mail.subject || null, preview: previewOf(mail.text),
    }, 'interaction.imported'));
    if (mail.text || mail.html) transaction.add(InteractionBody.of(interaction, mail.text.slice(0, LONGEST_TEXT), mail.html ?? null));
    for (const { contentId = null, ...file } of mail.attachments.slice(0, MOST_ATTACHMENTS)) {
      transaction.add(Attachment.of({ interaction, contentId, ...file }));
    }
    return interaction;
  }
}

const emailOf = ({ key, address }: { key: string; address: string }): Address => ({ kind: 'EMAIL', key, value: address });

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
  const keys = [...new Set(people.flatMap(({ ours, key }) => (ours && key ? emailKey(key) : [])))];
  const users = keys.length > 0 ? await all(User, { emailKey: keys }) : [];
  return new Map(users.map((user) => [user.emailKey, user]));
}
