/**
 * One mutation, one transaction. What the resolver reads is locked, what it changes is kept in mind, and at the
 * end it goes to the database in one go: changes, events with the outcome, COMMIT. A deadlock, or a version that
 * moved under us, runs the resolver again on fresh state, up to three times.
 */
import { may, type Actor } from '../../kernel/actor.ts';
import type { RequestFacts, Transaction } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import { takeAnnouncements } from '../../kernel/events.ts';
import type { ModelClass } from '../../kernel/fields.ts';
import { NO_RECORD, splitId } from '../../kernel/ids.ts';
import { modelOf, modelOfEntity, type ModelSpec } from '../../kernel/model.ts';
import type { Page, PageArgs } from '../../kernel/pages.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { Position } from '../../kernel/position.ts';
import type { Match, Predicate } from '../../kernel/predicates.ts';
import { Reading } from '../../kernel/reading.ts';
import type { Tally, TallyOptions } from '../../kernel/tallies.ts';
import { NotFound, Refusal, Unauthenticated } from '../../kernel/refusal.ts';
import type { Run } from '../reading/children.ts';
import { listOf } from '../reading/list.ts';
import { Reader } from '../reading/reader.ts';
import { columnsOf, type Row } from '../reading/rows.ts';
import { askDefiner } from './definer.ts';
import { commitStatement, positionFrom, type Keyed, type NewEvent } from './event-log.ts';
import { lockOf } from './lock.ts';
import type { OpenTransaction } from './pool.ts';
import { reachFacts } from './reach-facts.ts';
import { tableOf, type Sql } from './statement.ts';
import { UnitOfWork, type Tracked } from './unit-of-work.ts';
import { write } from './write.ts';

export interface Surroundings {
  readonly ports: Ports;
  readonly now: () => Date;
  readonly models: ReadonlyMap<string, ModelSpec>;
  /** Told of each commit that announced something. */
  readonly committed: (tenant: string, position: Position) => void;
}

export class OpenWork implements Transaction {
  readonly now: () => Date;
  readonly ports: Ports;
  readonly request: RequestFacts;
  readonly #open: OpenTransaction;
  readonly #models: Surroundings['models'];
  readonly #committed: Surroundings['committed'];
  readonly #proviso: Promise<unknown>;
  readonly #unit: UnitOfWork;
  /** Records that share their reach with those of the unit, each read once. */
  readonly #others = new Map<string, Promise<Row | null>>();
  readonly #events: { order: number; event: Omit<NewEvent, 'changed'>; tracked: Tracked }[] = [];
  #actor: Actor | null;

  /** Questions are asked at once, but what they find is told, and anything done, only when `proviso` allows it. */
  constructor(open: OpenTransaction, actor: Actor | null, request: RequestFacts, around: Surroundings, proviso: Promise<unknown> = Promise.resolve()) {
    const at = around.now(); // one moment for the whole transaction
    this.now = () => at;
    this.ports = around.ports;
    this.request = request;
    this.#open = open;
    this.#actor = actor;
    this.#models = around.models;
    this.#committed = around.committed;
    this.#proviso = proviso;
    proviso.catch(() => {}); // told to whoever asks something
    this.#unit = new UnitOfWork(this.now);
  }

