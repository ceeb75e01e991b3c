/** Whether the database could not be asked at all: it is restarting, or the connection to it broke. Who has time waits for it. */

/** Of PostgreSQL: shut down, crashed, not ready yet. Of the network: not there, or cut off. */
const CODES = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
const CONNECTION_EXCEPTIONS = '08';

/** What `pg` says without a code. */
const WORDS = /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i;

export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : null;
  if (code === null) return WORDS.test(error.message);
  // A server that starts again makes its socket file anew.
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return noSocket || CODES.has(code) || code.startsWith(CONNECTION_EXCEPTIONS);
}
