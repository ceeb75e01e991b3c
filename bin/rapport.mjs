#!/usr/bin/env node
// `npx rapport …` in a clone: the command line, run like everything else.

import { bootstrap } from './bootstrap.mjs';

bootstrap('src/cli/rapport.ts', process.argv.slice(2));
