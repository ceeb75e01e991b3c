/**
 * GraphiQL at `/graphiql`, without anything from elsewhere: everything is served from the package that
 * brings it along, read when first asked for. Our own script is what sends requests: over HTTP with the
 * headers of the headers editor, and subscriptions over WebSocket with the same as `connection_init`. Who
 * signs in on the page acts on it from then on; what was typed, passwords too, is forgotten with the tab.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const WELCOME = `# Rapport is one GraphQL API: try it here.
#
# Say who you are and press Ctrl+Enter.
# What you run next on this page, you run
# as who signed in, until you leave it.
#
# A partner's API key, or another token,
# goes into the Headers below instead:
#   { "Authorization": "Bearer …" }
# With { "plan": true } there, the answer
# tells how it was come by, if you may know.
#
# Ctrl+Space completes. The book on the
# left explains every field. Subscriptions
# run until you stop them.

mutation SignIn {
  signIn(input: { email: "", password: "" }) {
    user { name }
    accessToken
    userErrors { message }
  }
}
`;

const page = (version: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Rapport GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/${version}/style.css">
<style>
@media (max-width: 700px) {
  #graphiql-session { flex-direction: column }
  .graphiql-horizontal-drag-bar { display: none }
}
</style>
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root" style="height: 100vh"></div>
<script src="/graphiql/${version}/graphiql.js"></script>
<script src="/graphiql/${version}/start.js"></script>
</body>
</html>
`;

const start = (version: string): string => `
const endpoint = new URL('/graphql', location.href);

let token = null;

const remember = ({ data }) => {
  for (const payload of Object.values(data ?? {})) token = payload?.accessToken ?? token;
};

const credentials = (headers) =>
  token === null || Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
    ? headers : { ...headers, authorization: 'Bearer ' + token };

const ended = ({ data, errors }) => data === undefined && errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');

const send = async (request, { plan, ...headers }) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...credentials(headers) },
    body: JSON.stringify(plan ? { ...request, extensions: { plan: true } } : request),
  });
  const answer = await response.json();
  if (token !== null && ended(answer)) {
    token = null;
    return send(request, { plan, ...headers });
  }
  remember(answer);
  return answer;
};

const follow = (request, headers) => ({
  subscribe(sink) {
    const url = new URL(endpoint);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url, 'graphql-transport-ws');
    const say = (message) => socket.send(JSON.stringify(message));
    let over = false;
    const end = () => { over = true; sink.complete(); socket.close(1000); };
    const heard = {
      ping: () => say({ type: 'pong' }),
      connection_ack: () => say({ id: '1', type: 'subscribe', payload: request }),
      next: ({ payload }) => sink.next(payload),
      error: ({ payload }) => { sink.next({ errors: payload }); end(); },
      complete: end,
    };
    socket.onopen = () => say({ type: 'connection_init', payload: credentials(headers) });
    socket.onmessage = ({ data }) => { const message = JSON.parse(data); heard[message.type]?.(message); };
    socket.onclose = ({ code, reason }) => {
      if (over) return;
      sink.next({ errors: [{ message: 'The connection was closed: ' + code + ' ' + reason }] });
      end();
    };
    return { unsubscribe: () => { over = true; socket.close(1000); } };
  },
});

const isSubscription = ({ operationName }, document) => {
  const operations = (document?.definitions ?? []).filter(({ kind }) => kind === 'OperationDefinition');
  const chosen = operationName ? operations.find(({ name }) => name?.value === operationName) : operations[0];
  return chosen?.operation === 'subscription';
};

globalThis.MonacoEnvironment = { getWorkerUrl: (_, label) => '/graphiql/${version}/' + label + '.js' };
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  title: 'Rapport',
  logo: '',
  defaultQuery: ${JSON.stringify(WELCOME)},
  onEditQuery: () => {}, // else it would be kept in the address
  storage: sessionStorage,
  shouldPersistHeaders: false,
  fetcher: (request, { headers, documentAST } = {}) =>
    isSubscription(request, documentAST) ? follow(request, headers ?? {}) : send(request, headers ?? {}),
});
`;

/** Monaco writes styles into the page and starts its workers from blobs; scripts come from here only. */
const POLICY = [
  "default-src 'none'", "script-src 'self' blob:", "worker-src 'self' blob:", "style-src 'self' 'unsafe-inline'", "font-src 'self' data:",
  "img-src 'self' data:", "connect-src 'self' ws: wss:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

interface Asset {
  readonly type: string;
  readonly zipped: Buffer;
}

async function load(): Promise<{ version: string; assets: ReadonlyMap<string, Asset> }> {
  const parts = await import('@graphql-yoga/render-graphiql/graphiql');
  const version = createHash('sha256').update(parts.js).update(parts.css).update(start('')).digest('hex').slice(0, 16);
  const script = 'text/javascript; charset=utf-8';
  const texts: readonly (readonly [string, string, string])[] = [
    ['style.css', 'text/css; charset=utf-8', parts.css],
    ['graphiql.js', script, parts.js],
    ['start.js', script, start(version)],
    ['editorWorkerService.js', script, parts.editorWorkerService],
    ['json.js', script, parts.jsonWorker],
    ['graphql.js', script, parts.graphqlWorker],
  ];
  return { version, assets: new Map(texts.map(([name, type, text]) => [name, { type, zipped: gzipSync(text, { level: 6 }) }])) };
}

export function graphiqlRoutes(app: FastifyInstance): void {
  let loaded: ReturnType<typeof load> | null = null;

  app.get('/graphiql', async (_, reply) => {
    const { version } = await (loaded ??= load());
    return reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'cache-control': 'no-cache' }).send(page(version));
  });

  app.get<{ Params: { name: string } }>('/graphiql/:version/:name', async (request, reply) => {
    const asset = (await (loaded ??= load())).assets.get(request.params.name);
    if (!asset) return reply.callNotFound();
    return reply.headers({
      'content-type': asset.type, 'content-encoding': 'gzip', 'content-security-policy': POLICY,
      'cache-control': 'public, max-age=31536000, immutable',
    }).send(asset.zipped);
  });
}
