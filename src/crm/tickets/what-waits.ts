/** What waits in a conversation to be answered, as what was said in it tells: where a ticket begins, and where an answer did not arrive. */
import type { Transaction } from '../../kernel/context.ts';
import type { Ref } from '../../kernel/fields.ts';
import type { Conversation } from '../interactions/conversation.ts';
import { Interaction } from '../interactions/interaction.ts';
import { MessageDelivery } from '../interactions/message-delivery.ts';
import { saidAt, turnOf, type Turn } from './turn-of.ts';

/** How far back is looked. */
const LOOKED_AT = 50;

export interface Waiting {
  /** Since when something waits. */
  readonly unansweredAt: Date | null;
  /** When the customer was last heard, and when a person of us last answered. */
  readonly heardAt: Date | null;
  readonly answeredAt: Date | null;
}

interface Said {
  readonly turn: Turn;
  /** When it was said, by which it is ordered; when it came in, from which time counts. */
  readonly at: Date;
  readonly cameAt: Date;
}

/** Of what was said since a moment, or of all. */
export async function whatWaits(conversation: Ref<Conversation>, { page, all }: Pick<Transaction, 'page' | 'all'>, since = new Date(0)): Promise<Waiting> {
  const { nodes } = await page(Interaction, { first: LOOKED_AT, orderBy: 'STARTED_DESC' }, { field: 'conversation', is: 'eq', value: conversation.id });
  const written = nodes.filter((one) => one.kind === 'MESSAGE' && turnOf(one) === 'THEIRS');
  const deliveries = written.length > 0 ? await all(MessageDelivery, { interaction: written.map(({ id }) => ({ id })) }) : [];
  const said = nodes.flatMap((one): Said[] => {
    const turn = turnOf(one);
    const at = saidAt(one.startedAt, deliveries.find(({ interaction }) => interaction.id === one.id) ?? null);
    return turn && at && one.createdAt >= since ? [{ turn, at, cameAt: one.createdAt }] : [];
  });
  const answeredAt = latest(said.flatMap(({ turn, at }) => (turn === 'THEIRS' ? [at] : [])));
  const theirs = said.filter(({ turn }) => turn === 'OURS');
  const waiting = theirs.filter(({ at }) => answeredAt === null || at > answeredAt).map(({ cameAt }) => cameAt);
  return { answeredAt, heardAt: latest(theirs.map(({ cameAt }) => cameAt)), unansweredAt: waiting.sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

const latest = (moments: readonly Date[]): Date | null => moments.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
