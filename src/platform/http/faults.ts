/**
 * From whatever was thrown to what the client is told. Errors that domain and platform throw on purpose
 * have a code and keep their words; everything else is ours, is masked, and stands in the log under the
 * request id that the client gets.
 */
import { GraphQLError, type ExecutionResult } from 'graphql';
import { WrongPage } from '../../kernel/pages.ts';
import { Denied, Hidden, NotFound, Refusal, Unauthenticated } from '../../kernel/refusal.ts';
import { ConflictRetry } from '../database/attempt.ts';
import { isAway } from '../database/away.ts';
import { IdempotencyKeyReused } from '../graphql/mutations.ts';
import { ResyncRequired } from '../live/resume.ts';
import { codedError, type ErrorCode } from './error-codes.ts';
import type { Log } from './logging.ts';

export interface Faults {
  /** Anything thrown, as an error of GraphQL with a code. */
  of(thrown: unknown, requestId: string): GraphQLError;
  /** The same for all errors of an answer. */
  in(result: ExecutionResult, requestId: string): ExecutionResult;
}

export function createFaults(log: Log): Faults {
  const of: Faults['of'] = (thrown, requestId) => {
    const placed = thrown instanceof GraphQLError ? thrown : null;
    if (placed && 'code' in placed.extensions) return placed;
    const place = { nodes: placed?.nodes, source: placed?.source, positions: placed?.positions, path: placed?.path };
    const cause = placed?.originalError ?? thrown;
    const meant = meaningOf(cause);
    if (meant) return codedError(meant.code, meant.message ?? (cause as Error).message, { ...place, extensions: meant.extensions });
    log.error({ requestId, path: placed?.path?.join('.'), err: cause }, 'An operation failed by our fault');
    return codedError('INTERNAL', `Something went wrong on our side. Report it with request id ${requestId}.`, { ...place, extensions: { requestId } });
  };
  return {
    of,
    in: (result, requestId) =>
      (result.errors ? { ...result, errors: result.errors.map((error) => of(error, requestId)) } : result),
  };
}

interface Meaning {
  readonly code: ErrorCode;
  readonly message?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function meaningOf(cause: unknown): Meaning | null {
  if (cause instanceof Unauthenticated) return { code: 'UNAUTHENTICATED' };
  if (cause instanceof Denied) return { code: 'FORBIDDEN', extensions: { permission: cause.permission } };
  if (cause instanceof Hidden) return { code: 'FORBIDDEN', extensions: { field: cause.field } };
  if (cause instanceof NotFound) return { code: 'NOT_FOUND' };
  if (cause instanceof WrongPage) return { code: 'BAD_USER_INPUT' };
  if (cause instanceof Refusal) return { code: 'BAD_USER_INPUT', extensions: { userErrors: cause.errors } };
  if (cause instanceof ConflictRetry) return { code: 'CONFLICT_RETRY' };
  if (cause instanceof IdempotencyKeyReused) return { code: 'IDEMPOTENCY_KEY_REUSED' };
  if (isAway(cause)) return { code: 'UNAVAILABLE', message: 'The database is away for a moment. Try again; a mutation with an idempotencyKey then acts only once.' };
  if (cause instanceof ResyncRequired) return { code: 'RESYNC_REQUIRED', extensions: { position: cause.position } };
  // graphql-js names the node when it rejects an argument, and none when it rejects what we answered.
  if (cause instanceof GraphQLError && cause.nodes) return { code: 'BAD_USER_INPUT' };
  return null;
}
