/** Whose turn it is after an interaction: a pure rule. Machines turn nothing, and neither does what colleagues say among themselves. */
import type { Interaction } from '../interactions/interaction.ts';
import type { MessageDelivery } from '../interactions/message-delivery.ts';

/** OURS: the customer said something that waits for us. THEIRS: a person of us answered. */
export type Turn = 'OURS' | 'THEIRS';

export type Said = Pick<Interaction, 'kind' | 'direction' | 'automatic' | 'callOutcome'> & { readonly agent: unknown };
export type Sent = Pick<MessageDelivery, 'status' | 'sendAt' | 'sentAt'>;

/** Null: it turns nothing. */
export function turnOf({ kind, direction, automatic, callOutcome, agent }: Said): Turn | null {
  if (automatic || direction === 'INTERNAL' || kind === 'NOTE') return null;
  const spoke = kind === 'MEETING' || kind === 'VISIT' || (kind === 'CALL' && (callOutcome === 'ANSWERED' || callOutcome === null));
  if (direction === 'INBOUND') return spoke ? (agent === null ? null : 'THEIRS') : 'OURS';
  return agent === null || (kind === 'CALL' && !spoke) ? null : 'THEIRS';
}

/**
 * When a message of ours that was written at a moment counts as said: then, for it leaves at once; when it left, if it had
 * to wait for its time. Null: not yet, or it did not arrive.
 */
export function saidAt(written: Date, delivery: Sent | null): Date | null {
  if (delivery === null) return written;
  const { status, sendAt, sentAt } = delivery;
  if (status === 'FAILED' || status === 'BOUNCED' || status === 'CANCELLED') return null;
  return sendAt && sendAt > written ? sentAt : written;
}