  #run = async (sql: Sql): Promise<Row[]> => {
    const [rows] = await Promise.all([this.#open.run(sql), this.#proviso]);
    return rows;
  };

  get actor(): Actor {
    if (this.#actor === null) throw new Unauthenticated();
    return this.#actor;
  }

  get entered(): boolean {
    return this.#actor !== null;
  }

  enter = async (actor: Actor): Promise<void> => {
    await this.#open.enter(actor.tenant);
    this.#actor = actor;
  };

  find = <T extends Entity>(type: ModelClass<T>, id: string): Reading<T | null> => {
    const model = modelOf(type);
    return new Reading({ model, id }, () => this.#locked(model, id) as Promise<T | null>);
  };

  async #locked(model: ModelSpec, id: string): Promise<Entity | null> {
    const known = this.#unit.known(id);
    if (known?.locked || known?.removed) return known.removed || !(known.entity instanceof model.type) ? null : known.entity;
    const [row] = await this.#run(lockOf(model, id, this.actor));
    return row ? this.#unit.locked(model, row) : null;
  }

  get = async <T extends Entity>(type: ModelClass<T>, id: string, expectedVersion?: number | null): Promise<T> => {
    const entity = await this.find(type, id);
    if (!entity) throw new NotFound(modelOf(type).name);
    if (expectedVersion != null && entity.version !== expectedVersion) {
      throw new Refusal('STALE', `This record was changed meanwhile: it is at version ${entity.version}, not ${expectedVersion}.`, {
        field: ['expectedVersion'], current: entity,
      });
    }
    return entity;
  };

  node(): Promise<never> {
    throw new Error('a mutation names the model it works on');
  }

  /** Not locked: what changes is guarded by its version, and a conflict runs the mutation again. */
  all = async <T extends Entity>(type: ModelClass<T>, match: Match<T>, limit?: number, where?: Predicate): Promise<T[]> => {
    const model = modelOf(type);
    const rows = await listOf({ run: this.#run, actor: this.actor }, model, match, limit, where);
    return rows.map((row) => this.#unit.loaded(model, row)).filter((entity) => !this.#unit.known(entity.id)?.removed) as T[];
  };

  page = <T extends Entity>(type: ModelClass<T>, args: PageArgs, where?: Predicate): Reading<Page<T>> => {
    return new Reader(this.#run, this.actor).page(type, args, where);
  };

  tally = (type: ModelClass, options: TallyOptions): Promise<Tally[]> => {
    return new Reader(this.#run, this.actor).tally(type, options);
  };

  ask = <R extends object>(definer: string, ...args: readonly unknown[]): Promise<R[]> => {
    return askDefiner<R>(this.#run, definer, args);
  };

  record = async (publicId: string): Promise<Entity> => {
    const { prefix, id } = splitId(publicId) ?? { prefix: '', id: NO_RECORD };
    const model = [...this.#models.values()].find((one) => one.prefix === prefix && !one.silent && may(this.actor, one.read));
    const [entity] = model ? await this.all(model.type, { id }) : [];
    if (!entity) throw new NotFound('record');
    return entity;
  };

  add = <T extends Entity>(entity: T): T => {
    this.#unit.add(entity);
    return entity;
  };

  remove = (entity: Entity): void => {
    this.#unit.remove(entity);
  };

  flush = async (): Promise<void> => {
    await this.#proviso;
    const changes = this.#unit.changes();
    await Promise.all([changes.length > 0 ? this.#run(write(changes)) : null, this.#collect()]);
  };

  /**
   * The last changes, what `alongside` asks to read of them, then events and outcome, then COMMIT: sent together, since each
   * holds only if all before it did. The organisation's counter is locked last, and for nobody's reading.
   */
  async commit(keyed: Keyed | null, alongside: (run: Run) => void = () => {}): Promise<Position | null> {
    await this.#proviso;
    const changes = this.#unit.changes();
    await this.#collect();
    this.#refuseSilence();
    const events = this.#events.sort((a, b) => a.order - b.order)
      .map(({ event, tracked }) => ({ ...event, changed: publicNames(tracked) }));
    const [, , log] = await Promise.all([
      changes.length > 0 ? this.#open.run(write(changes)) : null,
      alongside(this.#open.run),
      events.length > 0 || keyed ? this.#open.run(commitStatement(events, keyed, this.actor, this.now(), this.request.id)) : null,
      this.#open.end('commit'),
    ]);
    const position = events.length > 0 ? positionFrom(log?.[0]) : null;
    if (position) this.#committed(this.actor.tenant, position);
    return position;
  }

  async #collect(): Promise<void> {
    for (const tracked of this.#unit.tracked) {
      const { entity, model, before } = tracked;
      for (const { type, order } of takeAnnouncements(entity)) {
        const after = tracked.stored;
        this.#events.push({
          order, tracked,
          event: {
            type, model: model.name, subject: entity.id, about: linked(model, before, after),
            before: before && await reachFacts(model, before, this.#stateOf),
            after: after && await reachFacts(model, after, this.#stateOf),
          },
        });
      }
    }
  }

  #stateOf = async (model: ModelSpec, id: string): Promise<Row | null> => {
    const known = this.#unit.known(id);
    if (known) return known.stored ?? known.before;
    const kept = this.#others.get(id) ?? this.#stateOfAnother(model, id);
    this.#others.set(id, kept);
    return kept;
  };

  async #stateOfAnother(model: ModelSpec, id: string): Promise<Row | null> {
    const [row] = await this.#run({ name: `state ${model.table}`, text: `select ${columnsOf(model)} from ${tableOf(model)} t where t.id = $1::uuid`, values: [id] });
    return row ?? null;
  }

  /** Whatever changed must have been announced, by itself or by the record it is part of. */
  #refuseSilence(): void {
    const spoken = new Set(this.#events.map(({ event }) => event.subject));
    for (const { entity, model, before, stored, changed } of this.#unit.tracked) {
      const news = before === null ? stored !== null : stored === null || [...changed].some((field) => !field.quiet);
      if (!news || model.silent || spoken.has(entity.id)) continue;
      const whole = model.partOf === null ? null : (stored ?? before)?.[model.partOf];
      if (!spoken.has(String(whole))) throw new Error(`${modelOfEntity(entity).name} changed without an announcement`);
    }
  }
}

/** The ids a record links to, before or after. */
function linked(model: ModelSpec, ...states: (Row | null)[]): string[] {
  const links = model.fields.filter(({ kind }) => kind === 'belongsTo' || kind === 'node').map(({ name }) => model.link(name).name);
  const ids = states.flatMap((state) => (state ? links.map((name) => state[name]) : []));
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

function publicNames({ changed }: Tracked): string[] {
  return [...changed].filter((field) => field.description !== null && !field.quiet).map((field) => field.name);
}
