/**
 * What is asked of a record or a page, as data: the selection with fragments, directives, permissions and
 * hidden fields resolved, each part under its name in the answer. From it SQL is written, and what must run
 * in code is found again in what the SQL answered.
 */
import type { FieldNode, GraphQLField } from 'graphql';
import type { FieldSpec, Inverse } from '../../kernel/fields.ts';
import type { ModelSpec } from '../../kernel/model.ts';
import type { Predicate } from '../../kernel/predicates.ts';

/** Points for the part itself, and for each object it answers with. */
export interface Priced {
  readonly once: number;
  readonly each: number;
}

export interface RecordPlan {
  readonly model: ModelSpec;
  readonly parts: readonly RecordPart[];
}

export type RecordPart = { readonly key: string; readonly price: Priced } & (
  /** JSON known beforehand: a type's name, null for what the asker may not see. */
  | { readonly kind: 'constant'; readonly json: string }
  | { readonly kind: 'column'; readonly field: FieldSpec }
  | { readonly kind: 'money'; readonly field: FieldSpec; readonly currency: FieldSpec; readonly parts: readonly MoneyPart[] }
  | { readonly kind: 'link'; readonly field: FieldSpec; readonly record: RecordPlan; readonly reach: Predicate }
  /** A record whose model another column names. */
  | { readonly kind: 'node'; readonly field: FieldSpec; readonly nodes: NodePlan }
  /** The one record that belongs to this one, or a bounded list of them. */
  | { readonly kind: 'child' | 'children'; readonly by: FieldSpec; readonly record: RecordPlan; readonly reach: Predicate; readonly as: Inverse }
  | { readonly kind: 'page'; readonly by: FieldSpec; readonly page: PagePlan; readonly asked: Asked }
  /** Answered in code from the fields it needs. */
  | { readonly kind: 'code'; readonly field: GraphQLField<unknown, unknown>; readonly nodes: readonly FieldNode[]; readonly computed: FieldSpec | null; readonly needs: readonly FieldSpec[] }
);

export interface MoneyPart {
  readonly key: string;
  readonly of: 'amount' | 'currency' | '__typename';
}

/** By the model, for everything that may turn up. */
export type NodePlan = readonly { readonly record: RecordPlan; readonly reach: Predicate }[];

/** Where the arguments of a page inside another record stand. */
export interface Asked {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

export interface PagePlan {
  readonly model: ModelSpec;
  readonly reach: Predicate;
  readonly parts: readonly PagePart[];
}

export type PagePart = { readonly key: string; readonly price: Priced } & (
  | { readonly kind: 'constant'; readonly json: string }
  | { readonly kind: 'nodes'; readonly record: RecordPlan }
  | { readonly kind: 'edges'; readonly parts: readonly EdgePart[] }
  | { readonly kind: 'pageInfo'; readonly parts: readonly { readonly key: string; readonly field: string }[] }
  | { readonly kind: 'totalCount' }
);

export type EdgePart = { readonly key: string; readonly price: Priced } & (
  | { readonly kind: 'constant'; readonly json: string }
  | { readonly kind: 'cursor' }
  | { readonly kind: 'record'; readonly record: RecordPlan }
);

/** What a root field asks for. */
export type Plan =
  | { readonly kind: 'record'; readonly record: RecordPlan; readonly reach: Predicate; readonly price: Priced }
  | { readonly kind: 'page'; readonly page: PagePlan; readonly price: Priced }
  /** A list of records of any model, by their ids. */
  | { readonly kind: 'nodes'; readonly nodes: NodePlan; readonly price: Priced };

const known = new WeakMap<object, readonly string[]>();

/** What in a plan is answered in code, by its names in the answer. */
export function codeIn(plan: Plan | RecordPlan | PagePlan): readonly string[] {
  let paths = known.get(plan);
  if (!paths) known.set(plan, paths = 'kind' in plan ? codeBelow(plan) : plan.parts.flatMap((part) => codeBelow(part).map((path) => (path === '' ? part.key : `${part.key}.${path}`))));
  return paths;
}

/** An empty name: the part itself. */
function codeBelow(part: Plan | RecordPart | PagePart | EdgePart): readonly string[] {
  switch (part.kind) {
    case 'code': return [''];
    case 'page': return codeIn(part.page);
    case 'link': case 'child': case 'children': case 'record': return codeIn(part.record);
    case 'node': return part.nodes.flatMap(({ record }) => codeIn(record));
    case 'nodes': return 'record' in part ? codeIn(part.record) : part.nodes.flatMap(({ record }) => codeIn(record));
    case 'edges': return part.parts.flatMap((inner) => codeBelow(inner).map((path) => `${inner.key}.${path}`));
    default: return [];
  }
}

export const needsCode = (plan: RecordPlan): boolean => codeIn(plan).length > 0;
