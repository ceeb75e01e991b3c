/** The command line. Each command is a file; this one lists them. */
import { describeSettings } from '../config.ts';
import { command } from './command.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { organizationCommand } from './create-organization.ts';
import { startCommand } from './start.ts';
import { tokenCommand } from './token.ts';

export const program = command('rapport', 'A CRM that is one GraphQL API on PostgreSQL.')
  .addHelpText('after', () => `\nSettings, from the environment:\n${describeSettings()}`)
  .addCommand(startCommand())
  .addCommand(migrateCommand())
  .addCommand(demoCommand())
  .addCommand(organizationCommand())
  .addCommand(importCommand())
  .addCommand(tokenCommand());
