/**
 * What a resolver receives. Reading always goes through these words, so nobody can forget the tenant
 * (the database knows it), the reach or the read permission; a mutation gets the writing words besides.
 * What is only read is returned as it was asked, unawaited: `return page(Customer, args)`.
 */
import type { Actor } from './actor.ts';
import type { Entity } from './entity.ts';
import type { ModelClass } from './fields.ts';
import type { Page, PageArgs } from './pages.ts';
import type { Match, Predicate } from './predicates.ts';
import type { Ports } from './ports.ts';
import type { Reading } from './reading.ts';
import type { Tally, TallyOptions } from './tallies.ts';

export interface Context {
  /** Who asks; an operation open to strangers must not touch it. */
  readonly actor: Actor;
  readonly request: RequestFacts;
  readonly ports: Ports;
  now(): Date;
  /** The record, or null when it is missing or unseen. In a mutation it is locked. */
  find<T extends Entity>(model: ModelClass<T>, id: string): Reading<T | null>;
  /** The record, or `NotFound`. */
  get<T extends Entity>(model: ModelClass<T>, id: string, expectedVersion?: number | null): Promise<T>;
  /** A record of the model of that name; null as `find`. */
  node(model: string, id: string): Promise<Entity | null>;
  /** All records that match, and satisfy `where`, at most `limit` (default 1,000), in order of id. */
  all<T extends Entity>(model: ModelClass<T>, match: Match<T>, limit?: number, where?: Predicate): Promise<T[]>;
  page<T extends Entity>(model: ModelClass<T>, args: PageArgs, where?: Predicate): Reading<Page<T>>;
  /** Counts and sums of what matches, in groups. */
  tally(model: ModelClass, options: TallyOptions): Promise<Tally[]>;
  /** A function of the database: the only way to ask before the tenant is known, or for a rule that holds whoever asks. */
  ask<Row extends object>(definer: string, ...args: readonly unknown[]): Promise<Row[]>;
}

export interface Transaction extends Context {
  /** A record of whatever model by its public id, or `NotFound`; not locked. */
  record(id: string): Promise<Entity>;
  /** Makes a new record part of this transaction. */
  add<T extends Entity>(entity: T): T;
  remove(entity: Entity): void;
  /** Writes what changed so far, so that a look-up in this transaction sees it. */
  flush(): Promise<void>;
  /** Goes on as this actor: for operations that begin before anyone is known, such as signing in. */
  enter(actor: Actor): Promise<void>;
}

export interface RequestFacts {
  readonly id: string;
  /** The client's address, for slowing down guesses; never logged. */
  readonly address: string;
}
