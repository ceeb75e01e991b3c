/** Operations on what one was told. Everybody reads their own, whatever else they reach. */
import type { Context, Transaction } from '../../kernel/context.ts';
import { number } from '../../kernel/fields.ts';
import { result } from '../../kernel/model.ts';
import { MEMBER, mutation, pageOf, query, subscription, type StreamFilter } from '../../kernel/operations.ts';
import type { PageArgs } from '../../kernel/pages.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { MOST_READ, NotificationMarkAllReadInput, NotificationMarkReadInput, NotificationsArgs } from './notification.inputs.ts';
import { Notification } from './notification.ts';

const UNREAD: Predicate = { field: 'readAt', is: 'eq', value: null };

@result('How many notifications were marked as read.')
export class NotificationsRead {
  @number(`How many were unread until now, at most ${MOST_READ} at a time.`)
  count!: number;
}

export class NotificationResolver {
  @query(pageOf(Notification), MEMBER, 'What you were told, and `totalCount` how much of it. An API key is told nothing.', { args: NotificationsArgs })
  notifications({ unread, ...args }: NotificationsArgs & PageArgs, { page, actor }: Context) {
    return page(Notification, args, { all: [{ field: 'recipient', is: 'eq', value: actor.id }, unread ? UNREAD : ANY] });
  }

  @mutation(Notification, MEMBER, 'Marks one of your notifications as read.', { input: NotificationMarkReadInput })
  async notificationMarkRead({ notificationId }: NotificationMarkReadInput, { get, actor, now }: Transaction) {
    const notification = await get(Notification, notificationId);
    if (notification.recipient.id !== actor.id) throw new NotFound('Notification');
    notification.markRead(now());
    return notification;
  }

  @mutation(NotificationsRead, MEMBER, `Marks your unread notifications as read, the ${MOST_READ} oldest at a time.`, { input: NotificationMarkAllReadInput })
  async notificationMarkAllRead(_: NotificationMarkAllReadInput, { all, actor, now }: Transaction) {
    const unread = await all(Notification, { recipient: actor.id, readAt: null }, MOST_READ);
    for (const notification of unread) notification.markRead(now());
    return Object.assign(new NotificationsRead(), { count: unread.length });
  }

  @subscription(Notification, MEMBER, 'What you are told from now on, and that you have read it.')
  notificationReceived(_: object, { actor }: Context): StreamFilter {
    return { types: ['notification.*'], about: [actor.id] };
  }
}
