/**
 * The reference of fan-out: `ws` alone. Whoever subscribes is put on a list, and what is posted goes to everybody on it,
 * as the very same bytes.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { measured } from './measured.ts';

const subscribers = new Set<WebSocket>();
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    const message = Buffer.concat(chunks);
    for (const subscriber of subscribers) subscriber.send(message, { binary: false });
    response.writeHead(200, { 'content-length': 2 }).end('{}');
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const { type } = JSON.parse(data.toString()) as { type: string };
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type === 'subscribe') subscribers.add(socket);
  });
  socket.once('close', () => subscribers.delete(socket));
});
server.listen(0, '127.0.0.1', () => {
  measured(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
    server.closeAllConnections();
  });
});
