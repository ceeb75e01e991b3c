/** Every scenario, in the order of the table. */
import type { Scenario } from '../scenario.ts';
import { customerById } from './customer-by-id.ts';
import { writesOfMany, writesOfOne } from './log-interaction.ts';
import { nestedRead } from './nested-read.ts';

export const scenarios: readonly Scenario[] = [nestedRead, customerById, writesOfMany, writesOfOne];
