/**
 * Takes a batch of old mails in: customers, conversations, interactions. Everything the batch needs to know is looked
 * up at once, then the mails are decided on one by one in the order of the archive. A decision rests on what is stored
 * and on the mails before, never on where a batch begins; so an import that is cut off and begun again ends the same.
 */
import type { Transaction } from '../../kernel/context.ts';
import { Channel } from './channel.ts';
import { letterFrom } from './letter.ts';
import { notYetTaken, Surroundings } from './letter-surroundings.ts';
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
  const letters = await notYetTaken(mails.map((mail) => letterFrom(mail, options.isOwn, transaction.now())), transaction);
  const around = await Surroundings.of(letters, transaction);
  let conversations = 0;
  for (const letter of letters) {
    const place = around.placeOf(letter);
    const { conversation, isNew } = around.settle(letter, place, channel);
    if (isNew) conversations += 1;
    conversation.settle({ at: letter.at, openSince: options.openSince, isNew });
    recordLetter(letter, { ...place, conversation, users: around.users, origin: 'interaction.imported' }, transaction);
  }
  return { imported: letters.length, alreadyThere: mails.length - letters.length, customers: around.correspondents.welcomed.length, conversations };
}

/** The organisation's mail channel: of several the first, of none a new one. */
async function mailChannel({ all, get, add }: Transaction): Promise<Channel> {
  const [first] = await all(Channel, { kind: 'EMAIL' });
  return first ? get(Channel, first.id) : add(Channel.create('EMAIL', { name: 'E-mail' }));
}
