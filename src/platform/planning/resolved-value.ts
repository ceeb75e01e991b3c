/** What a resolver answered with: a plain value, questions to be read, or an error that is told in its place. */
import { getNamedType, isLeafType, isObjectType, type GraphQLOutputType } from 'graphql';
import { Reading, type Question } from '../../kernel/reading.ts';
import type { Questions } from './statement.ts';

export type Settled = { readonly failed: false; readonly value: unknown } | { readonly failed: true; readonly error: unknown };

export function settled(work: () => unknown): Settled {
  try {
    const value = work();
    if (value instanceof Promise) value.catch(() => {}); // told when it is completed
    return { failed: false, value };
  } catch (error) {
    return { failed: true, error };
  }
}

export function raise(error: unknown): never {
  throw error;
}

/** Whether nothing more is resolved of a value. */
export function isThere(type: GraphQLOutputType, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  const named = getNamedType(type);
  const held = isLeafType(named) || isObjectType(named) && Object.values(named.getFields()).every((field) => !field.resolve && isLeafType(getNamedType(field.type)));
  return held && !(typeof value === 'object' && 'then' in value);
}

/** Null: it asks for nothing that can be read for it. */
export function questionsOf(value: unknown): Questions | null {
  if (value instanceof Reading) return value.question;
  if (!Array.isArray(value) || !value.every((item) => item === null || item instanceof Reading)) return null;
  return value.map((item: Reading<unknown> | null): Question | null => item?.question ?? null);
}
