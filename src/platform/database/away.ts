/** Whether the database could not be asked at all: it is restarting, or the connection to it broke. Who has time waits for it. */

/** Of PostgreSQL: shut down, crashed, not ready yet. Of the network: not there, or cut off. */
const CODES = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
const CONNECTION_EXCEPTIONS = '08';

/** What `pg` says without a code. */
const WORDS = /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i;

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : null;
  return code === null ? WORDS.test(error.message) : CODES.has(code) || code.startsWith(CONNECTION_EXCEPTIONS);
}
