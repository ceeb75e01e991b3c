/** Finds the resolver of one field, and calls it as graphql-js would. */
import { defaultFieldResolver, getArgumentValues, type FieldNode, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { Execution } from '../graphql/execution.ts';
import type { Prepared } from '../http/prepare.ts';

export interface AskedPart {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** The document is valid, so there is one. */
export function fieldOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): GraphQLField<unknown, unknown> {
  const field = type.getFields()[nodes[0]?.name.value ?? ''];
  if (!field) throw new Error('a valid document asks for fields there are');
  return field;
}

export function resolveField(
  { schema, operation, variables, rootValue }: Prepared, parentType: GraphQLObjectType, { key, field, nodes }: AskedPart, source: unknown, execution: Execution,
): unknown {
  const [node] = nodes;
  if (!node) throw new Error('a selected field stands somewhere');
  const resolve = field.resolve ?? defaultFieldResolver;
  return resolve(source, getArgumentValues(field, node, variables), execution, {
    schema, rootValue, parentType, operation: operation.node, fragments: operation.fragments, variableValues: variables,
    fieldName: field.name, fieldNodes: nodes, returnType: field.type, path: { prev: undefined, key, typename: parentType.name },
  });
}
