/**
 * Conversations: interactions that belong together. What is known of one is drawn from its interactions, in
 * whatever order they come; only whether it is over is decided by people.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, moment, text, type Ref } from '../../kernel/fields.ts';
import { model } from '../../kernel/model.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Customer } from '../customers/customer.ts';
import { Channel } from './channel.ts';
import { threadSubject } from './thread-subject.ts';

export const ConversationStatus = choices('ConversationStatus', 'Whether a conversation still waits for somebody.', {
  OPEN: 'Going on.',
  CLOSED: 'Over, for now: it can be reopened.',
});
export type ConversationStatus = Choice<typeof ConversationStatus>;

/** What an interaction brings to its conversation. */
export interface Contribution {
  readonly at: Date;
  readonly subject: string | null;
  readonly customer: Ref<Customer> | null;
  /** Keys of the addresses outside our side that took part. */
  readonly correspondents: readonly string[];
}

const MOST_CORRESPONDENTS = 200;

@model('Interactions that belong together: one subject, talked over with one customer.', {
  prefix: 'cnv', read: 'interaction:read', reach: { through: 'customer' },
  orders: {
    LAST_DESC: { field: 'lastAt', direction: 'desc', description: 'The one most recently active first.' },
    LAST_ASC: { field: 'lastAt', direction: 'asc', description: 'The one longest without activity first.' },
    STARTED_DESC: { field: 'startedAt', direction: 'desc', description: 'Newest first.' },
  },
  unique: { conversation_external: ['CONVERSATION_BEING_STARTED', 'This conversation was being started at the same moment: send the message again, and it joins.'] },
})
export class Conversation extends Entity {
  @belongsTo(() => Channel, 'On which of our channels.', { filter: true })
  channel!: Ref<Channel>;

  @text('What it is about, as its first interaction says. Null: not said.', { optional: true, max: 1000, hideable: true })
  subject: string | null = null;

  @belongsTo(() => Customer, 'With whom: who wrote first, or was written to. Null: nobody outside, or not known.', {
    optional: true, filter: true, inverse: { name: 'conversations', description: 'Conversations with them.' },
  })
  customer: Ref<Customer> | null = null;

  @choice(ConversationStatus, 'Whether it still goes on.', { filter: true })
  status: ConversationStatus = 'OPEN';

  @moment('When its first interaction happened.')
  startedAt!: Date;

  @moment('When its latest interaction happened.')
  lastAt!: Date;

  @moment('When it was closed. Null: it is open.', { optional: true })
  closedAt: Date | null = null;

  /** What mails without references are joined by. */
  @text(undefined, { max: 500 })
  subjectKey!: string;

  @text(undefined, { list: true, most: MOST_CORRESPONDENTS, max: 254 })
  correspondents: string[] = [];

  /** The name a partner's system has for it. */
  @text(undefined, { optional: true })
  externalId: string | null = null;

  static start(channel: Ref<Channel>, { at, subject, customer, correspondents }: Contribution, externalId: string | null = null): Conversation {
    const conversation = Object.assign(new Conversation(), {
      channel, customer, externalId, startedAt: at, lastAt: at, correspondents: correspondents.slice(0, MOST_CORRESPONDENTS),
    });
    conversation.concern(subject);
    announce(conversation, 'conversation.started');
    return conversation;
  }

  /** Contributions may come in any order of time, as an archive brings them: the earliest gives the subject. */
  continueWith({ at, subject, customer, correspondents }: Contribution): void {
    if (at < this.startedAt) {
      this.startedAt = at;
      if (subject !== null) this.concern(subject);
    }
    if (at > this.lastAt) this.lastAt = at;
    this.customer ??= customer;
    this.correspondents = [...new Set([...this.correspondents, ...correspondents])].slice(0, MOST_CORRESPONDENTS);
    announce(this, 'conversation.continued');
  }

  close(at: Date): void {
    if (this.status === 'CLOSED') throw new Refusal('CONVERSATION_ALREADY_CLOSED', 'This conversation is already closed.');
    this.status = 'CLOSED';
    this.closedAt = at;
    announce(this, 'conversation.closed');
  }

  reopen(): void {
    if (this.status === 'OPEN') throw new Refusal('CONVERSATION_NOT_CLOSED', 'This conversation is open already.');
    this.status = 'OPEN';
    this.closedAt = null;
    announce(this, 'conversation.reopened');
  }

  /**
   * Of imported history only what was said lately waits for somebody: a conversation whose last message is older than
   * `openSince` is closed as of that message. What people closed since stays closed, what they have open stays open.
   */
  settle({ at, openSince, isNew }: { at: Date; openSince: Date; isNew: boolean }): void {
    if (isNew && at < openSince) this.close(at);
    if (this.closedAt === null || at <= this.closedAt) return;
    if (at >= openSince) this.reopen();
    else this.closedAt = at;
  }

  private concern(subject: string | null): void {
    this.subject = subject;
    this.subjectKey = threadSubject(subject ?? '').key;
  }
}
