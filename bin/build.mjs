// `npm run build`: the program as plain JavaScript in dist/, for images that carry no compiler. A start in a checkout
// needs no build.

import { cpSync, globSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await bundle(dist, '.');
cpSync(join(root, 'migrations'), join(dist, 'migrations'), { recursive: true });
for (const file of globSync('src/**/*.{sql,json}', { cwd: root })) cpSync(join(root, file), join(dist, file));
