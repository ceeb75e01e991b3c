/** A value that nothing more has to be asked of, as its type shows it: a scalar, an enum, a list of them, null. */
import { getNullableType, isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';

/** It did not come out as the schema says; graphql-js knows how to tell what is wrong. */
export class Irregular extends Error {}

export function leaf(type: GraphQLOutputType, value: unknown): unknown {
  if (value === null || value === undefined) {
    if (isNonNullType(type)) throw new Irregular('null where none may be');
    return null;
  }
  const nullable = getNullableType(type);
  if (isListType(nullable) && Array.isArray(value)) return value.map((item) => leaf(nullable.ofType as GraphQLOutputType, item));
  if (!isLeafType(nullable)) throw new Irregular(`${String(type)} is no plain value`);
  return nullable.serialize(value);
}
