/**
 * One event of the log as a stream tells it to one subscriber: where it is, what happened to what, who
 * did it, and the record every message of that stream shows. Null node: the subscriber may not, or no
 * longer, see the record.
 */
import { may, reaches, type Actor, type ActorKind } from '../../kernel/actor.ts';
import { eventMatches } from '../../kernel/events.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { StreamFilter } from '../../kernel/operations.ts';
import type { LoggedEvent } from './log.ts';

export interface Link {
  readonly model: string;
  readonly id: string;
}

export interface Change {
  readonly position: string;
  readonly at: Date;
  readonly type: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string } | null;
  readonly changedFields: readonly string[];
  readonly subject: Link | null;
  readonly node: Link | null;
}

/**
 * What the field of a subscription asks for. graphql-js wants a source of events to be iterable; ours are
 * pushed to whoever subscribed, group by group, so nobody iterates.
 */
export class StreamRequest implements AsyncIterable<never> {
  /** `after` null: from now. */
  constructor(readonly tenant: string, readonly filter: StreamFilter, readonly after: string | null) {}

  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error('A stream is pushed to its subscribers, not pulled.');
  }
}

export function wanted(event: LoggedEvent, filter: StreamFilter): boolean {
  if (filter.types?.length && !filter.types.some((pattern) => eventMatches(pattern, event.type))) return false;
  return !filter.about?.length || filter.about.some((id) => id === event.subject.id || event.about.includes(id));
}

/** What this subscriber is told of an event; null when nothing. */
export function changeFor(event: LoggedEvent, position: string, actor: Actor, model: ModelSpec | undefined, filter: StreamFilter): Change | null {
  if (!model || !may(actor, model.read)) return null;
  const sees = event.after !== null || model.reach === null ? reaches(actor, event.after) : false;
  const saw = event.before !== null && reaches(actor, event.before);
  if (!sees && !saw) return null;
  const shown = filter.node ? { model: filter.node.model.name, id: filter.node.id } : event.subject;
  return {
    position, at: event.at, type: event.type, actor: event.actor, subject: event.subject,
    changedFields: event.changed.filter((name) => !actor.hidden.has(`${model.name}.${name}`)),
    node: sees ? shown : null,
  };
}
