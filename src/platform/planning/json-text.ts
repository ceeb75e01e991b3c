/**
 * JSON put together as text in SQL: literals and expressions that are never null, joined by `||`. That is
 * several times cheaper for the database than `json_build_object`, has no limit of arguments, and gives the
 * very bytes that `JSON.stringify` would.
 */
export type Piece = { readonly literal: string } | { readonly sql: string };
export type Json = readonly Piece[];

export const literal = (json: string): Json => [{ literal: json }];
/** An expression whose text is JSON already. */
export const sql = (expression: string): Json => [{ sql: expression }];

/** Keys are names of GraphQL, so they need no escaping. */
export function object(members: readonly (readonly [key: string, value: Json])[]): Json {
  return [
    ...members.flatMap(([key, value], i) => [{ literal: `${i === 0 ? '{' : ','}"${key}":` }, ...value]),
    { literal: members.length === 0 ? '{}' : '}' },
  ];
}

/** One expression. */
export function textOf(json: Json): string {
  const parts: string[] = [];
  let open = '';
  for (const piece of json) {
    if ('literal' in piece) {
      open += piece.literal;
      continue;
    }
    if (open !== '') parts.push(quote(open));
    open = '';
    parts.push(piece.sql);
  }
  if (open !== '' || parts.length === 0) parts.push(quote(open));
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || ')})`;
}

/** An aggregate over rows, as a list. */
export function listOf(item: Json, orderBy: string, filter = ''): Json {
  return [{ literal: '[' }, { sql: `coalesce(string_agg(${textOf(item)}, ',' ${orderBy})${filter}, '')` }, { literal: ']' }];
}

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
