/** A message as somebody asks for it to be sent: from which channel, to whom, about what, as far as they do not say. */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { NotFound, Refusal } from '../../kernel/refusal.ts';
import { emailAddress } from '../../kernel/values/email-address.ts';
import { ContactPoint } from '../customers/contact-point.ts';
import { Customer } from '../customers/customer.ts';
import { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';
import { Interaction } from './interaction.ts';
import type { MessageSendInput } from './message.inputs.ts';
import { Participant } from './participant.ts';
import { queueMessage, type NewMessage, type QueuedMessage, type Recipient } from './queue-message.ts';
import { threadSubject } from './thread-subject.ts';

const LOOKED_AT = 20;

/** With what only other modules say of a message, such as that a machine wrote it. */
export async function sendMessage(
  input: MessageSendInput, transaction: Transaction, more: Pick<NewMessage, 'automatic' | 'files' | 'unsubscribeUrl'> = {},
): Promise<QueuedMessage> {
  const { get, find } = transaction;
  const { conversationId, contactPointId, channelId, text = null, html = null, language = null, sendAt = null } = input;
  const named = channelId ? await channelNamed(channelId, transaction) : null;
  if (!conversationId && !contactPointId) {
    throw new Refusal('RECIPIENT_REQUIRED', 'To whom? Give `conversationId` to answer in a conversation, or `contactPointId` to begin one.', { field: ['contactPointId'] });
  }
  const conversation = conversationId ? await get(Conversation, conversationId) : null;
  const point = contactPointId ? await emailPoint(contactPointId, transaction) : null;
  const channel = named ?? (conversation ? await channelNamed(conversation.channel.id, transaction) : await onlyChannel(transaction));
  refuseUnused(channel);
  const with_ = conversation?.customer ?? point?.customer ?? null;
  const customer = with_ && await find(Customer, with_.id);
  if (customer?.archivedAt) throw new Refusal('CUSTOMER_ARCHIVED', `${customer.name} is archived, so nothing is sent to them. Restore the customer first.`);
  const to = point ? [{ address: point.value, name: customer?.id === point.customer.id ? nameOf(customer) : null }] : await answered(conversation, customer, transaction);
  const copies = (list: readonly string[] | null | undefined): Recipient[] => (list ?? []).map((address) => ({ address, name: null }));
  return queueMessage({
    channel, conversation, customer: with_, to, cc: copies(input.cc), bcc: copies(input.bcc), text, html, language, sendAt,
    subject: input.subject ?? (conversation ? asAnswer(conversation.subject) : null), ...more,
  }, transaction);
}

/** A customer known by nothing but an address has no name. */
const nameOf = ({ name }: Customer): string | null => (name.includes('@') ? null : name);

const asAnswer = (subject: string | null): string | null => (subject === null || threadSubject(subject).isReply ? subject : `Re: ${subject}`);

async function emailPoint(id: string, { get }: Transaction): Promise<ContactPoint> {
  const point = await get(ContactPoint, id);
  if (point.kind !== 'EMAIL') throw new Refusal('ADDRESS_NOT_EMAIL', `Messages are sent by e-mail; ${point.value} is of kind ${point.kind}.`, { field: ['contactPointId'] });
  return point;
}

/** Not locked: many send on it at a time. */
async function channelNamed(id: string, { all }: Transaction): Promise<Channel> {
  const [channel] = await all(Channel, { id });
  if (!channel) throw new NotFound('Channel');
  return channel;
}

async function onlyChannel({ all }: Transaction): Promise<Channel> {
  const able = (await all(Channel, { kind: 'EMAIL', active: true })).filter(({ address }) => address && 'value' in emailAddress.read(address));
  if (able.length === 1 && able[0]) return able[0];
  throw new Refusal('CHANNEL_CANNOT_SEND', able.length === 0
    ? 'There is no active e-mail channel with an address to send from.'
    : `Several channels can send (${able.map(({ name }) => name).join(', ')}): name one by \`channelId\`.`, { field: ['channelId'] });
}

function refuseUnused({ active, name }: Channel): void {
  if (!active) throw new Refusal('CHANNEL_NOT_ACTIVE', `The channel ${name} is out of use. Take another, or make it active again.`, { field: ['channelId'] });
}

/** Who wrote to us last, where they want the answer; else whom we wrote to last; else the customer's first address. */
async function answered(conversation: Conversation | null, customer: Ref<Customer> | null, { page, all }: Transaction): Promise<Recipient[]> {
  const { nodes } = await page(Interaction, { first: LOOKED_AT, orderBy: 'STARTED_DESC' }, { field: 'conversation', is: 'eq', value: conversation?.id });
  const messages = nodes.filter(({ kind, automatic }) => (kind === 'MESSAGE' || kind === 'FORM') && !automatic);
  const last = messages.find(({ direction }) => direction === 'INBOUND') ?? messages[0];
  const parties = last ? await all(Participant, { interaction: last.id }) : [];
  for (const role of last?.direction === 'INBOUND' ? ['REPLY_TO', 'FROM'] as const : ['TO'] as const) {
    const found = parties.filter((party) => party.role === role).flatMap(({ address, name }) => {
      const read = emailAddress.read(address ?? '');
      return 'value' in read ? [{ address: read.value, name }] : [];
    });
    if (found.length > 0) return found;
  }
  const points = customer ? await all(ContactPoint, { customer: customer.id, kind: 'EMAIL' }) : [];
  const first = points.find(({ primary }) => primary) ?? points[0];
  if (first) return [{ address: first.value, name: null }];
  throw new Refusal('RECIPIENT_UNKNOWN', 'Nobody in this conversation has an e-mail address. Name one by `contactPointId`.', { field: ['contactPointId'] });
}
