/**
 * From the selection of a root field to its plan. Which word of the kernel made a field stands in the schema
 * (`extensions.from`), so nothing is guessed from names; what no word explains is left to code.
 */
import {
  isInterfaceType, isObjectType, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { reachOf } from '../../kernel/actor.ts';
import type { FieldSpec, Inverse } from '../../kernel/fields.ts';
import { currencyOf, type ModelSpec } from '../../kernel/model.ts';
import { ANY, type Predicate } from '../../kernel/predicates.ts';
import type { PriceList } from '../http/cost.ts';
import type { Facts } from './facts.ts';
import type { EdgePart, MoneyPart, NodePlan, PagePart, PagePlan, Priced, RecordPart, RecordPlan } from './plan.ts';

/** The operation around a selection: all of it that stays the same from request to request. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly models: ReadonlyMap<string, ModelSpec>;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Those that switch parts on and off are the same for all whom the plan serves. */
  readonly variables: Readonly<Record<string, unknown>>;
}

type Nodes = readonly FieldNode[];

/** No word of the kernel says how this is read. */
export class NotPlannable extends Error {}

const FREE: Priced = { once: 0, each: 0 };
const NOTHING: PriceList = new Map();
const constant = (key: string, price: Priced, json: string) => ({ key, price, kind: 'constant', json }) as const;

export class Compilation {
  readonly #around: Selecting;
  readonly #facts: Facts;

  constructor(around: Selecting, facts: Facts) {
    this.#around = around;
    this.#facts = facts;
  }

