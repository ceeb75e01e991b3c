/** What surrounds GraphQL: health, files, GraphiQL, other origins, and wrong addresses. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createFileLinks } from '../../src/platform/files/file-link.ts';
import { createFolderStore } from '../../src/platform/files/folder-store.ts';
import { createSealing } from '../../src/platform/http/sealing.ts';
import { ask, startLocal, type Local } from '../support/local-server.ts';

const TENANT = '0192f3c4-a1b2-7c0e-9d00-000000000001';
const OTHER = '0192f3c4-a1b2-7c0e-9d00-000000000002';

let local: Local;
let folder: string;
const at = { ms: 0 };
let reachable = true;
const links = createFileLinks({ sealing: createSealing('a secret of this installation, long enough'), baseUrl: () => local.url, now: () => new Date(at.ms) });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-files-'));
  local = await startLocal({
    readLink: links.read, files: createFolderStore(folder),
    host: { database: { load: { total: 3, idle: 1, waiting: 2 }, query: async () => { if (!reachable) throw new Error('away'); return []; } } } as never,
  });
});
after(async () => {
  await local.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string, options?: RequestInit): Promise<Response> => fetch(local.url + path, options);

describe('health', () => {
  it('tells alive, ready, and not ready without a database', async () => {
    assert.equal((await get('/livez')).status, 200);
    assert.equal((await get('/readyz')).status, 200);
    reachable = false;
    const response = await get('/readyz');
    reachable = true;
    assert.equal(response.status, 503);
    assert.match(await response.text(), /database/);
  });
  it('counts operations by name, kind and outcome, within bounds', async () => {
    await ask(local, 'query Counted { hello }');
    await ask(local, 'query Counted { whoami }');
    for (let i = 0; i < 250; i += 1) await ask(local, `query N${i} { hello }`);
    const text = await (await get('/metrics')).text();
    assert.match(text, /rapport_operations_total\{name="Counted",kind="query",outcome="ok"\} 1/);
    assert.match(text, /rapport_operations_total\{name="Counted",kind="query",outcome="UNAUTHENTICATED"\} 1/);
    assert.match(text, /rapport_operations_total\{name="\(other\)",/);
    assert.match(text, /rapport_database_connections\{state="waiting"\} 2/);
    assert.match(text, /rapport_operation_seconds_bucket/);
  });
});

describe('other origins', () => {
  it('may call the API, and are told so before they do', async () => {
    const preflight = await get('/graphql', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.match(preflight.headers.get('access-control-allow-headers')!, /authorization/);
    const answer = await get('/graphql?query={hello}', { headers: { origin: 'https://elsewhere.example' } });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    assert.equal(answer.headers.get('set-cookie'), null);
  });
});

describe('a wrong request', () => {
  const told = async (response: Response) => {
    const { message, extensions } = ((await response.json()) as { errors: { message: string; extensions: { code: string } }[] }).errors[0]!;
    assert.equal(extensions.code, 'BAD_USER_INPUT');
    return message;
  };

  it('to an unknown address is told where the API is', async () => {
    const response = await get('/api');
    assert.equal(response.status, 404);
    assert.match(await told(response), /GET \/api.*\/graphql/);
  });
  it('by another method is told which there are', async () => {
    const response = await get('/graphql', { method: 'PUT', body: '{}' });
    assert.equal(response.status, 405);
    assert.match(response.headers.get('allow')!, /GET/);
    assert.equal((await get('/graphql', { method: 'HEAD' })).status, 405);
    const mutation = await get('/graphql?query=mutation{rename(name:"a"){thing{name}}}');
    assert.equal(mutation.status, 405);
    assert.match(await told(mutation), /POST/);
  });
  it('with a body that is not JSON, not an object or of another type is told what would be', async () => {
    const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => get('/graphql', { method: 'POST', body, headers: { 'content-type': type } });
    assert.match(await told(await post('{"query": ')), /JSON/);
    assert.match(await told(await post('')), /Missing body.*"query"/);
    assert.match(await told(await post('[]')), /Missing query/);
    assert.match(await told(await post(new Uint8Array([...Buffer.from('{"query":"{ hello } #'), 0xf6, ...Buffer.from('"}')]))), /not UTF-8/);
    assert.match(await told(await post('{ hello }', 'application/graphql')), /application\/json/);
    assert.equal((await post('{ hello }', 'application/graphql')).status, 415);
    assert.equal((await post('--x', 'multipart/form-data; boundary=x')).status, 415);
  });
  it('for a subscription is sent to the WebSocket', async () => {
    assert.match((await ask(local, 'subscription { ticks { n } }')).told.errors![0]!.message, /WebSocket/);
  });
});

describe('files', () => {
  const store = async (content: string, fileName: string, contentType: string, tenant = TENANT) => {
    const { hash } = await createFolderStore(folder).put(tenant, Buffer.from(content));
    return links.file({ tenant, hash, fileName, contentType });
  };

  it('are kept once per organisation, whole, and found in it only', async () => {
    const files = createFolderStore(folder);
    const [one, twin] = [await files.put(TENANT, Buffer.from('abc')), await files.put(TENANT, Buffer.from('abc'))];
    assert.deepEqual(one, twin);
    assert.equal(one.size, 3);
    assert.equal((await files.get(TENANT, one.hash))?.size, 3);
    assert.equal(await files.get(OTHER, one.hash), null);
    assert.deepEqual(await readdir(join(folder, TENANT, one.hash.slice(0, 2))), [one.hash]);
    for (const [tenant, hash] of [['../..', one.hash], [TENANT, '../../etc/passwd']] as const) await assert.rejects(files.get(tenant, hash));
  });
  it('come as they were, harmless', async () => {
    const response = await fetch(await store('<script>alert(1)</script>', 'naïve "x".html', 'text/html'));
    assert.equal(await response.text(), '<script>alert(1)</script>');
    assert.equal(response.headers.get('content-disposition'), `attachment; filename="na_ve _x_.html"; filename*=UTF-8''na%C3%AFve%20%22x%22.html`);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy')!, /default-src 'none'.*sandbox/);
  });
  it('are shown only when they are pictures or PDF', async () => {
    const how = async (type: string) => (await fetch(await store(type, 'a', type))).headers.get('content-disposition')!.split(';')[0];
    assert.equal(await how('image/png'), 'inline');
    assert.equal(await how('application/pdf'), 'inline');
    for (const type of ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'image/png; x=y']) assert.equal(await how(type), 'attachment', type);
    const forged = await fetch(await store('x', 'a', 'text/html\r\nset-cookie: a=b'));
    assert.equal(forged.headers.get('content-type'), 'application/octet-stream');
  });
  it('are not found by a changed, foreign or old link', async () => {
    const link = await store('late', 'a', 'image/png');
    assert.equal((await fetch(`${link}x`)).status, 404);
    assert.equal((await get('/files/l1.abc.def')).status, 404);
    at.ms += 16 * 60 * 1000;
    const late = await fetch(link);
    assert.equal(late.status, 404);
    assert.match(await late.text(), /expired/);
  });
});

describe('GraphiQL', () => {
  it('brings everything along', async () => {
    const page = await get('/graphiql');
    const html = await page.text();
    assert.match(page.headers.get('content-security-policy')!, /script-src 'self'/);
    const assets = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
    assert.equal(assets.length, 3);
    for (const path of assets) {
      const asset = await get(path);
      assert.equal(asset.status, 200, path);
      assert.match(asset.headers.get('cache-control')!, /immutable/);
      assert.ok((await asset.text()).length > 1000);
    }
    assert.equal((await get(`${assets[0]!.split('/').slice(0, 3).join('/')}/nothing.js`)).status, 404);
  });
});

it('answers are compressed for those who take it', async () => {
  const query = encodeURIComponent('{ __schema { types { name fields { name } } } }');
  assert.equal((await get(`/graphql?query=${query}`, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding'), 'gzip');
  assert.equal((await get(`/graphql?query=${query}`, { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding'), null);
});
