/** Stores a letter as an interaction with all that is part of it, on the timeline of every customer who took part. */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { concerns } from '../customers/concerns.ts';
import type { Customer } from '../customers/customer.ts';
import type { User } from '../identity/user.ts';
import { Attachment, MOST_ATTACHMENTS } from './attachment.ts';
import type { Conversation } from './conversation.ts';
import { InteractionBody, LONGEST_TEXT } from './interaction-body.ts';
import { Interaction, type Origin } from './interaction.ts';
import type { Letter } from './letter.ts';
import { Participant } from './participant.ts';
import { previewOf } from './preview.ts';

/** Whom a letter's addresses belong to, and where it belongs itself. */
export interface Setting {
  readonly conversation: Conversation;
  /** Whom it is with. */
  readonly customer: Ref<Customer> | null;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly users: ReadonlyMap<string, User>;
  readonly origin: Origin;
}

export function recordLetter({ mail, direction, at, sourceKey, automatic, parties }: Letter, { conversation, customer, customers, users, origin }: Setting, transaction: Transaction): Interaction {
  const { add } = transaction;
  const people = parties.map((party) => ({
    ...party,
    customer: (party.key !== null && customers.get(party.key)) || null,
    user: (party.ours && party.key !== null && users.get(party.key)) || null,
  }));
  const interaction = add(Interaction.create({
    kind: 'MESSAGE', channelKind: 'EMAIL', channel: conversation.channel, direction, conversation, customer, automatic, sourceKey, startedAt: at, messageId: mail.messageId ?? null,
    agent: people.find(({ role }) => role === 'FROM')?.user ?? null,
    subject: mail.subject || null, preview: previewOf(mail.text),
  }, origin));
  if (mail.text || mail.html) add(InteractionBody.of(interaction, mail.text.slice(0, LONGEST_TEXT), mail.html ?? null));
  for (const { contentId = null, ...file } of mail.attachments.slice(0, MOST_ATTACHMENTS)) add(Attachment.of({ interaction, contentId, ...file }));
  for (const { role, name, address, customer, user } of people) add(Participant.of({ interaction, role, name: name || null, address, customer, user }));

  const concerned = [customer, ...people.map((party) => party.customer)].flatMap((one) => one?.id ?? []);
  for (const id of new Set(concerned)) concerns(transaction, { id }, interaction, at);
  return interaction;
}
