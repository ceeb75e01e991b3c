// The program with the packages it imports as a few files instead of some two thousand: finding, reading and wrapping
// each takes Node longer than running it. `npm run build` makes it for images, a start for itself (`bundled.mjs`).

import { transformSync } from '@swc/core';
import { relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { options } from './swc.mjs';

const root = resolve(import.meta.dirname, '..');

const entries = { main: 'src/main.ts', rapport: 'src/cli/rapport.ts' };

const ELSEWHERE = [
  '@graphql-yoga/render-graphiql/graphiql', // megabytes of text, read when somebody opens the page
  'pg-native', // what pg would use if it were there
];

/**
 * Writes `main.mjs`, `rapport.mjs` and what they share into `folder`. A module then finds its neighbours by the place it
 * would have in `base`, as a path from `folder`. Answers what was read: our sources with their text, and the packages' files.
 */
export async function bundle(folder, base) {
  const sources = new Map();
  const typescript = {
    name: 'typescript',
    transform: {
      filter: { id: /\.ts$/ },
      handler(text, id) {
        const path = relative(root, id).replaceAll(sep, '/');
        sources.set(path, text);
        const { code, map } = transformSync(text, { ...options, filename: id, sourceMaps: true });
        const place = JSON.stringify([base, path].join('/'));
        return { code: code.replaceAll(/\bimport\.meta\.url\b/g, `new URL(${place}, import.meta.url).href`), map, moduleType: 'js' };
      },
    },
  };
  const made = await rolldown({
    cwd: root, input: entries, platform: 'node', external: ELSEWHERE, plugins: [typescript], tsconfig: false, logLevel: 'silent',
  });
  try {
    await made.write({
      dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs',
      sourcemap: true, sourcemapExcludeSources: true,
      keepNames: true, // a class is a table and a type by its name
      // All names stay. Without blanks and comments, and in ASCII alone, it is read in half the time.
      comments: false, minify: { compress: false, mangle: false, codegen: { removeWhitespace: true, asciiOnly: true } },
    });
    const files = (await made.watchFiles).map((file) => resolve(root, file));
    return { sources, packages: files.filter((file) => !sources.has(relative(root, file).replaceAll(sep, '/'))) };
  } finally {
    await made.close();
  }
}
