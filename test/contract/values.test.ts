/**
 * Values as attackers and careless programs send them. Wherever a value can be put, the worst one does not
 * make us fail; and what looks like SQL, GraphQL, a formula or a script comes back as the text it is.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { getNamedType, isEnumType } from 'graphql';
import { modules } from '../../src/crm/modules.ts';
import { PUBLIC } from '../../src/kernel/operations.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { Calls, type Filling, type Operation, type Slot } from '../support/calls.ts';
import { fill, mutate, type World } from '../support/world.ts';

let app: TestApp;
let calls: Calls;
let world: World;
before(async () => {
  app = await startTestApp({ limits: { tokens: 10_000, fields: 10_000, bucketPoints: 1e9, pointsPerSecond: 1e6 } });
  calls = new Calls(app.app.schema, modules);
  world = await fill(app);
});
after(() => app.stop());

/** What breaks programs: characters no database holds, quotes of every kind, the ends of ranges. */
const WORST: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['\0', 'cus_\ud800'],
  Int: [-1, 0, 2 ** 31 - 1],
  Boolean: [],
  DateTime: ['0001-01-01T00:00:00+14:00', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-14:00'],
  Date: ['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30'],
  Position: ['\0', 'f'.repeat(32)],
};
const TEXTS = ['a\0b', '\ud800 \' " \\ $1 %_', 'x'.repeat(5000)];
const PLACES = [null, 'x', '\0', '0000-01-01', -1, 1e300, true];

/** Cursors as nobody was ever given them. */
function cursors({ field }: Operation): string[] {
  const type = getNamedType(field.args.find(({ name }) => name === 'orderBy')!.type);
  const order = isEnumType(type) ? type.getValues()[0]!.name : '';
  return PLACES.map((place) => Buffer.from(JSON.stringify([order, place, randomUUID()])).toString('base64url'));
}

function worst(operation: Operation, { path, type }: Slot): readonly unknown[] {
  const isCursor = path.length === 1 && /^(after|before)$/.test(path[0]!) && type === 'String';
  return isCursor ? cursors(operation) : isEnumType(app.app.schema.getType(type)) ? [] : WORST[type] ?? TEXTS;
}

describe('whatever is sent', () => {
  it('does not make us fail, in whichever place', { timeout: 300_000 }, async () => {
    const failed: string[] = [];
    let tried = 0;
    for (const operation of calls.operations.filter(({ kind, name, permission }) => kind !== 'subscription' && name !== 'signOut' && permission !== PUBLIC)) {
      for (const slot of calls.slots(operation)) for (const value of worst(operation, slot)) {
        // Under a good name for the attempt it would be done, so it is done to nothing.
        const own: Filling['own'] = slot.path.at(-1) === 'idempotencyKey' ? () => 'nothing' : (model) => world.ids.get(model.name)![0]!;
        const { document, variables } = calls.call(operation, {
          bare: true, slot, value, own, ...(operation.of === null ? {} : { record: world.ids.get(operation.of)?.[0] ?? '' }),
        });
        const { errors } = await world.administrator.send(document, variables);
        const ours = errors.filter(({ extensions: { code } }) => code === 'INTERNAL' || code === 'UNAUTHENTICATED');
        if (ours.length > 0) failed.push(`${operation.name}(${slot.path.join('.')}): ${JSON.stringify(value).slice(0, 100)}`);
        tried += 1;
      }
    }
    assert.ok(tried > 500, `${tried} tried`);
    assert.deepEqual(failed, []);
  });
});

/** From the lists that testers share: SQL, GraphQL, templates, shells, paths, formulas, scripts, programs' own words, all scripts of the world. */
const CORPUS = [
  `'; drop table customer; --`, `' or '1'='1`, `" or ""="`, `1) union select password_hash from "user" --`, '$1', '$$; select pg_sleep(9) $$', `\\'; commit; --`, `E'\\x27'`, `%' and 1=1`, '_%',
  `") { customers { nodes { id } } } #`, '}} mutation { signOut(input: {}) { position } }', '\\u0022', '"""',
  '${7*7}', '{{7*7}}', '<%= 7*7 %>', '#{7*7}', '`id`', '$(id)', '; cat /etc/passwd', '| calc', '../../../../etc/passwd', 'C:\\Windows',
  '=1+1', '=HYPERLINK("http://evil.example","click")', '+1+1', '-1+1', '@SUM(1)', `=cmd|' /C calc'!A0`, '%0A=1',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '<svg/onload=alert(1)>', '</textarea><script>', '&lt;b&gt;', `'-alert(1)-'`,
  '{"$gt":""}', '__proto__', 'constructor', 'null', 'undefined', 'NaN', 'true', '0x10', '1e309', '%s%n%x',
  'İstanbul ß ﬀ', '𝒳 😀 👩‍👩‍👧', 'שלום abc', 'ابجد', `a'b"c\\d/e`,
];

