/** The codes of top-level errors: what each means and what its receiver can do. Published in `schema/refusals.md`. */
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL. The message says where.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema, or names no operation to run.',
  BAD_USER_INPUT: 'A variable, argument, page or position cannot be taken as it is. The message says what would be.',
  UNAUTHENTICATED: 'There is no credential, or it is not valid (any more). Sign in, refresh the token or rotate the key.',
  FORBIDDEN: 'The credential is fine, but its roles or scopes lack the permission, or hide the field, that the message names.',
  NOT_FOUND: 'The record is missing, of another type, or out of reach: which of them is not told.',
  COST_EXCEEDED: 'The request asks for too much at once. Ask for less, or in several requests.',
  RATE_LIMITED: 'Too much was asked for lately. Try again at `resetAt`.',
  CONFLICT_RETRY: 'Others were changing the same records; nothing was done. The same request may succeed now.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used for something else. Take a new key for a new intention.',
  RESYNC_REQUIRED: 'The events since the given position are gone. Read a fresh snapshot, then follow from `position`.',
  UNAVAILABLE: 'The database is away for a moment. Try again; whether a mutation took effect is not known, so repeat it with its idempotencyKey.',
  INTERNAL: 'The fault is ours. Report it with the `requestId`; whether a mutation took effect is not known.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export function codedError(code: ErrorCode, message: string, { extensions, ...options }: GraphQLErrorOptions = {}): GraphQLError {
  return new GraphQLError(message, { ...options, extensions: { code, ...extensions } });
}

export const codeOf = (error: GraphQLError): string => String(error.extensions['code'] ?? 'INTERNAL');
