/**
 * How much one request, one connection and one principal may ask for. Every number is told to the client
 * in the error that enforces it; the price list is in `cost.ts`.
 */
export interface Limits {
  /** Characters of a document. Long texts belong into variables. */
  readonly characters: number;
  readonly tokens: number;
  /** Fields inside fields; fragments count where they are spread, as in the next three. */
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields once every fragment is written out: a guard before the cost is known. */
  readonly fields: number;
  /** Values in all variables together, and levels of lists and objects in them. */
  readonly variableValues: number;
  readonly variableDepth: number;
  /** Points a request may cost, points a principal may save up, and points it gets back per second. */
  readonly requestPoints: number;
  readonly bucketPoints: number;
  readonly pointsPerSecond: number;
  /** Bytes of a request body or WebSocket message. */
  readonly bodyBytes: number;
  readonly operationsPerSocket: number;
  /** Streams pause while more than this waits to be sent on their socket … */
  readonly pausedBytes: number;
  /** … and it is closed, its client being too slow, when more than this waits, or any for so long. */
  readonly bufferedBytes: number;
  readonly stalledMs: number;
  /** Time to say `connection_init`. */
  readonly initMs: number;
  readonly pingMs: number;
  /** How long a live connection may go on by rights that were taken away. */
  readonly actorMs: number;
  /** When the node stops: how long `/readyz` says so before nothing more is accepted. */
  readonly noticeMs: number;
  /** How long running operations may then take to finish. */
  readonly drainMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  characters: 100_000, tokens: 1_000, depth: 12, introspectionDepth: 20, aliases: 30, directives: 20, fields: 5_000,
  variableValues: 20_000, variableDepth: 20,
  requestPoints: 5_000, bucketPoints: 20_000, pointsPerSecond: 500,
  bodyBytes: 1_048_576, operationsPerSocket: 100, pausedBytes: 65_536, bufferedBytes: 1_048_576, stalledMs: 10_000,
  initMs: 5_000, pingMs: 12_000, actorMs: 3_000, noticeMs: 0, drainMs: 10_000,
};
