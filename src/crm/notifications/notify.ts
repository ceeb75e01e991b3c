/** Tells people of something, each once and nobody of what they did themselves. Called by the module in which it happens. */
import type { Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { Ref } from '../../kernel/fields.ts';
import type { User } from '../identity/user.ts';
import { Notification, type NotificationReason } from './notification.ts';

export interface Telling {
  readonly reason: NotificationReason;
  readonly subject: Entity;
  /** Null stands for nobody. */
  readonly to: readonly (Ref<User> | null)[];
  /** Names the news where it may come to be told again, as by a reaction: whoever was told of it is not told again. */
  readonly once?: string;
}

export async function notify({ reason, subject, to, once }: Telling, { add, all, actor }: Transaction): Promise<void> {
  const ids = new Set(to.flatMap((user) => (user && user.id !== actor.id ? [user.id] : [])));
  if (ids.size === 0) return;
  const told = once ? new Set((await all(Notification, { onceKey: once })).map(({ recipient }) => recipient.id)) : new Set();
  for (const id of ids) if (!told.has(id)) add(Notification.of({ id }, { reason, subject, once: once ?? null }));
}
