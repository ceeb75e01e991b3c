/** Whatever the modules announce, refuse and demand is in their catalogues, and nothing else is: read from the sources. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { modules } from '../../src/crm/modules.ts';
import { modelOf } from '../../src/kernel/model.ts';
import { operationsOf } from '../../src/kernel/operations.ts';
import { commonRefusals } from '../../src/kernel/refusals.ts';

const root = join(import.meta.dirname, '../..');
const sources = (folder: string): string =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).filter((file) => !file.endsWith('/module.ts')).map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
const found = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

for (const module of modules) {
  const text = sources(`src/crm/${module.name}`);
  /** What it does by itself has names of the same form. */
  const doings = new Set([module.reactions, module.timers, module.jobs].flatMap((all) => (all ?? []).map(({ name }) => name)));
  for (const { on } of module.reactions ?? []) on.filter((type) => !(type in module.events)).forEach((type) => doings.add(type)); // of others

  test(`${module.name}: every announced event is in the catalogue, and every event of the catalogue is announced`, () => {
    assert.deepEqual(found(text, /'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g).filter((name) => !/\.[jt]s$/.test(name) && !doings.has(name)), Object.keys(module.events).sort());
  });

  test(`${module.name}: every refusal is in the catalogue`, () => {
    const values = modules.flatMap(({ models }) => models.flatMap((model) => modelOf(model).fields.flatMap(({ value }) => (value ? [value.code] : []))));
    const known = new Set([...Object.keys(module.refusals), ...Object.keys(commonRefusals), ...values]);
    const codes = [...found(text, /new Refusal\(\s*'([A-Z_]+)'/g), ...found(text, /code: '([A-Z_]+)'/g), ...module.models.flatMap((model) => Object.values(modelOf(model).unique).map(([code]) => code))];
    assert.deepEqual(codes.filter((code) => !known.has(code)), []);
    assert.deepEqual(Object.keys(module.refusals).filter((code) => !codes.includes(code) && !text.includes(`'${code}'`)), []);
  });

  test(`${module.name}: every permission it demands is one of a module, and each of its own is demanded`, () => {
    const all = new Set(modules.flatMap(({ permissions }) => Object.keys(permissions)));
    const demanded = [...module.resolvers.flatMap((resolver) => operationsOf(resolver).map(({ permission }) => permission)), ...module.models.map((model) => modelOf(model).read)]
      .filter((permission) => typeof permission === 'string');
    assert.deepEqual(demanded.filter((permission) => !all.has(permission)), []);
    assert.deepEqual(Object.keys(module.permissions).filter((permission) => !demanded.includes(permission)), []);
  });
}
