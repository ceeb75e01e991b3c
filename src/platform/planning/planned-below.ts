/**
 * Plain objects that resolvers answer with, such as a board of columns, may hold questions below them: links to records, pages.
 * Those are planned, too, like the fields of the root and of payloads. An object below which nothing is asked is left to graphql-js.
 */
import { getNamedType, getNullableType, isListType, isObjectType, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';

const known = new WeakMap<GraphQLObjectType, boolean>();

/** The type of such objects; null: something else, or nothing of it can be planned. */
export function plannedBelow(type: GraphQLOutputType): GraphQLObjectType | null {
  const named = getNamedType(type);
  const nullable = getNullableType(type);
  if (isListType(nullable) && isListType(getNullableType(nullable.ofType as GraphQLOutputType))) return null;
  return isObjectType(named) && named.getInterfaces().length === 0 && asks(named) ? named : null;
}

function asks(type: GraphQLObjectType): boolean {
  const told = known.get(type);
  if (told !== undefined) return told;
  known.set(type, false); // should it hold itself
  const fields = Object.values(type.getFields());
  const found = fields.every(({ extensions: { from } }) => from !== undefined && ('field' in from || 'operation' in from)) && fields.some(({ extensions: { from }, type: answered }) => {
    if (from && 'operation' in from) return true;
    if (from && 'field' in from && (from.field.kind === 'belongsTo' || from.field.kind === 'node')) return true;
    return plannedBelow(answered) !== null;
  });
  known.set(type, found);
  return found;
}
