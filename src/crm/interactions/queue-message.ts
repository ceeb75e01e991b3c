/**
 * Writes a message that is to be sent: the interaction, who gets it, and its place in conversation, thread and timelines.
 * It leaves when all this is committed, by a reaction, or at the pace of whoever made it (`paced`).
 */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import type { MailFile } from '../../kernel/ports.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { domainOf, emailAddress, emailKey } from '../../kernel/values/email-address.ts';
import { htmlToText, sanitiseHtml } from '../../kernel/values/readable-html.ts';
import { concerns } from '../customers/concerns.ts';
import { ContactPoint } from '../customers/contact-point.ts';
import type { Customer } from '../customers/customer.ts';
import { Organization } from '../identity/organization.ts';
import { Attachment } from './attachment.ts';
import type { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';
import { Correspondents } from './correspondents.ts';
import { InteractionBody } from './interaction-body.ts';
import { Interaction } from './interaction.ts';
import { MailMessageId, messageKey } from './mail-message-id.ts';
import { MessageDelivery } from './message-delivery.ts';
import { Participant, type ParticipantRole } from './participant.ts';
import { previewOf } from './preview.ts';
import { threadOf } from './thread-of.ts';

export interface Recipient {
  /** In its normal form. */
  readonly address: string;
  readonly name: string | null;
}

export interface NewMessage {
  readonly channel: Channel;
  /** Null: it begins a conversation. */
  readonly conversation: Conversation | null;
  /** Whom it is with. */
  readonly customer: Ref<Customer> | null;
  readonly to: readonly Recipient[];
  readonly cc?: readonly Recipient[];
  readonly bcc?: readonly Recipient[];
  readonly subject: string | null;
  readonly text: string | null;
  /** As anybody wrote it: made safe here. */
  readonly html?: string | null;
  readonly files?: readonly (MailFile & { readonly size: number })[];
  readonly language?: string | null;
  readonly sendAt?: Date | null;
  /** A machine writes it: it is marked so, and goes to nobody who is one. Null: a person does. */
  readonly automatic?: MessageDelivery['automatic'];
  readonly unsubscribeUrl?: string | null;
  /** Whoever makes it calls `deliverMessage` themselves. Else it leaves by itself. */
  readonly paced?: boolean;
}

export interface QueuedMessage {
  readonly interaction: Interaction;
  readonly delivery: MessageDelivery;
  readonly conversation: Conversation;
}

export async function queueMessage(message: NewMessage, transaction: Transaction): Promise<QueuedMessage> {
  const { add, actor, ports, now } = transaction;
  const { channel, customer, subject, cc = [], bcc = [], to } = message;
  const from = senderOf(channel);
  const html = message.html ? sanitiseHtml(message.html) || null : null;
  const text = message.text ?? (html ? htmlToText(html) : '');
  if (!text && !html) throw new Refusal('NOTHING_SAID', 'A message says something: give `text` or `html`.', { field: ['text'] });

  const people: (Recipient & { role: ParticipantRole })[] = [...role('TO', to), ...role('CC', cc), ...role('BCC', bcc)];
  const known = await knownAmong(people, transaction);
  const thread = message.conversation ? await threadOf(message.conversation, transaction) : { inReplyTo: null, references: [] };
  const at = now();
  const contribution = { at, subject, customer, correspondents: people.map(({ address }) => emailKey(address)) };
  const conversation = message.conversation ?? add(Conversation.start(channel, contribution));
  if (message.conversation) conversation.continueWith(contribution);

  const interaction = add(Interaction.create({
    kind: 'MESSAGE', channelKind: channel.kind, channel, direction: 'OUTBOUND', conversation, customer, subject, startedAt: at,
    agent: actor.kind === 'USER' ? { id: actor.id } : null, automatic: Boolean(message.automatic), preview: previewOf(text),
  }, 'interaction.written'));
  const { sendAt = null, paced = false, language = null, automatic = null, unsubscribeUrl = null } = message;
  const delivery = add(MessageDelivery.queue({ interaction, conversation, sendAt, paced, language, automatic, unsubscribeUrl, ...thread }, at));
  interaction.messageId = `${ports.mail.nameOf(actor.tenant, delivery.id)}@${domainOf(from)}`;
  add(MailMessageId.of(conversation, messageKey(interaction.messageId), true));
  add(InteractionBody.of(interaction, text, html));
  for (const { contentId = null, ...file } of message.files ?? []) add(Attachment.of({ interaction, ...file, contentId, inline: contentId !== null }));

  add(Participant.of({ interaction, role: 'FROM', name: await senderName(channel, transaction), address: from, customer: null, user: interaction.agent }));
  const concerned = new Set(customer ? [customer.id] : []);
  for (const { address, name, role: as } of people) {
    const theirs = known.get(emailKey(address)) ?? null;
    add(Participant.of({ interaction, role: as, name, address, customer: theirs, user: null }));
    if (theirs) concerned.add(theirs.id);
  }
  for (const id of concerned) concerns(transaction, { id }, interaction, at);
  return { interaction, delivery, conversation };
}

const role = (as: ParticipantRole, list: readonly Recipient[]) => list.map((recipient) => ({ ...recipient, role: as }));

/** The address that a channel sends from. Null: it is none that mail is sent from. */
export function sendingAddress({ kind, address }: Channel): string | null {
  const read = kind === 'EMAIL' && address ? emailAddress.read(address) : null;
  return read && 'value' in read ? read.value : null;
}

/** The same, where it must be one. */
export function senderOf(channel: Channel): string {
  const address = sendingAddress(channel);
  if (address !== null) return address;
  throw new Refusal('CHANNEL_CANNOT_SEND', channel.kind === 'EMAIL'
    ? `The channel ${channel.name} has no e-mail address to send from: give it one as its \`address\`.`
    : `Messages are sent by e-mail; the channel ${channel.name} is for ${channel.kind}.`, { field: ['channelId'] });
}

async function senderName({ senderName: own }: Channel, { all, actor }: Transaction): Promise<string | null> {
  if (own) return own;
  const [organization] = await all(Organization, { id: actor.tenant });
  return organization?.name ?? null;
}

/** Which customers the recipients are; refuses an address at which nothing arrives. */
async function knownAmong(people: readonly Recipient[], transaction: Transaction): Promise<Map<string, Ref<Customer>>> {
  const keys = [...new Set(people.map(({ address }) => emailKey(address)))];
  const [dead] = await transaction.all(ContactPoint, { kind: 'EMAIL', key: keys }, 1, { not: { field: 'undeliverableAt', is: 'eq', value: null } });
  if (dead) {
    throw new Refusal('ADDRESS_UNDELIVERABLE', `Mail to ${dead.value} has not arrived since ${dead.undeliverableAt?.toISOString().slice(0, 10)}${dead.undeliverableReason ? ` (${dead.undeliverableReason})` : ''}. Correct the address, or mark it deliverable if it works again.`);
  }
  const correspondents = await Correspondents.among(people.map(({ address }) => ({ kind: 'EMAIL', value: address, key: emailKey(address) })), transaction);
  return new Map(people.flatMap(({ address, name }) => {
    const key = emailKey(address);
    const customer = correspondents.known({ kind: 'EMAIL', key }, { name: name ?? '' });
    return customer ? [[key, customer]] : [];
  }));
}
