/** DNS within bounds: strangers answer late, or have others ask without end, and nobody waits for them longer than is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDns } from '../../src/platform/dns/dns.ts';
import { dnsOf } from '../support/dns.ts';

const code = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'answered', (error: NodeJS.ErrnoException) => error.code ?? '');

test('an errand has so many questions, and what is asked twice is sent once', async () => {
  const asked: string[] = [];
  const dns = createDns(dnsOf({ 'a.example': { A: ['192.0.2.1'] }, 'b.example': 'ESERVFAIL' }, asked), { questions: 2 });
  const told = await dns.within('one', async (resolve) => [
    await resolve('a.example', 'A'), await resolve('A.example', 'A'), await code(resolve('b.example', 'A')), await code(resolve('b.example', 'A')), await code(resolve('c.example', 'A')),
  ]);
  assert.deepEqual(told, [['192.0.2.1'], ['192.0.2.1'], 'ESERVFAIL', 'ESERVFAIL', 'ECANCELLED']);
  assert.deepEqual(asked, ['A a.example', 'A b.example']);
  assert.equal(await dns.within('one', (resolve) => code(resolve('c.example', 'A'))), 'ENOTFOUND');
});

test('an errand has so much time, whatever it still asks', async () => {
  const dns = createDns(() => new Promise(() => {}), { milliseconds: 50 });
  const begun = performance.now();
  assert.deepEqual(await dns.within('one', async (resolve) => [await code(resolve('a.example', 'A')), await code(resolve('b.example', 'A'))]), ['ETIMEOUT', 'ETIMEOUT']);
  assert.ok(performance.now() - begun < 1_000);
});

test('few errands run at once, and fewer of one organisation', async () => {
  const dns = createDns(dnsOf({}), { errands: 3, errandsOfOne: 2 });
  const { promise, resolve: end } = Promise.withResolvers<string>();
  const begin = (tenant: string): Promise<string | null> => dns.within(tenant, () => promise);
  const running = [begin('one'), begin('one')];
  assert.equal(await begin('one'), null);
  running.push(begin('two'));
  assert.equal(await begin('three'), null);
  end('done');
  assert.deepEqual(await Promise.all(running), ['done', 'done', 'done']);
  assert.equal(await begin('one'), 'done');
  await assert.rejects(dns.within('one', () => Promise.reject(new Error('broken'))), /broken/);
  assert.deepEqual(await Promise.all([begin('one'), begin('one')]), ['done', 'done']);
});
