/**
 * GraphQL over HTTP: `/graphql` by GET (queries only) and POST. Reading a request and writing an answer
 * follow the specification; what happens between them is the same as over WebSocket.
 *
 * Any origin may call: there are no cookies, so a foreign page has nothing of the visitor's to send
 * along, and a browser that may not read an answer would only keep honest clients out.
 */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { parseRequestParams, type RequestParams, type Response as ProtocolResponse } from 'graphql-http';
import type { Actor } from '../../kernel/actor.ts';
import { credentialIn } from './credential.ts';
import { codedError, codeOf } from './error-codes.ts';
import { textOf, type Answer, type Operations } from './operations.ts';
import type { Refused } from './prepare.ts';

export type Authenticate = (credential: string | null, address: string) => Promise<Actor | null>;

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-request-id, retry-after',
};
const preflight = {
  ...cors,
  allow: 'GET, POST, OPTIONS',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, accept, x-request-id',
  'access-control-max-age': '86400',
};

export function graphqlRoute(app: FastifyInstance, { operations, authenticate }: { operations: Operations; authenticate: Authenticate }): void {
  app.options('/graphql', (_, reply) => reply.code(204).headers(preflight).send());

  app.route({
    url: '/graphql',
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeadRoute: false,
    async handler(request, reply) {
      reply.headers(cors);
      const type = answerType(request.headers.accept);
      if (type === null) {
        return reply.code(406).send(unreadable(`Answers come as application/graphql-response+json or application/json; accepted is ${request.headers.accept}.`));
      }
      const params = await readRequest(request);
      if ('refused' in params) return reply.code(params.status).headers(params.headers).send(unreadable(params.refused));
      const facts = { id: request.id, address: request.ip };
      let actor: Actor | null;
      try {
        actor = await authenticate(credentialIn(request.headers.authorization), facts.address);
      } catch (error) {
        return respond(reply, { errors: [operations.fault(error, facts.id)] }, type);
      }
      const prepared = operations.prepare(params, actor, facts);
      if ('errors' in prepared) return respond(reply, refusal(prepared), type);
      const kind = prepared.operation.node.operation;
      if (kind === 'subscription') return respond(reply, refusal(operations.decline(prepared, NOT_BY_HTTP)), type);
      if (kind === 'mutation' && request.method === 'GET') {
        return respond(reply.header('allow', 'POST'), refusal(operations.decline(prepared, NOT_BY_GET)), type, 405);
      }
      return respond(reply, await operations.run(prepared), type);
    },
  });
}

const NOT_BY_HTTP = codedError('BAD_USER_INPUT', 'Subscriptions are served over WebSocket on this same path (subprotocol graphql-transport-ws).');
const NOT_BY_GET = codedError('BAD_USER_INPUT', 'Mutations are taken by POST only.');

/** The answer to a request that never became an operation. */
export const unreadable = (message: string): { errors: GraphQLError[] } => ({ errors: [codedError('BAD_USER_INPUT', message)] });

const refusal = ({ errors, cost }: Refused): Answer => ({ errors, extensions: { cost } });

/** The first acceptable one in the client's order; null when there is none. */
function answerType(accept: string = '*/*'): string | null {
  for (const range of accept.toLowerCase().split(',')) {
    const [type, ...params] = range.split(';').map((part) => part.trim());
    const charset = params.find((param) => param.startsWith('charset=')) ?? 'charset=utf-8';
    if (charset !== 'charset=utf-8' && charset !== 'charset=utf8') continue;
    if (type === 'application/graphql-response+json') return GRAPHQL_TYPE;
    if (type === 'application/json' || type === 'application/*' || type === '*/*') return JSON_TYPE;
  }
  return null;
}

interface Malformed {
  readonly refused: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

async function readRequest(request: FastifyRequest): Promise<RequestParams | Malformed> {
  const body = Buffer.isBuffer(request.body) ? request.body : null;
  try {
    const read = await parseRequestParams({
      method: request.method, url: request.url, headers: request.headers,
      body: body && body.toString(), raw: request.raw, context: null,
    });
    if (!isResponse(read)) return body === null || isUtf8(body) ? read : NOT_UTF8;
    const [, { status, headers = {} }] = read;
    return { status, headers: headers as Record<string, string>, refused: explained[status] ?? 'This request cannot be answered.' };
  } catch (error) {
    return { status: 400, headers: {}, refused: `${(error as Error).message}. Send {"query": "…", "variables": {…}, "operationName": "…"} as JSON, or the same as parameters of a GET.` };
  }
}

/** Read anyway, its stray bytes would be stored as question marks. */
const NOT_UTF8: Malformed = { status: 400, headers: {}, refused: 'The body has bytes that are not UTF-8, the encoding of JSON. Was a text taken over from another encoding?' };

const explained: Readonly<Record<number, string>> = {
  405: 'Only GET and POST are answered here.',
  415: 'Only bodies of content-type application/json in UTF-8 are read here.',
};

const isResponse = (read: ProtocolResponse | RequestParams): read is ProtocolResponse => Array.isArray(read);

function respond(reply: FastifyReply, answer: Partial<Answer>, type: string, status?: number): FastifyReply {
  const [first] = answer.errors ?? [];
  const shown = answer.json !== undefined || answer.data !== undefined;
  const code = status ?? (!shown && first ? refusedStatus(reply, first, type) : 200);
  return reply.code(code).header('content-type', type).send(textOf(answer));
}

/**
 * `application/json` is what old clients accept: they look for errors only in an answer of 200. Those
 * who accept `application/graphql-response+json` know that the status tells, too.
 */
function refusedStatus(reply: FastifyReply, error: GraphQLError, type: string): number {
  if (type === JSON_TYPE) return 200;
  switch (codeOf(error)) {
    case 'UNAUTHENTICATED':
      reply.header('www-authenticate', 'Bearer');
      return 401;
    case 'RATE_LIMITED': {
      const wait = Date.parse(String(error.extensions['resetAt'])) - Date.now();
      reply.header('retry-after', Math.max(1, Math.ceil(wait / 1000)));
      return 429;
    }
    case 'UNAVAILABLE':
      reply.header('retry-after', 1);
      return 503;
    case 'INTERNAL':
      return 500;
    default:
      return 400;
  }
}
