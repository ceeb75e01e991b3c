/**
 * What an operation costs: an object 1 point, a connection 2 and each item of its page what the item
 * costs, a mutation 10, a search 20. The same price list is read twice: before execution with the sizes
 * that were asked for, and after it with the answer, so that what was not used is given back.
 *
 * A list that is not a connection counts by its bound where the field tells it (`extensions.atMost`: a
 * number, or `first` for that argument of the field around it), by the ids it was given, or else by a
 * small figure. A large bound is for the rare record, so it counts as one page; the answer corrects it
 * in either direction. Introspection is priced as a whole and never given back.
 */
import {
  getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLNamedType,
  type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from '../../kernel/pages.ts';

const CONNECTION = 2;
const MUTATION = 10;
const SEARCH = 20;
const WHOLE_SCHEMA = 1_000;
const ONE_TYPE = 50;
const UNTOLD_LIST = 10;

export type Variables = Readonly<Record<string, unknown>>;

interface PricedField {
  /** Points for the field itself, and for each object it answers with. */
  readonly once: number;
  readonly each: number;
  readonly size: (variables: Variables) => number;
  readonly fields: PriceList;
}

/** By response name, as in the answer. */
export type PriceList = Map<string, PricedField>;

export function requestedCost(list: PriceList, variables: Variables): number {
  let points = 0;
  for (const { once, each, size, fields } of list.values()) {
    points += once + size(variables) * (each + requestedCost(fields, variables));
  }
  return points;
}

export function actualCost(list: PriceList, answer: unknown): number {
  if (typeof answer !== 'object' || answer === null) return 0;
  let points = 0;
  for (const [name, field] of list) {
    const value = (answer as Variables)[name];
    if (value !== undefined) points += field.once + costOfValue(field, value);
  }
  return points;
}

function costOfValue(field: PricedField, value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + costOfValue(field, item), 0);
  return value === null ? 0 : field.each + actualCost(field.fields, value);
}

type Size = PricedField['size'];
const ONE: Size = () => 1;

/** The document must be valid and within the limit of fields written out. */
export function priceList(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): PriceList {
  const fragments = new Map(document.definitions
    .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]));

  const collect = (type: GraphQLCompositeType, set: SelectionSetNode, page: Size, into: PriceList): PriceList => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        add(type, selection, page, into);
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
        if (fragment) collect(isCompositeType(condition) ? condition : type, fragment.selectionSet, page, into);
      }
    }
    return into;
  };

  const add = (type: GraphQLCompositeType, node: FieldNode, page: Size, into: PriceList): void => {
    const { value: name } = node.name;
    const key = node.alias?.value ?? name;
    const introspection = name === '__schema' ? WHOLE_SCHEMA : name === '__type' ? ONE_TYPE : null;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (introspection !== null) into.set(key, { once: introspection, each: 0, size: ONE, fields: new Map() });
    if (introspection !== null || field === undefined) return;

    const answered = getNamedType(field.type);
    if (!isCompositeType(answered)) {
      if (type === schema.getMutationType()) into.set(key, { once: MUTATION, each: 0, size: ONE, fields: new Map() });
      return;
    }
    const kept = into.get(key); // the same field once more, or its twin of another possible type
    const fields = kept?.fields ?? new Map<string, PricedField>();
    if (node.selectionSet) collect(answered, node.selectionSet, pageSize(field, node), fields);
    const isPage = field.extensions['atMost'] === 'first' || isConnection(type) && (name === 'edges' || name === 'nodes');
    into.set(key, {
      once: Math.max(kept?.once ?? 0, onceFor(schema, type, name, answered)),
      each: Math.max(kept?.each ?? 0, eachOf(schema, type, answered)),
      size: isPage ? page : isListType(getNullableType(field.type)) ? listSize(field, node) : ONE,
      fields,
    });
  };

  const root = schema.getRootType(operation.operation);
  return root ? collect(root, operation.selectionSet, ONE, new Map()) : new Map();
}

function onceFor(schema: GraphQLSchema, parent: GraphQLNamedType, name: string, answered: GraphQLNamedType): number {
  if (parent === schema.getMutationType()) return MUTATION;
  const search = parent === schema.getQueryType() && name === 'search' ? SEARCH : 0;
  return search + (isConnection(answered) ? CONNECTION : 0);
}

/** Wrapping objects cost nothing of their own: connections and mutations are priced, edges carry their node; money is one value. */
function eachOf(schema: GraphQLSchema, parent: GraphQLNamedType, answered: GraphQLNamedType): number {
  const wraps = parent === schema.getMutationType() || isConnection(parent) && answered.name.endsWith('Edge');
  return wraps || isConnection(answered) || answered.name === 'PageInfo' || answered.name === 'Money' ? 0 : 1;
}

const isConnection = (type: GraphQLNamedType): boolean => isObjectType(type) && 'pageInfo' in type.getFields();

/** Sizes out of bounds are refused by the field itself. */
function pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode): Size {
  const [first, last] = ['first', 'last'].map((name) => argument(field, node, name));
  return (variables) => Math.min(LARGEST_PAGE_SIZE, Math.max(0, numberIn(first?.(variables)) ?? numberIn(last?.(variables)) ?? DEFAULT_PAGE_SIZE));
}

function listSize(field: GraphQLField<unknown, unknown>, node: FieldNode): Size {
  const ids = argument(field, node, 'ids');
  const first = argument(field, node, 'first');
  const atMost = Math.min(numberIn(field.extensions['atMost']) ?? UNTOLD_LIST, DEFAULT_PAGE_SIZE);
  return (variables) => {
    const given = ids?.(variables);
    return Array.isArray(given) ? given.length : numberIn(first?.(variables)) ?? atMost;
  };
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

type Argument = (variables: Variables) => unknown;

/** Numbers and lists only, which is all that sizes are made of. */
function argument(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string): Argument | null {
  const defined = field.args.find((candidate) => candidate.name === name);
  if (!defined) return null;
  const given = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return (variables) => (given ? valueOf(given, variables) : undefined) ?? defined.defaultValue;
}

function valueOf(value: ValueNode, variables: Variables): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values : undefined;
}
