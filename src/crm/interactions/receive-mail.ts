/**
 * Takes in a mail that came to a channel's mailbox, exactly once: a bounce finds the mail it speaks of, anything else
 * becomes an interaction in its conversation, closed ones being opened again by what a person writes. Whatever a machine
 * wrote is marked so, that nothing ever answers it by itself; a message of ours that comes round is known by its name.
 */
import type { Transaction } from '../../kernel/context.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { markAddressDeliverable, markAddressUndeliverable } from '../customers/mark-address.ts';
import { Organization } from '../identity/organization.ts';
import { bounceOf, type Bounce } from './bounce.ts';
import { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';
import { Interaction } from './interaction.ts';
import { letterFrom } from './letter.ts';
import { notYetTaken, Surroundings } from './letter-surroundings.ts';
import { MessageDelivery } from './message-delivery.ts';
import { ownSide, type IsOwn } from './own-side.ts';
import { MOST_PARTICIPANTS, Participant } from './participant.ts';
import type { ReceivedMail } from './received-mail.ts';
import { recordLetter } from './record-letter.ts';
import { ReturnedMail } from './returned-mail.ts';

/** Null: it was taken in before, or is no message to us: a report on a mail of ours, or one of ours that came back unchanged. */
export async function receiveMail(mail: ReceivedMail, channelId: string, transaction: Transaction): Promise<Interaction | null> {
  const { get, find, now } = transaction;
  const channel = await get(Channel, channelId); // held until the end, as by whoever else takes in messages on it
  if (mail.messageId && (await ourMail([mail.messageId], transaction))?.message) return null;
  const returned = await ourMail([...mail.deliveredTo ?? [], ...[...mail.to, ...mail.cc].flatMap(({ address }) => address ?? [])], transaction);
  const reported = returned ?? (mail.report?.messageId ? await ourMail([mail.report.messageId], transaction) : null);
  const bounce = bounceOf(mail, returned !== null);
  if (bounce && reported) {
    if (reported.message) await takeBounce(bounce, reported.message, transaction);
    else await takeReturn(bounce, reported.id, transaction);
    return null;
  }
  if (mail.report && reported && !reported.message) return null; // that it is late, or arrived, is of no conversation

  const isOwn = await ownAddresses(transaction);
  const automatic = mail.autoSubmitted || Boolean(mail.bulk) || (mail.loops ?? []).some(isOwn);
  const [dated] = await notYetTaken([letterFrom({ ...mail, autoSubmitted: automatic }, isOwn, now())], transaction);
  if (!dated) return null;
  const around = await Surroundings.of([dated], transaction);
  const place = around.placeOf(dated, reported?.message ? await find(Conversation, reported.message.conversation.id) ?? undefined : undefined);
  const letter = { ...dated, at: momentAfter(place.found?.lastAt, dated.at) };
  const written = letter.direction === 'INBOUND' && !automatic;
  if (written && place.found?.status === 'CLOSED') place.found.reopen();
  if (written) for (const { key } of letter.counterparts) await markAddressDeliverable(key, transaction);
  const { conversation } = around.settle(letter, place, channel);
  return recordLetter(letter, { ...place, conversation, users: around.users, origin: 'interaction.received' }, transaction);
}

/** The date of a mail names a second only: within that second it came after what its conversation had already, which it may answer. */
function momentAfter(last: Date | undefined, at: Date): Date {
  const isSameSecond = last && Math.floor(last.getTime() / 1000) === Math.floor(at.getTime() / 1000);
  return isSameSecond && at <= last ? new Date(last.getTime() + 1) : at;
}

/** A mail of ours by what its name names. Without a message it is one that another module sent. */
interface OurMail {
  readonly id: string;
  readonly message: MessageDelivery | null;
}

/** That one of these addresses or Message-IDs names. */
async function ourMail(texts: readonly string[], { find, ports, actor }: Transaction): Promise<OurMail | null> {
  const ids = texts.flatMap((text) => ports.mail.named(actor.tenant, text) ?? []);
  for (const id of ids) {
    const message = await find(MessageDelivery, id);
    if (message) return { id, message };
  }
  return ids[0] === undefined ? null : { id: ids[0], message: null };
}

/** A report is believed only about those whom the message went to. */
async function takeBounce({ statusCode, reason, dead }: Bounce, delivery: MessageDelivery, transaction: Transaction): Promise<void> {
  const { all, now } = transaction;
  delivery.bounce(statusCode, reason, now());
  const participants = await all(Participant, { interaction: delivery.interaction.id }, MOST_PARTICIPANTS);
  const recipients = new Set(participants.flatMap(({ role, address }) => (role === 'FROM' || address === null ? [] : emailKey(address))));
  for (const key of new Set(dead)) if (recipients.has(key)) await markAddressUndeliverable(key, reason, transaction);
}

/** Told again, it is no news. */
async function takeReturn(bounce: Bounce, mail: string, { all, add }: Transaction): Promise<void> {
  const [known] = await all(ReturnedMail, { mail });
  if (!known) add(ReturnedMail.of(mail, bounce));
}

/** The organisation's mail domains, the addresses of its channels, and those that only the envelopes of our messages have. */
async function ownAddresses({ all, actor, ports }: Transaction): Promise<IsOwn> {
  const [organization] = await all(Organization, { id: actor.tenant });
  const channels = await all(Channel, { kind: 'EMAIL' });
  const isOwn = ownSide({ addresses: channels.flatMap(({ address }) => address ?? []), domains: organization?.mailDomains ?? [] });
  return (address) => isOwn(address) || ports.mail.named(actor.tenant, address) !== null;
}
