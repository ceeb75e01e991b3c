/**
 * Types of GraphQL name each other in circles, and a name may stand for one object only: so each is made when it
 * is first asked for, and is the same from then on. Kept with the book of its schema, since there may be several.
 */
import type { TypeBook } from './output.ts';

export function onceEach<Key, Type>(): (book: TypeBook, key: Key, make: () => Type) => Type {
  const books = new WeakMap<TypeBook, Map<Key, Type>>();
  return (book, key, make) => {
    const made = books.get(book) ?? new Map<Key, Type>();
    books.set(book, made);
    let type = made.get(key);
    if (type === undefined) made.set(key, type = make());
    return type;
  };
}
