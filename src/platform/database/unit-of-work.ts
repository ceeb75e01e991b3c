/**
 * The records of one transaction: which were loaded and how they looked, which are new, which go. What
 * differs at the end is what there is to write.
 */
import type { Entity } from '../../kernel/entity.ts';
import { isAnnounced, withdrawUpdate } from '../../kernel/events.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { modelOfEntity, type ModelSpec } from '../../kernel/model.ts';
import type { Money } from '../../kernel/values/money.ts';
import { entityFrom, type Row } from '../reading/rows.ts';
import type { Change, Way } from './write.ts';

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

/** As the row of its record holds it. */
function valueOf(field: FieldSpec, entity: Entity): unknown {
  const value: unknown = entity[field.name as keyof Entity] ?? null;
  if (value === null) return null;
  if (field.kind === 'money') return minorOf(field, value as Money, entity);
  return field.kind === 'belongsTo' ? (value as { id: string }).id : value;
}

/** All amounts of a record that share a currency are in it. */
function minorOf({ name, currency }: FieldSpec, amount: Money, entity: Entity): string {
  if (entity[currency as keyof Entity] as unknown !== amount.currency) throw new Error(`${entity.constructor.name}.${name} is ${amount.toString()}, but its record is in another currency`);
  return String(amount.minor);
}

function stateOf(model: ModelSpec, entity: Entity): Row {
  const state: Record<string, unknown> = {};
  for (const field of model.stored) state[field.name] = valueOf(field, entity);
  return state;
}

/** Moments and lists are the same when they would be written the same. */
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
    this.#tracked.set(entity.id, { entity, model, stored: row, before: row, changed: new Set(), removed: false, locked: false });
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
    mustBeSubjects(entity, model);
    entity.createdAt = entity.updatedAt = this.#now();
    entity.version = 1;
    this.#tracked.set(entity.id, { entity, model, stored: null, before: null, changed: new Set(), removed: false, locked: true });
  }

  remove(entity: Entity): void {
    const tracked = this.#tracked.get(entity.id);
    if (!tracked) throw new Error(`${entity.constructor.name} was not read in this transaction`);
    tracked.removed = true;
  }

  /** What changed since last asked, by model and way; from now on it counts as stored. */
  changes(): Change[] {
    const changes = new Map<string, { way: Way; model: ModelSpec; rows: Row[] }>();
    for (const tracked of this.#tracked.values()) {
      const way = this.#wayOf(tracked);
      if (way === null) continue;
      const { model, entity } = tracked;
      const key = `${way} ${model.table}`;
      const change = changes.get(key) ?? { way, model, rows: [] };
      changes.set(key, change);
      const row = stateOf(model, entity);
      change.rows.push(row);
      tracked.stored = way === 'remove' ? null : row;
    }
    return [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  }

  #wayOf(tracked: Tracked): Way | null {
    const { removed, stored } = tracked;
    if (removed) return stored === null ? null : 'remove';
    if (stored === null) return 'insert';
    return this.#changed(tracked, stored) ? 'update' : null;
  }

  /** Also when only parts of the record changed, which is a new version all the same. */
  #changed(tracked: Tracked, stored: Row): boolean {
    const { entity, model } = tracked;
    const fields = model.stored.filter((field) => !same(valueOf(field, entity), stored[field.name]));
    if (fields.length === 0) withdrawUpdate(entity);
    if (fields.length === 0 && !isAnnounced(entity)) return false;
    for (const field of fields) tracked.changed.add(field);
    entity.updatedAt = this.#now();
    entity.version += 1;
    return true;
  }
}

/** What does not say that it can be linked to so would be read as nothing. */
function mustBeSubjects(entity: Entity, model: ModelSpec): void {
  for (const { kind, name, needs: [type = ''] } of model.fields) {
    if (kind !== 'node') continue;
    const subject: unknown = entity[type as keyof Entity];
    if (subject != null && model.subjects.length > 0 && !model.subjects.some((one) => one.name === subject)) throw new Error(`${String(subject)} does not say that it can be ${model.name}.${name}`);
  }
}
