/** Messages of a stream as they come over the socket, to the byte. */
import { WebSocket } from 'ws';
import { heldText, type Request } from './answers.ts';

interface Frame {
  readonly type: string;
  readonly payload?: { readonly data?: unknown; readonly errors?: readonly unknown[] } | readonly unknown[];
}

/** What is told until `last` is; or until the stream is refused or ends. */
export async function messagesOf(url: string, credential: string | null, { document, variables }: Request, last: string): Promise<string[]> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const told: string[] = [];
  try {
    await new Promise<void>((ended, failed) => {
      socket.on('error', failed);
      socket.on('close', () => ended());
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: credential ? { authorization: `Bearer ${credential}` } : {} })));
      socket.on('message', (raw: Buffer) => {
        const text = raw.toString();
        const { type, payload } = JSON.parse(text) as Frame;
        if (type === 'connection_ack') socket.send(JSON.stringify({ type: 'subscribe', id: 'one', payload: { query: document, variables } }));
        if (type !== 'next' && type !== 'error' && type !== 'complete') return;
        told.push(heldText(text, payload && 'errors' in payload ? payload.errors ?? [] : []));
        if (type !== 'next' || text.includes(last)) ended();
      });
    });
    return told;
  } finally {
    socket.terminate();
  }
}
