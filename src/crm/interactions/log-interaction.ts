/** Records a contact that took place: the interaction, who took part, and its place on the timeline of every customer. */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { phoneNumber, readPhone } from '../../kernel/values/phone-number.ts';
import { concerns } from '../customers/concerns.ts';
import { Customer } from '../customers/customer.ts';
import { homeCountryFor } from '../customers/home-country.ts';
import { User } from '../identity/user.ts';
import { Channel } from './channel.ts';
import { Conversation } from './conversation.ts';
import { InteractionBody } from './interaction-body.ts';
import { Interaction } from './interaction.ts';
import type { CallInput, InteractionLogInput } from './interaction.inputs.ts';
import { Participant, type ParticipantRole } from './participant.ts';
import { previewOf } from './preview.ts';

/** Clocks of clients are a little fast now and then. */
const TOLERANCE_MS = 5 * 60 * 1000;

export async function logInteraction(input: InteractionLogInput, transaction: Transaction): Promise<Interaction> {
  const { get, add, actor, now } = transaction;
  const { kind, direction, disposition = null, subject = null, text, call, endedAt = null } = input;
  const startedAt = input.startedAt ?? now();
  if (startedAt.getTime() > now().getTime() + TOLERANCE_MS) {
    throw new Refusal('NOT_YET_HAPPENED', `Only what happened is logged; ${startedAt.toISOString()} is still to come.`, { field: ['startedAt'] });
  }
  if (call && kind !== 'CALL') throw new Refusal('NOT_A_CALL', `Only a CALL has call details; this is a ${kind}.`, { field: ['call'] });

  const customer = await get(Customer, input.customerId);
  const conversation = input.conversationId ? await get(Conversation, input.conversationId) : null;
  const channelId = input.channelId ?? conversation?.channel.id;
  const channel = channelId ? await get(Channel, channelId) : null;
  const agent = input.agentId ? await get(User, input.agentId) : actor.kind === 'USER' ? { id: actor.id } : null;

  const interaction = add(Interaction.create({
    kind, direction, channel, conversation, customer, agent, subject, startedAt, endedAt, disposition,
    channelKind: input.channelKind ?? channel?.kind ?? (kind === 'CALL' ? 'PHONE' : null),
    callOutcome: call?.outcome ?? null,
    preview: previewOf(text ?? ''),
  }, 'interaction.logged'));
  if (text) add(InteractionBody.of(interaction, text));
  conversation?.continueWith({ at: startedAt, subject, customer, correspondents: [] });

  const parties = [...await callers(call, direction === 'OUTBOUND' ? { to: customer } : { from: customer }, transaction), ...await othersOf(input, transaction)];
  for (const party of parties) add(Participant.of({ interaction, name: null, address: null, customer: null, user: null, ...party }));
  const concerned = new Set([customer.id, ...parties.flatMap((party) => party.customer?.id ?? [])]);
  for (const id of concerned) concerns(transaction, { id }, interaction, startedAt);
  return interaction;
}

type Party = { readonly role: ParticipantRole } & Partial<Pick<Participant, 'name' | 'address' | 'customer' | 'user'>>;

async function callers(call: CallInput | null | undefined, known: { from?: Ref<Customer>; to?: Ref<Customer> }, transaction: Transaction): Promise<Party[]> {
  if (!call?.fromNumber && !call?.toNumber) return [];
  const numbers = [call.fromNumber, call.toNumber].filter((number) => number != null).map((value) => ({ kind: 'PHONE', value }));
  const country = await homeCountryFor(numbers, transaction);
  const dialled = (number: string, field: string): string => {
    const read = readPhone(number, country);
    if ('wrong' in read) throw new Refusal(phoneNumber.code, read.wrong, { field: ['call', field] });
    return read.e164;
  };
  return [
    ...(call.fromNumber ? [{ role: 'FROM' as const, address: dialled(call.fromNumber, 'fromNumber'), customer: known.from ?? null }] : []),
    ...(call.toNumber ? [{ role: 'TO' as const, address: dialled(call.toNumber, 'toNumber'), customer: known.to ?? null }] : []),
  ];
}

async function othersOf({ participants }: InteractionLogInput, { get }: Transaction): Promise<Party[]> {
  const parties: Party[] = [];
  for (const { role, name = null, address = null, customerId, userId } of participants ?? []) {
    parties.push({
      role, name, address,
      customer: customerId ? await get(Customer, customerId) : null,
      user: userId ? await get(User, userId) : null,
    });
  }
  return parties;
}
