// Runs a program in a process that the bootstrap started while it still looked for the program's bundle: Node comes up
// meanwhile. What to run arrives as a message.

import { enableCompileCache, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

process.channel.ref();
const { folder, program, source } = await new Promise((resolve) => process.once('message', resolve));
process.channel.unref();

// Not by Node's flag: with it a logger that only asks who calls it waits for all of the maps to be read.
setSourceMapsSupport(true, { nodeModules: true, generatedCode: true });
if (folder === null) await import('./typescript.mjs');
else enableCompileCache(join(folder, 'compiled'));
process.argv[1] = folder === null ? source : join(folder, program);
await import(pathToFileURL(process.argv[1]).href);
