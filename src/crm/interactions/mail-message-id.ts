/**
 * Which conversation holds, or mentions, which mail: the index by which answers find their thread. Message-IDs are of
 * any length and written by anybody, so their digest is kept.
 */
import { createHash } from 'node:crypto';
import { Entity } from '../../kernel/entity.ts';
import { belongsTo, flag, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Conversation } from './conversation.ts';

@model('That a conversation holds or mentions a mail.', { prefix: 'mid', read: 'interaction:read', reach: { through: 'conversation' }, partOf: 'conversation', silent: true })
export class MailMessageId extends Entity {
  @belongsTo(() => Conversation)
  conversation!: Ref<Conversation>;

  @text(undefined, { max: 64 })
  key!: string;

  /** Else it is only answered, or referred to, by one that the conversation holds. */
  @flag()
  held!: boolean;

  static of(conversation: Ref<Conversation>, key: string, held: boolean): MailMessageId {
    return Object.assign(new MailMessageId(), { conversation, key, held });
  }
}

export function messageKey(messageId: string): string {
  return createHash('sha256').update(messageId).digest('hex');
}
