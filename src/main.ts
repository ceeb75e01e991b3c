/**
 * `npm start`: the same as `rapport start`, with the settings under `--help`. PostgreSQL takes a moment to come up, so
 * it is begun before the greater part of the program is even read.
 */
import { open, signalled, telling } from './cli/opening.ts';

if (process.argv.length > 2) {
  const { program } = await import('./cli/program.ts');
  await program.parseAsync(['start', ...process.argv.slice(2)], { from: 'user' });
} else {
  await telling(async () => {
    const stop = signalled();
    const opening = open({ join: false });
    opening.catch(() => {}); // heard below
    const { serve } = await import('./cli/serve.ts');
    await serve(opening, stop);
  })();
}
