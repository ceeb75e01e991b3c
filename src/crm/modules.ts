/** The modules, in the order in which each may call those before it: the architecture on one page. */
import type { Module } from '../kernel/module.ts';
import { campaigns } from './campaigns/module.ts';
import { clocks } from './clocks/module.ts';
import { customers } from './customers/module.ts';
import { identity } from './identity/module.ts';
import { interactions } from './interactions/module.ts';
import { jobs } from './jobs/module.ts';
import { notifications } from './notifications/module.ts';
import { opportunities } from './opportunities/module.ts';
import { tasks } from './tasks/module.ts';
import { tickets } from './tickets/module.ts';

export const modules: readonly Module[] = [identity, jobs, notifications, customers, clocks, tasks, interactions, tickets, opportunities, campaigns];
