/** Every scenario, in the order of the table. */
import type { Scenario } from '../scenario.ts';
import { customerById } from './customer-by-id.ts';
import { writesOfMany, writesOfOne } from './log-interaction.ts';
import { nestedRead } from './nested-read.ts';
import { ticketQueue } from './ticket-queue.ts';

export const scenarios: readonly Scenario[] = [nestedRead, ticketQueue, customerById, writesOfMany, writesOfOne];
