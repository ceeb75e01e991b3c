/**
 * What was resolved in code is completed by graphql-js: lists, nulls, nested objects, errors with their path.
 * Its root is the very object whose fields were resolved, so that what a statement has answered already is
 * neither asked nor resolved again.
 */
import {
  execute, GraphQLObjectType, GraphQLSchema, Kind, OperationTypeNode, type ExecutionResult, type FieldNode, type GraphQLResolveInfo,
} from 'graphql';
import type { Execution } from '../graphql/execution.ts';
import type { Prepared } from '../http/prepare.ts';

export interface Resolved {
  readonly nodes: readonly FieldNode[];
  /** May throw, which is the field's error. */
  readonly value: () => unknown;
}

type Source = ReadonlyMap<string, Resolved>;

const schemas = new WeakMap<GraphQLObjectType, GraphQLSchema>();

export async function complete(
  { schema, document, variableValues, operation }: Prepared, type: GraphQLObjectType, fields: Source, contextValue: Execution,
): Promise<ExecutionResult> {
  const selections = [...fields.values()].flatMap(({ nodes }) => nodes);
  const others = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return execute({
    schema: rootedIn(schema, type), rootValue: fields, contextValue, variableValues,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation.node, operation: OperationTypeNode.QUERY, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...others],
    },
  });
}

/** The schema in which such an object is what a query starts from. */
function rootedIn(schema: GraphQLSchema, type: GraphQLObjectType): GraphQLSchema {
  let made = schemas.get(type);
  if (!made) {
    const { fields, ...config } = type.toConfig();
    const query = new GraphQLObjectType({
      ...config, name: `Resolved${type.name}`, interfaces: [],
      fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, resolve: told }])),
    });
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    made = new GraphQLSchema({ query, types, directives: schema.getDirectives(), assumeValid: true });
    schemas.set(type, made);
  }
  return made;
}

const told = (source: Source, _: unknown, __: unknown, { path }: GraphQLResolveInfo): unknown => source.get(String(path.key))?.value();
