/** The answer of an object put together from the answers of its fields. */
import { getNullableType, GraphQLError, isListType, isNonNullType, type FieldNode, type GraphQLOutputType } from 'graphql';

/** `json` is null when something that may not be null failed. */
export interface Answered {
  readonly json: string | null;
  readonly points: number;
  readonly errors: readonly GraphQLError[];
}

/** The fields that are asked of an object, by their names in the answer. */
export type Selected = ReadonlyMap<string, readonly FieldNode[]>;

export const NULL: Answered = { json: 'null', points: 0, errors: [] };

export function together(selected: Selected, answers: ReadonlyMap<string, Answered>): Answered {
  const parts = [...selected.keys()].map((key) => [key, answers.get(key) ?? NULL] as const);
  const errors = parts.flatMap(([, part]) => part.errors);
  if (parts.some(([, { json }]) => json === null)) return { json: null, points: 0, errors };
  return {
    json: `{${parts.map(([key, { json }]) => `"${key}":${json}`).join(',')}}`,
    points: parts.reduce((sum, [, { points }]) => sum + points, 0), errors,
  };
}

/** A list of objects: null, to be told further up, when one failed that may not be null. */
export function listed(type: GraphQLOutputType, items: readonly Answered[]): Answered {
  const list = getNullableType(type);
  const nullable = isListType(list) && !isNonNullType(list.ofType);
  const errors = items.flatMap((item) => item.errors);
  if (!nullable && items.some(({ json }) => json === null)) return { json: null, points: 0, errors };
  return { json: `[${items.map(({ json }) => json ?? 'null').join(',')}]`, points: items.reduce((sum, { points }) => sum + points, 0), errors };
}

/** An error of an object that is itself at a place of the answer. */
export const under = (path: readonly (string | number)[], error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes, source: error.source, positions: error.positions, path: [...path, ...(error.path ?? [])],
    originalError: error.originalError, extensions: error.extensions,
  });
