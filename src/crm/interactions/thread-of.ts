/** What a new message of a conversation refers to, so that mail programs show it in its thread. */
import type { Transaction } from '../../kernel/context.ts';
import type { Conversation } from './conversation.ts';
import { Interaction } from './interaction.ts';

const LOOKED_AT = 30;

/** It answers the last that was written to us, else the last of ours. Oldest first, as `References` are. */
export async function threadOf({ id }: Conversation, { page }: Transaction): Promise<{ inReplyTo: string | null; references: string[] }> {
  const { nodes } = await page(Interaction, { first: LOOKED_AT, orderBy: 'STARTED_DESC' }, { field: 'conversation', is: 'eq', value: id });
  const mails = nodes.filter(({ messageId, automatic }) => messageId !== null && !automatic);
  const answered = mails.find(({ direction }) => direction === 'INBOUND') ?? mails[0];
  return { inReplyTo: answered?.messageId ?? null, references: mails.flatMap(({ messageId }) => messageId ?? []).toReversed() };
}
