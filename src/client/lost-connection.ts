/** What to do when a subscription broke off: most causes pass and are waited out, some are answers. */

/** The events since the position are no longer available: read a snapshot, and follow from its position. */
export class ResyncRequired extends Error {
  override readonly name = 'ResyncRequired';

  /** `position` is the current one; null when the server named none. */
  constructor(message: string, readonly position: string | null) {
    super(message);
  }
}

/** The server refused the subscription; asking the same again would be answered the same. */
export class SubscriptionRefused extends Error {
  override readonly name = 'SubscriptionRefused';

  constructor(message: string, override readonly cause: unknown) {
    super(message);
  }
}

interface GraphQLFault {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown; readonly position?: unknown };
}

/** Close codes of graphql-transport-ws by which the server says that the client is at fault. */
const REFUSALS = new Set([4004, 4005, 4400, 4401, 4406, 4409]);
const FORBIDDEN = 4403; // the credential may be refreshed by the next attempt
const PASSING = new Set(['RATE_LIMITED', 'INTERNAL', 'CONFLICT_RETRY', 'UNAVAILABLE']);
const MOST_ATTEMPTS = 5;

const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 5000;

/** The error to give up with at this attempt in a row; null: try again. A lost connection is tried for ever. */
export function afterLoss(cause: unknown, attempt: number): Error | null {
  if (Array.isArray(cause)) return afterFaults(cause as GraphQLFault[], attempt);
  const { code, reason } = (typeof cause === 'object' && cause !== null ? cause : {}) as { code?: unknown; reason?: unknown };
  if (typeof code !== 'number') return null;
  const refused = REFUSALS.has(code) || (code === FORBIDDEN && attempt >= MOST_ATTEMPTS);
  return refused ? new SubscriptionRefused(`The server closed the connection: ${code} ${String(reason)}`, cause) : null;
}

function afterFaults(faults: readonly GraphQLFault[], attempt: number): Error | null {
  const resync = faults.find(({ extensions }) => extensions?.code === 'RESYNC_REQUIRED');
  if (resync) {
    const position = resync.extensions?.position;
    return new ResyncRequired(resync.message, typeof position === 'string' ? position : null);
  }
  const passes = faults.every(({ extensions }) => PASSING.has(String(extensions?.code)));
  if (passes && attempt < MOST_ATTEMPTS) return null;
  return new SubscriptionRefused(faults.map(({ message }) => message).join(' '), faults);
}

/** Doubling and jittered, so that thousands that were cut off together do not come back together. */
export function waitBefore(attempt: number): number {
  return Math.min(SHORTEST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT) * (0.5 + Math.random() / 2);
}
