/**
 * One request while it runs. All reading of a query happens in one read-only snapshot on one
 * connection, opened by the first statement and closed with the operation; after a mutation the next
 * read sees the world anew.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Context, RequestFacts } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { ModelClass } from '../../kernel/fields.ts';
import { modelOf, type ModelSpec } from '../../kernel/model.ts';
import type { Page, PageArgs } from '../../kernel/pages.ts';
import type { StreamFilter } from '../../kernel/operations.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { Position } from '../../kernel/position.ts';
import type { Match, Predicate } from '../../kernel/predicates.ts';
import type { Reading } from '../../kernel/reading.ts';
import type { Tally, TallyOptions } from '../../kernel/tallies.ts';
import { NotFound, Unauthenticated } from '../../kernel/refusal.ts';
import { askDefiner } from '../database/definer.ts';
import type { Database, OpenTransaction } from '../database/pool.ts';
import type { Sql } from '../database/statement.ts';
import { StreamRequest } from '../live/change.ts';
import { HEAD, headFrom } from '../live/log.ts';
import type { Run } from '../reading/children.ts';
import { Reader } from '../reading/reader.ts';
import type { Row } from '../reading/rows.ts';
import type { Trace } from './trace.ts';

/** What every request of this node shares. */
export interface Host {
  readonly database: Database;
  readonly ports: Ports;
  readonly now: () => Date;
  readonly models: ReadonlyMap<string, ModelSpec>;
  readonly modelClasses: readonly ModelClass[];
  /** Called after each commit that announced something. */
  readonly committed: (tenant: string, position: Position) => void;
  /** Whether reads are compiled to statements; else all take the plain path, which the compiled one must equal. */
  readonly planned: boolean;
}

/** Reads what a payload will show within the transaction that makes it so. */
export interface Ahead {
  read(payload: object, run: Run): void;
  /** The transaction failed: what was read never came true. */
  forget(): void;
}

export class Execution implements Context {
  readonly host: Host;
  readonly request: RequestFacts;
  /** Kept for who asks how the operation is answered. */
  trace: Trace | null = null;
  /** While a mutation runs whose payload can be planned. */
  ahead: Ahead | null = null;
  #actor: Actor | null;
  #snapshot: Promise<OpenTransaction> | null = null;
  #reader: Reader | null = null;
  #answered = false;

  constructor(host: Host, actor: Actor | null, request: RequestFacts) {
    this.host = host;
    this.#actor = actor;
    this.request = request;
  }

  get actor(): Actor {
    if (this.#actor === null) throw new Unauthenticated();
    return this.#actor;
  }

  get stranger(): boolean {
    return this.#actor === null;
  }

  get ports(): Ports {
    return this.host.ports;
  }

  now = (): Date => {
    return this.host.now();
  };

  get reader(): Reader {
    this.#reader ??= new Reader((sql) => this.run(sql), this.actor);
    return this.#reader;
  }

  /** A mutation that signs somebody in shows its payload as them. */
  become(actor: Actor): void {
    this.#actor = actor;
  }

  find = <T extends Entity>(type: ModelClass<T>, id: string): Reading<T | null> => {
    return this.reader.find(type, id);
  };

  get = async <T extends Entity>(type: ModelClass<T>, id: string): Promise<T> => {
    const entity = await this.find(type, id);
    if (!entity) throw new NotFound(modelOf(type).name);
    return entity;
  };

  node = async (name: string, id: string): Promise<Entity | null> => {
    const model = this.host.models.get(name);
    return model ? this.reader.load(model, id) : null;
  };

  all = <T extends Entity>(type: ModelClass<T>, match: Match<T>, limit?: number, where?: Predicate): Promise<T[]> => {
    return this.reader.all(type, match, limit, where);
  };

  page = <T extends Entity>(type: ModelClass<T>, args: PageArgs, where?: Predicate): Reading<Page<T>> => {
    return this.reader.page(type, args, where);
  };

  tally = (type: ModelClass, options: TallyOptions): Promise<Tally[]> => {
    return this.reader.tally(type, options);
  };

  ask = <R extends object>(definer: string, ...args: readonly unknown[]): Promise<R[]> => {
    return askDefiner<R>((sql) => (this.stranger ? this.host.database.query(sql) : this.run(sql)), definer, args);
  };

  /** The place in the stream of the snapshot this operation reads. */
  async position(): Promise<Position> {
    const [row] = await this.run(HEAD);
    return headFrom(row);
  }

  follow(filter: StreamFilter, after: string | null): StreamRequest {
    return new StreamRequest(this.actor.tenant, filter, after);
  }

  /** Ends the snapshot; a later read opens a new one. */
  async refresh(): Promise<void> {
    const snapshot = this.#snapshot;
    this.#snapshot = null;
    this.#reader = null;
    if (snapshot) await snapshot.then((open) => open.end('rollback'), () => {});
  }

  /** The answer is made. Where a field failed its siblings may still be reading, and must not open what nobody closes. */
  async end(): Promise<void> {
    this.#answered = true;
    await this.refresh();
  }

  /** In the snapshot of this operation. */
  run = async (sql: Sql, field: string | null = null): Promise<Row[]> => {
    if (this.#answered) throw new Error('this operation was answered already');
    this.#snapshot ??= this.host.database.begin('read', this.actor.tenant);
    return this.timed(field, sql, (await this.#snapshot).run);
  };

  /** Noted where somebody asks how the operation is answered. */
  async timed(field: string | null, sql: Sql, run: Run): Promise<Row[]> {
    if (this.trace === null) return run(sql);
    const startedAt = performance.now();
    const rows = await run(sql);
    this.trace.sent(field, sql, rows, performance.now() - startedAt);
    return rows;
  }
}
