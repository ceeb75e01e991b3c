/**
 * Hands a queued message to the mail server: one transaction marks that it is being sent, then the server is spoken to,
 * then another transaction marks what came of it. Whoever finds a message marked by the attempt that they themselves are
 * the repetition of knows that its process was lost on the way, and not what the server made of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '../../kernel/context.ts';
import type { MailParty, OutgoingMail, SendOutcome } from '../../kernel/ports.ts';
import type { Work } from '../../kernel/work.ts';
import { emailKey } from '../../kernel/values/email-address.ts';
import { markAddressUndeliverable } from '../customers/mark-address.ts';
import { Attachment, MOST_ATTACHMENTS } from './attachment.ts';
import { isDead } from './dead-address.ts';
import { InteractionBody } from './interaction-body.ts';
import { Interaction } from './interaction.ts';
import { MailMessageId, messageKey } from './mail-message-id.ts';
import { MessageDelivery, type DeliveryStatus } from './message-delivery.ts';
import { MOST_PARTICIPANTS, Participant, type ParticipantRole } from './participant.ts';

const PAUSES_MS = [100, 1_000, 5_000, 15_000, 30_000];

/**
 * `claim` names the attempt, and is the same when the attempt is repeated after a crash; `paced` that it is made by
 * whoever made the message so. Answers how the message stands then; null: there is no such message.
 */
export async function deliverMessage(
  id: string, claim: string, work: Pick<Work, 'step' | 'conclude' | 'ports'>, { paced }: { paced: boolean },
): Promise<DeliveryStatus | null> {
  const begun = await work.step((transaction) => begin(id, claim, paced, transaction));
  if (begun === null || typeof begun === 'string') return begun;
  const outcome = await work.ports.mail.send(begun).catch(notPutTogether);
  return persistently(() => work.conclude((transaction) => conclude(id, claim, outcome, transaction)));
}

/** What a server said is told nowhere else, so a database that is away for a while is waited for. */
async function persistently<T>(act: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await act();
    } catch {
      await sleep(pause);
    }
  }
  return act();
}

async function begin(id: string, claim: string, paced: boolean, transaction: Transaction): Promise<OutgoingMail | DeliveryStatus | null> {
  const delivery = await transaction.find(MessageDelivery, id);
  if (!delivery) return null;
  if (delivery.status === 'SENDING' && delivery.claim === claim) {
    delivery.lose('The process that sent it ended before the server answered, or before the answer was kept.');
    return delivery.status;
  }
  if (!delivery.due || delivery.paced !== paced) return delivery.status;
  delivery.begin(claim);
  return mailOf(delivery, transaction);
}

async function conclude(id: string, claim: string, outcome: SendOutcome, transaction: Transaction): Promise<DeliveryStatus | null> {
  const { find, all, add, now } = transaction;
  const delivery = await find(MessageDelivery, id);
  if (!delivery) return null;
  delivery.conclude(claim, outcome, now());
  if (outcome.outcome === 'SENT' && outcome.knownAs) {
    const key = messageKey(outcome.knownAs);
    const [known] = await all(MailMessageId, { conversation: delivery.conversation.id, key });
    if (!known) add(MailMessageId.of(delivery.conversation, key, true));
  }
  for (const { address, statusCode, reason } of outcome.outcome === 'UNCERTAIN' ? [] : outcome.refused) {
    if (isDead(statusCode, reason)) await markAddressUndeliverable(emailKey(address), reason, transaction);
  }
  return delivery.status;
}

async function mailOf(delivery: MessageDelivery, { all, actor, ports, now }: Transaction): Promise<OutgoingMail> {
  const { id, interaction: { id: interactionId }, inReplyTo, references, language, automatic, unsubscribeUrl } = delivery;
  const interaction = { interaction: interactionId };
  const [[message], [body], participants, attachments] = await Promise.all([
    all(Interaction, { id: interactionId }), all(InteractionBody, interaction),
    all(Participant, interaction, MOST_PARTICIPANTS), all(Attachment, interaction, MOST_ATTACHMENTS),
  ]);
  const parties = (role: ParticipantRole): MailParty[] =>
    participants.flatMap(({ role: as, name, address }) => (as === role && address !== null ? [{ name, address }] : []));
  const [from] = parties('FROM');
  if (!from) throw new Error('A message without a sender was queued.');
  return {
    tenant: actor.tenant, name: ports.mail.nameOf(actor.tenant, id), from, to: parties('TO'), cc: parties('CC'), bcc: parties('BCC'),
    subject: message?.subject ?? '', text: body?.text ?? '', html: body?.html ?? null, date: now(),
    attachments: attachments.flatMap(({ hash, ...file }) => (hash === null ? [] : [{ ...file, hash }])),
    inReplyTo, references, language, automatic, unsubscribeUrl,
  };
}

/** Nothing was said to a server yet: an attachment is missing, or the folder is full. */
const notPutTogether = (error: unknown): SendOutcome => ({
  outcome: 'POSTPONED', statusCode: null, refused: [],
  reason: `The mail could not be put together${error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''}.`,
});
