/**
 * Notifications: what a person is to be told of. They hold no words of their own, only why and about what, so that what
 * somebody reads is the record as they may see it now.
 */
import { choices, type Choice } from '../../kernel/choices.ts';
import { Entity } from '../../kernel/entity.ts';
import { announce } from '../../kernel/events.ts';
import { belongsTo, choice, id, moment, node, text, type Ref } from '../../kernel/fields.ts';
import { model, modelOfEntity } from '../../kernel/model.ts';
import { User } from '../identity/user.ts';

export const NotificationReason = choices('NotificationReason', 'Why somebody is told. A ticket that nobody of a team took, all of the team handle. May grow.', {
  ASSIGNED: 'They are to do it, or to see to it.',
  MENTIONED: 'A colleague named them in a note.',
  CUSTOMER_WROTE: 'A customer wrote, about what they handle or follow.',
  NOT_DELIVERED: 'What they wrote to a customer, or a colleague did about what they handle or follow, did not arrive, or may not have.',
  RESOLVED: 'What they follow was resolved.',
  REMINDED: 'A reminder was set for now.',
  DUE_SOON: 'What they handle is about to be due.',
  OVERDUE: 'What they handle or follow was due, and has not happened.',
});
export type NotificationReason = Choice<typeof NotificationReason>;

interface News {
  readonly reason: NotificationReason;
  readonly subject: Entity;
  /** The same news is told nobody twice. Null: each time is news. */
  readonly once: string | null;
}

@model('Something that one person is told.', {
  prefix: 'ntf', read: null, reach: { owner: 'recipient' },
  orders: { CREATED_DESC: { field: 'createdAt', direction: 'desc', description: 'Newest first.' } },
  unique: { notification_once: ['NOTIFICATION_BEING_SENT', 'The same was told at the same moment.'] },
})
export class Notification extends Entity {
  @belongsTo(() => User, 'Who is told.')
  recipient!: Ref<User>;

  @choice(NotificationReason, 'Why.', { filter: true })
  reason!: NotificationReason;

  @text("Name of the subject's type, such as `Ticket`. May grow.")
  subjectType!: string;

  @id(null)
  subjectId!: string;

  @node('What it is about. Null when you may not see it.', { model: 'subjectType', id: 'subjectId' })
  subject?: never;

  @moment('When it was read. Null: it is unread.', { optional: true, filter: true })
  readAt: Date | null = null;

  @text(undefined, { optional: true })
  onceKey: string | null = null;

  static of(recipient: Ref<User>, { reason, subject, once }: News): Notification {
    const notification = Object.assign(new Notification(), { recipient, reason, onceKey: once, subjectType: modelOfEntity(subject).name, subjectId: subject.id });
    announce(notification, 'notification.received');
    return notification;
  }

  /** Read again it is no news. */
  markRead(at: Date): void {
    if (this.readAt) return;
    this.readAt = at;
    announce(this, 'notification.read');
  }
}