  record(model: ModelSpec, nodes: Nodes, prices: PriceList): RecordPlan {
    const type = this.#type(model.name);
    return { model, parts: [...this.#selected(type, nodes)].map(([key, list]) => this.#part(model, type, key, list, prices)) };
  }

  page(model: ModelSpec, nodes: Nodes, prices: PriceList, by: FieldSpec | null = null): PagePlan {
    const type = this.#type(`${model.name}Connection`);
    const parts = [...this.#selected(type, nodes)].map(([key, list]) => this.#pagePart(model, type, key, list, prices));
    return { model, parts, reach: by ? this.#reachBelow(model, by) : reachOf(model, this.#facts.reach) };
  }

  /** A record of whatever model, or of these, as the interface shows it. */
  nodes(nodes: Nodes, prices: PriceList, among: readonly ModelSpec[] = []): NodePlan {
    const { schema, models } = this.#around;
    const node = schema.getType('Node');
    const possible = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
    return possible.flatMap(({ name }) => {
      const model = models.get(name);
      if (!model || !this.#facts.may(model.read) || (among.length > 0 && !among.includes(model))) return [];
      return [{ record: this.record(model, nodes, prices), reach: reachOf(model, this.#facts.reach) }];
    });
  }

  #part(model: ModelSpec, type: GraphQLObjectType, key: string, nodes: Nodes, prices: PriceList): RecordPart {
    const { price, below } = priceOf(prices, key);
    const name = nameOf(nodes);
    if (name === '__typename') return constant(key, FREE, JSON.stringify(type.name));
    const field = fieldOf(type, name);
    const { from } = field.extensions;
    if (from && 'children' in from) return this.#children(from.children, from.by, from.as, { key, price, field, nodes, below });
    if (from && 'field' in from) {
      const { field: spec } = from;
      if (this.#facts.hides(model, spec)) return constant(key, price, 'null');
      if (spec.kind === 'computed') return { key, price, kind: 'code', field, nodes, computed: spec, needs: spec.needs.flatMap((need) => withCurrency(model, model.field(need))) };
      if (spec.kind === 'node') return { key, price, kind: 'node', field: spec, nodes: this.nodes(nodes, below, model.subjects) };
      if (spec.kind === 'money') return { key, price, kind: 'money', field: spec, currency: currencyOf(model, spec), parts: this.#money(nodes) };
      if (spec.kind !== 'belongsTo') return { key, price, kind: 'column', field: spec };
      const target = model.target(spec.name);
      if (!this.#facts.may(target.read)) return constant(key, price, 'null');
      return { key, price, kind: 'link', field: spec, record: this.record(target, nodes, below), reach: reachOf(target, this.#facts.reach) };
    }
    if (from && 'operation' in from) return { key, price, kind: 'code', field, nodes, computed: null, needs: model.stored };
    throw new NotPlannable(`${type.name}.${name} says nothing of what it reads`);
  }

  #money(nodes: Nodes): MoneyPart[] {
    return [...this.#selected(this.#type('Money'), nodes)].map(([key, list]) => ({ key, of: nameOf(list) as MoneyPart['of'] }));
  }

  #children(child: ModelSpec, by: FieldSpec, as: Inverse, { key, price, field, nodes, below }: {
    key: string; price: Priced; field: GraphQLField<unknown, unknown>; nodes: Nodes; below: PriceList;
  }): RecordPart {
    if (!this.#facts.may(child.read)) return constant(key, price, 'null');
    if (as.max === undefined) return { key, price, kind: 'page', by, asked: { field, node: first(nodes) }, page: this.page(child, nodes, below, by) };
    return { key, price, kind: as.max === 1 ? 'child' : 'children', by, record: this.record(child, nodes, below), reach: this.#reachBelow(child, by), as };
  }

  /** Whoever sees a record reaches what shares its reach. */
  #reachBelow(child: ModelSpec, by: FieldSpec): Predicate {
    const { through, owner, team } = child.reach ?? {};
    return through !== undefined && child.link(through) === by && !owner && !team ? ANY : reachOf(child, this.#facts.reach);
  }

  #pagePart(model: ModelSpec, type: GraphQLObjectType, key: string, nodes: Nodes, prices: PriceList): PagePart {
    const { price, below } = priceOf(prices, key);
    const name = nameOf(nodes);
    switch (name) {
      case '__typename': return constant(key, FREE, JSON.stringify(type.name));
      case 'nodes': return { key, price, kind: 'nodes', record: this.record(model, nodes, below) };
      case 'edges': return { key, price, kind: 'edges', parts: this.#edge(model, nodes, below) };
      case 'pageInfo': {
        const parts = [...this.#selected(this.#type('PageInfo'), nodes)].map(([inner, list]) => ({ key: inner, field: nameOf(list) }));
        return { key, price, kind: 'pageInfo', parts };
      }
      case 'totalCount': return { key, price: FREE, kind: 'totalCount' };
      default: throw new NotPlannable(`${type.name}.${name} is no part of a page`);
    }
  }

  #edge(model: ModelSpec, nodes: Nodes, prices: PriceList): EdgePart[] {
    const type = this.#type(`${model.name}Edge`);
    return [...this.#selected(type, nodes)].map(([key, list]): EdgePart => {
      const { price, below } = priceOf(prices, key);
      const name = nameOf(list);
      if (name === '__typename') return constant(key, FREE, JSON.stringify(type.name));
      return name === 'cursor' ? { key, price: FREE, kind: 'cursor' } : { key, price, kind: 'record', record: this.record(model, list, below) };
    });
  }

  #selected(type: GraphQLObjectType, nodes: Nodes): Map<string, Nodes> {
    const { schema, fragments, variables } = this.#around;
    return collectSubfields(schema, fragments, variables, type, nodes);
  }

  #type(name: string): GraphQLObjectType {
    const type = this.#around.schema.getType(name);
    if (!isObjectType(type)) throw new NotPlannable(`${name} is not shown`);
    return type;
  }
}

function first(nodes: Nodes): FieldNode {
  const [node] = nodes;
  if (!node) throw new Error('a selected field stands somewhere');
  return node;
}

const withCurrency = (model: ModelSpec, field: FieldSpec): readonly FieldSpec[] =>
  (field.kind === 'money' ? [field, currencyOf(model, field)] : [field]);

const nameOf = (nodes: Nodes): string => first(nodes).name.value;

function fieldOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
  const field = type.getFields()[name];
  if (!field) throw new Error(`${type.name} has no field ${name}`);
  return field;
}

export function priceOf(prices: PriceList, key: string): { price: Priced; below: PriceList } {
  const priced = prices.get(key);
  return { price: priced ?? FREE, below: priced?.fields ?? NOTHING };
}
