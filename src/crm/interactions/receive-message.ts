/**
 * Takes in a message from a channel that a partner connects. The channel is locked until the end, so the messages of
 * one channel are taken in one after the other: the same message is one, and nobody becomes a customer twice.
 *
 * With a conversation named by the partner it joins that one, reopened if need be. Without, it joins the sender's
 * latest open conversation on the channel, else it starts one: what was closed is over, a new message is a new matter.
 */
import type { Transaction } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { htmlToText, sanitiseHtml } from '../../kernel/values/readable-html.ts';
import { concerns } from '../customers/concerns.ts';
import { normalForm } from '../customers/contact-point.ts';
import type { Customer } from '../customers/customer.ts';
import { homeCountryFor } from '../customers/home-country.ts';
import { channelInUse } from './channel-in-use.ts';
import type { Channel } from './channel.ts';
import { Conversation, type Contribution } from './conversation.ts';
import { Correspondents, type Address } from './correspondents.ts';
import { InteractionBody } from './interaction-body.ts';
import { Interaction } from './interaction.ts';
import type { MessageReceiveInput, MessageSenderInput } from './interaction.inputs.ts';
import { Participant } from './participant.ts';
import { previewOf } from './preview.ts';

export async function receiveMessage(input: MessageReceiveInput, transaction: Transaction): Promise<Interaction> {
  const { all, add, now } = transaction;
  const channel = await channelInUse(input.channelId, transaction);
  const sourceKey = `${channel.id}:${input.externalId}`;
  const [received] = await all(Interaction, { sourceKey });
  if (received) return received;

  const html = input.html ? sanitiseHtml(input.html) : null;
  const text = input.text ?? (html ? htmlToText(html) : '');
  if (!text && !html) throw new Refusal('NOTHING_SAID', 'A message says something: give `text` or `html`.', { field: ['text'] });

  const { from, subject = null, language } = input;
  const address = await addressOf(from, transaction);
  const customer = (await Correspondents.among([address], transaction)).welcome(address, { name: from.name ?? '', language: language ?? undefined });
  const at = new Date(Math.min(input.occurredAt?.getTime() ?? Infinity, now().getTime()));
  const contribution = { at, subject, customer, correspondents: [address.key] };
  const conversation = await conversationOf(input.externalConversationId ?? null, channel, customer, contribution, transaction);

  const interaction = add(Interaction.create({
    kind: channel.kind === 'WEB_FORM' ? 'FORM' : 'MESSAGE', direction: 'INBOUND', channelKind: channel.kind, channel, conversation, customer,
    subject, sourceKey, startedAt: at, preview: previewOf(text),
  }, 'interaction.received'));
  add(InteractionBody.of(interaction, text, html));
  add(Participant.of({ interaction, role: 'FROM', name: from.name ?? null, address: address.value, customer, user: null }));
  concerns(transaction, customer, interaction, at);
  return interaction;
}

async function conversationOf(
  externalId: string | null, channel: Channel, customer: Customer, contribution: Contribution, { all, add }: Transaction,
): Promise<Conversation> {
  const candidates = await all(Conversation, externalId === null ? { channel: channel.id, customer: customer.id, status: 'OPEN' } : { channel: channel.id, externalId });
  const latest = candidates.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())[0];
  if (!latest) return add(Conversation.start(channel, contribution, externalId));
  if (latest.status === 'CLOSED') latest.reopen();
  latest.continueWith(contribution);
  return latest;
}

async function addressOf({ kind, value }: MessageSenderInput, transaction: Transaction): Promise<Address> {
  try {
    return { kind, ...normalForm(kind, value, await homeCountryFor([{ kind, value }], transaction)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw Refusal.of(error.errors.map((one) => ({ ...one, field: ['from', ...(one.field ?? [])] })));
  }
}