describe('what looks like a command', () => {
  const count = async (): Promise<number> => (await world.administrator.ask<{ customers: { totalCount: number } }>('{ customers { totalCount } }')).customers.totalCount;

  it('comes back as it went, is found by itself alone, and does nothing', async () => {
    const { administrator } = world;
    const before = await count();
    for (const text of CORPUS) {
      const address = `${text} x`;
      const { customer, userErrors } = await mutate<{ customer: Record<string, unknown> & { id: string } }>(
        administrator, 'customerCreate', 'customer { id organizationName name contactPoints { value raw } tags { name } }',
        { kind: 'ORGANIZATION', organizationName: text, tags: [text], contactPoints: [{ kind: 'POSTAL', value: address }] });
      assert.deepEqual(userErrors, [], text);
      const { id, ...rest } = customer;
      assert.deepEqual(rest, { organizationName: text, name: text, tags: [{ name: text }], contactPoints: [{ value: address, raw: address }] });
      await mutate(administrator, 'externalIdSet', '__typename', { customerId: id, system: 'erp', value: text });
      const literal = JSON.stringify(text); // inside the document, too
      for (const look of [`externalId: { system: "erp", value: ${literal} }`, `named: ${literal}`, `reachedAt: { kind: POSTAL, value: ${JSON.stringify(address)} }`]) {
        const { customers } = await administrator.ask<{ customers: { nodes: { id: string }[] } }>(`{ customers(tagged: [${literal}], ${look}) { nodes { id } } }`);
        assert.deepEqual(customers.nodes, [{ id }], look);
      }
      const { interaction } = await mutate<{ interaction: object }>(administrator, 'interactionLog', 'interaction { subject body { text html } disposition }',
        { customerId: id, kind: 'NOTE', direction: 'INTERNAL', subject: text, text: `${text}\n${text}`, disposition: text });
      assert.deepEqual(interaction, { subject: text, body: { text: `${text}\n${text}`, html: null }, disposition: text });
    }
    assert.equal(await count(), before + CORPUS.length);
  });

  it('is answered as data that no browser runs', async () => {
    for (const accept of ['text/html, */*', '*/*', 'application/json']) {
      const response = await fetch(`${app.url}/graphql?query=${encodeURIComponent('{ __typename } # <script>alert(1)</script>')}`, { headers: { accept } });
      assert.match(response.headers.get('content-type') ?? '', /^application\/(graphql-response\+)?json/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    }
    assert.match((await fetch(`${app.url}/<script>alert(1)</script>`)).headers.get('content-type') ?? '', /^application\/json/);
  });
});

describe('a field that is not for clients', () => {
  const PROTECTED = [
    'id', 'tenant', 'tenantId', 'createdAt', 'updatedAt', 'version', 'createdBy', 'passwordHash', 'emailKey', 'nameKey', 'sortName', 'sourceKey', 'hash', 'constructor', '__proto__',
  ];
  it('is refused in every input', async () => {
    for (const operation of calls.operations.filter(({ kind }) => kind === 'mutation')) {
      const { document, variables } = calls.call(operation, { bare: true, own: () => 'nothing' });
      const given = JSON.stringify(variables['input']).slice(1, -1);
      for (const name of PROTECTED) {
        const input: unknown = JSON.parse(`{ ${given ? `${given}, ` : ''} ${JSON.stringify(name)}: "x" }`);
        const { data, errors } = await world.administrator.send(document, { input });
        assert.deepEqual([data, errors[0]?.extensions.code], [null, 'BAD_USER_INPUT'], `${operation.name}: ${name}`);
        assert.ok((errors[0]?.message ?? '').includes(`"${name}"`), errors[0]!.message);
      }
    }
  });
});
