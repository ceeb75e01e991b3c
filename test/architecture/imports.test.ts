/** Who may import whom, as the map in the README says, and no cycles: read from the imports themselves. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { modules } from '../../src/crm/modules.ts';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const root = join(import.meta.dirname, '../..');
const files = ['src/**/*.ts', 'test/**/*.ts'].flatMap((pattern) => globSync(pattern, { cwd: root }));

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm);
  return [...found].map(([, type, named, bare, lazy]) => ({
    from, typeOnly: type !== undefined, to: relative(root, join(root, dirname(from), named ?? bare ?? lazy ?? '')),
  }));
});

const order = modules.map((module) => module.name);
const moduleOf = (file: string): string | null => /^src\/crm\/([^/]+)\//.exec(file)?.[1] ?? null;

function allowed({ from, to }: Import): boolean {
  if (from.startsWith('src/kernel/')) return to.startsWith('src/kernel/');
  if (from.startsWith('src/platform/')) return to.startsWith('src/kernel/') || to.startsWith('src/platform/');
  if (from.startsWith('src/client/')) return to.startsWith('src/client/');
  if (from === 'src/crm/modules.ts') return to.startsWith('src/crm/') || to.startsWith('src/kernel/');
  const module = moduleOf(from);
  if (module !== null) {
    const target = moduleOf(to);
    return to.startsWith('src/kernel/') || (target !== null && order.indexOf(target) <= order.indexOf(module));
  }
  if (from.startsWith('test/crm/')) return !to.startsWith('src/crm/');
  return true;
}

test('nobody imports what the map forbids', () => {
  const wrong = imports.filter((one) => !allowed(one)).map(({ from, to }) => `${from} imports ${to}`);
  assert.deepEqual(wrong, []);
});

test('no file of the source imports itself around a circle', () => {
  const next = Map.groupBy(imports.filter((one) => !one.typeOnly && one.from.startsWith('src/')), (one) => one.from);
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  assert.deepEqual(circles, []);
});

test('the kernel stays small', () => {
  const lines = globSync('src/kernel/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8').split('\n').length);
  const total = lines.reduce((sum, n) => sum + n, 0);
  assert.ok(total <= 1400, `the kernel has ${total} lines; it must not grow into a framework`);
});
