/** Whose turn it is after an interaction: a pure rule. Machines turn nothing, and neither does what colleagues say among themselves. */
import type { Interaction } from '../interactions/interaction.ts';

/** OURS: the customer said something that waits for us. THEIRS: a person of us answered. */
export type Turn = 'OURS' | 'THEIRS';

export type Said = Pick<Interaction, 'kind' | 'direction' | 'automatic' | 'callOutcome'> & { readonly agent: unknown };

/** Null: it turns nothing. */
export function turnOf({ kind, direction, automatic, callOutcome, agent }: Said): Turn | null {
  if (automatic || direction === 'INTERNAL' || kind === 'NOTE') return null;
  const spoke = kind === 'MEETING' || kind === 'VISIT' || (kind === 'CALL' && (callOutcome === 'ANSWERED' || callOutcome === null));
  if (direction === 'INBOUND') return spoke ? (agent === null ? null : 'THEIRS') : 'OURS';
  return agent === null || (kind === 'CALL' && !spoke) ? null : 'THEIRS';
}
