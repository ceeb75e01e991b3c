/** Values of arguments: as they stand in a document, with variables among them, and as they stand in the JSON of variables. */
import { getNullableType, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

/** Stands where a variable's value goes. */
export class Var {
  constructor(readonly name: string) {}
}

export type Given = null | string | number | boolean | Var | readonly Given[] | { readonly [name: string]: Given };

/** As a literal of the language. */
export function literal(type: GraphQLInputType, value: Given): string {
  if (value instanceof Var) return `$${value.name}`;
  if (value === null) return 'null';
  const nullable = getNullableType(type);
  const named = getNamedType(type);
  if (Array.isArray(value)) {
    const item = isListType(nullable) ? nullable.ofType as GraphQLInputType : named;
    return `[${value.map((one) => literal(item, one as Given)).join(', ')}]`;
  }
  if (isListType(nullable)) return literal(nullable.ofType as GraphQLInputType, value);
  if (isInputObjectType(named) && typeof value === 'object') {
    const fields = named.getFields();
    return `{${Object.entries(value).map(([name, one]) => `${name}: ${literal(fields[name]?.type ?? named, one as Given)}`).join(', ')}}`;
  }
  return isEnumType(named) ? String(value) : JSON.stringify(value);
}

/** The type as one that takes no null, and as one that does. */
export const required = (type: GraphQLInputType): string => (isNonNullType(type) ? String(type) : `${String(type)}!`);
export const nullable = (type: GraphQLInputType): string => String(getNullableType(type));
