/** `npx rapport …` */
import { program } from './program.ts';

await program.parseAsync();
