import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { contract } from '../../src/contract.ts';
import { modules } from '../../src/crm/modules.ts';
import { operationsOf } from '../../src/kernel/operations.ts';
import { modelOf } from '../../src/kernel/model.ts';

test('schema/ is what this version serves: run `npm run contract` and review the difference', async () => {
  for (const [name, text] of Object.entries(contract())) {
    assert.equal(await readFile(new URL(`../../schema/${name}`, import.meta.url), 'utf8'), text, name);
  }
});

test('every permission an operation or a model names is in the catalogue', () => {
  const known = new Set(modules.flatMap((module) => Object.keys(module.permissions)));
  const named = modules.flatMap((module) => [
    ...module.resolvers.flatMap((resolver) => operationsOf(resolver)).map(({ permission }) => permission),
    ...module.models.map((model) => modelOf(model).read),
  ]);
  assert.deepEqual(named.filter((permission) => typeof permission === 'string' && !known.has(permission)), []);
});

test('id prefixes and event types are each used once', () => {
  const prefixes = modules.flatMap((module) => module.models.map((model) => modelOf(model).prefix));
  const events = modules.flatMap((module) => Object.keys(module.events));
  assert.equal(new Set(prefixes).size, prefixes.length);
  assert.equal(new Set(events).size, events.length);
});
