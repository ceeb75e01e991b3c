/**
 * How sockets end, chosen by what stock graphql-ws clients do: they give up at 4400, 4401, 4406, 4409,
 * 4429, 4500 and at those of 1000 to 1999 that are not 1000, 1001, 1005, 1006, 1012, 1013 or 1014; at
 * anything else they connect again, asking `connectionParams` for the credential anew.
 */
import type { WebSocket } from 'ws';

export const Close = {
  /** No good credential to begin with. Clients give up: the same one would fail again. */
  unauthenticated: 4401,
  /** The credential ended while connected. Clients connect again, with a fresh one if they have it, else they meet 4401. */
  ended: 4403,
  /** This node stops; another one is there. */
  restarting: 1012,
  /** The client reads too slowly. It resumes from its last position. */
  tooSlow: 1013,
  /** Our fault. Clients would give up at 4500, but it is rarely theirs to be given up for. */
  failed: 1014,
} as const;

const LONGEST_REASON = 123;

export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, Buffer.from(reason).subarray(0, LONGEST_REASON).toString().replace(/\uFFFD+$/, ''));
}
