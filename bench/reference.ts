/** The reference: `node:http` and SQL written by hand, one function for each scenario. It believes the headers. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPool, handOf } from './by-hand.ts';
import { measured, told } from './measured.ts';
import { scenarios } from './scenarios/all.ts';

const pool = createPool(told<{ appUrl: string }>().appUrl);
const byHand = new Map(scenarios.map((scenario) => [scenario.operationName, scenario.byHand]));

async function answer(request: IncomingMessage, body: string): Promise<string> {
  const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: Record<string, unknown> };
  const answerer = byHand.get(operationName);
  if (!answerer) throw new Error(`${operationName} is not written by hand`);
  const { 'x-tenant': tenant, 'x-user': user } = request.headers;
  return `{"data":${await answerer(variables, handOf(pool, String(tenant), String(user)))}}`;
}

function respond(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    answer(request, Buffer.concat(chunks).toString()).then(
      (text) => respond(response, 200, text),
      (error: unknown) => respond(response, 500, JSON.stringify({ errors: [{ message: String(error) }] })));
  });
});
server.listen(0, '127.0.0.1', () => {
  measured(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.close();
    server.closeAllConnections();
    await pool.end();
  });
});
