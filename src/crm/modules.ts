/** The modules, in the order in which each may call those before it: the architecture on one page. */
import type { Module } from '../kernel/module.ts';
import { customers } from './customers/module.ts';
import { identity } from './identity/module.ts';
import { interactions } from './interactions/module.ts';
import { jobs } from './jobs/module.ts';
import { opportunities } from './opportunities/module.ts';

export const modules: readonly Module[] = [identity, jobs, customers, interactions, opportunities];
