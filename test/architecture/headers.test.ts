/** Every source file says at its top what it is for, before its imports: who opens it need not guess. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const opens = /^(#!.*\n)?\/\*\*\s.{10}/s;

test('every file opens with a paragraph on what it is for', () => {
  const files = globSync('src/**/*.ts', { cwd: root });
  assert.ok(files.length > 100);
  assert.deepEqual(files.filter((file) => !opens.test(readFileSync(join(root, file), 'utf8'))), []);
});
