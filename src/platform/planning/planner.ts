/**
 * Plans are made once for a root field of a document and kept with it; with the document they are forgotten.
 * A plan serves every request that switches the same parts on and off (`@skip`, `@include`), whose resolver
 * asks the same kind of question of the same model, and of whose asker the same facts hold.
 */
import type { FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { reachOf, type Actor } from '../../kernel/actor.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Values } from '../database/statement.ts';
import type { Operation } from '../http/documents.ts';
import { Compilation, NotPlannable, priceOf } from './compile.ts';
import { Facts } from './facts.ts';
import type { Plan } from './plan.ts';
import { StatementNames } from './statement-names.ts';

/** A root field of an operation, or a field of a payload, as it is asked now. */
export interface AskedField {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its names in the answer, from the root. */
  readonly path: readonly string[];
  readonly nodes: readonly FieldNode[];
}

/** What its resolver asks for: a page or a record of a model, or records of whatever models. */
export type Wanted = { readonly kind: 'record' | 'page'; readonly model: ModelSpec } | { readonly kind: 'nodes' };

/** A plan, and the statement written from it where that is the same for every request. */
export interface Planned {
  readonly plan: Plan;
  ready: Ready | null;
}

export interface Ready {
  readonly text: string;
  readonly values: Values;
  /** It is for whom none of these fields is hidden. */
  readonly askedBy: readonly string[];
}

interface Kept {
  readonly facts: Facts;
  readonly planned: Planned | NotPlannable;
}

const MOST_PLANS = 64;
const MOST_IN_ALL = 2_000;

export class Planner {
  readonly #schema: GraphQLSchema;
  readonly #models: ReadonlyMap<string, ModelSpec>;
  readonly #names = new StatementNames();
  #kept = new WeakMap<OperationDefinitionNode, Map<string, Kept[]>>();
  #made = 0;

  constructor(schema: GraphQLSchema, models: ReadonlyMap<string, ModelSpec>) {
    this.#schema = schema;
    this.#models = models;
  }

  /** Throws `NotPlannable`. */
  plan(asked: AskedField, wanted: Wanted, asker: Actor): Planned {
    const kept = this.#keptFor(asked, wanted);
    let found = kept.find(({ facts }) => facts.hold(asker));
    if (!found) {
      if (this.#made >= MOST_IN_ALL) this.#forget();
      kept.push(found = this.#make(asked, wanted, asker));
      this.#made += 1;
    }
    if (found.planned instanceof NotPlannable) throw found.planned;
    return found.planned;
  }

  /** Clients choose the documents; whoever is still there has what they need made anew. */
  #forget(): void {
    this.#kept = new WeakMap();
    this.#made = 0;
  }

  /** The name under which connections keep a statement that comes again. */
  named(text: string): { name?: string } {
    const name = this.#names.nameOf(text);
    return name === undefined ? {} : { name };
  }

  #keptFor({ operation, variables, path }: AskedField, wanted: Wanted): Kept[] {
    let byQuestion = this.#kept.get(operation.node);
    if (!byQuestion) this.#kept.set(operation.node, byQuestion = new Map<string, Kept[]>());
    const switched = operation.switches.map((name) => String(variables[name])).join();
    const question = `${path.join('.')} ${wanted.kind} ${'model' in wanted ? wanted.model.name : ''} ${switched}`;
    const kept = byQuestion.get(question);
    if (kept && kept.length < MOST_PLANS) return kept;
    if (byQuestion.size >= MOST_PLANS) byQuestion.clear();
    const none: Kept[] = [];
    byQuestion.set(question, none);
    return none;
  }

  #make({ operation, variables, path, nodes }: AskedField, wanted: Wanted, asker: Actor): Kept {
    const facts = new Facts(asker);
    const compilation = new Compilation({ schema: this.#schema, models: this.#models, fragments: operation.fragments, variables }, facts);
    const { price, below } = path.reduce(({ below: list }, key) => priceOf(list, key), { price: { once: 0, each: 0 }, below: operation.prices });
    const made = (): Plan => {
      if (wanted.kind === 'nodes') return { kind: 'nodes', price, nodes: compilation.nodes(nodes, below) };
      const { kind, model } = wanted;
      if (!facts.may(model.read)) throw new NotPlannable(`no permission to read ${model.name}`);
      if (kind === 'page') return { kind, price, page: compilation.page(model, nodes, below) };
      return { kind, price, record: compilation.record(model, nodes, below), reach: reachOf(model, facts.reach) };
    };
    try {
      return { facts, planned: { plan: made(), ready: null } };
    } catch (error) {
      if (!(error instanceof NotPlannable)) throw error;
      return { facts, planned: error };
    }
  }
}
