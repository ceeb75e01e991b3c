/** Writes events as transactions do, without the records they are of, and follows them on nodes of its own. */
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Actor, ReachFacts } from '../../src/kernel/actor.ts';
import type { ModelSpec } from '../../src/kernel/model.ts';
import type { StreamFilter } from '../../src/kernel/operations.ts';
import type { Position } from '../../src/kernel/position.ts';
import { commitStatement, positionFrom, type NewEvent } from '../../src/platform/database/event-log.ts';
import { Database } from '../../src/platform/database/pool.ts';
import type { Change } from '../../src/platform/live/change.ts';
import { Live, type Wish } from '../../src/platform/live/live.ts';
import type { Outlet } from '../../src/platform/live/stream.ts';
import type { Told } from '../../src/platform/live/walk.ts';
import type { TestDatabase } from './database.ts';

/** A model as far as streams look at it; its rows need not exist. */
const THING = { name: 'Thing', read: 'thing:read', reach: { owner: 'owner', team: null, through: null } } as unknown as ModelSpec;

export const EVERYONE: ReachFacts = { owners: [], teams: [] };

export function anActor(tenant: string, rights: Partial<Actor> = {}): Actor {
  return {
    kind: 'USER', id: randomUUID(), tenant, session: null, permissions: new Set(['thing:read']), reach: 'ALL', teams: [],
    hidden: new Set(), expiresAt: null, ...rights,
  };
}

export interface Node {
  readonly database: Database;
  readonly live: Live;
  readonly errors: Error[];
  /** One transaction of so many events, or of these; announced to the node's followers after its commit. */
  write(tenant: string, events: number | readonly Partial<NewEvent>[], at?: Date): Promise<Position>;
  follow(actor: Actor, options?: { filter?: StreamFilter; after?: string | null }): Pulled;
  /** How often changes were worded, and how many. */
  readonly worded: { times: number; changes: number };
}

export interface NodeOptions {
  readonly capacity?: number;
  readonly silence?: number;
  /** Neither hears nor is heard by other nodes but through the log. */
  readonly mute?: boolean;
}

export async function startNode(test: TestContext, { appUrl }: TestDatabase, { mute = false, ...options }: NodeOptions = {}): Promise<Node> {
  const errors: Error[] = [];
  const onError = (error: Error): void => { errors.push(error); };
  const database = new Database(appUrl, { size: 8, onError });
  const live = new Live({ database, url: appUrl, models: new Map([['Thing', THING]]), now: () => new Date(), onError, ...options });
  if (!mute) await live.start();
  const worded = { times: 0, changes: 0 };
  const word: Wish<Change>['word'] = async (changes) => {
    worded.times += 1;
    worded.changes += changes.length;
    return changes;
  };
  test.after(async () => {
    await live.stop();
    await database.close();
  });
  return {
    database, live, errors, worded,
    async write(tenant, events, at = new Date()) {
      const list = typeof events === 'number' ? Array.from({ length: events }, () => ({})) : events;
      const position = await commit(database, tenant, list, at);
      live.committed(tenant, position);
      return position;
    },
    follow: (actor, { filter = {}, after = null } = {}) =>
      new Pulled(live, { tenant: actor.tenant, filter, form: 'a test', word, sizeOf: () => 100 }, actor, after),
  };
}

/** A stream whose messages are the changes themselves, of a subscriber who takes them one by one and has room for a few. */
export class Pulled implements AsyncIterableIterator<Change> {
  readonly #stream;
  readonly #after: string | null;
  readonly #taken: Change[] = [];
  readonly #over = Promise.withResolvers<void>();
  #begun = false;
  #told = false;
  #ended = false;
  #wanted = (): void => {};
  #room = (): void => {};
  #drained: Promise<void> = Promise.resolve();

  constructor(live: Live, wish: Wish<Change>, actor: Actor, after: string | null, room = 32) {
    const taken = this.#taken;
    const outlet: Outlet<Change> = {
      get full() { return taken.length >= room; },
      drained: () => this.#drained,
      take: (told: readonly Told<Change>[], from) => {
        let next = from;
        for (; next < told.length && !outlet.full; next += 1) taken.push((told[next] as Told<Change>).message);
        if (outlet.full) this.#drained = new Promise((resolve) => { this.#room = resolve; });
        this.#wanted();
        return next;
      },
      end: (error) => {
        this.#ended = true;
        if (error === undefined) this.#over.resolve();
        else this.#over.reject(error);
      },
    };
    this.#after = after;
    this.#over.promise.catch(() => {}); // told to whoever reads
    this.#stream = live.stream(wish, actor, outlet);
  }

  seenBy(actor: Actor): void {
    this.#stream.seenBy(actor);
  }

  async next(): Promise<IteratorResult<Change, undefined>> {
    if (!this.#begun) this.#stream.follow(this.#after);
    this.#begun = true;
    const over = this.#over.promise;
    while (this.#taken.length === 0 && !this.#ended) {
      await Promise.race([new Promise<void>((resolve) => { this.#wanted = resolve; }), over.catch(() => {})]);
    }
    const value = this.#taken.shift();
    if (this.#taken.length === 0) this.#room();
    if (value) return { done: false, value };
    if (this.#told) return { done: true, value: undefined };
    this.#told = true; // what went wrong is told once
    await over;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Change, undefined>> {
    this.#taken.length = 0;
    this.#stream.end();
    this.#ended = true;
    this.#wanted();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Without telling any node. */
export async function commit(database: Database, tenant: string, events: readonly Partial<NewEvent>[], at = new Date()): Promise<Position> {
  const open = await database.begin('write', tenant);
  try {
    const full = events.map((event): NewEvent => ({
      type: 'thing.changed', model: 'Thing', subject: randomUUID(), about: [], changed: ['name'], before: EVERYONE, after: EVERYONE, ...event,
    }));
    const [row] = await open.run(commitStatement(full, null, anActor(tenant), at, 'a-request'));
    await open.end('commit');
    return positionFrom(row) ?? { epoch: 0, seq: 0 };
  } finally {
    await open.end('rollback');
  }
}

export async function take(stream: AsyncIterator<Change>, count: number): Promise<Change[]> {
  const changes: Change[] = [];
  while (changes.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    changes.push(value);
  }
  return changes;
}

/** Reads on until this position is told. */
export async function until(stream: AsyncIterator<Change>, position: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const { value, done } = await stream.next();
    if (done) return changes;
    changes.push(value);
    if (value.position >= position) return changes;
  }
}
