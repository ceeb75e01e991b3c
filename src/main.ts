/** `npm start`: the same as `rapport start`, with the settings under `--help`. */
import { program } from './cli/rapport.ts';

await program.parseAsync(['start', ...process.argv.slice(2)], { from: 'user' });
