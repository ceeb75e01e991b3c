/**
 * One WebSocket as the protocol sees it. Streams wait while the client has not taken what was sent, so a
 * slow reader costs little; one that has stopped reading is closed and resumes when it is back.
 */
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Limits } from '../http/limits.ts';
import { Close, closeSocket } from './close-codes.ts';

/** A stuck client does not take the close frame either. */
const LAST_WORDS_MS = 1_000;

export function socketTransport(socket: WebSocket, limits: Limits, failed: (error: unknown) => void): ProtocolSocket {
  const tooSlow = (): void => {
    if (socket.readyState !== socket.OPEN) return;
    closeSocket(socket, Close.tooSlow, 'What was sent is not being read. Connect again and resume from the last position.');
    setTimeout(() => socket.terminate(), LAST_WORDS_MS).unref();
  };

  return {
    protocol: socket.protocol,
    close: (code = 1000, reason = '') => closeSocket(socket, code, reason),
    async send(text) {
      if (socket.readyState !== socket.OPEN) return;
      const taken = new Promise<void>((resolve) => socket.send(text, () => resolve()));
      if (socket.bufferedAmount <= limits.pausedBytes) return;
      if (socket.bufferedAmount > limits.bufferedBytes) return tooSlow();
      const stalled = setTimeout(tooSlow, limits.stalledMs);
      await taken;
      clearTimeout(stalled);
    },
    onMessage(handle) {
      socket.on('message', (data) => {
        if (socket.readyState !== socket.OPEN) return; // what is no longer answered is not begun either
        handle(String(data)).catch((error: unknown) => {
          failed(error);
          closeSocket(socket, Close.failed, 'This connection failed by our fault. Connect again.');
        });
      });
    },
  };
}
