// Preloaded to run the TypeScript sources as they are: swc knows the decorators that
// Node's own type stripping does not. Results are kept by the hash of their source, so
// that a start which finds nothing changed does not even load swc; V8 keeps its own
// compiled code beside them, which saves a quarter of a warm start.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { options } from './swc.mjs';

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL('../node_modules/.cache/rapport/', import.meta.url));
enableCompileCache(cache);

const transforming = { ...options, sourceMaps: 'inline' };
const version = require('@swc/core/package.json').version + JSON.stringify(transforming);

function transform(file) {
  const source = readFileSync(file, 'utf8');
  const kept = cache + createHash('sha256').update(`${version}\0${file}\0${source}`).digest('hex') + '.mjs';
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { ...transforming, filename: file });
    keep(kept, code);
    return code;
  }
}

function keep(file, code) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A folder that cannot be written costs speed only.
  }
}

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', shortCircuit: true, source: transform(fileURLToPath(url)) };
  },
});
