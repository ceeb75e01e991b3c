/** What is told of a failure, to the client and to the log. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GraphQLError } from 'graphql';
import { Hidden } from '../../src/kernel/refusal.ts';
import { IdempotencyKeyReused } from '../../src/platform/graphql/mutations.ts';
import { ConflictRetry } from '../../src/platform/database/attempt.ts';
import { codeOf, ERROR_CODES } from '../../src/platform/http/error-codes.ts';
import { createFaults } from '../../src/platform/http/faults.ts';
import { createLog } from '../../src/platform/http/logging.ts';
import { ResyncRequired } from '../../src/platform/live/resume.ts';
import { ask, startLocal, type Local } from '../support/local-server.ts';

let local: Local;
before(async () => { local = await startLocal(); });
after(() => local.stop());

const failing = async (how: string) => {
  const { headers, told } = await ask(local, 'query ($how: String!) { fail(how: $how) }', { variables: { how } });
  return { headers, error: told.errors![0]! };
};

describe('an error thrown on purpose', () => {
  const cases = { unauthenticated: 'UNAUTHENTICATED', denied: 'FORBIDDEN', missing: 'NOT_FOUND', page: 'BAD_USER_INPUT', refusal: 'BAD_USER_INPUT' };
  for (const [how, code] of Object.entries(cases)) {
    it(`${how} is ${code} and keeps its words and place`, async () => {
      const { error } = await failing(how);
      assert.equal(error.extensions['code'], code);
      assert.deepEqual(error.path, ['fail']);
      assert.ok(error.message.length > 10 && !error.message.includes('our side'));
    });
  }
  it('tells what else helps', async () => {
    assert.equal((await failing('denied')).error.extensions['permission'], 'thing:read');
    assert.deepEqual((await failing('refusal')).error.extensions['userErrors'], [{ code: 'INVALID_EMAIL', message: 'This is no e-mail address.', field: ['email'] }]);
    const faults = createFaults(createLog({ level: 'silent' }));
    assert.equal(faults.of(new ResyncRequired('abc'), 'r').extensions['position'], 'abc');
    const hidden = faults.of(new Hidden('Thing.name'), 'r');
    assert.deepEqual([codeOf(hidden), hidden.extensions['field']], ['FORBIDDEN', 'Thing.name']);
    assert.match(hidden.message, /Thing\.name/);
    assert.equal(codeOf(faults.of(new ConflictRetry(), 'r')), 'CONFLICT_RETRY');
    assert.equal(codeOf(faults.of(new IdempotencyKeyReused(), 'r')), 'IDEMPOTENCY_KEY_REUSED');
    assert.equal(codeOf(faults.of(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'r')), 'UNAVAILABLE');
  });
  it('is not logged as an error', () => assert.ok(!local.logged.some((line) => line.includes('"level":"error"'))));
});

describe('any other error', () => {
  it('is masked, with the request id that the log has', async () => {
    const { headers, error } = await failing('something else');
    const id = headers.get('x-request-id');
    assert.equal(error.extensions['code'], 'INTERNAL');
    assert.equal(error.extensions['requestId'], id);
    assert.ok(error.message.includes(id!) && !error.message.includes('secret'));
    const line = local.logged.find((logged) => logged.includes('"level":"error"') && logged.includes(id!));
    assert.match(line!, /secret of something else.*local-server/s);
  });
  it('of the database leaves no value in the log', async () => {
    local.logged.length = 0;
    await failing('database');
    const all = local.logged.join('');
    assert.ok(!all.includes('canary'), all);
    assert.match(all, /22P02/);
  });
  it('of what we answered is ours, of what was asked is the client’s', () => {
    const faults = createFaults(createLog({ level: 'silent' }));
    const located = (originalError: Error) => new GraphQLError(originalError.message, { originalError, path: ['a'] });
    assert.equal(codeOf(faults.of(located(new GraphQLError('Enum "Colour" cannot represent value: "canary"')), 'r')), 'INTERNAL');
  });
});

describe('the document', () => {
  it('that is not GraphQL, or does not fit, says where', async () => {
    for (const [query, code] of [['{ hello', 'GRAPHQL_PARSE_FAILED'], ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'], ['fragment f on Query { hello }', 'GRAPHQL_VALIDATION_FAILED']] as const) {
      const { told } = await ask(local, query);
      assert.equal(told.errors?.[0]?.extensions['code'], code, query);
    }
    const { told } = await ask(local, 'query a { hello } query b { hello }');
    assert.match(told.errors![0]!.message, /a, b/);
  });
});

describe('the credential', () => {
  it('that is wrong or unreadable is told, whatever is asked', async () => {
    for (const token of ['bad', 'two words']) {
      const { status, headers, told } = await ask(local, '{ hello }', { token, accept: 'application/graphql-response+json' });
      assert.equal(told.errors?.[0]?.extensions['code'], 'UNAUTHENTICATED');
      assert.equal(status, 401);
      assert.equal(headers.get('www-authenticate'), 'Bearer');
    }
    assert.deepEqual((await ask(local, '{ whoami }', { token: 'good-a' })).told.data, { whoami: 'good-a' });
  });
});

describe('the request id', () => {
  it('is taken over when it is sane, else made', async () => {
    const id = async (given: string) => (await fetch(`${local.url}/livez`, { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    assert.equal(await id('abc-123'), 'abc-123');
    for (const given of ['a b', 'x'.repeat(101), '{}']) assert.match(String(await id(given)), /^[0-9a-f-]{36}$/);
  });
});

describe('the log', () => {
  it('has one line an operation, and nothing personal', async () => {
    local.logged.length = 0;
    await ask(local, 'query Greet($name: String) { hello(name: $name) }', { token: 'good-a', variables: { name: 'canary' } });
    await ask(local, 'query Greet($name: Int) { hello(name: $name) }', { variables: { name: 'canary' } });
    await ask(local, '{ hello(name: "canary") nope }');
    const lines = local.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.equal(lines.length, 3);
    assert.deepEqual([lines[0]!['operation'], lines[0]!['kind'], lines[0]!['tenant']], ['Greet', 'query', '0192f3c4-a1b2-7c0e-9d00-000000000001']);
    assert.deepEqual(lines[2]!['codes'], ['GRAPHQL_VALIDATION_FAILED']);
    const all = local.logged.join('');
    assert.ok(!all.includes('canary') && !all.includes('good-a') && !all.includes('127.0.0.1'), all);
  });
  it('strips values from errors and secrets from objects', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', pretty: false, stream: { write: (line: string) => lines.push(line) } });
    try {
      JSON.parse('{"email": canary');
    } catch (error) {
      log.error({ err: error, password: 'canary', request: { authorization: 'canary', variables: { a: 'canary' } } }, 'failed');
    }
    log.error({ err: Object.assign(new Error('duplicate key value violates unique constraint "user_email"'), { code: '23505', detail: 'canary', where: 'canary', constraint: 'user_email' }) });
    log.error({ err: new Error('outer', { cause: new Error('invalid input syntax for type uuid: "canary"') }) });
    assert.equal(lines.length, 3);
    assert.ok(!lines.join('').includes('canary'), lines.join(''));
    assert.match(lines[1]!, /user_email/);
  });
  it('is short where a person watches', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', pretty: true, stream: { write: (line: string) => lines.push(line) } });
    log.info({ url: 'http://localhost:4000' }, 'Ready');
    assert.match(lines[0]!, /^\d\d:\d\d:\d\d info {2}Ready url=http:\/\/localhost:4000\n$/);
  });
});

it('every code is in the catalogue with its meaning', () => {
  for (const [code, meaning] of Object.entries(ERROR_CODES)) assert.match(`${code} ${meaning}`, /^[A-Z_]+ [A-Z].{20,}\.$/);
});
