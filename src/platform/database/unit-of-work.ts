/**
 * The records of one transaction: which were loaded and how they looked, which are new, which go. The
 * difference is written by one statement per table and kind of change, however many rows.
 */
import type { Entity } from '../../kernel/entity.ts';
import { isAnnounced, withdrawUpdate } from '../../kernel/events.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { modelOfEntity, type ModelSpec } from '../../kernel/model.ts';
import { entityFrom, storedValue, type Row } from '../reading/rows.ts';
import type { Sql } from './statement.ts';
import { insertion, removal, update } from './write.ts';

/** Another transaction changed the row since it was read. */
export class VersionConflict extends Error {}

export interface Tracked {
  readonly entity: Entity;
  readonly model: ModelSpec;
  /** As last read, written or about to be; null while it is new. */
  stored: Row | null;
  /** As first read; null for a record born in this transaction. */
  readonly before: Row | null;
  readonly changed: Set<FieldSpec>;
  removed: boolean;
  /** Nobody else can change the row before we are done: it is ours, or was read with a lock. */
  locked: boolean;
}

const stateOf = (model: ModelSpec, entity: Entity): Row =>
  Object.fromEntries(model.stored.map((field) => [field.name, storedValue(field, entity[field.name as keyof Entity])]));

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

export class UnitOfWork {
  readonly #tracked = new Map<string, Tracked>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get tracked(): Iterable<Tracked> {
    return this.#tracked.values();
  }

  known(id: string): Tracked | undefined {
    return this.#tracked.get(id);
  }

  /** A row read becomes the one instance this transaction has of it. */
  loaded(model: ModelSpec, row: Row): Entity {
    const known = this.#tracked.get(String(row['id']));
    if (known) return known.entity;
    const entity = entityFrom(model, row);
    const stored = stateOf(model, entity);
    this.#tracked.set(entity.id, { entity, model, stored, before: stored, changed: new Set(), removed: false, locked: false });
    return entity;
  }

  /** A row read with a lock; if it was read without before, it must still be what it was. */
  locked(model: ModelSpec, row: Row): Entity {
    const entity = this.loaded(model, row);
    const tracked = this.#tracked.get(entity.id);
    if (!tracked || tracked.stored?.['version'] !== row['version']) throw new VersionConflict(`${model.name} changed meanwhile`);
    tracked.locked = true;
    return entity;
  }

  add(entity: Entity): void {
    const model = modelOfEntity(entity);
    entity.createdAt = entity.updatedAt = this.#now();
    entity.version = 1;
    this.#tracked.set(entity.id, { entity, model, stored: null, before: null, changed: new Set(), removed: false, locked: true });
  }

  remove(entity: Entity): void {
    const tracked = this.#tracked.get(entity.id);
    if (!tracked) throw new Error(`${entity.constructor.name} was not read in this transaction`);
    tracked.removed = true;
  }

  /**
   * The statements that write what changed since last asked, in the order in which they must be sent. None needs to
   * be looked at before COMMIT: each does all that it should, or fails.
   */
  changes(): Sql[] {
    const inserts = new Map<ModelSpec, Tracked[]>();
    const updates = new Map<ModelSpec, Tracked[]>();
    const removals = new Map<ModelSpec, Tracked[]>();
    for (const tracked of this.#tracked.values()) {
      const { model, stored } = tracked;
      if (tracked.removed) {
        if (stored !== null) group(removals, model, tracked);
        tracked.stored = null;
      } else if (stored === null) {
        group(inserts, model, tracked);
        tracked.stored = stateOf(model, tracked.entity);
      } else if (this.#changed(tracked, stored)) {
        group(updates, model, tracked);
        tracked.stored = stateOf(model, tracked.entity);
      }
    }
    return [
      ...byRank(inserts).map(([model, rows]) => insertion(model, rows.map(stateToBe))),
      ...[...updates].map(([model, rows]) => update(model, rows.map(stateToBe))),
      ...byRank(removals).reverse().map(([model, rows]) => removal(model, rows.map(({ entity }) => entity.id))),
    ];
  }

  /** Also when only parts of the record changed, which is a new version all the same. */
  #changed(tracked: Tracked, stored: Row): boolean {
    const { entity, model } = tracked;
    const state = stateOf(model, entity);
    const fields = model.stored.filter((field) => !same(state[field.name], stored[field.name]));
    if (fields.length === 0) withdrawUpdate(entity);
    if (fields.length === 0 && !isAnnounced(entity)) return false;
    for (const field of fields) tracked.changed.add(field);
    entity.updatedAt = this.#now();
    entity.version += 1;
    return true;
  }
}

const stateToBe = ({ stored, entity, model }: Tracked): Row => stored ?? stateOf(model, entity);

function group(map: Map<ModelSpec, Tracked[]>, model: ModelSpec, tracked: Tracked): void {
  const list = map.get(model) ?? [];
  map.set(model, list);
  list.push(tracked);
}

/** Targets of links first: a model may only link to models declared before it. */
function byRank(map: Map<ModelSpec, Tracked[]>): [ModelSpec, Tracked[]][] {
  return [...map].sort(([a], [b]) => depth(a) - depth(b));
}

const depths = new WeakMap<ModelSpec, number>();

function depth(model: ModelSpec): number {
  let known = depths.get(model);
  if (known === undefined) {
    const targets = model.stored.filter((field) => field.kind === 'belongsTo').map((field) => model.target(field.name));
    known = 1 + Math.max(0, ...targets.filter((target) => target !== model).map(depth));
    depths.set(model, known);
  }
  return known;
}
