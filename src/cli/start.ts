/** `rapport start`: one node, until it is told to stop. */
import type { Command } from 'commander';
import { describeSettings } from '../config.ts';
import { command } from './command.ts';
import { open, signalled, telling } from './opening.ts';
import { serve } from './serve.ts';

export function startCommand(): Command {
  return command('start', 'Starts a node and serves until it is stopped.')
    .addHelpText('after', () => `\nSettings, from the environment:\n${describeSettings()}`)
    .action(telling(() => serve(open({ join: false }), signalled())));
}
