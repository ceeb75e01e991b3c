/**
 * What follows from a change, after it was committed: reactions to events of the log, timers that elapse,
 * jobs that take long. Modules give them as data; the platform runs each at least once, on any node, again
 * after a failure or a crash. So what they do is idempotent by the state of the records: they look, then act.
 */
import type { ActorKind } from './actor.ts';
import type { Transaction } from './context.ts';
import type { Entity } from './entity.ts';
import type { ModelClass } from './fields.ts';
import type { Ports } from './ports.ts';

/** An event of the log, as a reaction is told of it. */
export interface Happening {
  readonly type: string;
  readonly model: string;
  readonly subject: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
}

export interface Work {
  readonly ports: Ports;
  /** Aborts when the node stops: end between two steps, and another node goes on. */
  readonly signal: AbortSignal;
  /** It is not tried again after this. */
  readonly lastAttempt: boolean;
  /** One transaction, as Rapport itself in the organisation. Between two there is time for the world outside. */
  step<T>(act: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** The same, also while the node stops: to keep what came of something that was done outside and cannot be done again. */
  conclude<T>(act: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export interface Reaction {
  /** `module.whatItDoes`. */
  readonly name: string;
  /** Event types, or `noun.*`. */
  readonly on: readonly string[];
  /** The database's function that tells which of the records that events are about matter to it: all others are passed over unread. */
  readonly heeds?: string;
  /** It may wait long, as for a mail server: workers of its own do it, so that nothing else waits behind it. */
  readonly apart?: true;
  run(event: Happening, work: Work): Promise<void>;
}

/** Something is due at a moment that a record holds in a field: when it has passed, `elapse` moves it on or clears it. */
export interface Timer {
  /** `module.whatItDoes`. */
  readonly name: string;
  readonly model: ModelClass;
  readonly moment: string;
  /** The record, locked; its change must be announced, as all are. */
  elapse(record: Entity, transaction: Transaction): Promise<void>;
}

export function timer<T extends Entity, K extends keyof T & string>(
  name: string, model: ModelClass<T>, moment: T[K] extends Date | null ? K : never, elapse: (record: T, transaction: Transaction) => Promise<void> | void,
): Timer {
  return { name, model, moment, elapse: async (record, transaction) => elapse(record as T, transaction) };
}

/** A job while it runs. Its progress is kept in the same transaction as what was done. */
export interface RunningJob {
  readonly id: string;
  /** The record it works for. */
  readonly subjectId: string | null;
  advance(items: number): void;
  expect(total: number): void;
}

export interface JobWork extends Omit<Work, 'step'> {
  /** Refuses when the job was cancelled, or goes on elsewhere: whatever is left is then not ours to do. */
  step<T>(act: (transaction: Transaction, job: RunningJob) => Promise<T>): Promise<T>;
}

/** Long work in steps, each of which leaves records from which another node could go on. */
export interface JobKind {
  /** `noun.verb`, such as `campaign.send`. */
  readonly name: string;
  readonly description: string;
  run(job: { readonly id: string; readonly subjectId: string | null }, work: JobWork): Promise<void>;
}
