/**
 * What people are told: that something was given to them, that somebody named them, that a customer wrote. Modules tell
 * it where it happens; this one knows none of them.
 */
import type { Module } from '../../kernel/module.ts';
import { NotificationResolver } from './notification.resolver.ts';
import { Notification } from './notification.ts';

export const notifications: Module = {
  name: 'notifications',
  description: 'What a person is told: why, about which record, and whether they have read it.',
  models: [Notification],
  resolvers: [new NotificationResolver()],
  permissions: {},
  events: {
    'notification.received': 'A person was told something.',
    'notification.read': 'A person read what they were told.',
  },
  refusals: {
    NOTIFICATION_BEING_SENT: 'A person was being told the same at the same moment.',
  },
};
