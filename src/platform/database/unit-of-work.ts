/**
 * The records of one transaction: which were loaded and how they looked, which are new, which go. A
 * flush writes the difference, one statement per table and set of changed columns however many rows.
 */
import type { Entity } from '../../kernel/entity.ts';
import { isAnnounced, withdrawUpdate } from '../../kernel/events.ts';
import type { FieldSpec } from '../../kernel/fields.ts';
import { columnOf, modelOfEntity, type ModelSpec } from '../../kernel/model.ts';
import { entityFrom, storedValue, type Row } from '../reading/rows.ts';
import { quoted, tableOf, type Sql } from './statement.ts';

/** Another transaction changed the row since it was read. */
export class VersionConflict extends Error {}

export interface Tracked {
  readonly entity: Entity;
  readonly model: ModelSpec;
  /** As last read or written; null while it is new. */
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
  readonly #run: (sql: Sql) => Promise<Row[]>;
  readonly #now: () => Date;

  constructor(run: (sql: Sql) => Promise<Row[]>, now: () => Date) {
    this.#run = run;
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

  async flush(): Promise<void> {
    const inserts = new Map<ModelSpec, Tracked[]>();
    const updates = new Map<string, { model: ModelSpec; fields: FieldSpec[]; rows: Tracked[] }>();
    const removals = new Map<ModelSpec, Tracked[]>();
    for (const tracked of this.#tracked.values()) {
      const { model, stored } = tracked;
      if (tracked.removed) {
        if (stored !== null) group(removals, model, tracked);
      } else if (stored === null) {
        group(inserts, model, tracked);
      } else {
        const fields = this.#difference(tracked);
        if (fields === null) continue;
        const key = `${model.name}:${fields.map((field) => field.name).join(',')}`;
        const update = updates.get(key) ?? { model, fields, rows: [] };
        updates.set(key, update);
        update.rows.push(tracked);
      }
    }
    // Sent in this order without waiting for each other: the connection keeps it.
    await Promise.all([
      ...byRank(inserts).map(([model, rows]) => this.#run(insert(model, rows))),
      ...[...updates.values()].map((update) => this.#update(update)),
      ...byRank(removals).reverse().map(([model, rows]) => this.#run(removal(model, rows))),
    ]);
    for (const tracked of this.#tracked.values()) {
      tracked.stored = tracked.removed ? null : stateOf(tracked.model, tracked.entity);
    }
  }

  /** The changed fields; none when only parts of the record changed, which is a new version all the same. Null: nothing. */
  #difference(tracked: Tracked): FieldSpec[] | null {
    const { entity, model, stored } = tracked;
    const state = stateOf(model, entity);
    const fields = model.stored.filter((field) => !same(state[field.name], stored?.[field.name]));
    if (fields.length === 0) withdrawUpdate(entity);
    if (fields.length === 0 && !isAnnounced(entity)) return null;
    for (const field of fields) tracked.changed.add(field);
    entity.updatedAt = this.#now();
    entity.version += 1;
    return fields;
  }

  async #update({ model, fields, rows }: { model: ModelSpec; fields: FieldSpec[]; rows: Tracked[] }): Promise<void> {
    const columns = [...fields, model.field('updatedAt'), model.field('version')];
    const set = [...new Set(columns)].map((field) => `${quoted(columnOf(field))} = r.${quoted(columnOf(field))}`).join(', ');
    const text = `update ${tableOf(model)} t set ${set}
      from json_populate_recordset(null::${tableOf(model)}, $1::json) r
      where t.id = r.id and t.version = r.version - 1 returning t.id`;
    const written = await this.#run({ text, values: [json(model, rows)] });
    if (written.length !== rows.length) throw new VersionConflict(`${model.name} changed meanwhile`);
  }
}

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

/** Rows travel as one JSON value, so the statement's text does not depend on their number. */
const json = (model: ModelSpec, rows: readonly Tracked[]): string =>
  JSON.stringify(rows.map(({ entity }) => Object.fromEntries(
    model.stored.map((field) => [columnOf(field), storedValue(field, entity[field.name as keyof Entity])]))));

function insert(model: ModelSpec, rows: readonly Tracked[]): Sql {
  const columns = model.stored.map((field) => quoted(columnOf(field))).join(', ');
  return {
    name: `insert ${model.table}`,
    text: `insert into ${tableOf(model)} (${columns}) select ${columns} from json_populate_recordset(null::${tableOf(model)}, $1::json)`,
    values: [json(model, rows)],
  };
}

function removal(model: ModelSpec, rows: readonly Tracked[]): Sql {
  return {
    name: `delete ${model.table}`,
    text: `delete from ${tableOf(model)} where id = any($1::uuid[])`,
    values: [rows.map(({ entity }) => entity.id)],
  };
}
