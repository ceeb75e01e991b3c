/**
 * The reading words over one connection: `find`, `get`, `all`, `page`, and the batched look-ups that
 * relations use. Permission to read, reach and hidden fields are applied here and nowhere else.
 */
import DataLoader from 'dataloader';
import { may, reachOf, type Actor } from '../../kernel/actor.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { FieldSpec, Inverse, ModelClass } from '../../kernel/fields.ts';
import { modelOf, type ModelSpec } from '../../kernel/model.ts';
import type { Page, PageArgs } from '../../kernel/pages.ts';
import { ANY, type Match, type Predicate } from '../../kernel/predicates.ts';
import { Reading } from '../../kernel/reading.ts';
import { Denied } from '../../kernel/refusal.ts';
import type { Tally, TallyOptions } from '../../kernel/tallies.ts';
import { condition } from '../database/condition.ts';
import { tableOf, Values } from '../database/statement.ts';
import { childrenOfEach, type Asking, type Run } from './children.ts';
import { listOf } from './list.ts';
import { pageOf, pagesOf } from './page.ts';
import { columnsOf, entityFrom } from './rows.ts';
import { scopeOf, type Scope } from './scope.ts';
import { tallyOf } from './tally.ts';

export class Reader implements Asking {
  readonly #byId = new Map<ModelSpec, DataLoader<string, Entity | null>>();
  readonly #children = new Map<string, DataLoader<string, unknown>>();

  constructor(readonly run: Run, readonly actor: Actor) {}

  find<T extends Entity>(type: ModelClass<T>, id: string): Reading<T | null> {
    const model = modelOf(type);
    return new Reading({ model, id }, () => this.load(model, id) as Promise<T | null>);
  }

  /** By id, batched with its neighbours; null when missing or unseen. */
  load(model: ModelSpec, id: string): Promise<Entity | null> {
    if (!may(this.actor, model.read)) return Promise.resolve(null);
    let loader = this.#byId.get(model);
    if (!loader) {
      loader = new DataLoader((ids) => this.#findAll(model, ids), { maxBatchSize: 1000 });
      this.#byId.set(model, loader);
    }
    return loader.load(id);
  }

  async all<T extends Entity>(type: ModelClass<T>, match: Match<T>, limit?: number, where?: Predicate): Promise<T[]> {
    const model = modelOf(type);
    return (await listOf(this, model, match, limit, where)).map((row) => entityFrom(model, row) as T);
  }

  async tally(type: ModelClass, options: TallyOptions): Promise<Tally[]> {
    const model = modelOf(type);
    if (!may(this.actor, model.read)) throw new Denied(model.read ?? '');
    return tallyOf(this, model, options);
  }

  page<T extends Entity>(type: ModelClass<T>, args: PageArgs, where: Predicate = ANY): Reading<Page<T>> {
    const model = modelOf(type);
    return new Reading({ model, args, where }, async () => {
      if (!may(this.actor, model.read)) throw new Denied(model.read ?? '');
      return pageOf<T>(this, this.#scope(model, args, where));
    });
  }

  /** The page of children of one parent, batched with those of its siblings. Null without the permission. */
  childPage(model: ModelSpec, relation: FieldSpec, parent: string, args: PageArgs): Promise<Page<Entity> | null> {
    if (!may(this.actor, model.read)) return Promise.resolve(null);
    const scope = this.#scope(model, args, ANY);
    const key = JSON.stringify([model.name, relation.name, args]);
    return this.#batched(key, parent, (parents) => pagesOf(this, scope, relation, parents));
  }

  /** The bounded list of children of one parent, in its order, batched likewise. */
  childList(model: ModelSpec, relation: FieldSpec, parent: string, as: Inverse): Promise<Entity[] | null> {
    if (!may(this.actor, model.read)) return Promise.resolve(null);
    return this.#batched(`${model.name}.${relation.name} ${as.name}`, parent, (parents) => childrenOfEach(this, model, relation, parents, as));
  }

  #scope(model: ModelSpec, args: PageArgs, where: Predicate): Scope {
    return scopeOf(model, args, { all: [reachOf(model, this.actor.reach), where] }, (field) => this.actor.hidden.has(field));
  }

  #batched<V>(key: string, parent: string, load: (parents: readonly string[]) => Promise<V[]>): Promise<V> {
    let loader = this.#children.get(key);
    if (!loader) {
      loader = new DataLoader<string, unknown>(load, { maxBatchSize: 1000 });
      this.#children.set(key, loader);
    }
    return loader.load(parent) as Promise<V>;
  }

  async #findAll(model: ModelSpec, ids: readonly string[]): Promise<(Entity | null)[]> {
    const values = new Values();
    const wanted = `t.id = any(${values.add(ids, 'uuid[]')})`;
    const reach = condition(model, reachOf(model, this.actor.reach), 't', values);
    const text = `select ${columnsOf(model)} from ${tableOf(model)} t where ${wanted} and ${reach}`;
    const rows = await this.run({ name: `read ${model.table} ${this.actor.reach}`, text, values: values.of(this.actor) });
    const byId = new Map(rows.map((row) => [row['id'], row]));
    return ids.map((id) => {
      const row = byId.get(id);
      return row ? entityFrom(model, row) : null;
    });
  }
}
