/** What can be done with what one was told. */
import { flag, id } from '../../kernel/fields.ts';
import { input } from '../../kernel/model.ts';
import { Notification } from './notification.ts';

export const MOST_READ = 100;

@input('Which of your notifications.')
export class NotificationsArgs {
  @flag('Only those you have not read. Null: all.', { optional: true })
  unread?: boolean | null;
}

@input('Which notification was read.')
export class NotificationMarkReadInput {
  @id(() => Notification, 'Which of yours.')
  notificationId!: string;
}

@input('That you have seen what there was to see.')
export class NotificationMarkAllReadInput {}
